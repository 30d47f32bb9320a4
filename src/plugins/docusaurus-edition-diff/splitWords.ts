/** Chinese has no spaces: where its words end, a dictionary says. */
const segmenter = new Intl.Segmenter('zh', {granularity: 'word'});

/**
 * Han characters, to be divided by dictionary; identifiers, version numbers and names with a hyphen or a dot, which stay whole
 * (`kube-proxy`, `spec.nodeName`, `v1.37.0`); white space; any other single character.
 */
const PARTS =
  /(?<han>\p{Script=Han}+)|(?<name>[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[-.@+](?=[\p{L}\p{N}_]))*)|\s+|./gsu;

const HAN = /\p{Script=Han}/u;

/** Divides a text into what is compared as a whole. Joined, the parts are the text. */
export function splitWords(text: string): string[] {
  // Han characters are letters too: a name ends where they begin.
  return text
    .split(/(?<=\p{Script=Han})(?=\P{Script=Han})|(?<=\P{Script=Han})(?=\p{Script=Han})/u)
    .flatMap((part) => part.match(PARTS) ?? [])
    .flatMap((part) =>
      HAN.test(part) ? Array.from(segmenter.segment(part), ({segment}) => segment) : [part],
    );
}

/**
 * How much of a text there is to read: a Han character counts two, a letter or digit one, everything else nothing.
 */
export function weigh(text: string): number {
  let weight = 0;
  for (const character of text) {
    if (HAN.test(character)) {
      weight += 2;
    } else if (/[\p{L}\p{N}]/u.test(character)) {
      weight += 1;
    }
  }
  return weight;
}
