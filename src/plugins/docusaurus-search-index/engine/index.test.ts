import {describe, expect, it} from 'vitest';
import {buildIndex} from '../buildIndex.ts';
import {createLoader, createRecord, createRecordSet, openIndex, readManifest} from '../testing.ts';
import {SearchIndex, type SearchOptions} from './index.ts';
import {IndexStore} from './store.ts';

const RECORDS = [
  createRecord({
    path: '/docs/mysql/replication',
    titles: ['MySQL', '主从复制'],
    content:
      '从库主动连上源库，源库为它起一个 dump 线程推送 binlog 事件；从库的接收线程写入中继日志（relay log），协调线程再分给工作线程应用。默认是异步的，崩溃时可能丢掉最近的事务。',
    keywords: ['主从同步', 'Slave_IO_Running'],
    questions: ['主从复制的原理是什么？'],
  }),
  createRecord({
    kind: 'section',
    path: '/docs/mysql/replication',
    anchor: 'semi-sync',
    titles: ['MySQL', '主从复制', '半同步：提交等一个回执'],
    content:
      '提交要等 rpl_semi_sync_source_wait_for_replica_count 个从库回 ACK。下图是默认的 AFTER_SYNC。',
  }),
  createRecord({
    kind: 'row',
    path: '/docs/mysql/replication',
    anchor: 'name-columns',
    titles: ['MySQL', '主从复制', '新旧名称对照', '状态里的列'],
    content: '旧名：Slave_IO_Running；9.7 的名称：Replica_IO_Running；旧名的去向：随旧语句删除',
  }),
  createRecord({
    kind: 'step',
    path: '/docs/mysql/replication',
    anchor: 'replication-async-step-6',
    titles: ['MySQL', '主从复制', '一次提交怎样到从库', '源库 → 源库的 binlog：写入事件并刷盘'],
    content: '整个事务的事件写进 binlog。sync_binlog=1（默认）时立刻刷盘。',
  }),
  createRecord({
    path: '/docs/networking/kube-proxy',
    titles: ['集群网络', 'kube-proxy 的几种模式'],
    content:
      'kube-proxy 监听 Service 和 EndpointSlice，把转发规则写进节点内核，自己不转发数据包。内核 5.13 以上的新集群选 nftables；IPVS 已在 v1.35 弃用。',
    questions: ['IPVS 为什么比 iptables 快？'],
  }),
  createRecord({
    kind: 'row',
    path: '/docs/networking/kube-proxy',
    anchor: 'mode-kernel',
    titles: ['集群网络', 'kube-proxy 的几种模式', '各模式对比', '内核要求'],
    content: 'iptables：无单独要求；IPVS：ip_vs 等模块；nftables：5.13，nft 1.0.1',
  }),
  createRecord({
    path: '/docs/pods/graceful-shutdown',
    titles: ['Pod', 'Pod 优雅关闭'],
    content:
      'kubelet 先运行 preStop，再发 SIGTERM，等满 terminationGracePeriodSeconds（默认 30 秒）还没退出就发 SIGKILL。同时 Pod 从 EndpointSlice 里摘除。',
  }),
  createRecord({
    path: '/docs/runtime/namespaces-vs-cgroups',
    titles: ['容器运行时', '命名空间与 cgroup'],
    content:
      '命名空间决定进程看到什么，cgroup 限制它用多少。看 /proc/$PID/oom_score，或用nsenter进入网络命名空间。',
  }),
  createRecord({
    path: '/docs/redis/eviction',
    titles: ['Redis', '淘汰策略'],
    content:
      '内存超过 maxmemory 时按 maxmemory-policy 处理：通用缓存先选 allkeys-lru，热点稳定选 allkeys-lfu。绿色通道不限。',
    keywords: ['eviction', 'OOM command not allowed'],
  }),
  createRecord({
    path: '/docs/network/dns-resolution',
    titles: ['网络基础', '域名解析'],
    content:
      '解析器按 /etc/resolv.conf 的 search 与 ndots:5 依次尝试，CoreDNS 收到后向上游转发。HTTPRoute 与此无关。',
  }),
];

const INDEX = openIndex(RECORDS);

/** What is found, best first, as `page` or `page#anchor`. */
async function find(query: string, options?: SearchOptions, index = INDEX): Promise<string[]> {
  const {hits} = await index.search(query, options);
  return hits.map(({path, anchor}) => path.split('/').at(-1)! + (anchor && `#${anchor}`));
}

describe('a search finds', () => {
  it.each([
    // Chinese
    ['a word of a title', '主从复制', 'replication'],
    ['two characters from the middle of a word', '雅关', 'graceful-shutdown'],
    ['one character', '淘', 'eviction'],
    ['one character that only ends words', '执', 'replication#semi-sync'],
    ['a phrase of the text', '转发规则写进节点内核', 'kube-proxy'],
    ['words in another order', '优雅关闭 Pod', 'graceful-shutdown'],
    ['a question of the front matter', '主从复制的原理', 'replication'],
    ['a keyword of the front matter', '主从同步', 'replication'],
    ['traditional characters', '主從複製', 'replication'],
    ['traditional characters beside simplified ones', '优雅關閉', 'graceful-shutdown'],
    ['characters with others between them that cannot be seen', '主从\u200b复制', 'replication'],
    // Latin words and identifiers
    ['a word', 'dump', 'replication'],
    ['a word in other case', 'KUBELET', 'graceful-shutdown'],
    ['a word without spaces around it', 'nsenter', 'namespaces-vs-cgroups'],
    ['the beginning of a word', 'kubel', 'graceful-shutdown'],
    ['one letter that begins a word', 'h', 'dns-resolution'],
    ['an identifier', 'maxmemory-policy', 'eviction'],
    ['a part of an identifier', 'grace', 'graceful-shutdown'],
    ['the inside of an identifier', 'raceper', 'graceful-shutdown'],
    ['an identifier with other separators', 'rpl-semi-sync-source', 'replication#semi-sync'],
    ['an identifier without separators', 'kubeproxy', 'kube-proxy'],
    ['an identifier in separate words', 'kube proxy', 'kube-proxy'],
    ['capitals taken apart', 'http route', 'dns-resolution'],
    ['separators for capitals', 'termination_grace_period_seconds', 'graceful-shutdown'],
    ['a path', '/proc/$PID/oom_score', 'namespaces-vs-cgroups'],
    ['a path with a number', '/proc/4711/oom_score', 'namespaces-vs-cgroups'],
    ['a version', 'v1.35', 'kube-proxy'],
    ['a version without its letter', '1.35', 'kube-proxy'],
    ['full-width letters', 'ｋｕｂｅ－ｐｒｏｘｙ', 'kube-proxy'],
    ['a word in both scripts', 'Pod优雅', 'graceful-shutdown'],
    // Typing errors
    ['a word with two letters swapped', 'dupm', 'replication'],
    ['a word with a letter too many', 'nsennter', 'namespaces-vs-cgroups'],
    ['a word with a letter too few', 'kubeet', 'graceful-shutdown'],
    ['a word with a wrong letter', 'corebns', 'dns-resolution'],
    ['a word with a wrong first letter', 'sgroup', 'namespaces-vs-cgroups'],
    ['a long word with two errors', 'maxmmeroy', 'eviction'],
    ['the beginning of a word with an error', 'maxmmeo', 'eviction'],
    // Pinyin of titles
    ['pinyin', 'zhucongfuzhi', 'replication'],
    ['initials of pinyin', 'zcfz', 'replication'],
    ['the beginning of pinyin', 'youyag', 'graceful-shutdown'],
    ['pinyin from a word in the middle of a title', 'guanbi', 'graceful-shutdown'],
    ['the beginning of pinyin from there', 'guanb', 'graceful-shutdown'],
    ['initials from there', 'gb', 'graceful-shutdown'],
    ['ü as it is typed', 'taotaicelve', 'eviction'],
    ['ü as it is written in passports', 'celue', 'eviction'],
    // Questions
    ['the subject of a question', '什么是优雅关闭？', 'graceful-shutdown'],
    ['the subject among other words', '请问 Pod 怎么才能优雅关闭呢', 'graceful-shutdown'],
    ['the subject of an English question', 'what is the kubelet', 'graceful-shutdown'],
    ['known words beside an unknown one', 'kubelet 量子纠缠', 'graceful-shutdown'],
    ['known words behind an unknown one', 'zzzzqqqq 主从复制', 'replication'],
  ])('%s: %s', async (_, query, best) => {
    expect((await find(query))[0]).toBe(best);
  });

  it('nothing for words that are nowhere, not even nearly', async () => {
    for (const query of ['量子纠缠', 'zzzzqqqq', '주종', 'привет']) {
      expect(await INDEX.search(query)).toMatchObject({hits: [], total: 0});
    }
  });

  it('nothing for a short word with an error, or for a word with too many', async () => {
    // A space ends a word, so that the last one is not the beginning of another.
    for (const query of ['pdo', 'nfatlbse', 'kbueelt', 'maxmmeo ']) {
      expect(await find(query)).toEqual([]);
    }
  });

  it('nothing in a title of one page for the pinyin of another', async () => {
    expect(await find('zcfz')).not.toContain('eviction');
  });
});

describe('a hit', () => {
  it('says what was found, and where', async () => {
    const {hits} = await INDEX.search('Replica_IO_Running', {limit: 1});
    expect(hits).toEqual([
      {
        record: 2,
        kind: 'row',
        path: '/docs/mysql/replication',
        anchor: 'name-columns',
        titles: ['MySQL', '主从复制', '新旧名称对照', '状态里的列'],
        content: expect.stringContaining('9.7 的名称：Replica_IO_Running'),
        score: expect.any(Number),
      },
    ]);
  });

  it('comes before those with a lower score', async () => {
    const scores = (await INDEX.search('从库')).hits.map(({score}) => score);
    expect(scores.length).toBeGreaterThan(1);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('in a title comes before one in the text', async () => {
    const index = openIndex([
      createRecord({path: '/text', titles: ['章', '甲'], content: '探针与 etcd。'}),
      createRecord({path: '/title', titles: ['章', '探针与 etcd'], content: '乙。'}),
    ]);
    for (const query of ['探针', 'etcd', '探']) {
      expect(await find(query, {}, index)).toEqual(['title', 'text']);
    }
  });

  it('with the words side by side comes before one with the words apart', async () => {
    const index = openIndex([
      createRecord({path: '/apart', titles: ['章', '甲'], content: '探针就绪，就绪之前探针失败。'}),
      createRecord({
        path: '/phrase',
        titles: ['章', '乙'],
        content: '就绪探针，探针失败之前就绪。',
      }),
    ]);
    expect(await find('就绪探针', {}, index)).toEqual(['phrase', 'apart']);
  });

  it('with all the words comes before one with some', async () => {
    const [first] = await find('binlog 刷盘 sync_binlog');
    expect(first).toBe('replication#replication-async-step-6');
  });

  it('with the word itself comes before one with a longer word', async () => {
    const index = openIndex([
      createRecord({path: '/longer', titles: ['章', '甲'], content: 'nodeport'}),
      createRecord({path: '/itself', titles: ['章', '乙'], content: 'node'}),
    ]);
    expect(await find('node', {}, index)).toEqual(['itself', 'longer']);
  });
});

describe('options', () => {
  it('limit the hits to a kind; pages and their sections are of one', async () => {
    const kinds = async (kind?: SearchOptions['kind']) =>
      new Set((await INDEX.search('主从复制', {kind})).hits.map((hit) => hit.kind));
    expect(await kinds()).toEqual(new Set(['page', 'row', 'step']));
    expect(await kinds('page')).toEqual(new Set(['page']));
    expect(await kinds('row')).toEqual(new Set(['row']));
    expect(await kinds('step')).toEqual(new Set(['step']));
    expect(await find('半同步', {kind: 'page'})).toContain('replication#semi-sync');
    expect(await find('淘汰策略', {kind: 'row'})).toEqual([]);
  });

  it('limit the hits of a page, not those of others', async () => {
    const all = await find('源库 内核');
    const count = (found: readonly string[], page: string) =>
      found.filter((hit) => hit.startsWith(page)).length;
    expect(count(all, 'replication')).toBeGreaterThan(1);
    const one = await find('源库 内核', {maxPerPage: 1});
    expect(count(one, 'replication')).toBe(1);
    expect(count(one, 'kube-proxy')).toBe(1);
    expect(one[0]).toBe(all[0]);
  });

  it('limit the number of hits to the best ones, while the total counts all', async () => {
    const records = ['a', 'b', 'c'].map((name) =>
      createRecord({path: `/${name}`, content: '就绪探针'}),
    );
    const index = openIndex([...records, createRecord({path: '/d', content: '调度'})]);
    const all = await index.search('就绪探针');
    expect(all.hits).toHaveLength(3);
    expect(all.total).toBe(3);
    const two = await index.search('就绪探针', {limit: 2});
    expect(two.hits).toEqual(all.hits.slice(0, 2));
    expect(two.total).toBe(3);
    expect((await index.search('就绪探针', {limit: 0})).total).toBe(3);
    expect((await index.search('就绪探针', {kind: 'row'})).total).toBe(0);
  });
});

describe('marks', () => {
  const getMarks = async (query: string) => (await INDEX.search(query)).marks;

  it('are the words and phrases that were found, in lower case, longest first', async () => {
    expect(await getMarks('Kubelet 优雅关闭')).toEqual([
      'kubelet',
      '优雅关闭',
      '优雅',
      '雅关',
      '关闭',
    ]);
    expect(await getMarks('主從複製')).toContain('主从复制');
    expect(await getMarks('淘')).toEqual(['淘']);
  });

  it('are the letters that were typed of a longer word, and the right spelling of a wrong one', async () => {
    expect(await getMarks('maxmem')).toEqual(['maxmem']);
    expect(await getMarks('kubeelt')).toEqual(['kubelet']);
    expect(await getMarks('kube_proxy')).toEqual(['kubeproxy']);
  });

  it('are a word of questions only where nothing else was typed', async () => {
    const index = openIndex([createRecord({content: 'why'})]);
    expect(await index.search('why')).toMatchObject({total: 1, marks: ['why']});
  });

  it('are not the pinyin, nor the words of a question', async () => {
    expect(await getMarks('zhucongfuzhi')).toEqual([]);
    expect(await getMarks('What is kubelet')).toEqual(['kubelet']);
    expect(await getMarks('什么是优雅关闭')).not.toContain('什么');
  });
});

describe('the glossary', () => {
  const page = (name: string, content: string) =>
    createRecord({path: `/${name}`, titles: ['章', '甲'], content});
  const FILLING = ['甲', '乙', '丙'].map((text, i) => page(`filling-${i}`, text));
  const open = (glossary: string[][], pages: Record<string, string>) =>
    openIndex(
      [...Object.entries(pages).map(([name, content]) => page(name, content)), ...FILLING],
      glossary,
    );

  it('finds the pages that use another name, whichever was typed', async () => {
    const index = open([['master', '源库', '主库']], {a: '写入源库。', b: '写入 master。'});
    for (const query of ['源库', 'master', 'MASTER', '主库', '主庫']) {
      expect((await find(query, {}, index)).sort()).toEqual(['a', 'b']);
    }
    expect((await index.search('主库')).marks).toEqual(expect.arrayContaining(['master', '源库']));
  });

  it('finds the name that was typed before another one', async () => {
    const index = open([['master', '源库']], {a: '写入源库。', b: '写入 master。'});
    expect(await find('源库', {}, index)).toEqual(['a', 'b']);
    expect(await find('master', {}, index)).toEqual(['b', 'a']);
  });

  it('knows names of several words, however many spaces divide them', async () => {
    const index = open([['relay log', '中继日志']], {a: '写入中继日志。', b: '写入 relay log。'});
    for (const query of ['中继日志', 'relay log', 'Relay  Log', 'relay　log']) {
      expect((await find(query, {}, index)).sort()).toEqual(['a', 'b']);
    }
  });

  it('knows names inside of a longer query', async () => {
    const index = open([['源库', 'master']], {a: '源库崩溃。', b: 'master 重启。'});
    expect((await find('master崩溃', {}, index))[0]).toBe('a');
  });

  it('knows Latin names only as words of their own', async () => {
    const index = open([['sc', '存储类']], {a: '存储类', b: 'describe sc2 esc'});
    for (const query of ['describe', 'sc2', 'esc', 'éscé']) {
      expect(await find(query, {}, index), query).not.toContain('a');
    }
    for (const query of ['sc', '用sc吗', 'wsc sc', 'sc?']) {
      expect(await find(query, {}, index), query).toContain('a');
    }
  });

  it('takes the longest of several names that overlap', async () => {
    const glossary = [
      ['命名空间', 'namespace'],
      ['网络命名空间', 'netns'],
    ];
    for (const groups of [glossary, [...glossary].reverse()]) {
      const index = open(groups, {a: 'netns', b: 'namespace'});
      expect(await find('网络命名空间', {}, index)).toEqual(['a']);
      expect(await find('命名空间', {}, index)).toEqual(['b']);
      expect(await find('网络命名空间 命名空间', {}, index)).toContain('b');
    }
  });

  it('takes names that stand side by side', async () => {
    const index = open(
      [
        ['源库', 'master'],
        ['从库', 'replica'],
      ],
      {a: 'master 与 replica'},
    );
    for (const query of ['源库从库', '从库源库']) {
      expect(await index.search(query)).toMatchObject({
        total: 1,
        marks: expect.arrayContaining(['master', 'replica']),
      });
    }
  });

  it('needs all of a name, and not only words of it', async () => {
    const index = open([['中继日志', 'relay log']], {a: 'relay log', b: 'relay', c: 'log'});
    expect(await find('中继日志', {}, index)).toEqual(['a']);
  });
});

describe('any query', () => {
  it.each([
    ['an empty one', ''],
    ['a blank one', ' \t\n　'],
    ['only punctuation', '？！…，。/-_."\'`'],
    ['only a zero-width space', '\u200b'],
    ['only emoji', '🚀👩‍💻'],
    ['only half a character', '\ud83d'],
  ])('has an answer without hits: %s', async (_, query) => {
    expect(await INDEX.search(query)).toEqual({hits: [], total: 0, marks: []});
  });

  it.each([
    ['markup', '<script>alert("1")</script>主从复制'],
    ['quotes', `"主从复制' \`\``],
    ['a path upwards', '../../主从复制'],
    ['what means something in patterns', '.*+?^${}()|[]\\主从复制'],
    ['emoji', '🚀主从复制🚀'],
    ['halves of characters', '\ude80主从复制\ud83d'],
    ['marks of direction', '\u202e主从\u200f复制\u202c'],
    ['names of object members', '主从复制 constructor __proto__ toString'],
    ['more than anyone types', `主从复制${' constructor'.repeat(1000)}`],
    ['a word longer than any', `主从复制 ${'x'.repeat(10_000)}`],
    ['a phrase longer than any', '主从复制'.repeat(2500)],
    ['an emoji across the end of what is looked at', `主从复制${'🚀'.repeat(99)}`],
  ])('has an answer: %s', async (_, query) => {
    expect((await find(query))[0]).toMatch(/^replication/);
  });

  it('has an answer in an edition without pages', async () => {
    const empty = openIndex([]);
    for (const query of ['主从复制', '主', 'pod', 'p']) {
      expect(await empty.search(query)).toMatchObject({hits: [], total: 0});
    }
  });

  it(
    'finds what stands on a page: every character, phrase, word and part of a word',
    {timeout: 20_000},
    async () => {
      const queries = new Set<string>();
      const addParts = (text: string, min: number) => {
        for (let start = 0; start < text.length; start++) {
          for (let end = start + min; end <= text.length; end++) {
            queries.add(text.slice(start, end));
          }
        }
      };
      for (const {titles, content, keywords, questions} of RECORDS) {
        const text = [...titles, content, ...keywords, ...questions].join('\n');
        text.match(/\p{Script=Han}+/gu)!.forEach((run) => addParts(run, 1));
        text
          .match(/[a-z0-9]+([_.:/-][a-z0-9]+)*/gi)!
          .forEach((word) => addParts(word.toLowerCase(), 2));
        text.match(/[a-z0-9_.:/-]{2,}/gi)!.forEach((word) => queries.add(word));
      }
      const parts = [...queries].filter((query) => /[a-z0-9\p{Script=Han}]{2}|^.$/u.test(query));
      expect(parts.length).toBeGreaterThan(2000);
      const found = await Promise.all(
        parts.map(async (query) => ({query, total: (await INDEX.search(query, {limit: 0})).total})),
      );
      expect(found.filter(({total}) => total === 0)).toEqual([]);
    },
  );

  it('finds the record itself for every phrase of it', async () => {
    for (const {content, path, anchor} of RECORDS) {
      const key = path.split('/').at(-1)! + (anchor && `#${anchor}`);
      for (const run of content.match(/\p{Script=Han}{2,}/gu) ?? []) {
        for (let start = 0; start < run.length - 1; start++) {
          expect(await find(run.slice(start), {limit: 100}), run.slice(start)).toContain(key);
        }
      }
    }
  });
});

describe('a file that cannot be loaded', () => {
  const files = buildIndex(createRecordSet(RECORDS), []);
  it.each([
    ['of Han characters', '主从复制', /^c/],
    ['of words', 'kubelet', /^w/],
    ['of records', 'kubelet', /^f/],
    ['of all words', 'raceper', /^vocabulary/],
    ['of traditional characters', '主從複製', /^variants/],
  ])('%s fails the search, and is loaded by the next one', async (_, query, name) => {
    let isOnline = false;
    const load = createLoader(files);
    const index = new SearchIndex(
      new IndexStore(readManifest(files), async (file) => {
        if (!isOnline && name.test(file)) {
          throw new Error('offline');
        }
        return load(file);
      }),
    );
    await expect(index.search(query)).rejects.toThrow('offline');
    isOnline = true;
    expect(await index.search(query)).toEqual(await INDEX.search(query));
  });
});
