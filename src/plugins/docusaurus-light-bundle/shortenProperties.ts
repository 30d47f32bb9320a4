import postcss, {type Container, type Declaration, type Root} from 'postcss';

const CUSTOM = /^--/;
const PROPERTY = /--[a-zA-Z_][\w-]*/g;
const REFERENCE = /var\(\s*(--[\w-]+)\s*\)/g;
/** As `REFERENCE`, or with a value to fall back to. */
const ANY_REFERENCE = /var\(\s*(--[\w-]+)/g;
/** These mean something else in the value of a custom property than in that of another: https://www.w3.org/TR/css-variables-1/ */
const KEYWORD = /^(initial|inherit|unset|revert|revert-layer)?$/;
/** Selectors of the root element: what is set there is the same for the whole page. */
const ROOT =
  /^(:root|html|(html|:root)?\[data-theme=["']?(dark|light)["']?\]|\[data-theme=["']?(dark|light)["']?\]:root)$/;
const LINE = /^(none|underline)$/;

/** How many characters `var(…)` needs besides the name. */
const VAR_LENGTH = 'var()'.length;

/** @returns names of custom properties in a text, such as that of a script; one that ends in a hyphen begins names put together. */
export const listNames = (text: string): Set<string> => new Set(text.match(PROPERTY));

const getParents = (declaration: Declaration): Container[] => {
  const parents: Container[] = [];
  for (let node = declaration.parent as Container | undefined; node; node = node.parent as never) {
    parents.push(node);
  }
  return parents;
};

const isInLayer = (parents: readonly Container[]): boolean =>
  parents.some((node) => node.type === 'atrule' && 'name' in node && node.name === 'layer');

/** Whether a declaration counts for every page at all times: it stands at the root, under no condition but the order of layers. */
function isUnconditional(declaration: Declaration): boolean {
  const [rule, ...outer] = getParents(declaration);
  return (
    !declaration.important &&
    (rule as {selector?: string}).selector === ':root' &&
    outer.every((node) => node.type === 'root' || isInLayer([node]))
  );
}

const isAtRoot = (declaration: Declaration): boolean =>
  ((declaration.parent as {selector?: string}).selector ?? '')
    .split(',')
    .every((selector) => ROOT.test(selector.trim()));

/**
 * The one declaration of a property that counts, if all are unconditional and say the same, or only one is in no layer: it overrules the
 * others. Which of several comes last is not looked into.
 */
function findOnly(declarations: readonly Declaration[]): Declaration | undefined {
  if (!declarations.every(isUnconditional)) {
    return undefined;
  }
  const unlayered = declarations.filter((declaration) => !isInLayer(getParents(declaration)));
  const values = new Set(declarations.map(({value}) => value));
  return values.size === 1 || unlayered.length === 1
    ? (unlayered[0] ?? declarations[0])
    : undefined;
}

/** Whether two pieces of a value, put together, might become one token. */
const areJoined = (before: string, after: string): boolean =>
  /[^\s,(/*]$/.test(before) && /^[^\s,)/*]/.test(after);

/** Puts values where `var()` stands, as tokens of their own: `1.5var(--x)` would begin with a number of the unit `var`. */
function replaceReferences(value: string, read: (name: string) => string | undefined): string {
  let text = '';
  let wasReplaced = false;
  value.split(REFERENCE).forEach((piece, index) => {
    const replacement = index % 2 === 1 ? read(piece) : undefined;
    const isReplaced = replacement !== undefined;
    const next = replacement ?? (index % 2 === 1 ? `var(${piece})` : piece);
    if (next !== '') {
      text += (wasReplaced || isReplaced) && areJoined(text, next) ? ` ${next}` : next;
      wasReplaced = isReplaced;
    }
  });
  return text;
}

/** Names `--a` to `--z`, `--a0` and so on. */
function* createNames(): Generator<string> {
  for (let index = 0; ; index += 1) {
    const letter = String.fromCharCode('a'.charCodeAt(0) + (index % 26));
    yield `--${letter}${index < 26 ? '' : (Math.floor(index / 26) - 1).toString(36)}`;
  }
}

/** Safari wants a prefix for `text-decoration` only if its value has several parts. */
function dropPrefixes(root: Root): void {
  root.walkDecls('-webkit-text-decoration', (declaration) => {
    if (LINE.test(declaration.value)) {
      declaration.remove();
    }
  });
}

/**
 * Makes the stylesheets of a site smaller by their custom properties, of which Infima has some 300 with long names:
 *
 * - One that has the same value on every page at all times is replaced by it, if it is read only once or is no longer than its name.
 *   It is so if it is only set at `:root`, and reads only what is set at the root element (else it would be read somewhere else, where
 *   that may be something else).
 * - Any other gets a short name.
 *
 * What scripts name keeps its name and its place. What nothing sets keeps its name, too.
 * @param stylesheets the text of all stylesheets by name. Any of them may come with any other: what a page reads from one, it may set
 *   in another
 * @param scripts the text of all scripts
 * @returns the new text by name
 * @throws {CssSyntaxError} of PostCSS, with line and column, if a stylesheet cannot be parsed
 */
export function shortenProperties(
  stylesheets: ReadonlyMap<string, string>,
  scripts: string,
): Map<string, string> {
  const roots = new Map(
    [...stylesheets].map(([name, css]) => [name, postcss.parse(css, {from: name})]),
  );
  const all = [...roots.values()];
  const declarations = new Map<string, Declaration[]>();
  const uses = new Map<string, number>();
  const fixed = listNames(scripts);
  const stems = [...fixed].filter((name) => name.endsWith('-'));
  const isFixed = (name: string): boolean =>
    fixed.has(name) || stems.some((stem) => name.startsWith(stem));
  for (const root of all) {
    root.walkAtRules(({params}) => listNames(params).forEach((name) => fixed.add(name)));
    root.walkDecls((declaration) => {
      const {prop, value} = declaration;
      if (CUSTOM.test(prop)) {
        declarations.set(prop, [...(declarations.get(prop) ?? []), declaration]);
      }
      for (const [, name] of value.matchAll(ANY_REFERENCE)) {
        uses.set(name!, (uses.get(name!) ?? 0) + 1);
      }
      // Not only a reference: a transition or `will-change` names a property, a fallback is not looked into.
      for (const name of listNames(value.replace(REFERENCE, ''))) {
        fixed.add(name);
      }
    });
  }

  const constants = new Map<string, string | undefined>();
  const readConstant = (name: string): string | undefined => {
    if (!constants.has(name)) {
      constants.set(name, undefined); // one that reads itself has no value
      const only = findOnly(declarations.get(name) ?? []);
      const value = only && replaceReferences(only.value.trim(), readConstant);
      const isFree = Array.from(value?.matchAll(ANY_REFERENCE) ?? []).every(
        ([, other]) => other !== name && (declarations.get(other!) ?? []).every(isAtRoot),
      );
      if (
        value !== undefined &&
        isFree &&
        !isFixed(name) &&
        !KEYWORD.test(value) &&
        (uses.get(name) === 1 || value.length <= name.length + VAR_LENGTH)
      ) {
        constants.set(name, value);
      }
    }
    return constants.get(name);
  };
  for (const root of all) {
    root.walkDecls((declaration) => {
      if (CUSTOM.test(declaration.prop) && readConstant(declaration.prop) !== undefined) {
        const rule = declaration.parent!;
        declaration.remove();
        if (rule.nodes!.length === 0) {
          rule.remove();
        }
      } else {
        declaration.value = replaceReferences(declaration.value, readConstant);
      }
    });
    dropPrefixes(root);
  }

  const left = [...declarations.keys()].filter(
    (name) => constants.get(name) === undefined && !isFixed(name),
  );
  left.sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0) || (a < b ? -1 : 1));
  const names = createNames();
  const short = new Map(
    left.map((name): [string, string] => {
      let next = names.next().value as string;
      while (isFixed(next) || declarations.has(next)) {
        next = names.next().value as string;
      }
      return [name, next];
    }),
  );
  const shorten = (text: string): string =>
    text.replace(PROPERTY, (name) => short.get(name) ?? name);
  for (const root of all) {
    root.walkDecls((declaration) => {
      declaration.prop = short.get(declaration.prop) ?? declaration.prop;
      if (declaration.value.includes('var(')) {
        declaration.value = shorten(declaration.value);
      }
    });
  }
  return new Map([...roots].map(([name, root]) => [name, root.toString()]));
}
