// The command coach review: which plans and guesses are looked at, and where their answers come from.
import { REVIEW_BANK } from '../../domain/banks/bank-names.ts';
import { agendaOfReview } from '../../app/sitting/agenda-of-review.ts';
import { whatToLookAt } from '../../app/today/waiting.ts';
import type { Day } from '../../domain/time/day.ts';
import { type Followed, inTurn, standingOf, nextLook } from '../../domain/record/followed-items.ts';
import { REVIEWS_A_SITTING } from '../../domain/sitting/review-questions.ts';
import { dayEnds } from '../../domain/banks/settings.ts';
import { printJson } from '../../formats/entry/entry-json.ts';
import { openItemAsJson } from '../../formats/answers/review-json.ts';
import { NOTHING_OPEN, savedReviews } from '../../pages/sitting/review-text.ts';
import { wrap } from '../../pages/text/wrap.ts';
import { nothingDue } from '../../pages/today/waiting-lines.ts';
import { type Context, dayOn } from '../context.ts';
import { rememberDue, rememberDueByNow } from '../today/remember-due.ts';
import { unlockFirst } from '../key-first.ts';
import { findNamed, journalShelf } from '../journal/named-entries.ts';
import { nameUnreadable } from '../journal/name-unreadable.ts';
import { noTerminal } from './no-terminal.ts';
import { nameOfAnswers } from './sitting-flags.ts';

export interface ReviewOptions {
  readonly all?: true;
  readonly json?: true;
  readonly answers?: string;
  readonly template?: true;
  readonly plain?: true;
}

/** The plans and guesses that are looked at, in order, and all that are open beside them. */
interface ItemsToReview {
  readonly chosen: readonly Followed[];
  readonly items: readonly Followed[];
  /** Those that something else asks about. */
  readonly left: ReadonlySet<string>;
}

/** Asks what became of plans and guesses, one after the other; each is an entry of its own. */
export async function review(
  which: string | undefined,
  options: ReviewOptions,
  context: Context,
): Promise<void> {
  const { terminal } = context;
  const day = dayOn(context);
  const asks = options.answers === undefined && !options.json && !options.template;
  const prompter = asks ? await context.prompter(options.plain) : undefined;
  await unlockFirst(context);
  if (options.answers !== undefined) return answerFrom(options.answers, context);
  if (options.json || options.template) {
    const found = await choose(which, options, day, context);
    if (options.json) return terminal.exact(printJson(found.chosen.map((item) => openItemAsJson(item, day))));
    if (found.chosen.length === 0) return terminal.err(nothingText(found, which, day, terminal.width));
    const ports = { banks: context.banks, index: context.index() };
    const plans = [];
    for (const item of found.chosen) plans.push(await agendaOfReview(item, found.items, ports));
    const { reviewTemplate } = await import('../../pages/sitting/review-template.ts');
    return (terminal.screen ? terminal.out : terminal.exact)(reviewTemplate(plans, day));
  }
  if (!prompter) {
    const found = await choose(which, options, day, context);
    if (found.chosen.length === 0) return terminal.out(nothingText(found, which, day, terminal.width));
    const typed = ['review', ...(which === undefined ? [] : [which]), ...(options.all ? ['--all'] : [])];
    throw noTerminal(typed.join(' '));
  }
  const { sayOtherDrafts, takeUpDrafts } = await import('./walk-sitting.ts');
  const { finished } = await takeUpDrafts(prompter, context, REVIEW_BANK);
  if (finished?.kind === 'later') return;
  const found = await choose(which, options, day, context);
  if (found.chosen.length === 0) return terminal.out(nothingText(found, which, day, terminal.width));
  const most = options.all || which !== undefined ? found.chosen.length : REVIEWS_A_SITTING;
  const { reviewItems } = await import('./review-items.ts');
  await reviewItems(found.chosen, most, prompter, context);
  await rememberDueByNow(context);
  await sayOtherDrafts(REVIEW_BANK, prompter, context);
}

/** The items of a review: those that are due and no debrief resolves, all that are due or rest, or those of one entry. */
async function choose(
  which: string | undefined,
  { all }: Pick<ReviewOptions, 'all'>,
  day: Day,
  context: Context,
): Promise<ItemsToReview> {
  const named = which === undefined ? undefined : await findNamed(which, journalShelf(context), context);
  const ids = named && new Set(named.entries.map(({ entry }) => entry.id));
  const ports = { index: context.index(), banks: context.banks };
  const { due, items, left, unreadable } = await whatToLookAt(ports, day);
  rememberDue({ items, left }, context);
  const isNamed = (file: string): boolean => named?.unreadable.some((one) => one.file === file) ?? false;
  nameUnreadable({ unreadable: unreadable.filter(({ file }) => !isNamed(file)) }, context);
  if (ids === undefined && all !== true) return { chosen: due, items, left };
  const chosen = items.filter((item) => {
    const standing = standingOf(item, day);
    if (ids) return standing !== 'closed' && ids.has(item.entry.id);
    return standing === 'due' || standing === 'resting';
  });
  return { chosen: inTurn(chosen), items, left };
}

function nothingText(
  { items, left }: ItemsToReview,
  which: string | undefined,
  day: Day,
  width: number,
): string {
  if (which !== undefined) return `${wrap(NOTHING_OPEN, width)}\n`;
  const coming = items.filter((item) => standingOf(item, day) === 'coming' && !left.has(item.reference));
  return `${wrap(nothingDue(day, nextLook(coming, day)), width)}\n`;
}

async function answerFrom(file: string, context: Context): Promise<void> {
  const { clock, newId, banks, terminal } = context;
  const { reviewFromFile } = await import('../../app/sitting/review-from-file.ts');
  const entries = await reviewFromFile(context.readInput(file), nameOfAnswers(file), {
    now: clock(),
    dayEnds: dayEnds(context.settings()),
    newId,
    journal: context.journal(),
    index: context.index(),
    banks,
  });
  await rememberDueByNow(context);
  terminal.done(`${wrap(savedReviews(entries.length), terminal.width)}\n`);
}
