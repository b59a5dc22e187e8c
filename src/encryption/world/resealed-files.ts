// Files that are sealed anew for another key, each in its place.
import { readRegular } from '../../adapters/machine/regular-file.ts';
import { codeOf } from '../../adapters/machine/system-errors.ts';
import type { Disk } from '../../app/ports/disk.ts';
import { exchanged } from './converted-drafts.ts';
import type { FoundFile } from './found-files.ts';
import type { Turned, Turning } from './turned-files.ts';

/** @throws CoachError where one cannot be written; those before it are sealed anew. */
export async function resealed(
  files: readonly FoundFile[],
  turning: Turning,
  tell: Turned,
  disk: Pick<Disk, 'exchange'>,
): Promise<void> {
  for (const file of files) {
    const bytes = bytesOf(file, tell);
    const done = bytes && (await exchanged(file.place, bytes, turning, disk));
    if (bytes === undefined) continue;
    // Changed meanwhile, it is looked at again in the next pass.
    if (done === 'open') continue;
    if (done === 'done') tell.passed(file);
    else if (done === undefined) {
      tell.passed(file);
      tell.done(file);
    } else tell.left(file, done);
  }
}

function bytesOf(file: FoundFile, tell: Turned): Uint8Array | undefined {
  try {
    return readRegular(file.place);
  } catch (error) {
    if (codeOf(error) === '') throw error;
    tell.left(file, 'unreadable');
    return undefined;
  }
}
