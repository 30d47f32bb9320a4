import {renderToStaticMarkup} from 'react-dom/server';
import {expect, it} from 'vitest';
import ScrollBox from './index.tsx';

it('can be reached by keyboard, and says what it holds', () => {
  expect(
    renderToStaticMarkup(
      <ScrollBox label="表格，可左右滚动">
        <hr />
      </ScrollBox>,
    ),
  ).toMatch(
    /^<div class="[^"]+" role="group" aria-label="表格，可左右滚动" tabindex="0"><hr\/><\/div>$/i,
  );
});
