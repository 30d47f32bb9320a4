import * as z from 'zod';

/** Text of one line: not blank, no line break, not longer than `max` characters. */
const line = (max: number) =>
  z
    .string({error: 'must be text'})
    .refine((text) => text.trim() !== '' && !/[\r\n]/.test(text), 'must be one line of text')
    .refine((text) => [...text].length <= max, `must not be longer than ${max} characters`);

const isoDate = z.iso.date({error: 'must be a calendar date such as 2026-11-21'});

const httpsUrl = z
  .url({protocol: /^https$/, error: 'must be an https:// address'})
  .refine((url) => URL.canParse(url) && new URL(url).hostname.includes('.'), 'must name a host');

/** A list whose entries differ; `key` says what counts as the same. */
function uniqueList<Item extends z.ZodType>(
  item: Item,
  {min, max, key}: {min: number; max: number; key: (entry: z.infer<Item>) => string},
) {
  return z
    .array(item, {error: 'must be a list'})
    .min(min, `must have at least ${min} ${min === 1 ? 'entry' : 'entries'}`)
    .max(max, `must have at most ${max} entries`)
    .superRefine((entries, context) => {
      const seen = new Set<string>();
      entries.forEach((entry, index) => {
        const same = key(entry);
        if (seen.has(same)) {
          context.addIssue({code: 'custom', path: [index], message: `repeats "${same}"`});
        }
        seen.add(same);
      });
    });
}

/** The closed set of front matter fields that a page may carry. Lengths are counted in Unicode characters. */
export const pageFrontMatterSchema = z.strictObject({
  /** The page's title, as in the edition's `topics.yaml`. */
  title: line(40),
  /** Place in the section, in tens, so that a page can be put between two others. */
  sidebar_position: z
    .int({error: 'must be a whole number'})
    .positive('must be a positive whole number'),
  /** Questions that readers really ask and that this page answers; the first is the most asked one. */
  questions: uniqueList(
    line(60).refine((text) => /[？?]$/.test(text), 'must end with ？'),
    {min: 1, max: 5, key: (question) => question},
  ),
  /** Other names that a reader may search by. */
  keywords: uniqueList(line(60), {min: 0, max: 20, key: (keyword) => keyword}).optional(),
  /** Short address of the page, `/go/<name>`, for pages that get passed around. It leads to the current edition. */
  go: z
    .string({error: 'must be text'})
    .regex(/^[a-z][a-z0-9-]{1,29}$/, 'must be 2 to 30 lower-case ASCII letters, digits and hyphens')
    .optional(),
  /** Primary sources: the project's own documentation, source code, a standard. */
  sources: uniqueList(z.strictObject({title: line(120), url: httpsUrl}), {
    min: 2,
    max: 12,
    key: (source) => source.url,
  }),
  /** When the page was last checked, and against which version of what. */
  checked: z.strictObject({date: isoDate, against: line(120)}),
});

/** Front matter of a page that keeps the contract. */
export type PageFrontMatter = z.infer<typeof pageFrontMatterSchema>;

/** A source as it stands in the front matter. */
export type Source = PageFrontMatter['sources'][number];
