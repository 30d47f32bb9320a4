import {describe, expect, it} from 'vitest';
import {breakHeading, breakLines, type Room} from './breakLines.ts';

/** Han and full-width marks are 2 wide, everything else 1. */
function measure(text: string): number {
  return Array.from(text).reduce(
    (sum, sign) => sum + (/[\u2014-\u2026\u3000-\uffef]/.test(sign) ? 2 : 1),
    0,
  );
}

const room = (width: number, maxLines = 99): Room => ({measure, width, maxLines});

const TEXT =
  '内存超过 maxmemory 时，Redis 按「maxmemory-policy」处理（默认 noeviction）：不删键，只让「会增加内存」的命令报错……通用缓存——先选 allkeys-lru；热点长期稳定，选《allkeys-lfu》！真的？是。重试 5 次，每次 30 秒，用 --force · 占 20％～30％。';

describe('breakLines', () => {
  it('lets no line be wider than the room, whatever the width', () => {
    for (let width = 24; width < 120; width++) {
      for (const line of breakLines(TEXT, room(width))) {
        expect(measure(line), `${width}: ${line}`).toBeLessThanOrEqual(width);
      }
    }
  });

  it('begins no line with a mark that closes or separates, and ends none with one that opens', () => {
    for (let width = 24; width < 120; width++) {
      const lines = breakLines(TEXT, room(width));
      expect(lines.length).toBeGreaterThan(1);
      for (const line of lines) {
        expect(line, `${width}`).not.toMatch(/^[，。、：；！？）》」』〉”’…·～％%,.;:!?)]/);
        expect(line, `${width}`).not.toMatch(/[（《「『〈“‘(]$/);
      }
    }
  });

  it('takes no Latin word apart, nor an option, nor a number from its unit, nor a dash', () => {
    for (let width = 24; width < 120; width++) {
      const text = breakLines(TEXT, room(width)).join('\n');
      for (const whole of ['maxmemory', 'noeviction', '--force', '5 次', '30 秒', '——', '……']) {
        expect(text, `${width}`).toContain(whole);
      }
    }
  });

  it('loses nothing but the spaces at the ends of lines', () => {
    for (let width = 24; width < 120; width++) {
      expect(breakLines(TEXT, room(width)).join('').replaceAll(' ', '')).toBe(
        TEXT.replaceAll(' ', ''),
      );
    }
  });

  it('takes a word apart that is wider than a line', () => {
    expect(breakLines('用 ValidatingAdmissionWebhook', room(10))).toEqual([
      '用 Validat',
      'ingAdmissi',
      'onWebhook',
    ]);
  });

  it('does not tear a letter from what is put on it', () => {
    const letter = 'e\u0301';
    expect(breakLines(letter.repeat(4), room(4))).toEqual([letter.repeat(2), letter.repeat(2)]);
  });

  it('ends with an ellipsis what has no room, and with no mark before it', () => {
    expect(breakLines('甲乙丙丁，戊己庚辛', room(8, 1))).toEqual(['甲乙丙…']);
    expect(breakLines('甲乙，丙丁戊己庚辛', room(8, 1))).toEqual(['甲乙…']);
    expect(breakLines('甲（乙丙丁）', room(6, 1))).toEqual(['甲…']);
    expect(breakLines('甲乙 maxmemory-policy', room(10, 1))).toEqual(['甲乙…']);
    expect(breakLines('maxmemory', room(6, 1))).toEqual(['maxm…']);
    expect(breakLines('甲乙丙丁', room(8, 1))).toEqual(['甲乙丙丁']);
  });

  it('makes no lines of nothing', () => {
    expect(breakLines('', room(10))).toEqual([]);
  });
});

describe('breakHeading', () => {
  it('gives the lines about the same width', () => {
    expect(breakHeading('甲乙丙丁戊己庚辛壬癸', room(18))).toEqual(['甲乙丙丁戊', '己庚辛壬癸']);
  });

  it('breaks between words where there is room for it', () => {
    expect(breakHeading('访问域名的解析过程', room(14))).toEqual(['访问域名的', '解析过程']);
  });

  it('takes words apart rather than a line more', () => {
    expect(breakHeading('解析解析过程', room(6))).toEqual(['解析解', '析过程']);
  });

  it('gives up when it takes more lines than there are, or a word taken apart', () => {
    expect(breakHeading('用 Webhook', room(6, 9))).toBeUndefined();
    expect(breakHeading('甲乙丙丁戊', room(4, 2))).toBeUndefined();
    expect(breakHeading('甲乙丙丁', room(4, 2))).toEqual(['甲乙', '丙丁']);
  });
});
