import type { Answer } from '../domain/answer.ts';
import { type Day } from '../domain/calendar.ts';
import { conversationFor, conversationsOf, DEBRIEF_BANK } from '../domain/conversation.ts';
import { countsOf } from '../domain/counts.ts';
import { type Entry, oncePerId } from '../domain/entry.ts';
import { closedReferences } from '../domain/followed.ts';
import { answerFrom } from '../domain/given.ts';
import { historyOf } from '../domain/history.ts';
import { type Background, planSitting, type Selection, type SittingPlan } from '../domain/plan.ts';
import { LOOKBACK_BANK, recapOf, restingPlan } from '../domain/lookback.ts';
import {
  type JournalCounts,
  type Question,
  type QuestionBank,
  questionsOf,
  type Role,
} from '../domain/question-bank.ts';
import { sameAbout } from '../domain/text.ts';
import type { Banks, EntryIndex } from './ports.ts';
import { REVIEW_BANK } from './review.ts';
import { soundBank } from './sound-bank.ts';

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
  history: historyOf([], null, null),
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
  const found = counted
    ? await index.find({})
    : await index.newest({
        banks: await banksThatMatter(bank, banks),
        // What a programme asks at its end belongs to its beginning, however much lies between.
        ...(bank.steps.length === 0 && { limit: SITTINGS_REMEMBERED }),
      });
  const entries: readonly Entry[] = oncePerId(found.entries.map(({ entry }) => entry));
  const conversation =
    bank.name === DEBRIEF_BANK
      ? conversationFor(conversationsOf(entries), { about, role }, today)
      : undefined;
  return planSitting(bank, role, about, selection, {
    history: historyOf(entries, about, role),
    ...(bank.name === DEBRIEF_BANK && {
      conversation: historyOf(conversation ? [conversation.prepared] : [], about, role),
    }),
    closed: closedReferences(entries),
    ...(bank.name === LOOKBACK_BANK && { recap: recapOf(ownEntries(entries, role, about), today) }),
    resting: counted ? restingPlan(ownEntries(entries, role, about), today) : undefined,
    counts: counted ? countsOf(entries, today) : NO_COUNTS,
    today,
  });
}

/** A look back is about one relationship where one is named, and otherwise about all of them. */
function ownEntries(entries: readonly Entry[], role: Role | null, about: string | null): readonly Entry[] {
  return entries.filter(
    (entry) =>
      (about === null || sameAbout(entry.about, about)) &&
      (role === null || entry.role === null || entry.role === role),
  );
}

/**
 * The answers to what was chosen before a sitting begins.
 *
 * @param chosen - The value of each, by the ids of questions.
 *
 * @example
 * chosenAnswers(plan, { 'challenge-next': 'pause' }, '2026-11-22').map(({ step }) => step) //=> ['step-see']
 */
export function chosenAnswers(
  { questions }: SittingPlan,
  chosen: Readonly<Record<string, string>>,
  day: Day,
): readonly Answer[] {
  return questions.flatMap((planned) => {
    const value = chosen[planned.question.id];
    return value === undefined ? [] : [answerFrom(planned, { value }, day, [])];
  });
}

/**
 * Whether what a bank asks depends on its earlier sittings or on those of other banks: it recalls answers, closes
 * predictions, words a question otherwise after skips, or asks about one of the things that it counts in the journal.
 *
 * @example
 * looksBack(checkin) //=> false
 */
export function looksBack(bank: QuestionBank): boolean {
  return questionsOf(bank).some(
    (question) =>
      question.recall !== undefined ||
      question.smaller !== undefined ||
      closesPredictions(question) ||
      (question.type === 'choice' && question.showIf !== undefined && 'count' in question.showIf),
  );
}

/** The bank itself, every other one that asks a question named by it, and reviews, where they may have closed something. */
async function banksThatMatter(bank: QuestionBank, banks: Banks): Promise<readonly string[]> {
  const questions = questionsOf(bank);
  const own = questions.map(({ id }) => id);
  const named = questions
    .flatMap((question) => [
      ...(question.recall ?? []),
      ...(closesPredictions(question) ? (question.resolves ?? []) : []),
      ...(question.repeats === undefined ? [] : [question.repeats]),
    ])
    .filter((id) => !own.includes(id));
  const names = [bank.name, ...(named.length === 0 ? [] : await banksAsking(named, bank, banks))];
  return questions.some(closesPredictions) ? [...new Set([...names, REVIEW_BANK])] : names;
}

function closesPredictions({ type, resolves }: Question): boolean {
  return type === 'choice' && resolves !== undefined;
}

async function banksAsking(
  ids: readonly string[],
  bank: QuestionBank,
  banks: Banks,
): Promise<readonly string[]> {
  const names: string[] = [];
  for (const { name } of banks.list()) {
    if (name === bank.name) continue;
    const other = await soundBank(name, banks);
    if (other && questionsOf(other).some(({ id }) => ids.includes(id))) names.push(name);
  }
  return names;
}
