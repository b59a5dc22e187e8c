// The notes and reminders that this machine has shown, as a small JSON file.
import path from 'node:path';
import { isReminded } from '../../app/today/check-in.ts';
import type { Disk } from '../../app/ports/disk.ts';
import type { Memory } from '../../app/ports/machine.ts';
import { type Day, isDay } from '../../domain/time/day.ts';
import { CoachError } from '../../domain/text/errors.ts';
import { readRegular } from './regular-file.ts';

const NAME = 'shown.json';

interface Remembered {
  readonly shown?: readonly string[];
  readonly remindedOn?: string | undefined;
  readonly postponed?: readonly string[];
  readonly pausedUntil?: string | undefined;
  readonly length?: string | undefined;
  /** The plan whose moment had not come, by its reference, and the day on which it may be asked about again. */
  readonly quiet?: { readonly plan?: unknown; readonly until?: unknown } | null;
  readonly wroteOn?: string | undefined;
  readonly yearOn?: string | undefined;
  /** Those that hold entries, by their folders. */
  readonly journals?: readonly string[];
}

function isRemembered(value: unknown): value is Remembered {
  if (typeof value !== 'object' || value === null) return false;
  const {
    shown = [],
    postponed = [],
    journals = [],
  }: { readonly [key in keyof Remembered]?: unknown } = value;
  return [shown, postponed, journals].every(Array.isArray);
}

/**
 * The memory of this machine as a small JSON file. One that cannot be read is begun anew, and one that cannot be written is
 * done without: both cost a repeated note. Of two processes that change it at the same moment, each keeps what the other wrote.
 * Only a pause that cannot be written is told: somebody relies on it.
 */
export function memoryFile(folder: string, disk: Disk): Memory {
  const file = path.join(folder, NAME);
  const read = (): Remembered => understood(bytesOf(file));
  /** @throws CoachError where it cannot be written. */
  const change = (how: (before: Remembered) => Remembered | undefined): boolean =>
    disk.whileLocked(file, () => {
      // One that cannot be read may hold a pause: it is not written over.
      const before = understood(readRegular(file));
      const more = how(before);
      if (!more) return false;
      disk.replace(file, `${JSON.stringify({ ...before, ...more })}\n`);
      return true;
    });
  const note: typeof change = (how) => {
    try {
      return change(how);
    } catch (error) {
      if (!(error instanceof CoachError)) throw error;
      return true;
    }
  };
  return {
    hasShown: (shown) => read().shown?.includes(shown) ?? false,
    markShown: (one) => void note(({ shown = [] }) => ({ shown: [...shown, one] })),
    remindedOn: () => read().remindedOn,
    markReminded: (day) =>
      note(({ remindedOn, pausedUntil }) =>
        isReminded(remindedOn, day)
          ? undefined
          : { remindedOn: day, pausedUntil: stillPaused(pausedUntil, day) },
      ),
    unmarkReminded: (day, before) =>
      void note(({ remindedOn }) => (remindedOn === day ? { remindedOn: before } : undefined)),
    isPostponed: (reminder) => read().postponed?.includes(reminder) ?? false,
    postpone: (reminder, isPostponed) =>
      void note(({ postponed = [] }) => {
        if (postponed.includes(reminder) === isPostponed) return undefined;
        return { postponed: withOrWithout(postponed, reminder, isPostponed) };
      }),
    pausedUntil: () => dayIn(read().pausedUntil),
    pauseUntil: (day) => void change(() => ({ pausedUntil: day })),
    length: () => {
      const { length } = read();
      return typeof length === 'string' ? length : undefined;
    },
    noteLength: (length) => void note((before) => (before.length === length ? undefined : { length })),
    isQuiet(plan, day) {
      const quiet = read().quiet ?? {};
      return (
        quiet.plan === plan && typeof quiet.until === 'string' && isDay(quiet.until) && quiet.until > day
      );
    },
    keepQuiet: (plan, until) => void note(() => ({ quiet: { plan, until } })),
    wroteOn: () => dayIn(read().wroteOn),
    noteWriting(day) {
      if (read().wroteOn !== day) note(() => ({ wroteOn: day }));
    },
    yearOn: () => dayIn(read().yearOn),
    noteYear: (day) => void note(() => ({ yearOn: day })),
    hasEntries: (journal) => read().journals?.includes(journal) ?? false,
    noteEntries(journal, hasSome) {
      if ((read().journals?.includes(journal) ?? false) !== hasSome)
        note(({ journals = [] }) => ({ journals: withOrWithout(journals, journal, hasSome) }));
    },
  };
}

function dayIn(value: unknown): Day | undefined {
  return typeof value === 'string' && isDay(value) ? value : undefined;
}

function withOrWithout(list: readonly string[], one: string, isIn: boolean): readonly string[] {
  const others = list.filter((other) => other !== one);
  return isIn ? [...others, one] : others;
}

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return readRegular(file);
  } catch {
    return undefined;
  }
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
