/** Which edition alone has something: the newer (`added`) or the older (`removed`). */
export type Edit = 'added' | 'removed';

/** How a piece of text is set. */
export type Format = 'code' | 'strong' | 'emphasis' | 'strike';

/** A piece of text in one look: a word while editions are compared, as much as possible in what a page is given. */
export type Run = {
  /** A line break is a `\n`. */
  readonly text: string;
  /** From the outermost to the innermost. */
  readonly formats?: readonly Format[];
  /** Where it links to: an address of the site, with the base URL, or an `https` address. */
  readonly href?: string;
  /** Missing where both editions have it. */
  readonly edit?: Edit;
};

/** A message of a sequence diagram with its explanation. */
export type Step = {
  /** The branches it stands in, who sends, who receives, and what. */
  readonly message: readonly Run[];
  readonly explanation: readonly Run[];
};

export type Row = {readonly id: string; readonly cells: readonly (readonly Run[])[]};

export type Column = {readonly id: string; readonly header: readonly Run[]};

/** Text in one piece. */
export type TextBlock = {
  /** `item` is an item of a list, at any depth. */
  readonly kind: 'paragraph' | 'item';
  /** In how many lists, quotes and notes it stands; an item of a plain list is in one. */
  readonly depth: number;
  readonly runs: readonly Run[];
};

/** A code block, or a diagram that has no steps, by its source. */
export type CodeBlock = {
  readonly kind: 'code';
  readonly language: string;
  /** What a diagram shows. */
  readonly title: string;
  readonly lines: readonly string[];
};

export type TableBlock = {
  readonly kind: 'table';
  readonly id: string;
  readonly caption: readonly Run[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
};

export type StepsBlock = {
  readonly kind: 'steps';
  readonly id: string;
  readonly title: readonly Run[];
  readonly steps: readonly Step[];
};

/** What a section is made of. */
export type Block = TextBlock | CodeBlock | TableBlock | StepsBlock;

/** What stands between two headings. */
export type Section = {
  /** Id of the heading; empty for the short answer, which has none. */
  readonly id: string;
  /** Of the heading; 2 for the short answer. */
  readonly level: number;
  readonly title: readonly Run[];
  readonly blocks: readonly Block[];
};

/** A line of code; its runs say what changed in it. */
export type LineDiff = {
  readonly status: 'same' | 'changed' | Edit;
  readonly runs: readonly Run[];
};

/** A column, as far as a row that changed is shown below it. */
export type ColumnDiff = {readonly header: readonly Run[]; readonly edit?: Edit};

export type RowDiff = {
  readonly id: string;
  readonly status: 'changed' | Edit;
  /** One for each column of the diff; empty where the row's edition has no such column. */
  readonly cells: readonly (readonly Run[])[];
};

export type StepDiff = {
  readonly status: 'changed' | Edit;
  /** Number of the step in the older edition. */
  readonly older?: number;
  /** Number of the step in the newer edition. */
  readonly newer?: number;
} & Step;

/** A block in which something changed, without what stayed the same in tables and diagrams. */
export type ChangedBlock =
  | TextBlock
  | {
      readonly kind: 'code';
      readonly language: string;
      readonly title: readonly Run[];
      readonly lines: readonly LineDiff[];
    }
  | {
      readonly kind: 'table';
      readonly caption: readonly Run[];
      readonly columns: readonly ColumnDiff[];
      readonly rows: readonly RowDiff[];
      /** How many rows are the same. */
      readonly sameRows: number;
    }
  | {
      readonly kind: 'steps';
      readonly title: readonly Run[];
      readonly steps: readonly StepDiff[];
      /** How many steps say the same, maybe under another number. */
      readonly sameSteps: number;
    };

/** What became of one block, or of some that stayed the same. */
export type BlockDiff =
  | {readonly status: 'same'; readonly count: number}
  | {readonly status: Edit; readonly block: Block}
  | {readonly status: 'changed'; readonly block: ChangedBlock};

export type SectionDiff = {
  readonly id: string;
  readonly level: number;
  readonly title: readonly Run[];
  /** `heading`: there is nothing between this heading and the next in both editions, and the heading is the same. */
  readonly status: 'same' | 'heading' | 'changed' | Edit;
  /** Empty if nothing changed. */
  readonly blocks: readonly BlockDiff[];
};

/** A page in one edition. */
export type PageLink = {
  /** Label of the edition, as the switch has it. */
  readonly edition: string;
  readonly permalink: string;
  /** What the page was checked against: `Kubernetes 1.37`. */
  readonly against: string;
};

/** What changed on a page from one edition to the current one. */
export type PageDiff = {
  /** In the current edition. */
  readonly title: string;
  /** Address of the overview of all changes since the older edition. */
  readonly overview: string;
  readonly older: PageLink;
  readonly newer: PageLink;
  /** In the order of the current edition, removed ones where they stood. */
  readonly sections: readonly SectionDiff[];
};

/** All that the pages of the current edition say about changes since an older one. */
export type ChangesOverview = {
  /** Labels of the two editions. */
  readonly older: string;
  readonly newer: string;
  readonly sections: readonly {
    readonly label: string;
    /** Address of the section's index. */
    readonly permalink: string;
    readonly pages: readonly {
      readonly title: string;
      readonly permalink: string;
      /** Address of the view of what changed on it; missing if the page is new. */
      readonly diff?: string;
      /** What stands below `{#changes}`. */
      readonly changes: readonly Block[];
    }[];
  }[];
};
