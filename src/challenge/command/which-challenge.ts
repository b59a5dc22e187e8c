// The relationship that somebody means, of several that have a challenge.
import type { Prompter } from '../../app/ports/prompter.ts';
import type { ChallengeState } from '../../domain/record/challenge.ts';
import type { ChallengeStanding } from '../../domain/record/challenge-round.ts';
import type { Role } from '../../domain/banks/question-bank.ts';
import { sameAbout } from '../../domain/text/plain-text.ts';
import { severalStates, stateChoices, WHICH_ONE } from '../choice-text.ts';

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
  if (!prompter) throw severalStates(states, command);
  return prompter.choose(WHICH_ONE, stateChoices(states, another));
}
