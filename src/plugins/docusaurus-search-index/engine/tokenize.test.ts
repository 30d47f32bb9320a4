import {describe, expect, it} from 'vitest';
import {
  findPlaces,
  forEachTerm,
  isWordTerm,
  normalize,
  splitBigrams,
  splitUnits,
  splitWord,
} from './tokenize.ts';

function listTerms(text: string): string[] {
  const terms: string[] = [];
  forEachTerm(text, (term) => terms.push(term));
  return terms;
}

const listUnits = (text: string): string[] => splitUnits(normalize(text)).map((unit) => unit.text);

describe('identifiers', () => {
  it.each([
    ['words joined by underscores', 'tcp_tw_reuse', 'tcptwreuse', ['tcp', 'tw', 'reuse']],
    ['words joined by hyphens', 'kube-proxy', 'kubeproxy', ['kube', 'proxy']],
    ['words joined by dots', 'ipvs.scheduler', 'ipvsscheduler', ['ipvs', 'scheduler']],
    [
      'words joined by capitals',
      'externalTrafficPolicy',
      'externaltrafficpolicy',
      ['external', 'traffic', 'policy'],
    ],
    ['an abbreviation before a word', 'HTTPRoute', 'httproute', ['http', 'route']],
    ['several capitals', 'RunPodSandbox', 'runpodsandbox', ['run', 'pod', 'sandbox']],
    ['a version', 'v1.37', 'v137', ['v1', '37']],
    ['letters before digits', 'ipv6', 'ipv6', ['ipv']],
    ['a path', 'proc/sys/vm', 'procsysvm', ['proc', 'sys', 'vm']],
    ['a port', 'localhost:10249', 'localhost10249', ['localhost', '10249']],
  ])('are %s, and their parts', (_, word, joined, parts) => {
    expect(splitWord(word)).toEqual({joined, parts});
  });

  it('have no parts if they are a plain word, however it is written', () => {
    for (const word of ['etcd', 'Pod', 'DNAT']) {
      expect(splitWord(word)).toEqual({joined: word.toLowerCase(), parts: []});
    }
  });

  it('are one term, wherever their separators stand', () => {
    for (const word of ['kube-proxy', 'kube_proxy', 'kube.proxy', 'KubeProxy', 'kube:proxy']) {
      expect(splitWord(word).joined).toBe('kubeproxy');
    }
  });

  it('end where a character cannot be part of a name', () => {
    expect(listUnits('/proc/$PID/oom_score')).toEqual(['proc', 'PID/oom_score']);
    expect(listTerms('/proc/$PID/oom_score')).toEqual(
      expect.arrayContaining(['proc', 'pid', 'oom', 'score', 'pidoomscore']),
    );
    expect(listUnits('--output=json, a--b')).toEqual(['output', 'json', 'a', 'b']);
  });

  it('too long to be typed are found by their parts only', () => {
    const terms = listTerms(`sha256-${'0a'.repeat(40)}`);
    expect(terms).toContain('sha256');
    expect(terms.filter((term) => term.length > 64)).toEqual([]);
  });
});

describe('normalize', () => {
  it('folds full-width and half-width forms', () => {
    expect(normalize('ｋｕｂｅ－ｐｒｏｘｙ　Ｖ１')).toBe('kube-proxy V1');
    expect(normalize('ﾎﾟｯﾄﾞ')).toBe('ポッド');
    expect(normalize('ﬁle')).toBe('file');
  });

  it('composes letters with their accents', () => {
    expect(normalize('cafe\u0301')).toBe('café');
  });

  it('removes what cannot be seen: zero-width characters, soft hyphens, marks of direction', () => {
    expect(normalize('主\u200b从\ufeff复\u2060制')).toBe('主从复制');
    expect(normalize('kube\u00adlet\u200d')).toBe('kubelet');
    expect(normalize('\u202epod\u202c\u200f')).toBe('pod');
  });
});

describe('splitUnits', () => {
  it('divides Han characters and Latin words that stand without spaces', () => {
    expect(splitUnits('用kubectl看Pod的日志')).toEqual([
      {isCjk: true, text: '用', index: 0},
      {isCjk: false, text: 'kubectl', index: 1},
      {isCjk: true, text: '看', index: 8},
      {isCjk: false, text: 'Pod', index: 9},
      {isCjk: true, text: '的日志', index: 12},
    ]);
  });

  it('ends a run of Han characters at punctuation and spaces', () => {
    expect(listUnits('从库，源库 日志（中继）')).toEqual(['从库', '源库', '日志', '中继']);
  });

  it('takes scripts without spaces by bigrams, and all others by words', () => {
    expect(splitUnits('容器 コンテナ 컨테이너').map(({isCjk}) => isCjk)).toEqual([
      true,
      true,
      true,
    ]);
    expect(splitUnits('Ελληνικά Привет naïve Größe').map(({isCjk}) => isCjk)).toEqual(
      new Array(4).fill(false),
    );
    expect(listTerms('Привет, NAÏVE Größe')).toEqual(['привет', 'naïve', 'größe']);
    expect(isWordTerm('привет')).toBe(true);
    expect(isWordTerm('主从')).toBe(false);
  });

  it('finds nothing in punctuation, emoji and halves of characters', () => {
    for (const text of ['', ' \n', '…，。！<>/-_.', '🚀👩‍💻', '\ud83d', '\ude80\ud83d', '\u202e']) {
      expect(listTerms(text)).toEqual([]);
    }
  });

  it('finds the words around them', () => {
    expect(listTerms('🚀Pod\ud83d启动\udc00')).toEqual(['pod', '启动', '动']);
  });
});

describe('Han terms', () => {
  it('are all pairs of neighbours, and the last character for searches for one', () => {
    expect(splitBigrams('主从复制')).toEqual(['主从', '从复', '复制']);
    expect(listTerms('主从复制')).toEqual(['主从', '从复', '复制', '制']);
    expect(listTerms('主')).toEqual(['主']);
  });

  it('hold whole characters, also those outside of the basic plane', () => {
    expect(splitBigrams('𠮷野家')).toEqual(['𠮷野', '野家']);
    expect(listTerms('野𠮷')).toEqual(['野𠮷', '𠮷']);
  });

  it('come once for every occurrence', () => {
    expect(listTerms('主从，主从').filter((term) => term === '主从')).toHaveLength(2);
  });
});

describe('findPlaces', () => {
  it('finds Latin names where they are words of their own', () => {
    expect(findPlaces('sc', 'sc')).toEqual([0]);
    expect(findPlaces('describe sc, sc2, 用sc吗, esc', 'sc')).toEqual([9, 19]);
    expect(findPlaces('describe éscé', 'sc')).toEqual([]);
    expect(findPlaces('the relay log.', 'relay log')).toEqual([4]);
    expect(findPlaces('rpl_semi_sync_source_no_tx, source.', 'source')).toEqual([28]);
    expect(findPlaces('cni-plugins/cni: cni', 'cni')).toEqual([17]);
    expect(findPlaces('the relay logs', 'relay log')).toEqual([]);
    expect(findPlaces('my.pod_name', 'pod')).toEqual([]);
  });

  it('finds Han names wherever they stand', () => {
    expect(findPlaces('网络命名空间与命名空间', '命名空间')).toEqual([2, 7]);
    expect(findPlaces('cgroup命名空间v2', '命名空间')).toEqual([6]);
    expect(findPlaces('主从', '从库')).toEqual([]);
  });
});
