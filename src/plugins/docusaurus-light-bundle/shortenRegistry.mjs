/** What an entry of the registry has besides the function that loads the chunk: its file, and the number of its module. */
const FILE = /, ("(?:[^"\\\n]|\\.)*"), require\.resolveWeak\(\1\)\]/g;

/**
 * A loader for `registry.js`, in which Docusaurus lists everything that a page may load. Each entry names the file that it comes from,
 * some by their path on the machine that built the site. Only the server's rendering asks for that, so that in the browser it only
 * costs bytes, on every page, and tells what is nobody's business.
 * @param {string} source
 * @returns {string}
 * @throws {Error} if an entry does not look as expected
 */
export default function shortenRegistry(source) {
  const short = source.replace(FILE, ']');
  const rest = /^.*require\.resolveWeak.*$/m.exec(short);
  if (rest) {
    throw new Error(
      `docusaurus-light-bundle: this entry of registry.js is not understood: ${rest[0]}. Look at what Docusaurus writes now.`,
    );
  }
  return short;
}
