import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Disk, Memory } from '../app/ports.ts';
import { isDay } from '../domain/calendar.ts';
import { CoachError } from '../domain/errors.ts';

interface Remembered {
  readonly shown?: readonly string[];
  readonly remindedOn?: string;
  readonly pausedUntil?: string | undefined;
}

function isRemembered(value: unknown): value is Remembered {
  if (typeof value !== 'object' || value === null) return false;
  return !('shown' in value) || Array.isArray(value.shown);
}

/**
 * What this machine has shown, as a small JSON file. One that cannot be read is begun anew, and one that cannot be written is
 * done without: both cost a repeated note.
 * Only a pause that cannot be written is told: somebody relies on it.
 */
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
  const replace = (more: Remembered): void =>
    disk.replace(file, `${JSON.stringify({ ...read(), ...more })}\n`);
  const write = (more: Remembered): void => {
    try {
      replace(more);
    } catch (error) {
      if (!(error instanceof CoachError)) throw error;
    }
  };
  return {
    hasShown: (note) => read().shown?.includes(note) ?? false,
    markShown: (note) => write({ shown: [...(read().shown ?? []), note] }),
    remindedOn: () => read().remindedOn,
    markReminded: (day) => write({ remindedOn: day, pausedUntil: undefined }),
    pausedUntil: () => {
      const { pausedUntil } = read();
      return typeof pausedUntil === 'string' && isDay(pausedUntil) ? pausedUntil : undefined;
    },
    pauseUntil: (day) => replace({ pausedUntil: day }),
  };
}
