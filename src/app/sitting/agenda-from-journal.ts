// The agenda of a sitting, from a bank and what earlier entries say.
import { DEBRIEF_BANK, REVIEW_BANK, LOOKBACK_BANK } from '../../domain/banks/bank-names.ts';
import type { Answer } from '../../domain/entry/answer.ts';
import { addDays, type Day } from '../../domain/time/day.ts';
import { type Conversation, conversationFor, conversationsOf } from '../../domain/record/conversation.ts';
import { countsOf } from '../../domain/record/journal-counts.ts';
import { countingEntries } from '../../domain/entry/copies.ts';
import { type Entry, referenceTo } from '../../domain/entry/entry.ts';
import { closedReferences } from '../../domain/record/open-entries.ts';
import { answerFrom } from '../../domain/sitting/answer-from-parts.ts';
import { historyOf } from '../../domain/record/history.ts';
import { drawUpAgenda } from '../../domain/sitting/draw-up-agenda.ts';
import type { Background, Selection, Agenda } from '../../domain/sitting/agenda.ts';
import { recapOf, restingCommitment } from '../../domain/record/lookback.ts';
import {
  type JournalCounts,
  type Question,
  type QuestionBank,
  type Role,
  sameSeat,
} from '../../domain/banks/question-bank.ts';
import { everQuestionsOf, questionsOf } from '../../domain/banks/bank-questions.ts';
import {
  type IdeasOf,
  standingsOf,
  TOO_CLOSE_DAYS,
  waitingQuestions,
} from '../../domain/record/question-standing.ts';
import { sameAbout } from '../../domain/text/plain-text.ts';
import { type EntryIndex, NOTHING_FOUND } from '../ports/entry-index.ts';
import type { Banks } from '../ports/machine.ts';
import { followedUpIn } from './left-elsewhere.ts';
import { soundBank } from './load-if-sound.ts';

/** Older sittings of a bank than this do not change how a question is asked that is asked for by name. */
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
  standings: () => ({ is: 'asked', smaller: false }),
};

/**
 * Plans a sitting with what the journal says: earlier answers, what may be closed, which question is next.
 *
 * Only the banks that matter are read, and the whole journal only for a bank that counts something in it. Where questions may
 * rest, all sittings of those banks are: what was retired years ago still is.
 *
 * @example
 * (await agendaFromJournal(member, 'member', 'D.', { short: true }, today, ports)).questions.length //=> 13
 */
export async function agendaFromJournal(
  bank: QuestionBank,
  role: Role | null,
  about: string | null,
  selection: Selection,
  today: Day,
  ports: AgendaPorts,
): Promise<Agenda> {
  const { banks, index } = ports;
  const counted = questionsOf(bank).some(countsEntries);
  const names = counted ? [] : await banksThatMatter(bank, banks);
  const byName = selection.only !== undefined || selection.question !== undefined;
  const mayRest = bank.steps.length === 0 && !byName;
  const deciding = [...new Set([...names, LOOKBACK_BANK])];
  const found = counted
    ? await index.find({})
    : mayRest
      ? await index.find({ banks: deciding })
      : await index.newest({
          banks: byName ? deciding : names,
          // The end of a programme belongs to its beginning, and a debrief to its conversation, however much lies between.
          ...(!hasEarlierPart(bank) && { limit: SITTINGS_REMEMBERED }),
        });
  const all = countingEntries(found.entries);
  const entries = counted ? all : all.filter((entry) => names.includes(entry.bank));
  const lately =
    mayRest && !counted ? await index.newest({ since: addDays(today, 1 - TOO_CLOSE_DAYS) }) : NOTHING_FOUND;
  const known = countingEntries([...found.entries, ...lately.entries]);
  const ideasOf = mayRest ? await ideasIn(known, bank, banks) : () => [];
  const conversation =
    bank.name === DEBRIEF_BANK ? conversationOf(entries, selection, { about, role }, today) : undefined;
  // A look back is about one relationship where one is named, and otherwise about all of them.
  const isOwn = (whose: Pick<Entry, 'about' | 'role'>): boolean =>
    (about === null || sameAbout(whose.about, about)) && sameSeat(whose.role, role);
  const lookedBackOn = { isOwn, ...(counted && { left: (await followedUpIn(entries, banks, today)).left }) };
  const agenda = drawUpAgenda(bank, role, about, selection, {
    history: historyOf(entries, about, role),
    ...(bank.name === DEBRIEF_BANK && {
      conversation: historyOf(conversation ? [conversation.prepared] : [], about, role),
    }),
    closed: closedReferences(entries),
    ...(bank.name === LOOKBACK_BANK && { recap: recapOf(entries, today, lookedBackOn) }),
    ...(counted && {
      resting: restingCommitment(entries, today, lookedBackOn),
      steppedPast: waitingQuestions(entries, today).find(isOwn),
    }),
    counts: counted ? countsOf(entries, today) : NO_COUNTS,
    standings: standingsOf(known, about, role, today, ideasOf),
    today,
  });
  return conversation && conversation.day > today ? named(agenda, conversation) : agenda;
}

/** The debrief of a conversation that was still ahead says which one it is, since nothing else does. */
function named(agenda: Agenda, { prepared }: Conversation): Agenda {
  const [first] = prepared.answers;
  const continues = first && referenceTo(prepared.id, first.question);
  const questions = agenda.questions.map((planned, at) =>
    at === 0 && continues !== undefined ? { continues, ...planned } : planned,
  );
  return { ...agenda, questions };
}

/** The conversation that was chosen, or else the one that a debrief belongs to. */
function conversationOf(
  entries: readonly Entry[],
  { conversation: chosen }: Selection,
  whose: Pick<Entry, 'about' | 'role'>,
  today: Day,
): Conversation | undefined {
  const all = conversationsOf(entries);
  if (chosen === undefined) return conversationFor(all, whose, today);
  return all.find(({ prepared }) => prepared.id === chosen);
}

/**
 * The answers to what was chosen before a sitting begins.
 *
 * @param chosen - The value of each, by the ids of questions.
 *
 * @example
 * const agenda = await agendaFromJournal(challenge, 'manager', 'D.', { only: ['challenge-next'] }, today, ports);
 * chosenAnswers(agenda, { 'challenge-next': 'pause' }, today).map(({ value }) => value) //=> ['pause']
 */
export function chosenAnswers(
  { questions }: Agenda,
  chosen: Readonly<Record<string, string>>,
  day: Day,
): readonly Answer[] {
  return questions.flatMap((planned) => {
    const value = chosen[planned.question.id];
    return value === undefined ? [] : [answerFrom(planned, { value }, day, [])];
  });
}

/** What planning needs of the world. */
export interface AgendaPorts {
  readonly banks: Banks;
  readonly index: EntryIndex;
}

/** The ideas of every question that was too close: those of other banks are looked up only where there are any. */
async function ideasIn(entries: readonly Entry[], bank: QuestionBank, banks: Banks): Promise<IdeasOf> {
  const ideas = new Map(everQuestionsOf(bank).map(({ id, ideas: own }) => [id, own]));
  const others = entries.flatMap(({ answers }) =>
    answers.flatMap(({ question, skip }) => (skip === 'too-close' && !ideas.has(question) ? [question] : [])),
  );
  if (others.length > 0) {
    for (const { name } of banks.list()) {
      const other = name === bank.name ? undefined : await soundBank(name, banks);
      for (const { id, ideas: own } of other ? everQuestionsOf(other) : []) ideas.set(id, own);
    }
  }
  return (question) => ideas.get(question) ?? [];
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

/**
 * Whether answers to a bank cannot be taken without the journal: they close something in it, or are only asked where there is enough.
 *
 * @example
 * needsJournal(checkin) //=> false
 */
export function needsJournal(bank: QuestionBank): boolean {
  return questionsOf(bank).some((question) => closesPredictions(question) || countsEntries(question));
}

function countsEntries({ showIf }: Question): boolean {
  return showIf !== undefined && 'count' in showIf;
}

/** Whether what a bank asks belongs to one earlier sitting, and not to all of them alike. */
function hasEarlierPart(bank: QuestionBank): boolean {
  return bank.steps.length > 0 || questionsOf(bank).some(closesPredictions);
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
    if (other && everQuestionsOf(other).some(({ id }) => ids.includes(id))) names.push(name);
  }
  return names;
}
