import fs from 'node:fs';
import path from 'node:path';
import logger from '@docusaurus/logger';
import type {LoadedContent} from '@docusaurus/plugin-content-docs';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {composeCard, HEIGHT, WIDTH} from './composeCard.ts';
import {drawCards, hashDrawing, type Drawing} from './drawCards.ts';
import {findMissingGlyphs} from './findMissingGlyphs.ts';
import {hasTitle, insertMeta} from './insertMeta.ts';
import {createSiteCard, listCards, type Card} from './listCards.ts';
import type {Options} from './options.ts';
import {openTypefaces} from './typeface.ts';

export {validateOptions} from './options.ts';

const NAME = 'docusaurus-social-cards';
/** Folder of the cards in the built site. */
export const CARDS_FOLDER = 'img/cards';
/** Letters of the hash in a card's address: it changes with the card, since those who show cards keep them by address. */
const HASH_LENGTH = 10;

/** A page's name as a path: `docs/redis/eviction`, `index` for the home page. */
function toName(permalink: string, baseUrl: string): string {
  return permalink.slice(baseUrl.length).replace(/\/$/, '') || 'index';
}

/** The card in words. The short answer on it is left out: the page's description says it. */
function describe({title, places}: Card): string {
  return [title, ...places].map(({text}) => text).join(' · ');
}

/**
 * Social cards: what other sites show of a page that somebody links to. Every page gets an image with its title, its section and
 * edition and its short answer (`img/cards/`), and the tags that name it.
 *
 * The tags are written into the built HTML. Docusaurus' own way (`image` in the front matter) would need the image's address before
 * the page is compiled, and would send it to readers a second time, in the scripts.
 */
export default function docusaurusSocialCards(
  {siteDir, siteConfig, baseUrl, siteConfigPath}: LoadContext,
  {logo}: Options,
): Plugin<void> {
  const configFile = path.relative(siteDir, siteConfigPath);
  const siteCard = createSiteCard({
    title: siteConfig.title,
    tagline: siteConfig.tagline,
    baseUrl,
    configFile,
  });
  let cards: readonly Card[] = [siteCard];

  return {
    name: NAME,
    getClientModules() {
      return [path.join(__dirname, 'client/dropCardMeta.ts')];
    },
    async allContentLoaded({allContent}) {
      const docs = allContent['docusaurus-plugin-content-docs']?.default as
        LoadedContent | undefined;
      cards = [siteCard, ...listCards(docs?.loadedVersions ?? [], configFile, siteDir)];
      // Now, and not when the cards are drawn, so that an author sees it in the live preview as well.
      const problems = findMissingGlyphs(cards, Object.values(openTypefaces()), (file) =>
        fs.readFileSync(path.join(siteDir, file), 'utf8'),
      );
      if (problems.length > 0) {
        throw new Error(problems.join('\n'));
      }
    },
    async postBuild({outDir}) {
      const typefaces = openTypefaces();
      const frame = {
        siteTitle: siteConfig.title,
        logo: fs.readFileSync(path.join(siteDir, logo), 'utf8').trim(),
      };
      const drawings = new Map<string, Drawing & {readonly card: Card; readonly address: string}>();
      for (const card of cards) {
        const svg = composeCard(card, frame, typefaces);
        const hash = hashDrawing(svg);
        const name = toName(card.permalink, baseUrl);
        const relative = `${CARDS_FOLDER}/${name}.${hash.slice(0, HASH_LENGTH)}.png`;
        drawings.set(name, {
          card,
          svg,
          hash,
          file: path.join(outDir, relative),
          address: new URL(baseUrl + relative, siteConfig.url).href,
        });
      }
      const count = await drawCards(
        [...drawings.values()],
        path.join(siteDir, 'node_modules/.cache', NAME),
      );
      logger.info(`Social cards: ${count.drawn} drawn, ${count.kept} from the cache.`);

      const unused = new Set(drawings.keys());
      const general = drawings.get(toName(baseUrl, baseUrl))!;
      for (const file of fs.readdirSync(outDir, {recursive: true, encoding: 'utf8'})) {
        if (!file.endsWith('.html')) {
          continue;
        }
        // Read and written in one go: the other plugins change the same files meanwhile.
        const html = fs.readFileSync(path.join(outDir, file), 'utf8');
        if (!hasTitle(html)) {
          continue; // a redirect
        }
        const name = file
          .split(path.sep)
          .join('/')
          .replace(/\.html$/, '')
          .replace(/\/index$/, '');
        unused.delete(name);
        const {card, address} = drawings.get(name) ?? general;
        fs.writeFileSync(
          path.join(outDir, file),
          insertMeta(html, {
            image: address,
            width: WIDTH,
            height: HEIGHT,
            alt: describe(card),
            type: card.type,
            fallbackDescription: siteConfig.tagline,
          }),
        );
      }
      if (unused.size > 0) {
        throw new Error(
          `${NAME}: Pages with a card are not where they should be: ${[...unused].join(', ')}. Look at how the build names their files.`,
        );
      }
    },
  };
}
