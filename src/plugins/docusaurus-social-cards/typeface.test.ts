import {describe, expect, it} from 'vitest';
import {openTypefaces} from './typeface.ts';

/** All Han characters of the first and second level of GB 2312, which is what simplified Chinese is written with. */
function listGb2312(): string[] {
  const decoder = new TextDecoder('gb2312', {fatal: false});
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      bytes.push(row, cell);
    }
  }
  return Array.from(decoder.decode(Uint8Array.from(bytes))).filter((sign) =>
    /\p{Script=Han}/u.test(sign),
  );
}

describe.each(Object.entries(openTypefaces()))('the %s font', (_name, typeface) => {
  it('has every character that a page may use: Chinese, Latin, marks, units, arrows', () => {
    const wanted = [
      ...listGb2312(),
      // Outside of GB 2312, but in use.
      ...'囧喆堃燚鑫镕啰嘚瞭〇',
      ...Array.from({length: 0x7e - 0x20}, (_, index) => String.fromCharCode(0x21 + index)),
      ...'，。、：；！？（）《》「」『』“”‘’…—～·％×÷±≤≥≠≈→←↑↓⇒①②③✓℃µΩ²½',
    ];
    expect(wanted.length).toBeGreaterThan(6800);
    expect(wanted.filter((character) => !typeface.hasGlyph(character))).toEqual([]);
  });

  it('knows what it lacks', () => {
    expect(['😀', '\u200b', '\ue000'].filter(typeface.hasGlyph)).toEqual([]);
  });

  it('measures as wide as it draws', () => {
    expect(typeface.measure('汉字', 100)).toBe(200);
    expect(typeface.measure('AV', 100)).toBeLessThan(
      typeface.measure('A', 100) + typeface.measure('V', 100),
    );
    const places = [
      ...typeface
        .trace('汉字', 10, 50, 100)
        .matchAll(/matrix\(0\.1 0 0 -0\.1 ([\d.]+) ([\d.]+)\)/g),
    ];
    expect(places.map(([, x, y]) => [x, y])).toEqual([
      ['10', '50'],
      ['110', '50'],
    ]);
  });
});
