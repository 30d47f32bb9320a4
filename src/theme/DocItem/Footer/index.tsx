/**
 * Replaces the theme's line below a page, of which every page would load the parts: tags, which the front matter of the site's pages
 * cannot have, and who changed the page when, which its sources and the date of their check say better.
 */
export default function DocItemFooter(): null {
  return null;
}
