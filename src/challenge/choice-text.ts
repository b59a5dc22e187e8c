// The choices about a challenge: which one is meant, what becomes of it, and why nothing does.
import type { ChallengeState } from '../domain/record/challenge.ts';
import { CoachError, UsageError } from '../domain/text/errors.ts';
import { oneLine, plainText, sameAbout } from '../domain/text/plain-text.ts';
import { didYouMean, nearest } from '../domain/text/nearest.ts';
import type { Role } from '../domain/banks/question-bank.ts';
import type { Selection } from '../domain/sitting/agenda.ts';
import type { Choice } from '../pages/sitting/field-text.ts';
import { seatText } from '../pages/sitting/sitting-text.ts';
import { flagsNaming } from './state-text.ts';

export const WHICH_ONE = 'Which one?';

/**
 * Several challenges to choose from.
 *
 * @param another - Offers somebody else, too.
 *
 * @example
 * stateChoices([trying], true).map(({ label }) => label)
 * //=> ['member, about D.: step 1, See the pattern', 'Someone else, from step 1']
 */
export function stateChoices(
  states: readonly ChallengeState[],
  another: boolean,
): readonly Choice<ChallengeState | undefined>[] {
  return [
    ...states.map((state) => ({
      value: state,
      label: `${seatOf(state)}: step ${state.index + 1}, ${plainText(state.step.title)}`,
    })),
    ...(another ? [{ value: undefined, label: 'Someone else, from step 1' }] : []),
  ];
}

function seatOf({ role, about }: ChallengeState): string {
  return about === null ? `${role ?? ''}, about nobody in particular` : seatText(role, about);
}

/**
 * The error where several may be meant, and nobody can be asked.
 *
 * @param command - What to call again with a name.
 *
 * @example
 * severalStates([trying], 'challenge pause').message //=> 'which challenge? There are several'
 */
export function severalStates(states: readonly ChallengeState[], command: string): UsageError {
  const calls = states.map((state) => `coach ${command}${flagsNaming(state, states)}`);
  return new UsageError('which challenge? There are several', { hint: calls.join('\n  ') });
}

/**
 * The error where there is nothing to choose about, or nothing about somebody.
 *
 * @example
 * noState([trying], { about: 'X.', role: 'member' }).message //=> 'there is no challenge about X. for the role member'
 */
export function noState(
  states: readonly ChallengeState[],
  { about, role }: { readonly about: string | null | undefined; readonly role: Role | undefined },
): UsageError {
  const begin = 'To start one: coach challenge ready';
  if (about === undefined || about === null)
    return new UsageError('no challenge is under way', { hint: begin });
  const meant = nearAbout(states, about);
  const seat = role === undefined ? '' : ` for the role ${role}`;
  return new UsageError(`there is no challenge about ${oneLine(about)}${seat}`, {
    hint: meant ?? begin,
  });
}

/**
 * The question after a name of which there is no challenge, but one of a name near to it.
 *
 * @example
 * nearAbout([trying], 'D') //=> 'Did you mean D.?'
 */
export function nearAbout(states: readonly ChallengeState[], about: string): string | undefined {
  const near = nearest(
    about.normalize('NFC'),
    states.flatMap((state) => state.about?.normalize('NFC') ?? []),
  );
  if (near === undefined || sameAbout(near, about)) return undefined;
  // Of initials any other ones are near.
  const isTelling = lettersIn(near).length >= TELLING || lettersIn(near) === lettersIn(about);
  return isTelling ? didYouMean(near) : undefined;
}

/** A name of fewer letters is one slip away from many others. */
const TELLING = 3;

function lettersIn(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The error of a step to repeat, where there is none.
 *
 * @param count - How many steps there are.
 *
 * @example
 * nothingToRepeat(trying, 8).message //=> 'none of the 8 steps has been tried yet'
 */
export function nothingToRepeat({ standing }: ChallengeState, count: number): CoachError {
  return standing === 'finished'
    ? new CoachError('all the steps of this challenge are finished', {
        hint: 'To start another round: coach challenge ready',
      })
    : new CoachError(`none of the ${count} steps has been tried yet`, {
        hint: "To answer the first step's questions: coach challenge ready",
      });
}

/**
 * The remark where a choice would change nothing.
 *
 * @param when - How it is.
 *
 * @example
 * nothingSaved('Paused today.') //=> 'Paused today. Nothing was saved.'
 */
export function nothingSaved(when: string): string {
  return `${when} Nothing was saved.`;
}

/** A part that comes next; undefined: none. */
type Next = Selection | 'repeat' | undefined;

const LEAVE: Choice<undefined> = { value: undefined, label: 'Leave it as it is' };

/**
 * The ways on from a challenge that rests while its step is tried.
 *
 * @param next - Where it would have come next.
 *
 * @example
 * pausedChoices(undefined)[0].label //=> 'Try the step once more, from today'
 */
export function pausedChoices(next: Next): readonly Choice<Next>[] {
  return [
    { value: 'repeat', label: 'Try the step once more, from today' },
    { value: next, label: 'Say how the step went' },
    LEAVE,
  ];
}

/**
 * The ways on from a challenge that was stopped.
 *
 * @param first - The first step anew.
 *
 * @example
 * stoppedChoices(undefined, undefined)[0].label //=> 'Go on from where you stopped'
 */
export function stoppedChoices(next: Next, first: Next): readonly Choice<Next>[] {
  return [
    { value: next, label: 'Go on from where you stopped' },
    { value: first, label: 'Start over from step 1' },
    LEAVE,
  ];
}

/**
 * The ways on from a challenge that is finished.
 *
 * @example
 * finishedChoices(undefined)[0].label //=> 'Start another round'
 */
export function finishedChoices(first: Next): readonly Choice<Next>[] {
  return [{ value: first, label: 'Start another round' }, LEAVE];
}

/** Between two steps. */
export const GO_ON_NOW = 'Go on now?';

/** The answers to that. */
export const GO_ON_CHOICES: readonly Choice<boolean>[] = [
  { value: true, label: 'Now' },
  { value: false, label: 'Later', wayOut: true },
];
