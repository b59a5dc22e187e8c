// The relationship that somebody means, of several that have a challenge.
import type { Prompter } from '../../app/ports/prompter.ts';
import type { ChallengeState } from '../../domain/record/challenge.ts';
import type { ChallengeStanding } from '../../domain/record/challenge-round.ts';
import { UsageError } from '../../domain/text/errors.ts';
import { nearest } from '../../domain/text/nearest.ts';
import type { Role } from '../../domain/banks/question-bank.ts';
import { oneLine, plainText, sameAbout } from '../../domain/text/plain-text.ts';
import { seatText } from '../../pages/sitting/sitting-text.ts';
import { flagsNaming } from '../state-text.ts';

/** Whom somebody means: what was said, and what is remembered. */
export interface MeantSeat {
  /** Undefined: nothing was said; null: about nobody. */
  readonly about: string | null | undefined;
  readonly role: Role | undefined;
  readonly rememberedAbout: string | undefined;
}

/**
 * The relationships that somebody may mean. What is remembered counts where it is one of them, or where none is left without it.
 *
 * @param standings - Which ones are meant where nobody is named.
 */
export function statesMeant(
  states: readonly ChallengeState[],
  { about, role, rememberedAbout }: MeantSeat,
  standings: readonly ChallengeStanding[],
): readonly ChallengeState[] {
  const seated = states.filter((state) => role === undefined || state.role === null || state.role === role);
  const named = (name: string | null): readonly ChallengeState[] =>
    seated.filter((state) => sameAbout(state.about, name));
  if (about !== undefined) return named(about);
  const remembered = rememberedAbout === undefined ? [] : named(rememberedAbout);
  const going = seated.filter(({ standing }) => standings.includes(standing));
  const goingRemembered = remembered.filter((state) => going.includes(state));
  return goingRemembered.length > 0 ? goingRemembered : going;
}

/**
 * One of several: the only one, or the one that is chosen.
 *
 * @param command - What to call again with a name, where nobody can be asked.
 * @param another - Offers somebody else, too.
 * @returns Undefined where there is none, or where somebody else is meant.
 * @throws UsageError where there are several and nobody can be asked.
 */
export async function chooseState(
  states: readonly ChallengeState[],
  command: string,
  prompter: Prompter | undefined,
  another = false,
): Promise<ChallengeState | undefined> {
  const [only, more] = states;
  if (!only || !more) return only;
  if (!prompter) {
    const calls = states.map((state) => `coach ${command}${flagsNaming(state, states)}`);
    throw new UsageError('which one? There are several', { hint: calls.join('\n  ') });
  }
  return prompter.choose<ChallengeState | undefined>('Which one?', [
    ...states.map((state) => ({
      value: state,
      label: `${seatOf(state)}: step ${state.index + 1}, ${plainText(state.step.title)}`,
    })),
    ...(another ? [{ value: undefined, label: 'Somebody else, from the first step' }] : []),
  ]);
}

function seatOf({ role, about }: ChallengeState): string {
  return about === null ? `${role ?? ''}, about nobody by name` : seatText(role, about);
}

/** Says that there is nothing to choose about, or nothing about somebody. */
export function noneMeant(states: readonly ChallengeState[], { about, role }: MeantSeat): UsageError {
  const begin = 'coach challenge ready begins one.';
  if (about === undefined || about === null) {
    return new UsageError('no challenge is under way', { hint: begin });
  }
  const names = states.flatMap((state) => state.about ?? []);
  const near = nearest(about, names);
  const seat = role === undefined ? '' : ` as ${role}`;
  return new UsageError(`there is no challenge about ${oneLine(about)}${seat}`, {
    hint: near === undefined || sameAbout(near, about) ? begin : `Did you mean ${oneLine(near)}?`,
  });
}
