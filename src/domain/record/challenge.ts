// The state of a programme in each relationship, seen from each seat.
import { type Day } from '../time/day.ts';
import { laterDay } from '../time/later-day.ts';
import * as rounds from './challenge-round.ts';
import { type Entry, newestFirst } from '../entry/entry.ts';
import { type ProgrammeStep, type QuestionBank, type Role, ROLES, sameSeat } from '../banks/question-bank.ts';
import { oneLine, sameAbout } from '../text/plain-text.ts';

/** One step of a programme, as far as somebody has got with it. */
export interface StepState extends rounds.StepMarks {
  readonly step: ProgrammeStep;
  /** `passed`: left out on the way to a later one. */
  readonly place: 'done' | 'now' | 'ahead' | 'passed';
}

/** A scale that was rated at the beginning and at the end. A baseline whose counterpart is not rated yet is nowhere in here. */
export interface ScalePair {
  readonly question: string;
  readonly asked: string;
  readonly baseline: { readonly value: number | 'na'; readonly day: Day };
  readonly closing: { readonly value: number | 'na'; readonly day: Day };
}

/** How far one relationship, seen from one seat, has got with the programme. */
export interface ChallengeState extends Omit<rounds.Round, 'at' | 'marks'> {
  readonly about: string | null;
  readonly role: Role | null;
  /** The step it is at; of a finished one, the last. */
  readonly step: ProgrammeStep;
  /** The place of that step among all, from 0. */
  readonly index: number;
  /** The day on which the week or weeks of a step that is being tried are round; null in every other phase. */
  readonly until: Day | null;
  readonly steps: readonly StepState[];
  readonly scales: readonly ScalePair[];
}

/**
 * How far each relationship has got with a programme, from each seat, the one that was begun last first.
 *
 * Entries are taken in the order of the moments they are about, then of their writing; of the same second, in the order of the
 * steps. Answers to a later step lead there, those to an earlier one change nothing. Of the choices the latest counts; to go on
 * from a step that is behind already changes nothing. Once it is over, the questions of the first step begin it anew. An entry
 * without a role counts for both.
 *
 * @param entries - Each once, in any order; those of other banks do not count.
 *
 * @example
 * challengeStates(challenge, [stepBegun, stepBroughtBack])[0]?.step.id //=> 'step-their-view'
 */
export function challengeStates(bank: QuestionBank, entries: readonly Entry[]): readonly ChallengeState[] {
  const own = entries.filter((entry) => entry.bank === bank.name).toSorted(inOrder(bank));
  const states = relationships(own).flatMap(({ about, role }) => {
    const theirs = own.filter((entry) => sameAbout(entry.about, about) && sameSeat(entry.role, role));
    return stateOf(bank, theirs, about, role) ?? [];
  });
  return states.toSorted((one, other) => (one.begun < other.begun ? 1 : one.begun > other.begun ? -1 : 0));
}

/**
 * The state of one relationship from one seat, or nothing where nothing was begun.
 *
 * @param role - Null: from whichever seat.
 *
 * @example
 * stateAbout(challengeStates(challenge, [stepBegun]), 'd.', 'member')?.about //=> 'D.'
 */
export function stateAbout(
  states: readonly ChallengeState[],
  about: string | null,
  role: Role | null,
): ChallengeState | undefined {
  return states.find((state) => sameAbout(state.about, about) && sameSeat(state.role, role));
}

/**
 * The day on which the time of a step is round. Where the calendar ends before that, its last day.
 *
 * @example
 * roundOn({ weeks: 2 }, '2026-11-22') //=> '2026-12-06'
 */
export function roundOn({ weeks }: Pick<ProgrammeStep, 'weeks'>, since: Day): Day {
  return laterDay(since, weeks * 7);
}

/** Each relationship once, in the name it was given last, with each seat that was taken. Oldest first. */
function relationships(
  entries: readonly Entry[],
): readonly { readonly about: string | null; readonly role: Role | null }[] {
  const found: { about: string | null; readonly roles: Set<Role> }[] = [];
  for (const { about, role } of entries) {
    const same = found.find((one) => sameAbout(one.about, about));
    const one = same ?? { about: null, roles: new Set<Role>() };
    if (!same) found.push(one);
    one.about = about === null ? null : oneLine(about);
    if (role !== null) one.roles.add(role);
  }
  return found.flatMap(({ about, roles }) => {
    const seats: readonly (Role | null)[] =
      roles.size === 0 ? [null] : ROLES.filter((role) => roles.has(role));
    return seats.map((role) => ({ about, role }));
  });
}

/** Oldest first; of the same second, what belongs to an earlier step, then what comes earlier in a step. */
function inOrder(bank: QuestionBank): (one: Entry, other: Entry) => number {
  const ranks: Readonly<Record<rounds.ChallengeEvent['kind'], number>> = { asked: 0, brought: 1, choice: 2 };
  const reach = (entry: Entry): number =>
    Math.max(-1, ...rounds.eventsOf(bank, entry).map(({ at }) => at ?? -1));
  const rank = (entry: Entry): number => ranks[rounds.eventsOf(bank, entry).at(-1)?.kind ?? 'asked'];
  return (one, other) =>
    newestFirst({ ...other, id: '' }, { ...one, id: '' }) ||
    reach(one) - reach(other) ||
    rank(one) - rank(other) ||
    (one.id < other.id ? -1 : 1);
}

/** @param entries - Those of one relationship from one seat, oldest first. */
function stateOf(
  bank: QuestionBank,
  entries: readonly Entry[],
  about: string | null,
  role: Role | null,
): ChallengeState | undefined {
  let round: rounds.Round | undefined;
  let ofRound: Entry[] = [];
  for (const entry of entries) {
    const before = round;
    for (const event of rounds.eventsOf(bank, entry)) round = rounds.afterEvent(round, event, entry, bank);
    if (before && before.round !== round?.round) ofRound = [];
    ofRound.push(entry);
  }
  const step = bank.steps[round?.at ?? -1];
  if (!round || !step) return undefined;
  const { at: index, marks: _marks, ...own } = round;
  const isTried = own.phase === 'trying' && own.standing === 'under-way';
  return {
    about,
    role,
    ...own,
    step,
    index,
    until: isTried ? roundOn(step, own.since) : null,
    steps: stepStates(bank, round),
    scales: scalePairs(bank, ofRound),
  };
}

function stepStates({ steps }: QuestionBank, { at, standing, marks }: rounds.Round): readonly StepState[] {
  return steps.map((step, index) => {
    const mark = marks[index] ?? rounds.NO_MARK;
    const isTouched = mark.begun !== null || mark.broughtBack !== null;
    const isBehind = index < at || (index === at && standing === 'finished');
    const place = isBehind ? (isTouched ? 'done' : 'passed') : index === at ? 'now' : 'ahead';
    return { step, place, ...mark };
  });
}

/** @param entries - Those of one round, oldest first. */
function scalePairs({ steps }: QuestionBank, entries: readonly Entry[]): readonly ScalePair[] {
  const rated = (id: string): Pick<ScalePair, 'asked' | 'closing'> | undefined =>
    entries
      .flatMap(({ day, answers }) =>
        answers.flatMap((answer) =>
          answer.question === id && answer.skip === null && answer.type === 'scale'
            ? [{ asked: answer.asked, closing: { value: answer.value, day } }]
            : [],
        ),
      )
      .at(-1);
  return steps
    .flatMap(({ questions }) => questions)
    .flatMap(({ id, repeats }): ScalePair[] => {
      const baseline = repeats === undefined ? undefined : rated(repeats);
      const now = rated(id);
      if (!baseline || !now) return [];
      const { asked, closing } = now;
      return [{ question: id, asked, baseline: baseline.closing, closing }];
    });
}
