// A journal that the system has to read from the disk again.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, writeFileSync } from 'node:fs';

/** Linux drops what it keeps of files where something is written here; only root may do that. */
const DROP = '/proc/sys/vm/drop_caches';

export function canDropCaches() {
  try {
    accessSync(DROP, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Drops what memory holds of any file. What was not written to the disk yet would stay, so that is written first. */
export function dropCaches() {
  spawnSync('sync');
  writeFileSync(DROP, '3');
}
