import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {ensureDependencies} from './install.mjs';

let projectDir: string;
const lock = (content: string): void =>
  fs.writeFileSync(path.join(projectDir, 'package-lock.json'), content);
/** Does to the project what npm ci does: the folder is made anew. */
const install = vi.fn(() => {
  const modules = path.join(projectDir, 'node_modules');
  fs.rmSync(modules, {recursive: true, force: true});
  fs.mkdirSync(modules);
  return true;
});

beforeEach(() => {
  projectDir = fs.mkdtempSync(path.join(os.tmpdir(), 'install-'));
  lock('{"lockfileVersion": 3}');
  install.mockClear();
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => fs.rmSync(projectDir, {recursive: true, force: true}));

describe('ensureDependencies', () => {
  it('installs once, and then reuses what is installed', () => {
    ensureDependencies(projectDir, install);
    ensureDependencies(projectDir, install);
    expect(install).toHaveBeenCalledTimes(1);
  });

  it('installs again when the lock file has changed', () => {
    ensureDependencies(projectDir, install);
    lock('{"lockfileVersion": 3, "packages": {}}');
    ensureDependencies(projectDir, install);
    expect(install).toHaveBeenCalledTimes(2);
  });

  it('says what to check when the installation fails, and tries again next time', () => {
    install.mockReturnValueOnce(false);
    expect(() => ensureDependencies(projectDir, install)).toThrow(/^npm ci failed, see above\./);
    ensureDependencies(projectDir, install);
    expect(install).toHaveBeenCalledTimes(2);
  });
});
