/** Stands in for Docusaurus' <Head> in the search bar, where it holds nothing but a hint to connect to Algolia. */
export default function NoHead(): null {
  return null;
}
