import os from 'node:os';
import path from 'node:path';
import {expect, it} from 'vitest';
import {parseOptions} from './runScale.ts';

it('measures three sizes unless others are named', () => {
  expect(parseOptions([])).toEqual({
    sizes: [100, 1000, 3000],
    workFolder: path.join(os.tmpdir(), 'site-scale'),
  });
  expect(parseOptions(['500', '100', '500', '--work', '/w', '--json', 'a.json'])).toEqual({
    sizes: [100, 500],
    workFolder: '/w/site-scale',
    jsonFile: 'a.json',
  });
});

it('says what it does not know', () => {
  expect(() => parseOptions(['many'])).toThrow(
    'many: This is not a number of pages. Use: npm run scale',
  );
  expect(() => parseOptions(['--pages', '1'])).toThrow(/--pages/);
});
