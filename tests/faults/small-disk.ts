import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A disk of 64 KiB that only the programs see that are started within it. */
export interface SmallDisk {
  /** Where it is, for a program within. */
  readonly folder: string;
  /** The same for the test, which is without. */
  readonly seen: string;
  /** The words that start a program within it; the program's own follow. */
  readonly within: readonly [string, ...string[]];
  readonly fill: () => void;
  readonly makeRoom: () => void;
  readonly makeReadOnly: () => void;
}

const MOUNT = 'mount -t tmpfs -o size=64k tmpfs "$1"';
const unshared = ['--user', '--map-root-user', '--mount', 'sh', '-c'];

/** Whether a disk can be mounted here, by whoever runs the tests. Some containers do not allow it. */
export const canMount: boolean =
  spawnSync('unshare', [...unshared, MOUNT, 'sh', import.meta.dirname]).status === 0;

/** Mounts a disk below `root`. It goes with the test. */
export async function smallDisk(root: string): Promise<SmallDisk> {
  const folder = path.join(root, 'disk');
  mkdirSync(folder);
  const holder = spawn('unshare', [...unshared, `${MOUNT} && echo mounted && exec cat`, 'sh', folder], {
    stdio: 'pipe',
  });
  onTestFinished(() => void holder.kill('SIGKILL'));
  await new Promise((resolve, reject) => {
    holder.stdout.once('data', resolve);
    holder.once('error', reject).once('exit', reject);
  });
  const seen = path.join('/proc', String(holder.pid), 'root', folder);
  const filler = path.join(seen, 'filler');
  const within = [
    'nsenter',
    '--preserve-credentials',
    '--user',
    '--mount',
    '--target',
    String(holder.pid),
  ] as const;
  return {
    folder,
    seen,
    within,
    fill: () => {
      try {
        writeFileSync(filler, Buffer.alloc(128 * 1024));
      } catch {
        // As much as went in.
      }
    },
    makeRoom: () => rmSync(filler),
    makeReadOnly: () => {
      const [command, ...args] = within;
      spawnSync(command, [...args, 'mount', '-o', 'remount,ro', 'tmpfs', folder]);
    },
  };
}
