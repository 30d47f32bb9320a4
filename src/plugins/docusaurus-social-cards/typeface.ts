import {openSync, type Font, type FontCollection, type GlyphRun} from 'fontkit';

/** A font that a card is drawn with. */
export type Typeface = {
  /** Whether the font can show a character. */
  readonly hasGlyph: (character: string) => boolean;
  /** Width of a text in one line, in pixels. */
  readonly measure: (text: string, size: number) => number;
  /** The text as SVG paths without a colour; `x` is where it begins, `y` its base line. */
  readonly trace: (text: string, x: number, y: number, size: number) => string;
};

/** The weights that cards use. */
export type Typefaces = Readonly<Record<'regular' | 'bold', Typeface>>;

/**
 * Noto Sans SC as a whole, all 20,902 Han characters of Unicode's basic block among its 30,890, so that a new page needs no new font.
 * A committed subset would be smaller, and old with the first character that nobody used before.
 */
const FILES = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
} as const;

/** To a hundredth of a pixel. */
function round(length: number): number {
  return Math.round(length * 100) / 100;
}

function isFont(opened: Font | FontCollection): opened is Font {
  return 'unitsPerEm' in opened;
}

function openTypeface(file: string): Typeface {
  const font = openSync(require.resolve(file));
  if (!isFont(font)) {
    throw new Error(`${file}: The file holds several fonts. Name one that holds a single font.`);
  }
  // As Chinese, whatever a line begins with: else the dots of an ellipsis would be low on some lines and high on others.
  const shape = (text: string): GlyphRun => font.layout(text, undefined, 'hani', 'ZHS');
  // The same few characters are measured and traced over and over.
  const outlines = new Map<number, string>();
  const widths = new Map<string, number>();
  return {
    hasGlyph: (character) => font.hasGlyphForCodePoint(character.codePointAt(0)!),
    measure(text, size) {
      const width = widths.get(text) ?? shape(text).advanceWidth / font.unitsPerEm;
      widths.set(text, width);
      return width * size;
    },
    trace(text, x, y, size) {
      const {glyphs, positions} = shape(text);
      const scale = size / font.unitsPerEm;
      let left = x;
      return glyphs
        .map((glyph, index) => {
          const {xAdvance, xOffset, yOffset} = positions[index]!;
          const place = [left + xOffset * scale, y - yOffset * scale].map(round).join(' ');
          left += xAdvance * scale;
          const outline = outlines.get(glyph.id) ?? glyph.path.toSVG();
          outlines.set(glyph.id, outline);
          return outline === ''
            ? ''
            : `<path transform="matrix(${scale} 0 0 ${-scale} ${place})" d="${outline}"/>`;
        })
        .join('');
    },
  };
}

let opened: Typefaces | undefined;

/** Opens the fonts, once in a run: they never change meanwhile, and it takes a quarter of a second. */
export function openTypefaces(): Typefaces {
  opened ??= {regular: openTypeface(FILES.regular), bold: openTypeface(FILES.bold)};
  return opened;
}
