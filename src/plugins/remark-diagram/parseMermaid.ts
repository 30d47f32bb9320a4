import type {Mermaid} from 'mermaid';

/** A block that a message stands in: one branch of it, with the branch's label. */
export type Branch = {
  readonly kind: 'alt' | 'opt' | 'par' | 'loop' | 'critical' | 'break';
  readonly label: string;
};

/** One arrow of a sequence diagram. */
export type Message = {
  /** Names of the two participants as a reader sees them, on one line. */
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** The blocks around it, outermost first. */
  readonly branches: readonly Branch[];
};

/** What a fence says, as Mermaid understands it. */
export type Model = {
  readonly kind: 'sequence' | 'flow' | 'state';
  /** `accTitle` and `accDescr`; empty if missing. */
  readonly title: string;
  readonly description: string;
  /** Of a sequence diagram; else empty. */
  readonly messages: readonly Message[];
  /** Whether a sequence diagram numbers its messages from 1 by 1. */
  readonly isNumbered: boolean;
};

/** A fence that Mermaid cannot read, or that uses what this site has no drawing for. */
export class DiagramError extends Error {
  constructor(
    message: string,
    /** Line within the fence's content, from 1; 0 for the fence as a whole. */
    readonly line: number,
  ) {
    super(message);
  }
}

/** The kinds of diagrams that are drawn, by Mermaid's names for them. */
const KINDS: Readonly<Record<string, Model['kind']>> = {
  sequence: 'sequence',
  'flowchart-v2': 'flow',
  flowchart: 'flow',
  stateDiagram: 'state',
};

/** Mermaid's numbers for lines of a sequence diagram, see LINETYPE in its `sequenceDb.ts`. */
const NOTE = 2;
const AUTONUMBER = 26;
const RECT_START = 22;
const OPENINGS: Readonly<Record<number, Branch['kind']>> = {
  10: 'loop',
  12: 'alt',
  15: 'opt',
  19: 'par',
  27: 'critical',
  30: 'break',
  32: 'par',
};
const NEXT_BRANCH: readonly number[] = [13, 20, 28];
const CLOSINGS: readonly number[] = [11, 14, 16, 21, 29, 31];

type SequenceLine = {
  readonly type: number;
  readonly from?: string;
  readonly to?: string;
  readonly message?: string | Readonly<Record<string, unknown>>;
};

type SequenceDb = {
  getMessages(): readonly SequenceLine[];
  getActors(): ReadonlyMap<string, {readonly description: string}>;
  getBoxes(): readonly unknown[];
};

let loading: Promise<Mermaid> | undefined;

/** Loads Mermaid once. It cleans texts with DOMPurify, which looks for a window while it is loaded, and only then. */
function loadMermaid(): Promise<Mermaid> {
  loading ??= (async () => {
    const scope = globalThis as {window?: unknown};
    const hadWindow = 'window' in scope;
    if (!hadWindow) {
      const {JSDOM} = await import('jsdom');
      scope.window = new JSDOM('').window;
    }
    try {
      const {default: mermaid} = await import('mermaid');
      mermaid.initialize({startOnLoad: false, securityLevel: 'strict'});
      return mermaid;
    } finally {
      if (!hadWindow) {
        delete scope.window;
      }
    }
  })();
  return loading;
}

/** Han characters and full-width punctuation, between which Chinese has no space. */
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
const WIDE_PUNCTUATION = /[\u3000-\u303f\uff00-\uffef]/;

/** A label on one line: a line break of Mermaid's becomes a space where Chinese typography has one. */
function flatten(text: string): string {
  return text
    .split(/\s*(?:<br\s*\/?>|\n)\s*/i)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce((joined, line) => {
      const [before, after] = [joined.at(-1) ?? '', line[0] ?? ''];
      const isTight =
        (WIDE.test(before) && WIDE.test(after)) ||
        WIDE_PUNCTUATION.test(before) ||
        WIDE_PUNCTUATION.test(after);
      return joined === '' || isTight ? joined + line : `${joined} ${line}`;
    }, '');
}

function readMessages(db: SequenceDb): Message[] {
  const actors = db.getActors();
  const nameOf = (id = ''): string => flatten(actors.get(id)?.description ?? id);
  const open: Branch[] = [];
  const messages: Message[] = [];
  for (const {type, from, to, message} of db.getMessages()) {
    const label = typeof message === 'string' ? flatten(message) : '';
    const kind = OPENINGS[type];
    if (kind) {
      open.push({kind, label});
    } else if (NEXT_BRANCH.includes(type)) {
      open.push({...open.pop()!, label});
    } else if (CLOSINGS.includes(type)) {
      open.pop();
    } else if (from !== undefined && to !== undefined && type !== NOTE) {
      // Activations have no receiver.
      messages.push({from: nameOf(from), to: nameOf(to), text: label, branches: [...open]});
    }
  }
  return messages;
}

/** @throws DiagramError if the diagram has a coloured block */
function readSequence(db: SequenceDb): Pick<Model, 'messages' | 'isNumbered'> {
  const lines = db.getMessages();
  if (lines.some(({type}) => type === RECT_START) || db.getBoxes().length > 0) {
    throw new DiagramError(
      'The diagram has a coloured "rect" or a "box". Remove it: use "par", "alt", "opt" or "loop" to group messages.',
      0,
    );
  }
  const numbering = lines.filter(({type}) => type === AUTONUMBER).map(({message}) => message);
  const first = numbering[0];
  return {
    messages: readMessages(db),
    isNumbered:
      numbering.length === 1 &&
      typeof first === 'object' &&
      first.visible === true &&
      first.start === undefined &&
      first.step === undefined &&
      lines[0]?.type === AUTONUMBER,
  };
}

const COMMENT = /^\s*%%(?!\{)[^\n]+\n?/gm;

/** Mermaid drops comments, and the blank lines above them, before it counts lines; this finds the line in the fence. */
function toFenceLine(source: string, line: number): number {
  const removed = [...source.matchAll(COMMENT)].map(({index, 0: {length}}) => ({index, length}));
  const kept: number[] = [];
  for (let offset = 0, fenceLine = 1; offset < source.length; offset++) {
    const isRemoved = removed.some(({index, length}) => offset >= index && offset < index + length);
    if (!isRemoved && (kept.length === 0 || source[offset - 1] === '\n')) {
      kept.push(fenceLine);
    }
    if (source[offset] === '\n') {
      fenceLine++;
    }
  }
  // Blank lines at the beginning are dropped, too.
  const lines = source.split('\n');
  const first = kept.findIndex((fenceLine) => lines[fenceLine - 1]!.trim() !== '');
  return kept[first + line - 1] ?? kept.at(-1) ?? 0;
}

function toDiagramError(error: unknown, source: string): DiagramError {
  const {message} = error as Error;
  const {hash} = error as {hash?: {loc?: {first_line?: number}; expected?: string[]}};
  const [, found] = /got '(.*)'$/m.exec(message) ?? [];
  if (hash?.loc?.first_line === undefined) {
    const [firstLine = ''] = message.split('\n');
    return new DiagramError(
      `Mermaid cannot read the diagram: ${firstLine.replace(/\.$/, '')}. Compare with https://mermaid.js.org/intro/.`,
      0,
    );
  }
  const expected = (hash.expected ?? []).slice(0, 5).join(', ');
  return new DiagramError(
    `Mermaid cannot read this line: it expects ${expected || 'something else'}${found ? ` and finds '${found}'` : ''}. Compare with https://mermaid.js.org/intro/.`,
    toFenceLine(source, hash.loc.first_line),
  );
}

/** Statements that set colours, or load code and addresses. */
const FORBIDDEN =
  /^[ \t]*(?:(style|classDef|linkStyle|click|link|links|properties|details)[ \t]|(%%\{)|(---)[ \t]*$)/m;

function assertPlain(source: string): void {
  const match = FORBIDDEN.exec(source);
  if (match) {
    const line = source.slice(0, match.index).split('\n').length;
    throw new DiagramError(
      `"${(match[1] ?? match[2] ?? match[3])!}" is not allowed in a diagram. Remove it: looks and links are the same for all diagrams.`,
      line,
    );
  }
}

async function readModel(source: string): Promise<Model> {
  const mermaid = await loadMermaid();
  let diagram;
  try {
    diagram = await mermaid.mermaidAPI.getDiagramFromText(source);
  } catch (error) {
    throw toDiagramError(error, source);
  }
  const kind = KINDS[diagram.type];
  if (!kind) {
    throw new DiagramError(
      `Diagrams of the kind "${diagram.type}" are not drawn. Use sequenceDiagram, flowchart or stateDiagram-v2.`,
      1,
    );
  }
  return {
    kind,
    title: flatten(diagram.db.getAccTitle?.() ?? ''),
    description: flatten(diagram.db.getAccDescription?.() ?? ''),
    ...(kind === 'sequence'
      ? readSequence(diagram.db as unknown as SequenceDb)
      : {messages: [], isNumbered: false}),
  };
}

/** The reading that was begun last. */
let reading: Promise<unknown> = Promise.resolve();

/**
 * Reads a fence with Mermaid's own parser; nothing is drawn, and no browser is needed. One fence is read after the other, also
 * when pages are compiled at the same time: Mermaid has one title and one description for all diagrams.
 * @param source content of the fence
 * @throws DiagramError if the fence does not parse, is of a kind that is not drawn, or sets colours or configuration
 */
export async function parseMermaid(source: string): Promise<Model> {
  assertPlain(source);
  const model = reading.then(() => readModel(source));
  reading = model.catch(() => undefined);
  return model;
}
