// The run of coach challenge: where one is, on one screen.
import { CHALLENGE_BANK } from '../../domain/banks/bank-names.ts';
import { waitingDrafts } from '../../app/sitting/begin-sitting.ts';
import { readChallenges } from '../read-challenges.ts';
import type { Day } from '../../domain/time/day.ts';
import type { ChallengeState } from '../../domain/record/challenge.ts';
import type { QuestionBank } from '../../domain/banks/question-bank.ts';
import { sameAbout } from '../../domain/text/plain-text.ts';
import * as screens from '../challenge-page.ts';
import { type Page, wrap } from '../../pages/text/wrap.ts';
import { type Context, dayOn } from '../../cli/context.ts';
import { unlockFirst } from '../../cli/key-first.ts';
import { aboutAsked } from '../../cli/flags/about-asked.ts';
import { roleOption } from '../../cli/flags/role-option.ts';
import { aboutSaid, type SittingOptions } from '../../cli/flags/sitting-options.ts';
import { nameUnreadable } from '../../cli/journal/name-unreadable.ts';

export interface ChallengeOptions extends Pick<SittingOptions, 'about' | 'role'> {
  readonly json?: true;
}

/** Where one is, on one screen: what is under way, or what was named. */
export async function showChallenge(options: ChallengeOptions, context: Context): Promise<void> {
  await unlockFirst(context);
  const about = options.about === true ? await aboutAsked(context) : aboutSaid(options);
  const role = options.role === undefined ? undefined : roleOption(options.role);
  const bank = await context.banks.load(CHALLENGE_BANK);
  const { states, unreadable } = await readChallenges(bank, context.index());
  const shown = states.filter(
    (state) =>
      (about === undefined || sameAbout(state.about, about)) &&
      (role === undefined || state.role === null || state.role === role),
  );
  const { out, width, style } = context.terminal;
  if (options.json) {
    const { challengeAsJson } = await import('../challenge-json.ts');
    const { printJson } = await import('../../formats/entry/entry-json.ts');
    context.terminal.exact(printJson(shown.map(challengeAsJson)));
  } else {
    const day = dayOn(context);
    const page = { width, style };
    out(`${challengeText(bank, shown, states, { about: about ?? undefined, role }, day, page)}\n`);
    if (await hasDraft(context)) out(`${wrap(screens.BEGUN_ALREADY, width)}\n`);
  }
  nameUnreadable({ unreadable }, context);
}

/** One of them whole, where only one goes on or there is only one; else all of them, shorter. */
function challengeText(
  bank: QuestionBank,
  shown: readonly ChallengeState[],
  states: readonly ChallengeState[],
  named: screens.NamedSeat,
  day: Day,
  page: Page,
): string {
  const going = shown.filter(({ standing }) => standing === 'under-way');
  const [first] = shown;
  if (!first) return screens.notBegunText(bank, named, states, page);
  const [only = first, more] = going;
  return more || (going.length === 0 && shown.length > 1)
    ? screens.challengeOverview(bank, shown, day, page)
    : screens.challengePage(bank, only, states, day, page);
}

async function hasDraft(context: Context): Promise<boolean> {
  const drafts = await waitingDrafts({ drafts: context.drafts(), journal: context.journal() });
  return drafts.some(({ bank }) => bank === CHALLENGE_BANK);
}
