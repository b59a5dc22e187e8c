// Which of the places that coach reads from and writes to are terminals.
import { closeSync, fstatSync, openSync, statSync } from 'node:fs';

/** Whether a descriptor is a device, be it a terminal or not; the one that swallows everything is none here. */
function isDevice(descriptor: number): boolean {
  try {
    const found = fstatSync(descriptor);
    return found.isCharacterDevice() && found.rdev !== statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
  } catch {
    return false;
  }
}

/**
 * Whether a descriptor is a terminal that is there. Files, pipes and /dev/null are known without `node:tty`, which loads sockets and
 * streams: three milliseconds at each start.
 */
export function isScreen(descriptor: number): boolean {
  return isDevice(descriptor) && process.getBuiltinModule('node:tty').isatty(descriptor);
}

/**
 * Puts nothing in the place of a terminal that is gone: when Node ends it sets the modes of each back, and where it cannot, Node 20
 * ends by a fault, which may leave all of its memory in a file.
 */
export function dropGoneTerminals(): void {
  if (process.platform === 'win32') return;
  for (const descriptor of [0, 1, 2]) {
    if (!isDevice(descriptor) || isScreen(descriptor)) continue;
    closeSync(descriptor);
    // It gets the number that has just become free.
    openSync('/dev/null', 'r+');
  }
}
