// The runs of coach challenge repeat, pause and stop.
import { CHALLENGE_BANK } from '../../domain/banks/bank-names.ts';
import { readChallenges } from '../read-challenges.ts';
import { saveChoice } from '../save-choice.ts';
import type { SittingRequest } from '../../app/sitting/begin-sitting.ts';
import { today, dayOf, parseAt } from '../../domain/time/moment.ts';
import type { ChallengeChoice, ChallengeStanding } from '../../domain/record/challenge-round.ts';
import type { ChallengeState } from '../../domain/record/challenge.ts';
import { isBeforeState, stepToRepeat } from '../../domain/sitting/challenge-next.ts';
import type { UsageError } from '../../domain/text/errors.ts';
import type { QuestionBank } from '../../domain/banks/question-bank.ts';
import { dayEnds } from '../../domain/banks/settings.ts';
import { noState, nothingSaved, nothingToRepeat } from '../choice-text.ts';
import { beforeState, whenText } from '../state-text.ts';
import { wrap } from '../../pages/text/wrap.ts';
import { type Context, dayOn } from '../../cli/context.ts';
import { unlockFirst } from '../../cli/key-first.ts';
import { aboutSaid, type SittingOptions } from '../../cli/flags/sitting-options.ts';
import { readSittingFlags } from '../../cli/sitting/sitting-flags.ts';
import { textOnceSaved } from '../../cli/sitting/saved-text.ts';
import { showAfterStep } from './after-step.ts';
import { savingPorts } from '../../cli/sitting/saving-ports.ts';
import { chooseState, statesMeant } from './which-challenge.ts';

type Choice = Exclude<ChallengeChoice, 'next'>;

/** Which ones are meant where nobody is named. */
const MEANT: Readonly<Record<Choice, readonly ChallengeStanding[]>> = {
  repeat: ['under-way', 'paused'],
  pause: ['under-way'],
  stop: ['under-way', 'paused'],
};

/** Saves what was chosen; nothing is asked but who is meant, where that is not clear. */
export async function choose(choice: Choice, options: SittingOptions, context: Context): Promise<void> {
  const request = await requestFor(choice, options, context);
  if (request) await saveAtOnce(choice, request, context);
}

/** Asks what was learned, and saves that it was stopped. */
export async function stopHere(options: SittingOptions, context: Context): Promise<void> {
  const request = await requestFor('stop', options, context);
  if (!request) return;
  const { bank, selection } = request;
  const [next, stopped] = bank.advance;
  const chosen = { [next?.id ?? '']: 'stop' };
  if (options.answers !== undefined || options.template === true) {
    const { saveAnswers } = await import('../../cli/sitting/save-answers.ts');
    const { printTemplate } = await import('../../cli/sitting/print-template.ts');
    const said = { ...readSittingFlags(options, context), role: request.role ?? undefined };
    const walk = { bank, options: { ...options, about: request.about ?? '' }, said };
    return options.template === true
      ? printTemplate({ ...walk, selection: { ...selection, only: [stopped?.id ?? ''] } }, context)
      : saveAnswers({ ...walk, selection: { ...selection, part: 'choice' }, chosen }, context);
  }
  const prompter = await context.prompter(options.plain);
  if (!prompter) return saveAtOnce('stop', request, context);
  const { walkSitting } = await import('../../cli/sitting/walk-sitting.ts');
  const only = bank.advance.map(({ id }) => id);
  await walkSitting({ ...request, chosen, selection: { ...selection, only } }, prompter, context);
}

/** Saves a choice, and says what follows from it. */
export async function saveAtOnce(choice: Choice, request: SittingRequest, context: Context): Promise<void> {
  const { entry, path } = await saveChoice(choice, request, savingPorts(context));
  context.terminal.done(await textOnceSaved(entry, path, context));
  await showAfterStep(request.bank, entry, context);
}

/**
 * @returns Undefined where it is so already, which was said.
 * @throws CoachError where there is nothing to choose about. UsageError for a moment before that.
 */
async function requestFor(
  choice: Choice,
  options: SittingOptions,
  context: Context,
): Promise<SittingRequest | undefined> {
  const said = readSittingFlags(options, context);
  const bank = await context.banks.load(CHALLENGE_BANK);
  const withoutPerson = options.answers !== undefined || options.template === true;
  const prompter = withoutPerson ? undefined : await context.prompter(options.plain);
  await unlockFirst(context);
  const { states } = await readChallenges(bank, context.index());
  const about = options.about === true && prompter ? undefined : aboutSaid(options);
  const meant = { about, role: said.role, rememberedAbout: context.settings().about };
  const going = statesMeant(states, meant, MEANT[choice]);
  const candidates = going.length > 0 ? going : statesMeant(states, meant, ['paused', 'stopped']);
  const state = await chooseState(candidates, `challenge ${choice}`, prompter);
  if (!state) throw noState(states, meant);
  if (isSoAlready(choice, state)) {
    const { out, width } = context.terminal;
    const when = whenText(state, dayOn(context));
    out(`${wrap(nothingSaved(when), width)}\n`);
    return undefined;
  }
  if (said.at !== undefined && isBeforeState(said.at, state)) throw tooEarly(said.at, state, context);
  return {
    bank,
    role: state.role ?? said.role ?? null,
    about: state.about,
    tags: said.tags,
    selection: { step: stepFor(choice, bank, state) },
    ...(said.at !== undefined && { at: said.at }),
  };
}

/** A choice for a moment before the latest change would change nothing. */
function tooEarly(at: string, state: ChallengeState, { clock, settings }: Context): UsageError {
  const ends = dayEnds(settings());
  const moment = parseAt(at);
  const day = moment ? dayOf(moment, ends) : state.since;
  return beforeState(day, state, today(clock(), ends));
}

/** Whether the choice would change nothing: a challenge that is over cannot be paused or stopped any more. */
function isSoAlready(choice: Choice, { standing }: ChallengeState): boolean {
  if (standing === 'finished') return choice !== 'repeat';
  return standing === 'stopped' ? choice !== 'repeat' : standing === 'paused' && choice === 'pause';
}

function stepFor(choice: Choice, { steps }: QuestionBank, state: ChallengeState): string {
  if (choice !== 'repeat') return state.step.id;
  const step = stepToRepeat(state);
  if (step) return step.id;
  throw nothingToRepeat(state, steps.length);
}
