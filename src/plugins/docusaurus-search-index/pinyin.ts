import {pinyin} from 'pinyin-pro';
import {normalize, splitUnits} from './engine/tokenize.ts';

const SEGMENTER = new Intl.Segmenter('zh', {granularity: 'word'});
/** Nobody types more of a title in pinyin. */
const MAX_CHARACTERS = 8;

/**
 * The pinyin of a title, in full and by initials, from the beginning of each of its words: 主从复制 gives `zhucongfuzhi`,
 * `zcfz`, `fuzhi`, `fz`. Where ü is written u as often, both ways: 策略 gives `celve` and `celue`.
 */
export function forEachPinyin(title: string, onTerm: (term: string) => void): void {
  for (const unit of splitUnits(normalize(title)).filter(({isCjk}) => isCjk)) {
    for (const {index} of SEGMENTER.segment(unit.text)) {
      const rest = [...unit.text.slice(index)].slice(0, MAX_CHARACTERS).join('');
      const syllables = pinyin(rest, {
        toneType: 'none',
        type: 'array',
        v: true,
        nonZh: 'removed',
      });
      // Kana and hangul have none.
      if (syllables.length > 1) {
        const spelling = syllables.join('');
        const other = syllables.map((syllable) => syllable.replace(/^([ln])ve$/, '$1ue')).join('');
        new Set([spelling, other, syllables.map(([initial]) => initial).join('')]).forEach(onTerm);
      }
    }
  }
}
