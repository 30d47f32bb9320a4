import fs from 'node:fs';
import path from 'node:path';
import type {Definition, Image, Link, Root} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';
import type {VFile} from 'vfile';
import {toAddress, type PageContext} from '../docusaurus-page-contract/page.ts';

type Target = Link | Definition | Image;

/** What is wrong with the target of a link, or undefined. */
function findLinkFault(url: string, file: VFile, page: PageContext): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(url)) {
    return /^(https:|mailto:)/.test(url)
      ? undefined
      : `The link "${url}" is not https. Write an https:// address.`;
  }
  if (url.startsWith('/')) {
    return `The link "${url}" is tied to this edition's address. Link the page by its relative file path, such as ../pods/creation.mdx.`;
  }
  const [target = '', fragment] = url.split('#') as [string, string?];
  let address = page.address;
  if (target !== '') {
    const targetPath = path.posix.join(path.posix.dirname(file.path), decodeURI(target));
    if (!target.endsWith('.mdx')) {
      return `The link "${url}" names no page file. Write the relative path with its extension, such as ./creation.mdx.`;
    }
    if (!targetPath.startsWith(`${page.edition.folder}/`)) {
      return `The link "${url}" leads out of the edition. Link the same page of this edition, or name the other edition in words.`;
    }
    address = toAddress(path.posix.relative(page.edition.folder, targetPath));
    if (!page.idsByAddress.has(address)) {
      return `The link "${url}" leads to ${targetPath}, which does not exist. Correct the path, or write the page first.`;
    }
  }
  const ids = page.idsByAddress.get(address);
  if (fragment !== undefined && ids && !ids.has(fragment)) {
    return `The anchor "#${fragment}" does not exist on ${address}. Use one of: ${[...ids].join(', ')}.`;
  }
  return undefined;
}

/** What is wrong with an image, or undefined. */
function findImageFault(image: Image, file: VFile, page: PageContext): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\//i.test(image.url)) {
    return `The image "${image.url}" does not lie next to the page. Put the file beside it and write ./name.png.`;
  }
  const imagePath = path.posix.join(path.posix.dirname(file.path), decodeURI(image.url));
  if (!fs.existsSync(path.join(page.siteDir, imagePath))) {
    return `The image ${imagePath} does not exist. Add the file, or correct the path.`;
  }
  return image.alt?.trim()
    ? undefined
    : `The image "${image.url}" has no text alternative. Write what it shows between the square brackets.`;
}

/** Links between pages name files and ids that exist, links to the outside are https, images lie next to their page and have a text. */
export default function remarkLintLink() {
  return (tree: Root, file: VFile): void => {
    const page = file.data.page!;
    visit(tree, ['link', 'definition', 'image'], (node) => {
      const target = node as Target;
      const fault =
        target.type === 'image'
          ? findImageFault(target, file, page)
          : findLinkFault(target.url, file, page);
      if (fault) {
        file.message(fault, {place: target.position, ruleId: 'link', source: 'remark-lint'});
      } else if (target.type === 'link' && toString(target).trim() === '') {
        file.message(`The link "${target.url}" has no text. Say where it leads.`, {
          place: target.position,
          ruleId: 'link',
          source: 'remark-lint',
        });
      }
    });
  };
}
