import fs from 'node:fs';
import path from 'node:path';

/** Name of the file that says which process works in a folder. */
const OWNER_FILE = '.owner';

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0); // signal 0 only asks
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Makes a folder empty and this process's own. What an earlier run has left is removed, so that nothing of it is measured.
 * @throws {Error} if a process that is still running works in it
 */
export function claimFolder(folder: string): void {
  const ownerFile = path.join(folder, OWNER_FILE);
  const owner = fs.existsSync(ownerFile) ? Number(fs.readFileSync(ownerFile, 'utf8')) : 0;
  if (owner > 0 && owner !== process.pid && isRunning(owner)) {
    throw new Error(
      `${folder}: Process ${owner} works in this folder. Wait until that benchmark has ended, or end it: kill ${owner}`,
    );
  }
  fs.rmSync(folder, {recursive: true, force: true});
  fs.mkdirSync(folder, {recursive: true});
  fs.writeFileSync(ownerFile, String(process.pid));
}
