import {describe, expect, it} from 'vitest';
import {splitWords, weigh} from './splitWords.ts';

describe('splitWords', () => {
  it('divides Chinese, which has no spaces, by words', () => {
    expect(splitWords('调度器选择节点。')).toEqual(['调度', '器', '选择', '节点', '。']);
  });

  it('keeps identifiers and version numbers whole', () => {
    expect(splitWords('kube-proxy 从v1.37.0起读spec.nodeName')).toEqual([
      'kube-proxy',
      ' ',
      '从',
      'v1.37.0',
      '起',
      '读',
      'spec.nodeName',
    ]);
  });

  it('loses no character', () => {
    const text = '  𠮷 café “a”——1.5 倍；\n/etc/cni，100%（见 RFC 1035）';
    expect(splitWords(text).join('')).toBe(text);
  });
});

describe('weigh', () => {
  it('counts what there is to read', () => {
    expect(weigh('节点')).toBe(4);
    expect(weigh('Pod 2')).toBe(4);
    expect(weigh('，。 /')).toBe(0);
  });
});
