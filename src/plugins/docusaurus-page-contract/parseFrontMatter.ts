import type {ParseFrontMatter} from '@docusaurus/types';

/**
 * Reads front matter as Docusaurus does, except that dates stay the text that the author wrote (`YYYY-MM-DD`): its YAML 1.1
 * parser makes them points in time. What the fields may hold is checked before, for all pages at once, by `checkContent`.
 */
export const parseFrontMatter: ParseFrontMatter = async (params) => {
  const {frontMatter, content} = await params.defaultParseFrontMatter(params);
  const {checked} = frontMatter as {checked?: {date?: unknown}};
  return checked?.date instanceof Date
    ? {
        content,
        frontMatter: {
          ...frontMatter,
          checked: {...checked, date: checked.date.toISOString().slice(0, 'YYYY-MM-DD'.length)},
        },
      }
    : {content, frontMatter};
};
