// Days and counts of what comes due, as a small file beside the other things that this machine remembers.
import path from 'node:path';
import { CHECKIN_BANK } from '../../domain/banks/bank-names.ts';
import type { Disk } from '../../app/ports/disk.ts';
import type { DueDays } from '../../app/ports/due-days.ts';
import { dueCounts, withMoreDue } from '../../domain/record/due-counts.ts';
import { itemsIn } from '../../domain/record/followed-items.ts';
import { CoachError } from '../../domain/text/errors.ts';
import { type DueFile, parseDue, printDue } from '../../formats/answers/due-json.ts';
import { readRegular } from './regular-file.ts';

/** Which journal it is for, and how much is kept. */
export interface DueOf {
  /** What tells the key of the journal from others; undefined for a journal in clear. */
  readonly key: () => string | undefined;
  /** Whether counts are kept, and not only the day of a check-in. */
  readonly mayCount: () => boolean;
}

const NOTHING: DueFile = { days: {} };

/** What cannot be read is done without, and what cannot be written, too. */
export function dueFile(folder: string, disk: Pick<Disk, 'whileLocked' | 'replace'>, of: DueOf): DueDays {
  const file = path.join(folder, 'due.json');
  const read = (): DueFile => {
    const found = parseDue(textOf(file)) ?? NOTHING;
    const isOther = found.key !== undefined && found.key !== of.key();
    if (isOther) return NOTHING;
    return of.mayCount() ? found : { ...found, days: {} };
  };
  const change = (how: (before: DueFile) => DueFile): void => {
    const key = of.key();
    if (key === undefined) return;
    try {
      disk.whileLocked(file, () => {
        const before = read();
        const after = how(before);
        const text = printDue({ ...after, key, days: of.mayCount() ? after.days : {} });
        if (text !== textOf(file)) disk.replace(file, text);
      });
    } catch (error) {
      if (!(error instanceof CoachError)) throw error;
    }
  };
  return {
    counts: () => read().days,
    checkedIn: () => read().checkedIn,
    keep: (followed) => change((before) => ({ ...before, days: dueCounts(followed) })),
    add(entry) {
      const isCheckIn = entry.bank === CHECKIN_BANK;
      const items = itemsIn(entry);
      if (!isCheckIn && items.length === 0) return;
      change(({ checkedIn, days }) => ({
        checkedIn: isCheckIn && (checkedIn === undefined || checkedIn < entry.day) ? entry.day : checkedIn,
        days: withMoreDue(days, items),
      }));
    },
  };
}

function textOf(file: string): string {
  try {
    return readRegular(file)?.toString() ?? '';
  } catch {
    return '';
  }
}
