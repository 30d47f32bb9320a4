import {describe, expect, it} from 'vitest';
import {extractRecords, readMeta} from './extractRecords.ts';

const NAMES = {keywords: ['别名'], questions: ['问？']};
const CRUMBS =
  '<nav class="theme-doc-breadcrumbs breadcrumbsContainer_Z_bl" aria-label=页面路径><ul class=breadcrumbs><li class=breadcrumbs__item><a aria-label=首页 class=breadcrumbs__link href=/><svg viewBox="0 0 24 24"><path d="M10 19"/></svg></a><li class=breadcrumbs__item><a class=breadcrumbs__link href=/docs/networking><span>集群网络</span></a><li class="breadcrumbs__item breadcrumbs__item--active"><span class=breadcrumbs__link>kube-proxy</span></ul></nav>';

/** A page as Docusaurus writes it, minified: attributes without quotes, paragraphs and cells without their ends. */
const createPage = (body: string, before = CRUMBS): string =>
  `<!doctype html><html lang=zh-Hans><head><title>x</title></head><body><nav class=navbar>顶栏</nav><main class=docMainContainer_TBSr><div class="container padding-top--md"><div class=row><div class="col docItemCol_VOVn"><aside class="theme-doc-version-banner banner_R46k" aria-label=关于这个版本>这是 <strong>2022 版</strong></aside><div class=docItemContainer_Djhp><article>${before}<div class="tocCollapsible_ETCw theme-doc-toc-mobile"><button type=button class=clean-btn>本页总览</button></div><div class="theme-doc-markdown markdown">${body}</div></article><nav class="pagination-nav docusaurus-mt-lg" aria-label=上一页和下一页><a href=/docs/x><div class=pagination-nav__label>下一页</div></a></nav></div></div><div class="col col--3"><ul class=table-of-contents><li><a href=#modes>目录</a></ul></div></div></div></main><footer>页脚</footer></body></html>`;

const HEADING = '<header><h1>kube-proxy</h1></header>';

const extract = (body: string) => extractRecords(createPage(body), '/docs/a', NAMES);

/** What is said of each record, as `kind #anchor titles: content`, without the section of the sidebar and the page. */
const describeRecords = (body: string): string[] =>
  extract(HEADING + body).map(
    ({kind, anchor, titles, content}) =>
      `${kind} #${anchor} ${titles.slice(2).join(' > ')}: ${content}`,
  );

/** The text of the page itself. */
const getText = (body: string): string => extract(HEADING + body)[0]!.content;

describe('pages and their sections', () => {
  it('have the titles around them, and the text up to the next heading', () => {
    expect(
      extract(`${HEADING}<p>它只写规则，自己不转发数据包。</p>
<h2 class="anchor anchorTargetStickyNavbar_Vzrq" id=modes>各模式<a href=#modes class=hash-link aria-label=各模式的直接链接 title=各模式的直接链接 translate=no>&#8203;</a></h2>
<p>有三种。
<p>默认是 <code>iptables</code>。`),
    ).toEqual([
      {
        kind: 'page',
        path: '/docs/a',
        anchor: '',
        titles: ['集群网络', 'kube-proxy'],
        content: '它只写规则，自己不转发数据包。',
        keywords: ['别名'],
        questions: ['问？'],
      },
      {
        kind: 'section',
        path: '/docs/a',
        anchor: 'modes',
        titles: ['集群网络', 'kube-proxy', '各模式'],
        content: '有三种。 默认是 iptables。',
        keywords: [],
        questions: [],
      },
    ]);
  });

  it('lie in each other as their headings do', () => {
    expect(
      describeRecords(
        '<h2 id=a>甲</h2><h3 id=b>乙</h3><p>1<h4 id=c>丙</h4><p>2<h3 id=d>丁</h3><h2 id=e>戊</h2><h4 id=f>己</h4>',
      ),
    ).toEqual([
      'page # : ',
      'section #a 甲: ',
      'section #b 甲 > 乙: 1',
      'section #c 甲 > 乙 > 丙: 2',
      'section #d 甲 > 丁: ',
      'section #e 戊: ',
      'section #f 戊 > 己: ',
    ]);
  });

  it('are read in order, also where a heading lies in another element', () => {
    expect(
      describeRecords(
        '<p>1<div><!-- --><p>2<h2 id=a>甲</h2><p>3</div><p>4<footer><h2 id=b>乙</h2><p>5</footer>',
      ),
    ).toEqual(['page # : 1 2', 'section #a 甲: 3 4', 'section #b 乙: 5']);
  });

  it('have titles without links to themselves, and with code as it is read', () => {
    expect(
      describeRecords(
        '<h2 id=a><code>mode: ipvs</code> 与 <strong>IPVS</strong><a class=hash-link href=#a>#</a></h2>',
      ),
    ).toEqual(['page # : ', 'section #a mode: ipvs 与 IPVS: ']);
  });

  it('have the first crumb with a text as their section, or else the page itself', () => {
    const [withCrumbs] = extract(HEADING);
    expect(withCrumbs!.titles).toEqual(['集群网络', 'kube-proxy']);
    const [without] = extractRecords(createPage(HEADING, ''), '/docs/a', NAMES);
    expect(without!.titles).toEqual(['kube-proxy', 'kube-proxy']);
  });

  it('are none on a page without a heading of the first level', () => {
    expect(extract('<p>文字<h2 id=a>甲</h2>')).toEqual([]);
    expect(extractRecords('', '/docs/a', NAMES)).toEqual([]);
    expect(extractRecords('<h1>没有正文</h1>', '/docs/a', NAMES)).toEqual([]);
  });

  it('leave out what is around the page: banner, contents, pagination, navigation, footer', () => {
    expect(JSON.stringify(extract(`${HEADING}<p>正文`))).not.toMatch(
      /2022 版|本页总览|目录|下一页|顶栏|页脚|首页/,
    );
  });
});

describe('the index of a section', () => {
  it('is a record with its title and description; what it lists has records of its own', () => {
    const html = `<main class=docMainContainer_TBSr><div class="container padding-top--md"><div class=generatedIndexPage_vN6x><nav class="theme-doc-breadcrumbs breadcrumbsContainer_Z_bl"><ul class=breadcrumbs><li class=breadcrumbs__item><a aria-label=首页 class=breadcrumbs__link href=/><svg viewBox="0 0 24 24"><path d="M10 19"/></svg></a><li class="breadcrumbs__item breadcrumbs__item--active"><span class=breadcrumbs__link>集群网络</span></ul></nav><header><h1 class=title_kItE>集群网络</h1><p>Pod 之间怎么通信。</header><article class=margin-top--lg><section class=row><article class="col col--6"><a class="card padding--md" href=/docs/networking/kube-proxy><h2 class=title_QXlM>kube-proxy 的几种模式</h2><p class=description_ntYk>它只写规则。</a></article></section></article></div></div></main>`;
    expect(extractRecords(html, '/docs/networking', {keywords: [], questions: []})).toEqual([
      {
        kind: 'page',
        path: '/docs/networking',
        anchor: '',
        titles: ['集群网络', '集群网络'],
        content: 'Pod 之间怎么通信。',
        keywords: [],
        questions: [],
      },
    ]);
  });
});

describe('text', () => {
  it('is in one line, with spaces where blocks end and none inside of words', () => {
    expect(
      getText('<p>一\n  二<ul><li>三<li class="">四<strong>五</strong></ul><p>六<br/>七'),
    ).toBe('一 二 三 四五 六 七');
    expect(getText('<p><code>kube<wbr/>Proxy<wbr/>Replacement</code>，a&shy;b&#8203;c')).toBe(
      'kubeProxyReplacement，abc',
    );
  });

  it('has the signs that HTML escapes', () => {
    expect(getText('<p>&lt;pod-id&gt; &amp; "x"')).toBe('<pod-id> & "x"');
  });

  it('has code blocks, with their lines apart and without their buttons', () => {
    expect(
      getText(`<figure class=block_ULF0><div class=frame_KneU><pre tabindex=0 class=pre_JYa0 data-language=sql><code class=language-sql><span class=tk-comment>-- 源库</span>
<span class=tk-keyword>SET</span> PERSIST rpl_semi_sync_source_enabled <span class=tk-operator>=</span> <span class=tk-keyword>ON</span><span class=tk-punctuation>;</span></code></pre><button type=button aria-label=复制><svg viewBox="0 0 24 24"><text>图标</text></svg>复制</button></div></figure>`),
    ).toBe('-- 源库 SET PERSIST rpl_semi_sync_source_enabled = ON;');
  });

  it('has admonitions and folded passages', () => {
    expect(
      getText(
        '<div class="theme-admonition alert"><div class=admonitionHeading_x>注意</div><p>先备份。</div><details><summary>细节</summary><p>再恢复。</details>',
      ),
    ).toBe('注意 先备份。 细节 再恢复。');
  });

  it('has nothing that is there to be used, or not shown', () => {
    expect(
      getText(
        '<p>正文<button>按钮</button><script>let t=1</script><style>.a{}</style><noscript>脚本</noscript><div role=group>工具</div><span role=status>已复制</span><nav>导航</nav><select><option>选项</select>',
      ),
    ).toBe('正文');
  });
});

const TABLE = `<p>前文。</p><div id=mode class=root_MKYE><script>{let t=document.currentScript}</script><div class=toolbar_v63k role=group aria-label="表格的工具"><details><summary class=control_tYn9>显示 4/4 列</summary></details><button type=button class=control_tYn9>只看不同</button><input type=search class=control_tYn9 placeholder=筛选行 value="" /><span role=status></span></div><div class=box_YqJ7 style="--min:41.6"><table role=table><caption>各模式逐项对比<thead role=rowgroup><tr role=row><th scope=col role=columnheader><span data-value="">项目</span><th scope=col role=columnheader><span data-value="">iptables</span><th scope=col role=columnheader><span data-value="">eBPF（Cilium、Calico）</span><tbody role=rowgroup><tr id=mode-update role=row><th scope=row role=rowheader><span data-value="">更新 <code>规则</code></span><a href=#mode-update aria-label=本行的链接></a><td role=cell data-label=iptables><span data-value=""><code>iptables-restore</code>，只提交变化</span><details><summary title="与 2022 版不同，看当时怎么说"></summary><span><b>2022 版</b>：每次重写全部规则</span></details><td role=cell data-label=eBPF（Cilium、Calico）><span data-value="">增删 map 条目</span><tr id=mode-lookup role=row><th scope=row role=rowheader><span data-value="">查找结构</span><a href=#mode-lookup aria-label=本行的链接></a><td role=cell data-label=iptables><span data-value="">规则链</span><td role=cell data-label=eBPF（Cilium、Calico）><span data-value="">BPF map</span></table></div><div class=footer_c6Wm><span role=group aria-label=复制表格>复制<button type=button>Markdown</button></span></div></div><p>后文。`;

describe('tables', () => {
  it('have a record for each row: its name, and each cell behind the name of its column', () => {
    expect(describeRecords(`<h2 id=modes>各模式对比</h2>${TABLE}`)).toEqual([
      'page # : ',
      'section #modes 各模式对比: 前文。 各模式逐项对比 后文。',
      'row #mode-update 各模式对比 > 更新 规则: iptables：iptables-restore，只提交变化；eBPF（Cilium、Calico）：增删 map 条目',
      'row #mode-lookup 各模式对比 > 查找结构: iptables：规则链；eBPF（Cilium、Calico）：BPF map',
    ]);
  });

  it('leave out what an older edition said, and all that is there to be used', () => {
    const text = JSON.stringify(extract(HEADING + TABLE));
    expect(text).toContain('规则链');
    expect(text).not.toMatch(/2022|每次重写|只看不同|显示|复制|Markdown|currentScript/);
  });

  it('without rows that have an address are text', () => {
    expect(
      describeRecords('<table><thead><tr><th>列<tbody><tr><td>格一<td>格二</table><p>后文。'),
    ).toEqual(['page # : 列 格一 格二 后文。']);
  });
});

/** A diagram in its frame, with the buttons around it. */
const createFigure = (drawing: string): string =>
  `<figure class=figure_Strg id=flow><figcaption class=caption_lMYl id=_R_1_>数据面</figcaption><p id=_R_1H1_ hidden>内核按规则改写目的地址。<div class=frame_Ga_g><div class=toolbar_p2hK><span class=controls_FNer role=group aria-label=逐步看><button type=button aria-label=第一步><svg viewBox="0 0 24 24"><path d="M6 5"/></svg></button><span class=counter_B9PR aria-hidden=true>0 / 9</span></span><button type=button aria-label=全屏><svg viewBox="0 0 24 24"><text>全</text></svg></button></div><div class=body_vwf4><div class=stage_utsY role=group tabindex=0 aria-label="图，可滚动"><div class=drawing_Z5dy role=img aria-labelledby=_R_1_ aria-describedby=_R_1H1_>${drawing}</div></div><div class=panel_nJ0A><p class=explanation_USfO>内核按规则改写目的地址。</div></div></div></figure>`;

describe('diagrams', () => {
  it('give their caption, their hidden description and their labels to the section', () => {
    const drawing =
      '<svg xmlns=http://www.w3.org/2000/svg viewBox="0 -1 944 137"><g class=edge><path class=line d=M155,30 /></g><text class=label x=541.9 y=30 textLength=42>写规则</text><g class=node><rect class=box x=8 y=8 /><text x=661.3 y=66>节点内核</text></g></svg>';
    expect(describeRecords(`<p>前文。</p>${createFigure(drawing)}<p>后文。`)).toEqual([
      'page # : 前文。 数据面 内核按规则改写目的地址。 写规则 节点内核 后文。',
    ]);
  });

  it('with steps do not, since each step is a record', () => {
    const drawing =
      '<svg xmlns=http://www.w3.org/2000/svg viewBox="0 0 9 9"><rect class=band data-step=1 x=-8 /><text>COMMIT</text></svg>';
    const steps =
      '<ol class=steps_Kpka role=list><li id=flow-step-1 class=step_UYpG><a class=number_Mp3A href=#flow-step-1 aria-label="第 1 步，在图中看">1</a><div><span class=head_UUj8><span class=route_pE7H>客户端 → 源库<!-- -->：COMMIT</span></span><p>客户端提交<code>事务</code>。<p>只读的不算。</div><li id=flow-step-2 class=step_UYpG><a class=number_Mp3A href=#flow-step-2>2</a><div><span class=head_UUj8><span class=branch_iJZ9>并行「复制」</span><span class=branch_iJZ9>分支「超时」</span><span class=route_pE7H>源库<!-- -->：提交</span></span><p>别的会话能读到。</div></ol>';
    expect(
      describeRecords(
        `<h2 id=how>怎样提交</h2><div class=root_AKpw>${createFigure(drawing)}${steps}</div><p>后文。`,
      ),
    ).toEqual([
      'page # : ',
      'section #how 怎样提交: 数据面 内核按规则改写目的地址。 后文。',
      'step #flow-step-1 怎样提交 > 客户端 → 源库：COMMIT: 客户端提交事务。 只读的不算。',
      'step #flow-step-2 怎样提交 > 源库：提交: 分支「超时」 并行「复制」 别的会话能读到。',
    ]);
  });

  it('are not every figure: others are text', () => {
    expect(
      getText('<figure><img src=/x.png alt=""><figcaption>示意图</figcaption></figure><p>后文。'),
    ).toBe('示意图 后文。');
    expect(
      getText(
        '<figure><figcaption>还没有画</figcaption><p hidden>内核改写地址。</figure><p>后文。',
      ),
    ).toBe('还没有画 内核改写地址。 后文。');
    expect(
      getText(
        '<figure><div role=img><svg><text>标签</text></svg></div><p>说明。<figcaption>示意图</figcaption></figure>',
      ),
    ).toBe('说明。 示意图');
  });

  it('have steps, which not every list has', () => {
    expect(
      describeRecords(
        '<ol><li id=first>一<li>二<table><tr><td>格</table></ol><div><p id=a-step-1>三<h2 id=b>乙</h2></div>',
      ),
    ).toEqual(['page # : 一 二 格 三', 'section #b 乙: ']);
  });
});

describe('readMeta', () => {
  const read = (head: string) =>
    readMeta(`<html><head>${head}</head><body><meta name=robots content=noindex>`);
  const TAGS =
    '<meta data-rh=true name=docsearch:language content=zh-Hans /><meta data-rh=true name=docsearch:version content=2022 /><meta data-rh=true name=docsearch:docusaurus_tag content=docs-default-2022 />';

  it('reads the edition and the language', () => {
    expect(read(`<meta charset=UTF-8>${TAGS}`)).toEqual({
      tag: 'docs-default-2022',
      version: '2022',
      language: 'zh-Hans',
      isIndexed: true,
    });
  });

  it('sees that a page is not to be indexed', () => {
    expect(
      read(`${TAGS}<meta data-rh=true name=robots content="noindex, nofollow">`),
    ).toMatchObject({
      isIndexed: false,
    });
    expect(read(`${TAGS}<meta data-rh=true name=robots content=nofollow>`)).toMatchObject({
      isIndexed: true,
    });
  });

  it('takes a page that says nothing as one outside of the editions', () => {
    expect(read('<meta property=og:title content=x>')).toEqual({
      tag: 'default',
      version: '',
      language: '',
      isIndexed: true,
    });
  });
});
