import {spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, describe, expect, it} from 'vitest';
import {claimFolder} from './claimFolder.ts';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'search-benchmark-'));
afterAll(() => fs.rmSync(root, {recursive: true}));

describe('claimFolder', () => {
  it('leaves nothing of an earlier run, also not of its own', () => {
    const folder = path.join(root, 'own/work');
    claimFolder(folder);
    fs.writeFileSync(path.join(folder, 'left.json'), '{}');
    claimFolder(folder);
    expect(fs.readdirSync(folder)).toEqual(['.owner']);
  });

  it('refuses a folder in which another process works, keeps its files, and takes the folder when that one has ended', async () => {
    const folder = path.join(root, 'other');
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
    const ended = new Promise((resolve) => other.once('exit', resolve));
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, '.owner'), String(other.pid));
    fs.writeFileSync(path.join(folder, 'kept.json'), '{}');
    expect(() => claimFolder(folder)).toThrow(`Process ${other.pid} works in this folder`);
    expect(fs.existsSync(path.join(folder, 'kept.json'))).toBe(true);
    other.kill();
    await ended;
    claimFolder(folder);
    expect(fs.readdirSync(folder)).toEqual(['.owner']);
  });
});
