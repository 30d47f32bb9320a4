import Color from 'colorjs.io';
import type {PrismTheme} from 'prism-react-renderer';
import {toTokenClass} from './rehypePrism.ts';

/** WCAG 2.2, 1.4.3: contrast of text against its background. */
export const MIN_CONTRAST = 4.5;

/**
 * The colour nearest to the given one, on its way to black or white, that can be read on the background.
 * Contrast is the ratio of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
 * @param color any CSS colour, also one marked `!important`, as some themes have it
 * @param background any opaque CSS colour
 * @returns `#rrggbb`
 * @throws TypeError if one of the two is not a CSS colour
 */
export function toReadableColor(color: string, background: string): string {
  const ground = new Color(background).to('srgb');
  const start = new Color(color.replace('!important', '').trim()).to('srgb');
  start.alpha = 1;
  const pole = new Color(ground.luminance > 0.18 ? 'black' : 'white').to('srgb');
  const toHex = (mixed: Color): string => mixed.toString({format: 'hex', collapse: false});
  for (let step = 0; step < 100; step++) {
    const hex = toHex(start.mix(pole, step / 100, {space: 'srgb'}) as Color);
    // Measured on the rounded colour, since that is what is shown.
    if (new Color(hex).contrastWCAG21(ground) >= MIN_CONTRAST) {
      return hex;
    }
  }
  return toHex(pole);
}

type Style = PrismTheme['styles'][number]['style'];

function toDeclarations(style: Style, background: string): string {
  return [
    style.color && `color:${toReadableColor(style.color, background)}`,
    style.fontStyle && `font-style:${style.fontStyle}`,
    style.fontWeight && `font-weight:${style.fontWeight}`,
  ]
    .filter(Boolean)
    .join(';');
}

function createThemeRules({plain, styles}: PrismTheme, scope: string): string[] {
  const background = plain.backgroundColor ?? 'white';
  const text = toReadableColor(plain.color ?? 'black', background);
  return [
    `${scope || ':root'}{--code-background:${background};--code-color:${text}}`,
    ...styles.flatMap(({types, languages, style}) => {
      const declarations = toDeclarations(style, background);
      const within = languages?.map((language) => `[data-language='${language}'] `) ?? [''];
      const selectors = types.flatMap((type) =>
        within.map((prefix) => `${scope} ${prefix}.${toTokenClass(type)}`.trim()),
      );
      return declarations && selectors.length > 0 ? [`${selectors.join()}{${declarations}}`] : [];
    }),
  ];
}

/**
 * Turns prism-react-renderer's themes into one stylesheet for both colour modes. Colours too weak to read are strengthened,
 * and `opacity`, which would weaken them again, is left out.
 * @throws TypeError if a theme's background is not one plain colour
 */
export function createStylesheet(themes: {light: PrismTheme; dark: PrismTheme}): string {
  return [
    ...createThemeRules(themes.light, ''),
    ...createThemeRules(themes.dark, "[data-theme='dark']"),
    '',
  ].join('\n');
}
