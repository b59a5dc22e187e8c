import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Disk, Memory } from '../app/ports.ts';

interface Remembered {
  readonly shown?: readonly string[];
  readonly remindedOn?: string;
}

function isRemembered(value: unknown): value is Remembered {
  if (typeof value !== 'object' || value === null) return false;
  return !('shown' in value) || Array.isArray(value.shown);
}

/** What this machine has shown, as a small JSON file. One that cannot be read is begun anew: it costs a repeated note. */
export function memoryFile(folder: string, disk: Disk): Memory {
  const file = path.join(folder, 'shown.json');
  const read = (): Remembered => {
    try {
      const value: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
      return isRemembered(value) ? value : {};
    } catch {
      return {};
    }
  };
  const write = (more: Remembered): void => disk.replace(file, `${JSON.stringify({ ...read(), ...more })}\n`);
  return {
    hasShown: (note) => read().shown?.includes(note) ?? false,
    markShown: (note) => write({ shown: [...(read().shown ?? []), note] }),
    remindedOn: () => read().remindedOn,
    markReminded: (day) => write({ remindedOn: day }),
  };
}
