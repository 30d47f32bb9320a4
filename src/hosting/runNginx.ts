import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {BROTLI_MODULE} from './renderNginx.ts';

/** Where Debian puts the program. */
const NGINX = '/usr/sbin/nginx';

/** Whether nginx is there, with the module that sends brotli twins. */
export const hasNginx = (): boolean => [NGINX, BROTLI_MODULE].every((file) => fs.existsSync(file));

/** A server that runs. */
export type RunningNginx = {
  readonly process: ChildProcess;
  /** What it has written to its log so far, requests and errors. */
  readonly readLog: () => string;
  /** Stops it, and removes what it has written. */
  readonly stop: () => Promise<void>;
};

/** The user "nobody" of Debian. */
const NOBODY = 65534;

/** How long the server may take to start, in milliseconds; the machines are shared. */
const START_TIME = 15_000;

async function isListening(port: number): Promise<boolean> {
  const socket = net.connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Replaces what must be there exactly once, so that a changed configuration is noticed. */
function replaceOnce(text: string, from: string, to: string): string {
  const parts = text.split(from);
  if (parts.length !== 2) {
    throw new Error(`hosting/nginx.conf: "${from}" is there ${parts.length - 1} times, not once.`);
  }
  return parts.join(to);
}

/**
 * Starts nginx with the configuration of a packed release, changed in two points: the port, and a folder of its own in place of
 * `/tmp`.
 * @param releaseDir what `npm run pack` wrote
 * @param port on 127.0.0.1
 * @param isUnprivileged whether root becomes nobody, who must be able to read the release; others stay who they are
 * @throws if it does not start, with what it printed
 */
export async function runNginx(
  releaseDir: string,
  port: number,
  isUnprivileged: boolean,
): Promise<RunningNginx> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'nginx-'));
  const configDir = path.join(dir, 'nginx');
  const configFile = path.join(configDir, 'nginx.conf');
  fs.cpSync(path.join(releaseDir, 'nginx'), configDir, {recursive: true});
  const config = fs.readFileSync(configFile, 'utf8').replaceAll(' /tmp/', ` ${dir}/`);
  fs.writeFileSync(configFile, replaceOnce(config, 'listen 8080;', `listen 127.0.0.1:${port};`));
  const logFile = path.join(dir, 'log');
  const log = fs.openSync(logFile, 'a');
  const isRoot = process.getuid?.() === 0;
  const user = isRoot && isUnprivileged ? {uid: NOBODY, gid: NOBODY} : {};
  if (isRoot && isUnprivileged) {
    fs.chownSync(dir, NOBODY, NOBODY);
    fs.chownSync(logFile, NOBODY, NOBODY);
  }
  // A server that root starts would read files as the user www-data, who may not look into root's folders.
  const settings = `daemon off;${isRoot && !isUnprivileged ? ' user root;' : ''}`;
  const child = spawn(NGINX, ['-e', 'stderr', '-p', releaseDir, '-c', configFile, '-g', settings], {
    stdio: ['ignore', log, log],
    ...user,
  });
  fs.closeSync(log);
  let ending = '';
  child.on('error', (error) => (ending = error.message));
  child.on('exit', (code, signal) => (ending ||= `ended with ${code ?? signal}`));
  const stop = async (): Promise<void> => {
    if (ending === '') {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    fs.rmSync(dir, {recursive: true, force: true});
  };
  const readLog = (): string => fs.readFileSync(logFile, 'utf8');
  for (const endTime = Date.now() + START_TIME; ; await wait(50)) {
    if (ending !== '' || Date.now() > endTime) {
      const output = readLog();
      await stop();
      throw new Error(
        `${NGINX} did not start on port ${port}: ${ending || 'no answer'}.\n${output}`,
      );
    }
    if (await isListening(port)) {
      return {process: child, readLog, stop};
    }
  }
}
