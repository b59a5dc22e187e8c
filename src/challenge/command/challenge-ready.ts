// The run of coach challenge ready: whatever comes next.
import { CHALLENGE_BANK } from '../../domain/banks/bank-names.ts';
import { whoseAnswers } from '../../app/sitting/answer-from-file.ts';
import { readChallenges } from '../read-challenges.ts';
import type { SittingEnd } from '../../app/sitting/hold-sitting.ts';
import type { Prompter } from '../../app/ports/prompter.ts';
import { lastRole, settleRole } from '../../app/sitting/setting-up.ts';
import { whatItDid } from '../../domain/record/challenge-round.ts';
import { type ChallengeState, stateAbout } from '../../domain/record/challenge.ts';
import { nextPart } from '../../domain/sitting/challenge-next.ts';
import type { Selection } from '../../domain/sitting/agenda.ts';
import type { QuestionBank } from '../../domain/banks/question-bank.ts';
import { sameAbout } from '../../domain/text/plain-text.ts';
import { finishedChoices, GO_ON_CHOICES, GO_ON_NOW, pausedChoices, stoppedChoices } from '../choice-text.ts';
import { whenText } from '../state-text.ts';
import { type Context, dayOn } from '../../cli/context.ts';
import { unlockFirst } from '../../cli/key-first.ts';
import { aboutSaid, type SittingOptions } from '../../cli/flags/sitting-options.ts';
import { nameOfAnswers, readSittingFlags } from '../../cli/sitting/sitting-flags.ts';
import { saveAtOnce } from './challenge-choices.ts';
import { chooseState, type MeantSeat, statesMeant } from './which-challenge.ts';

/** Those that go on when nobody is named. */
const GOING = ['under-way', 'paused'] as const;

/** Whom it is about, and how far they have got; undefined where nothing is begun. */
interface Which {
  readonly about: string | null;
  readonly state: ChallengeState | undefined;
}

/** Asks whatever comes next. */
export async function goOn(options: SittingOptions, context: Context): Promise<void> {
  // A mistake on the command line is told before anything is asked.
  readSittingFlags(options, context);
  const bank = await context.banks.load(CHALLENGE_BANK);
  const withoutPerson = options.answers !== undefined || options.template === true;
  const prompter = withoutPerson ? undefined : await context.prompter(options.plain);
  await unlockFirst(context);
  if (withoutPerson) return fromFile(bank, options, context);
  if (prompter) return asking(bank, options, prompter, context);
  const { noTerminal } = await import('../../cli/sitting/no-terminal.ts');
  throw noTerminal('challenge ready', options);
}

/** Where nobody is named and nothing goes on, what was stopped is taken up again, unless somebody else is remembered. */
function statesToTakeUp(states: readonly ChallengeState[], meant: MeantSeat): readonly ChallengeState[] {
  const going = statesMeant(states, meant, GOING);
  if (going.length > 0 || meant.about !== undefined) return going;
  return statesMeant(states, meant, ['stopped']).filter(
    ({ about }) => meant.rememberedAbout === undefined || sameAbout(about, meant.rememberedAbout),
  );
}

async function fromFile(bank: QuestionBank, options: SittingOptions, context: Context): Promise<void> {
  const { saveAnswers } = await import('../../cli/sitting/save-answers.ts');
  const { printTemplate } = await import('../../cli/sitting/print-template.ts');
  const file = options.template === true ? undefined : options.answers;
  const text = file === undefined ? undefined : context.readInput(file);
  const inFile =
    file === undefined || text === undefined
      ? undefined
      : await whoseAnswers(text, nameOfAnswers(file), bank);
  const said = readSittingFlags(options, context);
  const aboutNamed = aboutSaid(options);
  const about = aboutNamed === undefined ? inFile?.about : aboutNamed;
  const role = said.role ?? inFile?.role;
  const { states } = await readChallenges(bank, context.index());
  const meant = statesToTakeUp(states, { about, role, rememberedAbout: context.settings().about });
  const state = await chooseState(meant, 'challenge ready', undefined);
  const request = {
    bank,
    selection: nextPart(bank, state),
    options: state ? { ...options, about: state.about ?? '' } : options,
    said: { ...said, role: role ?? state?.role ?? undefined },
  };
  return text === undefined ? printTemplate(request, context) : saveAnswers(request, context, text);
}

/** Sitting after sitting, as long as the person goes on to the next step. */
async function asking(
  bank: QuestionBank,
  options: SittingOptions,
  prompter: Prompter,
  context: Context,
): Promise<void> {
  const { takeUpDrafts, walkSitting } = await import('../../cli/sitting/walk-sitting.ts');
  const { showBoundaryLine } = await import('../../cli/sitting/first-notes.ts');
  const said = readSittingFlags(options, context);
  const taken = await takeUpDrafts(prompter, context, bank.name);
  if (taken.any && !(taken.finished && (await goesOn(bank, taken.finished, prompter)))) return;
  showBoundaryLine(bank, null, prompter, context);
  const { about, state } = await whichOne(bank, options, taken.finished, prompter, context);
  const role =
    said.role ??
    state?.role ??
    (await settleRole(undefined, context.settings(), context.settingsFile, prompter, () =>
      lastRole(context.index()),
    ));
  const request = { bank, role, about, tags: said.tags, ...(said.at !== undefined && { at: said.at }) };
  let selection = state ? await takeItUp(bank, state, prompter, context) : nextPart(bank, undefined);
  if (selection === 'repeat') {
    return saveAtOnce('repeat', { ...request, selection: { step: state?.step.id ?? '' } }, context);
  }
  while (selection) {
    const end = await walkSitting({ ...request, selection }, prompter, context);
    if (!(await goesOn(bank, end, prompter))) return;
    const after = await readChallenges(bank, context.index());
    const now = stateAbout(after.states, about, role);
    selection = now?.standing === 'under-way' && now.phase === 'waiting' ? nextPart(bank, now) : undefined;
  }
}

async function whichOne(
  bank: QuestionBank,
  options: SittingOptions,
  taken: SittingEnd | undefined,
  prompter: Prompter,
  context: Context,
): Promise<Which> {
  const { settleAbout } = await import('../../cli/sitting/settle-about.ts');
  const { states } = await readChallenges(bank, context.index());
  if (taken?.kind === 'saved') {
    const { about, role } = taken.entry;
    return { about, state: stateAbout(states, about, role) };
  }
  const { role } = readSittingFlags(options, context);
  const rememberedAbout = context.settings().about;
  const said = options.about === true ? undefined : aboutSaid(options);
  const meant =
    options.about === true ? [] : statesMeant(states, { about: said, role, rememberedAbout }, GOING);
  const chosen = await chooseState(meant, 'challenge ready', prompter, said === undefined);
  if (chosen) return { about: chosen.about, state: chosen };
  // Who means somebody else is asked for the name, whatever is remembered.
  const asked = meant.length > 0 ? { ...options, about: true as const } : options;
  const about = await settleAbout(bank, false, asked, prompter, context);
  const same = statesMeant(states, { about, role, rememberedAbout: undefined }, GOING);
  return { about, state: await chooseState(same, 'challenge ready', prompter) };
}

/** The part that comes next where something is begun; a rest and an end are asked about. */
async function takeItUp(
  bank: QuestionBank,
  state: ChallengeState,
  prompter: Prompter,
  context: Context,
): Promise<Selection | 'repeat' | undefined> {
  const next = nextPart(bank, state);
  const first = { step: bank.steps[0]?.id ?? '', part: 'anew' as const };
  const when = whenText(state, dayOn(context));
  switch (state.standing) {
    case 'under-way':
      return next;
    case 'paused':
      return state.phase === 'trying' ? prompter.choose(when, pausedChoices(next)) : next;
    case 'stopped':
      return prompter.choose(when, stoppedChoices(next, first));
    case 'finished':
      return prompter.choose(when, finishedChoices(first));
  }
}

/** Whether the next step is to begin at once. */
async function goesOn(bank: QuestionBank, end: SittingEnd, prompter: Prompter): Promise<boolean> {
  const isNext = end.kind === 'saved' && whatItDid(bank, end.entry).chosen === 'next';
  return isNext && prompter.choose(GO_ON_NOW, GO_ON_CHOICES);
}
