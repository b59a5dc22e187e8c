// The pins of this machine as a small file, and copies of the keys that they stand for.
import { hash } from 'node:crypto';
import path from 'node:path';
import type { Disk } from '../../app/ports/disk.ts';
import type { Pins } from '../../app/ports/keys.ts';
import type { Pin } from '../../domain/entry/key-pin.ts';
import { parsePins, printPins } from '../../formats/sealing/pins-json.ts';
import { brokenPins } from '../../pages/journal/lock-refusals.ts';
import { isThere, namesIn, readOrRefuse } from '../machine/regular-file.ts';

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
  /** Of the copies, by their names, those that belong to no pin. */
  const unused = (): readonly string[] => {
    const used = read().map(({ recipient }) => path.basename(copyOf(recipient)));
    return isThere(folder) ? namesIn(path.join(folder, 'keys')).filter((name) => isUnused(name, used)) : [];
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
    unused: () => unused().length,
    forgetUnused() {
      for (const name of unused()) disk.remove(path.join(folder, 'keys', name));
    },
  };
}

function isUnused(name: string, used: readonly string[]): boolean {
  return /^[0-9a-f]{16}\.age$/.test(name) && !used.includes(name);
}

/** Sixteen signs that tell a key from others, and nothing else about it. */
export function shortOf(recipient: string): string {
  return hash('sha256', recipient, 'hex').slice(0, 16);
}
