import {describe, expect, it} from 'vitest';
import {forEachPinyin} from './pinyin.ts';

function listPinyin(title: string): string[] {
  const terms: string[] = [];
  forEachPinyin(title, (term) => terms.push(term));
  return terms;
}

describe('forEachPinyin', () => {
  it('gives the pinyin and its initials, from the beginning of each word', () => {
    expect(listPinyin('优雅关闭')).toEqual(['youyaguanbi', 'yygb', 'guanbi', 'gb']);
  });

  it('takes each run of Han characters by itself, and leaves other words out', () => {
    expect(listPinyin('Pod 关闭、kube-proxy 模式')).toEqual(['guanbi', 'gb', 'moshi', 'ms']);
  });

  it('knows characters that are read otherwise in other words', () => {
    expect(listPinyin('重启')).toContain('chongqi');
    expect(listPinyin('重要')).toContain('zhongyao');
  });

  it('writes ü as it is typed, both ways where both are in use', () => {
    expect(listPinyin('绿色')).toEqual(['lvse', 'ls']);
    expect(listPinyin('策略')).toEqual(['celve', 'celue', 'cl']);
  });

  it('gives nothing for a single character, for none, and for scripts without pinyin', () => {
    for (const title of ['', 'etcd', '图', 'Pod 图', 'カタカナ', '컨테이너']) {
      expect(listPinyin(title)).toEqual([]);
    }
  });

  it('gives no more of a long title than anyone types', () => {
    const [full, initials] = listPinyin('源库崩溃之后怎样让从库接着复制');
    expect(full).toBe('yuankubengkuizhihouzenyang');
    expect(initials).toBe('ykbkzhzy');
  });

  it('folds what cannot be seen', () => {
    expect(listPinyin('关\u200b闭')).toEqual(['guanbi', 'gb']);
  });
});
