/**
 * Labels of blocks, which Mermaid would break within the width of their block, with hyphens in the middle of Chinese: it gets a
 * short name for each instead.
 */
export class Labels {
  private readonly labels: string[] = [];
  /** The fence with names in the place of labels. */
  readonly source: string;

  constructor(source: string) {
    this.source = source.replace(
      /^([ \t]*(?:alt|else|opt|par|par_over|and|loop|critical|option|break)[ \t]+)(\S.*?)[ \t]*$/gm,
      (_line, keyword: string, label: string) =>
        `${keyword}§${this.labels.push(label.replace(/\s*<br\s*\/?>\s*/gi, ' ')) - 1}`,
    );
  }

  /** What Mermaid has drawn, with the label in the place of its name. */
  restore(drawn: string): string {
    return drawn.replace(/§(\d+)/, (_name, index: string) => this.labels[Number(index)]!);
  }
}
