import {selectorSpecificity, type Specificity} from '@csstools/selector-specificity';
import postcss, {
  type AtRule,
  type Container,
  type Declaration,
  type Root,
  type Rule,
} from 'postcss';
import createSelectorParser, {type Node, type Selector} from 'postcss-selector-parser';
import type {Tokens} from './readTokens.ts';

/** A stylesheet in two parts that together say what it said. */
export type SplitStylesheet = {
  /** What can apply to the pages as they were built. */
  readonly first: string;
  /**
   * What applies only to what scripts add, or to nothing, and what has to stand behind it. It is to be loaded behind `first`.
   */
  readonly rest: string;
};

/** Pseudo-classes that hold a list of selectors, one of which has to match. */
const ANY = new Set([':is', ':where', ':has', ':-webkit-any', ':-moz-any', ':host', ':matches']);

const selectorParser = createSelectorParser();

/** Whether every tag, class and id that a selector asks for stands in a page. What else it asks for may be so at any time. */
function canMatch(selector: Selector, tokens: Tokens): boolean {
  return selector.nodes.every((node: Node) => {
    switch (node.type) {
      case 'tag':
        return tokens.tags.has(node.value.toLowerCase());
      case 'class':
        return tokens.classes.has(node.value);
      case 'id':
        return tokens.ids.has(node.value);
      case 'pseudo':
        return (
          !ANY.has(node.value) ||
          node.nodes.length === 0 ||
          node.nodes.some((branch) => canMatch(branch, tokens))
        );
      default:
        return true;
    }
  });
}

/** Whether a selector asks for a class that never stands in a page. `:not()` asks for none. */
function isDead(selector: Selector, canAppear: (name: string) => boolean): boolean {
  return selector.nodes.some(
    (node) =>
      (node.type === 'class' && !canAppear(node.value)) ||
      (node.type === 'pseudo' &&
        ANY.has(node.value) &&
        node.nodes.length > 0 &&
        node.nodes.every((branch) => isDead(branch, canAppear))),
  );
}

const compare = (a: Specificity, b: Specificity): number => a.a - b.a || a.b - b.b || a.c - b.c;

/** Properties of which one may set what another sets, as `border-color` does what `border-left` does. */
const FAMILIES = [
  /^border(?!.*(radius|collapse|spacing))/,
  /^border.*radius/,
  /^(font|line-height)/,
  /^((min|max)-)?(width|height|inline-size|block-size)/,
  /^(flex|order)/,
  /^(grid|place|align|justify|(row-|column-)?gap)/,
  /^(-webkit-)?mask/,
  /^(-webkit-)?text-decoration/,
];

function memoize<Value>(compute: (name: string) => Value): (name: string) => Value {
  const known = new Map<string, Value>();
  return (name) => {
    if (!known.has(name)) {
      known.set(name, compute(name));
    }
    return known.get(name)!;
  };
}

const BOX = /^(margin|padding|inset|(?=(?:top|right|bottom|left)$))-?(.*)$/;
const SIDES = ['top', 'right', 'bottom', 'left'];

/** The sides of a box that a name such as `left` or `block-start` may stand for, whatever the direction of writing, or all. */
function listSides(name: string): readonly string[] {
  if (name.startsWith('block')) {
    return ['top', 'bottom'];
  }
  return name.startsWith('inline') ? ['left', 'right'] : name ? [name] : SIDES;
}

/**
 * What a property sets, in words of its own; of a custom property its name. Two properties with such a word in common may set the same.
 */
const listSet = memoize((prop: string): readonly string[] => {
  const box = BOX.exec(prop);
  if (box) {
    return listSides(box[2]!).map((side) => `${box[1] || 'inset'} ${side}`);
  }
  const family = FAMILIES.find((names) => names.test(prop));
  return [family?.source ?? (prop.startsWith('--') ? prop : prop.replace(/(?<=\w)-.*/, ''))];
});

const setsSame = (a: Declaration, b: Declaration): boolean =>
  a.important === b.important &&
  ([a.prop, b.prop].includes('all') ||
    listSet(a.prop).some((word) => listSet(b.prop).includes(word)));

function readSubject(selector: Selector): Entry['subject'] {
  const start = selector.nodes.findLastIndex((node) => node.type === 'combinator') + 1;
  const compound = selector.nodes.slice(start);
  return {
    tag: compound.find((node) => node.type === 'tag')?.value.toLowerCase(),
    pseudoElement: String(
      compound.find((node) => node.type === 'pseudo' && /^::|^:(before|after)$/.test(node.value)) ??
        '',
    ).replace(/^:+/, ''),
  };
}

function getLayer(rule: Rule): string {
  const names: string[] = [];
  for (let parent = rule.parent as Container | undefined; parent; parent = parent.parent as never) {
    if (parent.type === 'atrule' && (parent as AtRule).name === 'layer') {
      names.unshift((parent as AtRule).params);
    }
  }
  return names.join('.');
}

const isKeyframe = (rule: Rule): boolean =>
  rule.parent?.type === 'atrule' && (rule.parent as AtRule).name.endsWith('keyframes');

/** One selector of a rule. */
type Entry = {
  readonly rule: Rule;
  readonly selector: string;
  readonly specificity: Specificity;
  readonly layer: string;
  readonly declarations: readonly Declaration[];
  /** The last compound of the selector: its tag, if it names one, and its pseudo-element. */
  readonly subject: {readonly tag: string | undefined; readonly pseudoElement: string};
  readonly isFirst: boolean;
  /** Neither `isFirst` nor this: for a class that never appears. */
  isRest: boolean;
};

function listEntries(root: Root, tokens: Tokens, canAppear: (name: string) => boolean): Entry[] {
  const entries: Entry[] = [];
  root.walkRules((rule) => {
    if (isKeyframe(rule)) {
      return;
    }
    const declarations = rule.nodes.filter((node): node is Declaration => node.type === 'decl');
    for (const selector of selectorParser.astSync(rule.selector).nodes) {
      const isFirst = canMatch(selector, tokens);
      entries.push({
        rule,
        selector: String(selector).trim(),
        specificity: selectorSpecificity(selector),
        layer: getLayer(rule),
        declarations,
        subject: readSubject(selector),
        isFirst,
        isRest: !isFirst && !isDead(selector, canAppear),
      });
    }
  });
  return entries;
}

/**
 * Whether the order of two rules matters if they set the same: they count the same. Whether one element can have both is not known,
 * unless they name different tags or pseudo-elements.
 */
function isOrdered(a: Entry, b: Entry): boolean {
  return (
    a.layer === b.layer &&
    compare(a.specificity, b.specificity) === 0 &&
    a.subject.pseudoElement === b.subject.pseudoElement &&
    (a.subject.tag ?? b.subject.tag) === (b.subject.tag ?? a.subject.tag)
  );
}

/**
 * Lists the declarations of an entry that have to stand behind the rest: they set what an earlier entry of the rest sets, or, in the
 * same rule, what such a declaration sets.
 */
function listRepeated(entry: Entry, rest: readonly Entry[]): Set<Declaration> {
  const earlier = rest
    .filter((other) => isOrdered(other, entry))
    .flatMap(({declarations}) => declarations);
  const repeated = new Set<Declaration>();
  for (const declaration of entry.declarations) {
    if ([...earlier, ...repeated].some((other) => setsSame(other, declaration))) {
      repeated.add(declaration);
    }
  }
  return repeated;
}

/** What is kept of a rule: some of its selectors, and declarations, by their place among those of the rule, or all. */
type Choice = {
  readonly selectors: readonly string[];
  readonly declarations?: ReadonlySet<number> | undefined;
};

/** Keeps what is chosen of each rule. */
function take(root: Root, choices: readonly Choice[]): void {
  let index = 0;
  root.walkRules((rule) => {
    if (isKeyframe(rule)) {
      return;
    }
    const {selectors, declarations} = choices[index++]!;
    if (selectors.length === 0) {
      rule.remove();
      return;
    }
    rule.selector = selectors.join(',');
    if (declarations) {
      rule.nodes
        .filter((node) => node.type === 'decl')
        .filter((_declaration, place) => !declarations.has(place))
        .forEach((declaration) => declaration.remove());
    }
  });
}

/** Custom properties that a value, or any text, reads. */
export const listReferences = (value: string): string[] =>
  [...value.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name!);

/** Names of custom properties that a part reads, directly or through others that it sets. */
function listUsed(root: Root, usedElsewhere: ReadonlySet<string>): Set<string> {
  const used = new Set(usedElsewhere);
  const setters = new Map<string, string[]>();
  root.walkDecls(({prop, value}) => {
    const references = listReferences(value);
    if (prop.startsWith('--')) {
      setters.set(prop, [...(setters.get(prop) ?? []), ...references]);
    } else {
      references.forEach((name) => used.add(name));
    }
  });
  for (const name of used) {
    // A set grows while it is walked through.
    setters.get(name)?.forEach((reference) => used.add(reference));
  }
  return used;
}

/** Removes declarations of custom properties, and what is empty then. */
function dropProperties(root: Root, isDropped: (declaration: Declaration) => boolean): void {
  root.walkDecls(/^--/, (declaration) => {
    if (isDropped(declaration)) {
      declaration.remove();
    }
  });
}

function dropEmpty(root: Root): void {
  root.walkRules((rule) => {
    if (rule.nodes.length === 0) {
      rule.remove();
    }
  });
  let isChanged = true;
  while (isChanged) {
    isChanged = false;
    root.walkAtRules((rule) => {
      if (rule.nodes?.length === 0) {
        rule.remove();
        isChanged = true;
      }
    });
  }
}

/** Removes the animations of which a part uses none. */
function dropKeyframes(root: Root, isUsed: (name: string) => boolean): void {
  root.walkAtRules(/keyframes$/, (rule) => {
    if (!isUsed(rule.params)) {
      rule.remove();
    }
  });
}

const listAnimations = (root: Root): Set<string> => {
  const names = new Set<string>();
  root.walkDecls(/^animation(-name)?$/, ({value}) =>
    value.split(/[\s,]+/).forEach((word) => names.add(word)),
  );
  return names;
};

/** A statement of the order of all layers: each part names only some of them, in an order that might be another. */
function orderLayers(root: Root): string {
  const names = new Set<string>();
  root.walkAtRules('layer', (rule) => {
    const parent = rule.parent?.type === 'atrule' ? `${(rule.parent as AtRule).params}.` : '';
    rule.params
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean)
      .forEach((name) => names.add(parent + name));
  });
  return names.size > 0 ? `@layer ${[...names].join(',')};` : '';
}

/**
 * Splits a stylesheet into what the pages need as they were built, and the rest, which is needed only when scripts have added
 * something. A rule for a tag, class or id that no page has goes into the rest; so do custom properties and animations that only the
 * rest uses. Together they mean what the stylesheet meant: a declaration that overrules one of the rest is repeated there. A rule for a class
 * that never stands in a page is left out, and so is a custom property that nothing reads.
 * @param css the stylesheet
 * @param tokens what stands in the pages
 * @param usedElsewhere custom properties that other stylesheets, or style attributes, of the pages read
 * @param canAppear whether a class can stand in a page, if only by a script, see `createClassTest`
 * @param isNamedLater whether a script, or a stylesheet that comes with one, names a custom property
 * @throws {Error} of PostCSS, with line and column, if the stylesheet cannot be parsed
 */
export function splitStylesheet(
  css: string,
  tokens: Tokens,
  usedElsewhere: ReadonlySet<string>,
  canAppear: (name: string) => boolean,
  isNamedLater: (property: string) => boolean,
): SplitStylesheet {
  const original = postcss.parse(css);
  const entries = listEntries(original, tokens, canAppear);
  const rules = [...new Set(entries.map(({rule}) => rule))];
  const byRule = new Map(rules.map((rule) => [rule, [] as Entry[]]));
  entries.forEach((entry) => byRule.get(entry.rule)!.push(entry));
  // A rule of the rest comes behind the whole first part: what has to come behind the rule is repeated there.
  const rest: Entry[] = [];
  const repeatedByRule = new Map<Rule, Set<Declaration>>();
  for (const [rule, own] of byRule) {
    const isWhole = own.some(({isRest}) => isRest);
    const repeated = new Set<Declaration>();
    for (const entry of own.filter(({isFirst}) => isFirst)) {
      const declarations = listRepeated(entry, rest);
      entry.isRest = declarations.size > 0;
      declarations.forEach((declaration) => repeated.add(declaration));
    }
    for (const entry of own.filter(({isRest}) => isRest)) {
      rest.push(isWhole ? entry : {...entry, declarations: [...repeated]});
    }
    if (!isWhole) {
      repeatedByRule.set(rule, repeated);
    }
  }

  const choose = (part: 'isFirst' | 'isRest' | 'isUsed'): Choice[] =>
    rules.map((rule) => {
      const own = byRule.get(rule)!;
      const repeated = part === 'isRest' ? repeatedByRule.get(rule) : undefined;
      return {
        selectors: own
          .filter((entry) => (part === 'isUsed' ? entry.isFirst || entry.isRest : entry[part]))
          .map(({selector}) => selector),
        declarations:
          repeated &&
          new Set(
            own[0]!.declarations.flatMap((declaration, place) =>
              repeated.has(declaration) ? [place] : [],
            ),
          ),
      };
    });
  const first = original.clone();
  const second = original.clone();
  take(first, choose('isFirst'));
  take(second, choose('isRest'));

  const used = listUsed(first, usedElsewhere);
  const kept = new Set<string>();
  dropProperties(first, ({prop}) => !used.has(prop));
  first.walkDecls(/^--/, ({prop}) => void kept.add(prop));
  // What the first part does not set, the rest does: all places of a property stay together.
  const moved = original.clone();
  take(moved, choose('isUsed'));
  const named = new Set(usedElsewhere);
  moved.walkDecls(/^--/, ({prop}) => void (isNamedLater(prop) && named.add(prop)));
  const usedLater = listUsed(moved, named);
  moved.walkDecls((declaration) => {
    const {prop} = declaration;
    if (!prop.startsWith('--') || kept.has(prop) || !usedLater.has(prop)) {
      declaration.remove();
    }
  });
  moved.walkAtRules(/keyframes$|font-face|^layer$/, (rule) => {
    if (rule.name !== 'layer' || !rule.nodes) {
      rule.remove();
    }
  });
  dropProperties(second, ({prop}) => !kept.has(prop)); // they are in `moved`

  const animations = listAnimations(first);
  dropKeyframes(first, (name) => animations.has(name));
  dropKeyframes(second, (name) => !animations.has(name));
  [first, second, moved].forEach(dropEmpty);
  return {
    first: orderLayers(original) + first.toString(),
    rest: moved.toString() + second.toString(),
  };
}
