import {describe, expect, it} from 'vitest';
import {deferScripts, listScripts} from './deferScripts.ts';

const PAGE =
  '<html><head><script src=/assets/js/runtime~main.1.js defer></script><script src="/assets/js/main.2.js" defer=""></script><script src="/assets/js/search-entry.3.js" defer></script></head>' +
  '<body><script>early()</script><button class="clean-btn toggleButton_gllP toggleButtonDisabled_aARS" type=button disabled title=x></button></body></html>';
const DEFERRED = {
  chunks: ['/assets/js/a.js', '/assets/js/b.js'],
  styles: ['/assets/css/rest.css'],
  dialog: ['/assets/js/search-dialog.js', '/assets/css/search-dialog.css'],
  waker: 'wait("$&")',
};

describe('deferScripts', () => {
  it('takes the scripts of the app out, and says to the waker what to load', () => {
    expect(deferScripts(PAGE, DEFERRED)).toBe(
      '<html><head><script data-scripts="/assets/js/runtime~main.1.js /assets/js/main.2.js" data-styles="/assets/css/rest.css" data-chunks="/assets/js/a.js /assets/js/b.js" data-search="/assets/js/runtime~main.1.js /assets/js/search-entry.3.js" data-dialog="/assets/js/search-dialog.js /assets/css/search-dialog.css">wait("$&")</script></head>' +
        '<body><script>early()</script><button class="clean-btn toggleButton_gllP" type=button title=x></button></body></html>',
    );
    expect(listScripts(PAGE)).toHaveLength(3);
  });

  it('has no list for what is not there', () => {
    expect(deferScripts(PAGE, {...DEFERRED, chunks: []})).not.toContain('data-chunks');
  });

  it('stops at a page that starts no app', () => {
    expect(() => deferScripts('<head></head>', DEFERRED)).toThrow('no <script src="…" defer>');
  });
});
