// The token by which this machine is told from others.
import path from 'node:path';
import type { Disk } from '../../app/ports/disk.ts';
import { randomBytes } from './random-bytes.ts';
import { readOrRefuse } from './regular-file.ts';

const NAME = 'machine';

/**
 * A short random text that is made once and says nothing of the machine. Folders of a journal are carried from one machine to
 * another, and what was done there tells by this where it was done.
 *
 * @param folder - Of what this machine remembers.
 * @returns Throws a CoachError where it cannot be remembered.
 */
export function machineToken(folder: string, disk: Pick<Disk, 'replace' | 'whileLocked'>): string {
  const file = path.join(folder, NAME);
  return (
    tokenIn(file) ??
    disk.whileLocked(file, () => {
      // Another process may have been quicker.
      const made = tokenIn(file);
      if (made !== undefined) return made;
      const token = Buffer.from(randomBytes(4)).toString('hex');
      disk.replace(file, `${token}\n`);
      return token;
    })
  );
}

/** Undefined where there is none, or something else. */
function tokenIn(file: string): string | undefined {
  return /^[0-9a-f]{8}$/.exec(readOrRefuse(file)?.toString().trim() ?? '')?.[0];
}
