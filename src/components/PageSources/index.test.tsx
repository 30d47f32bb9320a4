import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it, vi} from 'vitest';
import '../testing.tsx';
import PageSources from './index.tsx';

const collectAnchor = vi.hoisted(() => vi.fn());
vi.mock('@docusaurus/useBrokenLinks', () => ({default: () => ({collectAnchor})}));
describe('PageSources', () => {
  const html = renderToStaticMarkup(
    <PageSources
      sources={[
        {title: 'Key eviction', url: 'https://redis.io/docs/eviction/'},
        {title: 'redis.conf 8.10', url: 'https://github.com/redis/redis/blob/8.10/redis.conf'},
      ]}
      checked={{date: '2026-11-21', against: 'Redis 8.10'}}
    />,
  );

  it('lists every source with its address and host', () => {
    expect(html).toContain('<a href="https://redis.io/docs/eviction/">Key eviction</a>');
    expect(html).toMatch(/<span[^>]*>github\.com<\/span>/);
  });

  it('says when the page was checked, and against what', () => {
    expect(html).toContain(
      '本页于 <time dateTime="2026-11-21">2026-11-21</time> 核对，依据 Redis 8.10。',
    );
  });

  it('can be linked to', () => {
    expect(html).toContain('<h2 id="sources">');
    expect(collectAnchor).toHaveBeenCalledWith('sources');
  });
});
