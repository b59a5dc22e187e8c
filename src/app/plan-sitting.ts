import { type Day } from '../domain/calendar.ts';
import { countsOf } from '../domain/counts.ts';
import type { Entry } from '../domain/entry.ts';
import { closedReferences, historyOf } from '../domain/history.ts';
import { type Background, planSitting, type Selection, type SittingPlan } from '../domain/plan.ts';
import { type JournalCounts, type QuestionBank, questionsOf, type Role } from '../domain/question-bank.ts';
import type { Banks, EntryIndex } from './ports.ts';

/** Older sittings of a bank than this do not change what it asks next. */
const SITTINGS_REMEMBERED = 100;

const NO_COUNTS: JournalCounts = {
  resolved_predictions: 0,
  untested_predictions: 0,
  rested_questions: 0,
  rested_commitments: 0,
};

/** What is known where the journal was not asked. */
export const NOTHING_KNOWN: Omit<Background, 'today'> = {
  history: historyOf([], null),
  closed: new Set(),
  counts: NO_COUNTS,
};

/**
 * Plans a sitting with what the journal says: earlier answers, what may be closed, which question is next.
 *
 * Only the banks that matter are read, and the whole journal only for a bank that counts something in it.
 *
 * @example
 * (await planFromJournal(bank, 'member', 'D.', { short: true }, '2026-11-22', ports)).questions.length //=> 13
 */
export async function planFromJournal(
  bank: QuestionBank,
  role: Role | null,
  about: string | null,
  selection: Selection,
  today: Day,
  { banks, index }: { readonly banks: Banks; readonly index: EntryIndex },
): Promise<SittingPlan> {
  const questions = questionsOf(bank);
  const counted = questions.some(({ showIf }) => showIf !== undefined && 'count' in showIf);
  const named = questions.flatMap(({ recall = [], resolves = [], repeats }) => [
    ...recall,
    ...resolves,
    repeats ?? [],
  ]);
  const query = counted
    ? {}
    : { banks: await banksHolding(named.flat(), bank, banks), limit: SITTINGS_REMEMBERED };
  const entries: readonly Entry[] = (await index.find(query)).entries.map(({ entry }) => entry);
  return planSitting(bank, role, about, selection, {
    history: historyOf(entries, about),
    closed: closedReferences(entries),
    counts: counted ? countsOf(entries, today) : NO_COUNTS,
    today,
  });
}

/** The bank itself and every other one that asks a question named by it. */
async function banksHolding(
  ids: readonly string[],
  bank: QuestionBank,
  banks: Banks,
): Promise<readonly string[]> {
  const own = questionsOf(bank).map(({ id }) => id);
  const elsewhere = ids.filter((id) => !own.includes(id));
  if (elsewhere.length === 0) return [bank.name];
  const names = [bank.name];
  for (const { name } of banks.list()) {
    if (name === bank.name) continue;
    const other = await banks.load(name).catch(() => undefined);
    if (other && questionsOf(other).some(({ id }) => elsewhere.includes(id))) names.push(name);
  }
  return names;
}
