// The notes and reminders that this machine has shown, as a small JSON file.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isReminded } from '../../app/today/check-in.ts';
import type { Disk } from '../../app/ports/disk.ts';
import type { Memory } from '../../app/ports/machine.ts';
import { isDay } from '../../domain/time/day.ts';
import { CoachError } from '../../domain/text/errors.ts';

const NAME = 'shown.json';

/** After as many changes by others in between, the file is one that cannot be read. */
const TRIES = 20;

interface Remembered {
  readonly shown?: readonly string[];
  readonly remindedOn?: string | undefined;
  readonly postponed?: readonly string[];
  readonly pausedUntil?: string | undefined;
}

function isRemembered(value: unknown): value is Remembered {
  if (typeof value !== 'object' || value === null) return false;
  const { shown = [], postponed = [] }: { readonly shown?: unknown; readonly postponed?: unknown } = value;
  return Array.isArray(shown) && Array.isArray(postponed);
}

/**
 * The memory of this machine as a small JSON file. One that cannot be read is begun anew, and one that cannot be written is
 * done without: both cost a repeated note. Of two processes that change it at the same moment, each keeps what the other wrote.
 * Only a pause that cannot be written is told: somebody relies on it.
 */
export function memoryFile(folder: string, disk: Disk): Memory {
  const file = path.join(folder, NAME);
  const bytes = (): Uint8Array | undefined => {
    try {
      return existsSync(file) ? readFileSync(file) : undefined;
    } catch {
      return undefined;
    }
  };
  const write = (change: (before: Remembered) => Remembered | undefined): boolean => {
    try {
      for (let tries = 1; ; tries++) {
        const held = bytes();
        const remembered = understood(held);
        const more = change(remembered);
        if (!more) return false;
        const text = `${JSON.stringify({ ...remembered, ...more })}\n`;
        if (tries > TRIES) disk.replace(file, text);
        else if (held && !disk.exchange(file, held, new TextEncoder().encode(text))) continue;
        else if (!held && disk.createAll(folder, [{ name: NAME, content: text }]) === 0) continue;
        return true;
      }
    } catch (error) {
      if (!(error instanceof CoachError)) throw error;
      return true;
    }
  };
  const read = (): Remembered => understood(bytes());
  return {
    hasShown: (note) => read().shown?.includes(note) ?? false,
    markShown: (note) => void write(({ shown = [] }) => ({ shown: [...shown, note] })),
    remindedOn: () => read().remindedOn,
    markReminded: (day) =>
      write(({ remindedOn, pausedUntil }) =>
        isReminded(remindedOn, day)
          ? undefined
          : { remindedOn: day, pausedUntil: stillPaused(pausedUntil, day) },
      ),
    unmarkReminded: (day, before) =>
      void write(({ remindedOn }) => (remindedOn === day ? { remindedOn: before } : undefined)),
    isPostponed: (reminder) => read().postponed?.includes(reminder) ?? false,
    postpone: (reminder, isPostponed) =>
      void write(({ postponed = [] }) => {
        if (postponed.includes(reminder) === isPostponed) return undefined;
        const others = postponed.filter((one) => one !== reminder);
        return { postponed: isPostponed ? [...others, reminder] : others };
      }),
    pausedUntil: () => {
      const { pausedUntil } = read();
      return typeof pausedUntil === 'string' && isDay(pausedUntil) ? pausedUntil : undefined;
    },
    pauseUntil: (day) => disk.replace(file, `${JSON.stringify({ ...read(), pausedUntil: day })}\n`),
  };
}

/** A pause that has ended by a day is forgotten. */
function stillPaused(until: string | undefined, day: string): string | undefined {
  return until !== undefined && until > day ? until : undefined;
}

function understood(bytes: Uint8Array | undefined): Remembered {
  try {
    const value: unknown = bytes ? JSON.parse(new TextDecoder().decode(bytes)) : {};
    return isRemembered(value) ? value : {};
  } catch {
    return {};
  }
}
