/**
 * A table as comma-separated values (RFC 4180): lines end with CR LF, a field with a comma, a quote, a line break or space at its
 * edge stands in quotes, and quotes in it are doubled.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  const quote = (field: string): string =>
    /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
  return rows.map((fields) => fields.map(quote).join(',')).join('\r\n');
}

/** A table as GitHub Flavored Markdown; the cells are Markdown already. */
export function toMarkdownTable(rows: readonly (readonly string[])[]): string {
  const [header = [], ...body] = rows;
  return [header, header.map(() => '---'), ...body]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** Code in as many backticks as it needs (CommonMark, 6.1); a pipe in a table is escaped even there (GFM, 4.10). */
function toCode(code: string): string {
  const runs = code.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map(({length}) => length)) + 1);
  const pad = /^`|`$|^ .*[^ ].* $/.test(code) ? ' ' : '';
  return fence + pad + code.replaceAll('|', '\\|') + pad + fence;
}

/** Marks emphasis, unless its edge is punctuation: CommonMark (6.2) may not see it as emphasis then, and show the asterisks. */
function toEmphasis(inner: string, mark: string): string {
  return /^[\p{L}\p{N}].*[\p{L}\p{N}]$|^[\p{L}\p{N}]$/u.test(inner) ? mark + inner + mark : inner;
}

/** What would mean something to Markdown, with what makes GFM see a link in a bare address (6.9): no escape would be one in there. */
const SPECIAL = /[\\`*_~|<>[\]&@]|:(?=\/\/)|(?<=www)\./gi;

/** What is shown in an element, as inline Markdown that reads back as the same text; links are absolute. */
export function toInlineMarkdown(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) {
    return (node.nodeValue ?? '').replace(SPECIAL, '\\$&').replace(/\s+/g, ' ');
  }
  const inner = (): string => [...node.childNodes].map(toInlineMarkdown).join('');
  switch (node.nodeName) {
    case 'CODE':
      return toCode(node.textContent ?? '');
    case 'BR':
      return '<br>';
    case 'STRONG':
      return toEmphasis(inner(), '**');
    case 'EM':
      return toEmphasis(inner(), '*');
    case 'DEL':
      return toEmphasis(inner(), '~~');
    case 'A': {
      const {href} = node as HTMLAnchorElement;
      return `[${inner()}](${href.replace(/[()|<>\s\\]/g, encodeURIComponent).replace(/[()]/g, (char) => (char === '(' ? '%28' : '%29'))})`;
    }
    default:
      return inner();
  }
}

/** The rows and columns of a table that are shown, as a Markdown table. */
export function toMarkdown(table: HTMLTableElement): string {
  const rows = [...table.rows].filter((row) => !row.hidden && row.querySelector('[data-value]'));
  return toMarkdownTable(
    rows.map(({cells}) =>
      [...cells]
        .filter((cell) => !cell.hidden)
        .map((cell) => toInlineMarkdown(cell.querySelector('[data-value]')!).trim()),
    ),
  );
}
