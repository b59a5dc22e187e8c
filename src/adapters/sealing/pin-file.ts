// The pins of this machine as a small file, and copies of the keys that they stand for.
import { hash } from 'node:crypto';
import path from 'node:path';
import type { Disk } from '../../app/ports/disk.ts';
import type { Pins } from '../../app/ports/keys.ts';
import type { Pin } from '../../domain/entry/key-pin.ts';
import { parsePins, printPins } from '../../formats/sealing/pins-json.ts';
import { brokenPins } from '../../pages/journal/lock-refusals.ts';
import { isThere, readOrRefuse } from '../machine/regular-file.ts';

/** Kept in the folder of what this machine remembers. */
export function pinFile(folder: string, disk: Pick<Disk, 'replace' | 'remove' | 'whileLocked'>): Pins {
  const file = path.join(folder, 'keys.json');
  const read = (): readonly Pin[] => {
    // Where the folder is no folder, nothing is remembered.
    const text = isThere(file) ? readOrRefuse(file)?.toString() : undefined;
    const pins = text === undefined ? [] : parsePins(text);
    if (pins === undefined || pins === 'newer') throw brokenPins(file, pins ?? 'damaged');
    return pins;
  };
  const copyOf = (recipient: string): string => path.join(folder, 'keys', `${shortOf(recipient)}.age`);
  return {
    of: (journal) => read().find((pin) => pin.journal === journal),
    put(journal, pin) {
      disk.whileLocked(file, () => {
        const others = read().filter((one) => one.journal !== journal);
        disk.replace(file, printPins(pin ? [...others, pin] : others));
      });
    },
    keyFor: (recipient) => readOrRefuse(copyOf(recipient))?.toString(),
    keepKey: (recipient, sealed) => disk.replace(copyOf(recipient), sealed),
    forgetKey: (recipient) => void disk.remove(copyOf(recipient)),
  };
}

/** Sixteen signs that tell a key from others, and nothing else about it. */
export function shortOf(recipient: string): string {
  return hash('sha256', recipient, 'hex').slice(0, 16);
}
