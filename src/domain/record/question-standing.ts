// The standing of a question: asked, resting after skips, or retired.
import { groupedBy } from './grouped-by.ts';
import { ANOTHER_EACH_TIME, REVIEW_BANK, LOOKBACK_BANK } from '../banks/bank-names.ts';
import type { Skip } from '../entry/answer.ts';
import { type Day, daysBetween } from '../time/day.ts';
import { type Entry, newestFirst, referenceTo } from '../entry/entry.ts';
import { type Question, type Role, sameSeat } from '../banks/question-bank.ts';
import { sameAbout } from '../text/plain-text.ts';

// The numbers are reasoned, not researched (docs/method.md, Limits).

/** After this many skips running, a question is asked in its smaller form: one skip means nothing, two may be the wording. */
export const SKIPS_UNTIL_SMALLER = 2;

/** After this many skips running a question rests: the smaller form did not suit either, and only the person knows why. */
export const SKIPS_UNTIL_REST = 3;

/** "Too close right now" is about the weeks in which something happens, so it lasts two of them. */
export const TOO_CLOSE_DAYS = 14;

/** "Leave it for a month" in a look back. */
export const LATER_DAYS = 30;

/** The question of a look back that decides about a resting one; its answer continues the latest skip of that. */
export const STEPPED_PAST = 'lookback-stepped-past';

/** The questions of a look back that bring resting things up again: were they to rest, nothing would come back. */
const BRINGS_BACK: readonly string[] = [STEPPED_PAST, 'lookback-rested-plans'];

/**
 * How a question stands: asked, in its own wording or in the smaller one; resting for a time or until a look back; or retired,
 * until it is answered by name.
 */
export interface QuestionStanding {
  readonly is: 'asked' | 'resting' | 'retired';
  readonly smaller: boolean;
}

/** How the questions of a bank stand in one relationship, seen from one seat. */
export type QuestionStandings = (question: Pick<Question, 'id' | 'type' | 'ideas'>) => QuestionStanding;

/** The ideas that a question of any bank is tagged with. */
export type IdeasOf = (question: string) => readonly string[];

/** The decisions about a question that rested. */
type Decision = 'keep' | 'smaller' | 'later' | 'retire';

const DECISIONS: readonly Decision[] = ['keep', 'smaller', 'later', 'retire'];

/** One time a question was answered, stepped past or decided about. */
interface Turn {
  readonly question: string;
  readonly entry: Entry;
  readonly asked: string;
  readonly done: 'answered' | Skip | { readonly decided: Decision };
}

/** The part of a question's past that counts: nothing before its latest answer, no skip before the latest decision. */
interface Past {
  readonly skips: readonly Turn[];
  readonly decision: (Turn & { readonly done: { readonly decided: Decision } }) | undefined;
  readonly answered: Turn | undefined;
}

/**
 * Whether a question can rest or be retired. Plans and guesses cannot: each is about what this sitting has come to, so that a
 * skip is about the day, and a sitting without the place for one act would end in nothing. Nor can what brings resting
 * questions back, or what is asked of another piece of work each time.
 *
 * @example
 * canRest({ id: 'member-commitment', type: 'commitment' }) //=> false
 */
export function canRest({ id, type }: Pick<Question, 'id' | 'type'>): boolean {
  const isOfAnother = ANOTHER_EACH_TIME.some((bank) => id.startsWith(`${bank}-`));
  return type !== 'commitment' && type !== 'prediction' && !BRINGS_BACK.includes(id) && !isOfAnother;
}

/**
 * How questions stand in one relationship, seen from one seat (docs/method.md, Skips).
 *
 * Skips count alike whatever their kind, and anew from the latest answer or decision of a look back. Two running make the
 * question smaller, three let it rest. "Not mine" retires it. "Too close" lets it rest for 14 days together with every question
 * that shares an idea with it, but for those that were answered since. An answer to the question itself ends all of it.
 *
 * A decision of a look back belongs to the relationship and seat of the skip that it names; one that names an entry which is not
 * there is ignored.
 *
 * @param entries - In any order; of several copies of an entry, only one.
 * @param about - Null stands for the entries that name nobody.
 * @param role - Null counts both seats. An entry without a role counts for both.
 *
 * @example
 * const standings = standingsOf(passedThrice, 'D.', 'member', '2026-11-22', () => []);
 * standings({ id: 'member-felt', type: 'text', ideas: [] }) //=> { is: 'resting', smaller: true }
 */
export function standingsOf(
  entries: readonly Entry[],
  about: string | null,
  role: Role | null,
  today: Day,
  ideasOf: IdeasOf,
): QuestionStandings {
  const pasts = pastsOf(entries, about, role);
  const tooClose = Array.from(pasts, ([question, { skips }]) => ({
    ideas: ideasOf(question),
    turns: skips.filter((turn) => isTooClose(turn, today)),
  })).filter(({ turns }) => turns.length > 0);
  return (question) => {
    const past = pasts.get(question.id) ?? NO_PAST;
    const smaller = past.skips.length >= SKIPS_UNTIL_SMALLER || past.decision?.done.decided === 'smaller';
    if (!canRest(question)) return { is: 'asked', smaller };
    if (isRetired(past)) return { is: 'retired', smaller };
    const isShared = tooClose.some(
      ({ ideas, turns }) =>
        ideas.some((idea) => question.ideas.includes(idea)) &&
        turns.some((turn) => past.answered === undefined || isNewer(turn, past.answered)),
    );
    const isOwn = past.skips.some((turn) => isTooClose(turn, today));
    const rests = isOwn || isShared || isPutOff(past, today) || past.skips.length >= SKIPS_UNTIL_REST;
    return { is: rests ? 'resting' : 'asked', smaller };
  };
}

/** A question that was stepped past until it rested: its latest skip, and its wording when it was last asked. */
export interface SteppedPast {
  readonly reference: string;
  readonly asked: string;
  readonly day: Day;
}

/** A question that rests until a look back decides about it. */
export interface WaitingQuestion extends SteppedPast {
  readonly question: string;
  readonly about: string | null;
  readonly role: Role | null;
}

/**
 * The questions that were stepped past three times running, in any relationship and seat, the one that has rested longest first.
 *
 * Left out is what is retired, what was put off or is too close right now, and questions that no rest applies to: plans and
 * guesses, the steps of a programme, reviews.
 *
 * @param entries - All of them, in any order.
 *
 * @example
 * waitingQuestions(passedThrice, '2026-11-22')[0]?.reference //=> 'k3x8m2p920/member-felt'
 */
export function waitingQuestions(entries: readonly Entry[], today: Day): readonly WaitingQuestion[] {
  const usual = entries.filter(
    ({ bank, answers }) => bank !== REVIEW_BANK && answers.every(({ step }) => step === undefined),
  );
  const waiting = new Map<string, WaitingQuestion & { readonly entry: Entry }>();
  for (const seat of seatsIn(usual)) {
    for (const [question, past] of pastsOf(usual, seat.about, seat.role)) {
      const [latest] = past.skips;
      const type = latest?.entry.answers.find((answer) => answer.question === question)?.type ?? 'text';
      if (!latest || past.skips.length < SKIPS_UNTIL_REST || !canRest({ id: question, type })) continue;
      if (isRetired(past) || isPutOff(past, today) || past.skips.some((skip) => isTooClose(skip, today)))
        continue;
      const { entry, asked } = latest;
      const { about, role, day } = entry;
      const reference = referenceTo(entry.id, question);
      waiting.set(reference, { question, reference, about, role, asked, day, entry });
    }
  }
  const sorted = [...waiting.values()].toSorted(
    (one, other) => newestFirst(other.entry, one.entry) || (one.question < other.question ? -1 : 1),
  );
  return sorted.map(({ entry: _entry, ...one }) => one);
}

const NO_PAST: Past = { skips: [], decision: undefined, answered: undefined };

function isRetired({ skips, decision }: Past): boolean {
  return decision?.done.decided === 'retire' || skips.some(({ done }) => done === 'not-mine');
}

function isPutOff({ decision }: Past, today: Day): boolean {
  return decision?.done.decided === 'later' && daysBetween(decision.entry.day, today) < LATER_DAYS;
}

function isTooClose({ done, entry }: Turn, today: Day): boolean {
  return done === 'too-close' && daysBetween(entry.day, today) < TOO_CLOSE_DAYS;
}

function isNewer(one: Turn, other: Turn): boolean {
  return one.entry === other.entry || newestFirst(one.entry, other.entry) < 0;
}

/** Every relationship and seat that there is. Entries without a role count where there are others, or for themselves. */
function seatsIn(entries: readonly Entry[]): readonly Pick<Entry, 'about' | 'role'>[] {
  const abouts = new Set(entries.map(({ about }) => about));
  return Array.from(abouts).flatMap((about) => {
    const own = entries.filter((entry) => sameAbout(entry.about, about));
    const roles: readonly (Role | null)[] = [...new Set(own.flatMap(({ role }) => role ?? []))];
    return (roles.length === 0 ? [null] : roles).map((role) => ({ about, role }));
  });
}

function pastsOf(
  entries: readonly Entry[],
  about: string | null,
  role: Role | null,
): ReadonlyMap<string, Past> {
  const turns: Turn[] = [];
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const isHere = (entry: Entry | undefined): boolean =>
    entry !== undefined && sameAbout(entry.about, about) && sameSeat(entry.role, role);
  for (const entry of entries.toSorted(newestFirst)) {
    for (const { question, asked, continues, skip, value } of entry.answers) {
      const decided = DECISIONS.find((one) => one === value);
      if (entry.bank === LOOKBACK_BANK && question === STEPPED_PAST && continues !== undefined && decided) {
        const [id = '', named = ''] = continues.split('/');
        if (isHere(byId.get(id))) turns.push({ question: named, entry, asked, done: { decided } });
      }
      if (isHere(entry)) turns.push({ question, entry, asked, done: skip ?? 'answered' });
    }
  }
  const byQuestion = groupedBy(turns, ({ question }) => question);
  return new Map(Array.from(byQuestion, ([question, own]) => [question, pastFrom(own)]));
}

/** @param turns - The latest first. */
function pastFrom(turns: readonly Turn[]): Past {
  const skips: Turn[] = [];
  let decision: Past['decision'];
  for (const turn of turns) {
    const { done } = turn;
    if (done === 'answered') return { skips, decision, answered: turn };
    if (typeof done === 'object') decision ??= { ...turn, done };
    else if (!decision) skips.push(turn);
  }
  return { skips, decision, answered: undefined };
}
