import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A small disk that only the programs see that are started within it. */
export interface SmallDisk {
  /** Where it is, for a program within. */
  readonly folder: string;
  /** The same for the test, which is without. */
  readonly seen: string;
  /** The words that start a program within it; the program's own follow. */
  readonly within: readonly [string, ...string[]];
  readonly fill: () => void;
  /** Fills it but for so many bytes. */
  readonly leave: (bytes: number) => void;
  readonly makeRoom: () => void;
  readonly makeReadOnly: () => void;
}

const MOUNT = 'mount -t tmpfs -o "size=${2:-64}k" tmpfs "$1"';
const unshared = ['--user', '--map-root-user', '--mount', 'sh', '-c'];

/** Whether a disk can be mounted here, by whoever runs the tests. Some containers do not allow it. */
export const canMount: boolean =
  spawnSync('unshare', [...unshared, MOUNT, 'sh', import.meta.dirname]).status === 0;

/** Mounts a disk of so many KiB below `root`. It goes with the test. */
export async function smallDisk(root: string, size = 64): Promise<SmallDisk> {
  const folder = path.join(root, 'disk');
  mkdirSync(folder);
  const holder = spawn(
    'unshare',
    [...unshared, `${MOUNT} && echo mounted && exec cat`, 'sh', folder, String(size)],
    { stdio: 'pipe' },
  );
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
  const fill = (): void => {
    try {
      writeFileSync(filler, Buffer.alloc(2 * size * 1024));
    } catch {
      // As much as went in.
    }
  };
  return {
    folder,
    seen,
    within,
    fill,
    leave: (bytes) => {
      fill();
      truncateSync(filler, statSync(filler).size - bytes);
    },
    makeRoom: () => rmSync(filler),
    makeReadOnly: () => {
      const [command, ...args] = within;
      spawnSync(command, [...args, 'mount', '-o', 'remount,ro', 'tmpfs', folder]);
    },
  };
}
