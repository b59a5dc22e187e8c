// Days and counts as a port: for reminders of an encrypted journal while it is locked.
import type { DueCounts } from '../../domain/record/due-counts.ts';
import type { FollowedUp } from '../../domain/record/followed-items.ts';
import type { Day } from '../../domain/time/day.ts';
import type { Entry } from '../../domain/entry/entry.ts';

/** Losing it costs that a reminder says less. Of a journal in clear nothing is kept. */
export interface DueDays {
  counts(): DueCounts;
  /** The latest day on which a check-in was saved on this machine. */
  checkedIn(): Day | undefined;
  /** Keeps what is open by now, in the place of what was kept. */
  keep(followed: FollowedUp): void;
  /** Adds what comes due of an entry that was just saved. */
  add(entry: Entry): void;
}
