// What is kept of an encrypted journal whenever it was worked out what waits: days and counts.
import type { FollowedUp } from '../../domain/record/followed-items.ts';
import type { Context } from '../context.ts';

/** Keeps how much comes due on which day, so that a reminder can say so while the journal is locked. */
export function rememberDue(
  followed: FollowedUp,
  { keys, dueDays }: Pick<Context, 'keys' | 'dueDays'>,
): void {
  if (keys().pin() !== undefined && !keys().isWithout) dueDays().keep(followed);
}
