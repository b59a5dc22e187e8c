// Counts that are kept of an encrypted journal whenever it was worked out what waits.
import { whatToLookAt } from '../../app/today/waiting.ts';
import type { FollowedUp } from '../../domain/record/followed-items.ts';
import { type Context, dayOn } from '../context.ts';

/** Keeps how much comes due on which day, so that a reminder can say so while the journal is locked. */
export function rememberDue(followed: FollowedUp, context: Pick<Context, 'keys' | 'dueDays'>): void {
  if (isToKeep(context)) context.dueDays().keep(followed);
}

/** The same once something was closed: it waits no more. */
export async function rememberDueByNow(context: Context): Promise<void> {
  if (!isToKeep(context)) return;
  const { index, banks } = context;
  context.dueDays().keep(await whatToLookAt({ index: index(), banks }, dayOn(context)));
}

function isToKeep({ keys }: Pick<Context, 'keys'>): boolean {
  return keys().pin() !== undefined && !keys().isWithout;
}
