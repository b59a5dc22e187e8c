// A round of a programme: how each entry moves it on.
import type { Day } from '../time/day.ts';
import type { Entry } from '../entry/entry.ts';
import type { ProgrammeStep, QuestionBank } from '../banks/question-bank.ts';

/** The choices after a step. */
export type ChallengeChoice = 'next' | 'repeat' | 'pause' | 'stop';

/**
 * The place that somebody has reached in a step: its questions come next (`waiting`), they are answered and something is being
 * tried (`trying`), or what came of it was brought back and what comes next was not chosen yet (`brought`).
 */
export type ChallengePhase = 'waiting' | 'trying' | 'brought';

/** Whether it goes on. */
export type ChallengeStanding = 'under-way' | 'paused' | 'stopped' | 'finished';

/** Something that an entry did to the programme. `at` is the place of the step; of a choice without a known step, null. */
export type ChallengeEvent =
  | { readonly kind: 'asked'; readonly at: number }
  | { readonly kind: 'brought'; readonly at: number }
  | { readonly kind: 'choice'; readonly at: number | null; readonly choice: ChallengeChoice };

/** The marks of one step in a round: what happened to it. */
export interface StepMarks {
  /** The day on which its questions were answered, and the last one on which something was brought back from it. */
  readonly begun: Day | null;
  readonly broughtBack: Day | null;
  /** How many times it was chosen once more. */
  readonly repeats: number;
}

/** A round of the programme, between two events; `at` is the place of the step it is at. */
export interface Round {
  /** 1 the first time; one more after each time that it was begun anew. */
  readonly round: number;
  readonly standing: ChallengeStanding;
  readonly phase: ChallengePhase;
  readonly at: number;
  /** The day on which this round was begun. */
  readonly begun: Day;
  /** The day from which the phase counts. */
  readonly since: Day;
  /**
   * The moment from which the standing and the phase count, as it is written in an entry: what is chosen for an earlier one
   * changes neither.
   */
  readonly sinceAt: string;
  /** The day on which it was paused, stopped or finished; null while it is under way. */
  readonly restsSince: Day | null;
  readonly marks: readonly StepMarks[];
}

/** Of a step to which nothing happened. */
export const NO_MARK: StepMarks = { begun: null, broughtBack: null, repeats: 0 };

/**
 * The events of an entry in a programme, in the order of the programme, whatever that of its answers.
 *
 * @example
 * eventsOf(challenge, stepBroughtBack)
 * //=> [{ kind: 'brought', at: 0 }, { kind: 'choice', at: 0, choice: 'next' }]
 */
export function eventsOf(
  { steps, advance }: QuestionBank,
  { answers }: Pick<Entry, 'answers'>,
): readonly ChallengeEvent[] {
  const answered = new Set(answers.map(({ question }) => question));
  const [next] = advance;
  const chosen = answers.find(({ question, skip }) => question === next?.id && skip === null);
  const choice = CHOICES.find((one) => one === chosen?.value);
  const chosenFor = steps.findIndex(({ id }) => id === chosen?.step);
  return [
    ...steps.flatMap(({ questions, evidence }, at): ChallengeEvent[] => [
      ...(questions.some(({ id }) => answered.has(id)) ? [{ kind: 'asked' as const, at }] : []),
      ...(evidence.some(({ id }) => answered.has(id)) ? [{ kind: 'brought' as const, at }] : []),
    ]),
    ...(choice ? [{ kind: 'choice' as const, at: chosenFor < 0 ? null : chosenFor, choice }] : []),
  ];
}

const CHOICES: readonly ChallengeChoice[] = ['next', 'repeat', 'pause', 'stop'];

/**
 * Of an entry, the step whose questions it answers, the one it brings something back from, and what it chooses.
 *
 * @example
 * whatItDid(challenge, stepBroughtBack) //=> { brought: challenge.steps[0], chosen: 'next' }
 */
export function whatItDid(
  bank: QuestionBank,
  entry: Pick<Entry, 'answers'>,
): {
  readonly asked: ProgrammeStep | undefined;
  readonly brought: ProgrammeStep | undefined;
  readonly chosen: ChallengeChoice | undefined;
} {
  const events = eventsOf(bank, entry);
  const stepOf = (kind: ChallengeEvent['kind']): ProgrammeStep | undefined =>
    bank.steps[events.findLast((event) => event.kind === kind)?.at ?? -1];
  const choice = events.find((event) => event.kind === 'choice');
  return { asked: stepOf('asked'), brought: stepOf('brought'), chosen: choice?.choice };
}

/**
 * The round after an event. Nothing is begun by a choice that names no step.
 *
 * @param round - Undefined where nothing was begun yet.
 * @param entry - The one that tells of the event.
 *
 * @example
 * afterEvent(undefined, { kind: 'asked', at: 0 }, entry, challenge)?.phase //=> 'trying'
 */
export function afterEvent(
  round: Round | undefined,
  event: ChallengeEvent,
  entry: Pick<Entry, 'at' | 'day'>,
  bank: QuestionBank,
): Round | undefined {
  if (!round) return event.at === null ? undefined : moved(beginRound(1, entry), event, entry, bank);
  const isOver = round.standing === 'stopped' || round.standing === 'finished';
  const isAnew = isOver && event.kind === 'asked' && event.at === 0;
  return moved(isAnew ? beginRound(round.round + 1, entry) : round, event, entry, bank);
}

function beginRound(round: number, { day, at }: Pick<Entry, 'at' | 'day'>): Round {
  return {
    round,
    standing: 'under-way',
    phase: 'waiting',
    at: 0,
    begun: day,
    since: day,
    sinceAt: at,
    restsSince: null,
    marks: [],
  };
}

function moved(
  round: Round,
  event: ChallengeEvent,
  { day, at: sinceAt }: Pick<Entry, 'at' | 'day'>,
  { steps }: QuestionBank,
): Round {
  const at = event.at ?? round.at;
  const marked = { ...round, marks: marksAfter(round.marks, at, event, day, steps.length) };
  if (round.standing === 'finished') return marked;
  const isLast = at === steps.length - 1;
  const now = { ...marked, at, since: day, sinceAt };
  const finished = { ...now, standing: 'finished' as const, restsSince: day };
  const underWay = { ...now, standing: 'under-way' as const, restsSince: null };
  // The last step may have nothing to bring back: it ends with its questions.
  const endsWithQuestions = isLast && steps[at]?.evidence.length === 0;
  const tried = endsWithQuestions ? ('waiting' as const) : ('trying' as const);
  if (event.kind === 'asked') {
    const isNews =
      at > round.at || (at === round.at && (round.phase === 'waiting' || round.standing !== 'under-way'));
    if (!isNews) return marked;
    return endsWithQuestions ? { ...finished, phase: 'brought' } : { ...underWay, phase: 'trying' };
  }
  if (event.kind === 'brought') {
    if (at < round.at) return marked;
    return { ...(isLast ? finished : underWay), phase: 'brought' };
  }
  switch (event.choice) {
    case 'next':
      if (at < round.at) return marked;
      return isLast ? { ...finished, phase: 'brought' } : { ...underWay, at: at + 1, phase: 'waiting' };
    case 'repeat':
      return { ...underWay, phase: tried };
    case 'pause':
    case 'stop': {
      const there = at > round.at ? { ...underWay, phase: tried } : marked;
      return {
        ...there,
        standing: event.choice === 'pause' ? 'paused' : 'stopped',
        sinceAt,
        restsSince: day,
      };
    }
  }
}

function marksAfter(
  marks: readonly StepMarks[],
  at: number,
  event: ChallengeEvent,
  day: Day,
  length: number,
): readonly StepMarks[] {
  return Array.from({ length }, (_, index) => {
    const mark = marks[index] ?? NO_MARK;
    if (index !== at) return mark;
    if (event.kind === 'asked') return { ...mark, begun: mark.begun ?? day };
    if (event.kind === 'brought') return { ...mark, broughtBack: day };
    return event.choice === 'repeat' ? { ...mark, repeats: mark.repeats + 1 } : mark;
  });
}
