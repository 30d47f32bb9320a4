/** Names that stand in built pages, to tell which rules of a stylesheet can apply to them. */
export type Tokens = {
  readonly tags: Set<string>;
  readonly classes: Set<string>;
  readonly ids: Set<string>;
};

export function createTokens(): Tokens {
  return {tags: new Set(), classes: new Set(), ids: new Set()};
}

const TAG = /<([a-z][\w-]*)/gi;
const NAMES = /\s(class|id)=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g;

/** Adds the tags, classes and ids of a built page. */
export function addTokens(tokens: Tokens, html: string): void {
  for (const [, tag] of html.matchAll(TAG)) {
    tokens.tags.add(tag!.toLowerCase());
  }
  for (const [, attribute, double, single, plain] of html.matchAll(NAMES)) {
    for (const name of (double ?? single ?? plain ?? '').split(/\s+/)) {
      tokens[attribute === 'class' ? 'classes' : 'ids'].add(name);
    }
  }
}

/**
 * Makes a test whether a class can stand in a page at all: it stands there when it was built, or a script names it. Scripts put names
 * such as `alert--info` together from parts; then they have `alert--`, and the text ends there.
 * @param tokens what stands in the built pages
 * @param scripts the text of all scripts
 */
export function createClassTest(tokens: Tokens, scripts: string): (name: string) => boolean {
  const stems = new Set(Array.from(scripts.matchAll(/[\w-]+--(?=["'`$])/g), ([stem]) => stem));
  const words = new Set(scripts.match(/[\w-]+/g));
  const known = new Map<string, boolean>();
  return (name) => {
    let isKnown = known.get(name);
    if (isKnown === undefined) {
      const [, stem] = /^(.+--)/.exec(name) ?? [];
      isKnown =
        tokens.classes.has(name) || words.has(name) || (stem !== undefined && stems.has(stem));
      known.set(name, isKnown);
    }
    return isKnown;
  };
}
