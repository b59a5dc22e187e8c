// How a sitting begins: anew, or from a draft.
import { isoIn, today } from '../../domain/time/moment.ts';
import { DEBRIEF_BANK } from '../../domain/banks/bank-names.ts';
import type { Draft } from '../../domain/sitting/draft.ts';
import { entryPath } from '../../domain/entry/entry.ts';
import { entryIn } from '../../domain/record/followed-items.ts';
import type { Selection, Agenda } from '../../domain/sitting/agenda.ts';
import type { QuestionBank, Role } from '../../domain/banks/question-bank.ts';
import { AT_LOOK_OVER, beginSitting } from '../../domain/sitting/sitting.ts';
import * as say from '../../pages/sitting/draft-text.ts';
import { nothingToAsk } from '../../pages/sitting/sitting-refusals.ts';
import { type BegunSitting, saveDraft, type SittingEnd, type SittingPorts } from './hold-sitting.ts';
import { type AgendaPorts, chosenAnswers, agendaFromJournal } from './agenda-from-journal.ts';
import type { NewId } from '../ports/machine.ts';
import { itemsOf } from '../journal/open-items.ts';
import { agendaOfReview } from './agenda-of-review.ts';

/** What beginning needs of the world, beside what holding needs. */
export interface BeginPorts extends SittingPorts, AgendaPorts {
  readonly newId: NewId;
}

/** A sitting as it was asked for, all of it settled. */
export interface SittingRequest {
  readonly bank: QuestionBank;
  readonly role: Role | null;
  readonly about: string | null;
  readonly tags: readonly string[];
  readonly selection: Selection;
  /** The moment it is about, where that is not now. */
  readonly at?: string;
  /** What was chosen before the sitting begins, by the ids of questions. */
  readonly chosen?: Readonly<Record<string, string>>;
}

/**
 * A new sitting. Its entry's id is settled now, so that it can be saved only once.
 *
 * @throws CoachError where nothing of the bank would be asked.
 *
 * @example
 * (await beginAnew(request, ports)).sitting.agenda.about //=> 'D.'
 */
export async function beginAnew(
  request: SittingRequest,
  ports: Pick<BeginPorts, 'banks' | 'index' | 'newId' | 'clock' | 'dayEnds'>,
): Promise<BegunSitting> {
  const { bank, role, about, selection } = request;
  const day = today(ports.clock(), ports.dayEnds);
  const agenda = await agendaFromJournal(bank, role, about, selection, day, ports);
  if (agenda.questions.length === 0) throw nothingToAsk(agenda);
  return beginAgenda(agenda, request, ports);
}

/**
 * A new sitting that is planned already.
 *
 * @example
 * const agenda = await agendaFromJournal(member, 'member', null, { short: true }, today, ports);
 * beginAgenda(agenda, { tags: [] }, ports).spent //=> {}
 */
export function beginAgenda(
  agenda: Agenda,
  { at, tags, chosen = {} }: Pick<SittingRequest, 'at' | 'tags' | 'chosen'>,
  { clock, dayEnds, newId }: Pick<BeginPorts, 'clock' | 'dayEnds' | 'newId'>,
): BegunSitting {
  const now = clock();
  const day = today(now, dayEnds);
  const answers = chosenAnswers(agenda, chosen, day);
  const kept = { ...AT_LOOK_OVER, offered: [], answers };
  const settled = { ...agenda, settled: answers.map(({ question }) => question) };
  return {
    sitting: beginSitting(answers.length === 0 ? agenda : settled, day, kept),
    head: { id: newId(), at: at ?? isoIn(now.epoch, now.zone), tags, backFilled: at !== undefined },
    spent: {},
  };
}

/** What becomes of the drafts that wait: one is taken up, one was kept as it is, or the person starts fresh. */
export type DraftChoice =
  | { readonly kind: 'finish'; readonly begun: BegunSitting }
  | { readonly kind: 'kept'; readonly ends: readonly SittingEnd[] };

/**
 * Offers what was begun and not finished, the latest first. A draft whose entry is there already is dropped unasked.
 *
 * @param bank - Only drafts of this bank, where given.
 *
 * @example
 * await offerDrafts(portsWith()) //=> { kind: 'kept', ends: [] }
 */
export async function offerDrafts(ports: BeginPorts, bank?: string): Promise<DraftChoice> {
  const { drafts, prompter } = ports;
  const ends: SittingEnd[] = [];
  for (const draft of await waitingDrafts(ports)) {
    if (bank !== undefined && draft.bank !== bank) continue;
    const choice = await prompter.choose(
      say.draftLine(draft, ports.clock(), ports.dayEnds),
      say.DRAFT_CHOICES,
    );
    if (choice === 'fresh') break;
    // Meanwhile it may have been taken up, or finished, in another window.
    const found = (await waitingDrafts(ports)).find(({ id }) => id === draft.id);
    if (!found) prompter.say(say.TAKEN_ELSEWHERE);
    else if (choice === 'finish') return { kind: 'finish', begun: await takeUp(found, ports) };
    else if (choice === 'keep') ends.push(await saveDraft(found, ports));
    else if (await prompter.choose(say.NO_WAY_BACK, say.THROW_AWAY_CHOICES)) drafts.drop(found.id);
  }
  return { kind: 'kept', ends };
}

/**
 * The drafts that nobody is at work on, without those that became an entry just before something went wrong.
 *
 * @example
 * (await waitingDrafts(portsWith())).length //=> 0
 */
export async function waitingDrafts(
  ports: Pick<BeginPorts, 'drafts' | 'journal'>,
): Promise<readonly Draft[]> {
  const { drafts, journal } = ports;
  return (await drafts.waiting()).filter((draft) => {
    const done = journal.has(entryPath(draft));
    if (done) drafts.drop(draft.id);
    return !done;
  });
}

async function takeUp(draft: Draft, ports: BeginPorts): Promise<BegunSitting> {
  const { role, about, id, at, tags, backFilled, bankVersion, spent, planMinutes } = draft;
  const day = today(ports.clock(), ports.dayEnds);
  // Of what comes after a step, only its answers say which step that is.
  const step = [...draft.answers, ...draft.hidden].find((answer) => answer.step !== undefined)?.step;
  const named =
    draft.bank === DEBRIEF_BANK ? draft.answers.find(({ continues }) => continues)?.continues : undefined;
  const selection = {
    only: draft.questions,
    ...(step !== undefined && { step }),
    ...(named !== undefined && { conversation: entryIn(named) }),
  };
  const agenda =
    (await reviewAgain(draft, ports)) ??
    (await agendaFromJournal(await ports.banks.load(draft.bank), role, about, selection, day, ports));
  const sitting = beginSitting(planMinutes === null ? agenda : { ...agenda, minutes: planMinutes }, day, {
    ...draft,
    answers: [...draft.answers, ...draft.hidden],
  });
  return { sitting, head: { id, at, tags, backFilled, bankVersion }, spent };
}

/** The plan of a review; undefined for any other draft, and where what it looked back on is not there any more. */
async function reviewAgain({ reviews }: Draft, ports: BeginPorts): Promise<Agenda | undefined> {
  if (reviews === undefined) return undefined;
  const items = await itemsOf(entryIn(reviews.reference), ports.index);
  const item = items.find(({ reference }) => reference === reviews.reference);
  return item && agendaOfReview(item, items, ports);
}
