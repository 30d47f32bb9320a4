import {breakHeading, breakLines, type Room} from './breakLines.ts';
import type {Card} from './listCards.ts';
import type {Typeface, Typefaces} from './typeface.ts';

/** Size of a card in pixels: what Open Graph and Twitter ask for. */
export const WIDTH = 1200;
/** See {@link WIDTH}. */
export const HEIGHT = 630;

/** What stands on every card. */
export type Frame = {
  readonly siteTitle: string;
  /** The logo's SVG. */
  readonly logo: string;
};

/** The light colours of `custom.css`; a card cannot follow the reader's colour mode. */
const COLORS = {
  page: '#ffffff',
  band: '#1b56c4',
  title: '#1c1e21',
  text: '#3b4048',
  muted: '#565e6b',
  rule: '#d8dde5',
} as const;

const LEFT = 80;
const RIGHT = WIDTH - 72;
const BAND_WIDTH = 20;
/** The line below the rule: the site at the left, section and edition at the right. */
const FOOTER = {rule: 524, middle: 576, size: 32, logo: 44, gap: 14};

/** Type sizes of a title, the greatest that fits is taken: with fewer words a title is set larger. Line heights in pixels. */
const TITLES = [
  {size: 92, lineHeight: 112, maxLines: 1},
  {size: 76, lineHeight: 94, maxLines: 2},
  {size: 60, lineHeight: 76, maxLines: 3},
] as const;
const TITLE_TOP = 56;

const ANSWER = {size: 36, lineHeight: 56, gap: 24, maxLines: 5};
/** The lowest place that the answer may reach, above the footer's rule. */
const ANSWER_BOTTOM = 508;

/** From the top of a line to its base line, as a share of the type size, for a line as high as its type. */
const ASCENT = 0.88;

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function createRoom(
  typeface: Typeface,
  size: number,
  maxLines: number,
  width = RIGHT - LEFT,
): Room {
  return {measure: (text) => typeface.measure(text, size), width, maxLines};
}

/** Base lines of lines that begin at `top`. */
function place(index: number, top: number, size: number, lineHeight: number): number {
  return top + index * lineHeight + (lineHeight - size) / 2 + size * ASCENT;
}

function setTitle(title: string, {bold}: Typefaces) {
  for (const style of TITLES) {
    const lines = breakHeading(title, createRoom(bold, style.size, style.maxLines));
    if (lines) {
      return {...style, lines};
    }
  }
  const smallest = TITLES[TITLES.length - 1]!;
  return {
    ...smallest,
    lines: breakLines(title, createRoom(bold, smallest.size, smallest.maxLines)),
  };
}

/** What a card says, in lines, as it is drawn. */
export type CardLines = {readonly title: readonly string[]; readonly answer: readonly string[]};

function setCard({title, answer}: Card, typefaces: Typefaces) {
  const heading = setTitle(title.text, typefaces);
  const answerTop = TITLE_TOP + heading.lines.length * heading.lineHeight + ANSWER.gap;
  const maxLines = Math.min(
    ANSWER.maxLines,
    Math.floor((ANSWER_BOTTOM - answerTop) / ANSWER.lineHeight),
  );
  const lines = breakLines(answer.text, createRoom(typefaces.regular, ANSWER.size, maxLines));
  return {heading, answerTop, lines};
}

/** Breaks the texts of a card into lines. */
export function breakCard(card: Card, typefaces: Typefaces): CardLines {
  const {heading, lines} = setCard(card, typefaces);
  return {title: heading.lines, answer: lines};
}

/**
 * Draws a card as SVG. All letters are outlines, so that it looks the same wherever it becomes an image. Equal cards are equal
 * texts, so that the image can be kept under the hash of this.
 */
export function composeCard(card: Card, {siteTitle, logo}: Frame, typefaces: Typefaces): string {
  const {regular, bold} = typefaces;
  const {heading, answerTop, lines} = setCard(card, typefaces);
  const write = (
    typeface: Typeface,
    color: string,
    text: string,
    [x, y, size]: readonly [number, number, number],
  ): string => `<g fill="${color}">${typeface.trace(text, x, y, size)}</g>`;
  const {size, middle, gap} = FOOTER;
  const baseline = place(0, middle - size / 2, size, size);
  const siteLeft = LEFT + FOOTER.logo + gap;
  const siteRight = siteLeft + bold.measure(siteTitle, size);
  const [places = ''] = breakLines(
    card.places.map(({text}) => text).join(' · '),
    createRoom(regular, size, 1, RIGHT - siteRight - 3 * gap),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">`,
    `<title>${escape(card.title.text)}</title>`,
    `<path fill="${COLORS.page}" d="M0 0H${WIDTH}V${HEIGHT}H0z"/>`,
    `<path fill="${COLORS.band}" d="M0 0H${BAND_WIDTH}V${HEIGHT}H0z"/>`,
    ...heading.lines.map((line, index) =>
      write(bold, COLORS.title, line, [
        LEFT,
        place(index, TITLE_TOP, heading.size, heading.lineHeight),
        heading.size,
      ]),
    ),
    ...lines.map((line, index) =>
      write(regular, COLORS.text, line, [
        LEFT,
        place(index, answerTop, ANSWER.size, ANSWER.lineHeight),
        ANSWER.size,
      ]),
    ),
    `<path fill="${COLORS.rule}" d="M${LEFT} ${FOOTER.rule}H${RIGHT}v2H${LEFT}z"/>`,
    logo.replace(
      /<svg\b/,
      `$& x="${LEFT}" y="${middle - FOOTER.logo / 2}" width="${FOOTER.logo}" height="${FOOTER.logo}"`,
    ),
    write(bold, COLORS.muted, siteTitle, [siteLeft, baseline, size]),
    write(regular, COLORS.muted, places, [RIGHT - regular.measure(places, size), baseline, size]),
    '</svg>',
  ].join('');
}
