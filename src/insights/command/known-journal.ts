// The journal as insights and reports look at it, with all that has to be known to understand it.
import { followedUpIn } from '../../app/sitting/left-elsewhere.ts';
import type { Context } from '../../cli/context.ts';
import { nameUnreadable } from '../../cli/journal/name-unreadable.ts';
import { countingIn } from '../../app/journal/copies.ts';
import type { Day } from '../../domain/time/day.ts';
import { banksOf, knowledgeOf } from '../bank-knowledge.ts';
import type { ReportedJournal } from '../report.ts';

/**
 * The whole journal, since the outcome of a plan may stand in any entry. Files that cannot be read are named.
 *
 * @returns Outlines: their texts may be left out.
 */
export async function knownJournal(context: Context, today: Day): Promise<Omit<ReportedJournal, 'states'>> {
  const found = await context.index().find({ outline: true });
  nameUnreadable(found, context);
  const entries = countingIn(found);
  const banks = await banksOf(entries, context.banks);
  return {
    entries,
    banks,
    knowledge: knowledgeOf(banks),
    followedUp: await followedUpIn(entries, context.banks, today),
    unread: found.unreadable.length,
  };
}
