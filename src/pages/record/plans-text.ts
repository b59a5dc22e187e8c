// The page of coach plans: plans and guesses in words, and what became of them.
import { dayWords, type Day } from '../../domain/time/day.ts';
import { type Followed } from '../../domain/record/followed-items.ts';
import { type FollowedByReference, byReference, plansAfter } from '../../domain/record/plan-chain.ts';
import type { PlanList } from '../../domain/record/plan-list.ts';
import { type Page, told, wrap } from '../text/wrap.ts';
import { counted } from '../text/words.ts';
import { answerText, commitmentText } from './answer-text.ts';
import { saidInTurn } from './became-text.ts';
import { asksAbout, itemName } from './item-text.ts';

/** The plans and guesses that are asked for: those that are open, only those that rest, or all of them. */
export type PlanChoice = 'open' | 'resting' | 'all';

/**
 * The page of plans and guesses.
 *
 * @param items - All that are known, among which those are that came in the place of others.
 *
 * @example
 * plansPage(planList([], '2026-11-22'), [], 'open', '2026-11-22', page)
 * //=> 'You have no open plans or guesses. To make one: coach reflect'
 */
export function plansPage(
  list: PlanList,
  items: readonly Followed[],
  choice: PlanChoice,
  today: Day,
  page: Page,
): string {
  const { width, style } = page;
  const some = (title: string, those: readonly Followed[]): readonly string[] =>
    section(
      title,
      those.map((item) => openLines(item, today, page)),
      page,
    );
  const elsewhere = (): readonly string[] =>
    section(
      'Reviewed elsewhere',
      list.elsewhere.map((item) => itemLines(item, `: ${asksAbout(item)}`, today, page)),
      page,
    );
  const open = (): readonly string[] => [
    ...some('Due', list.due),
    ...elsewhere(),
    ...some('Coming', list.coming),
  ];
  const resting = (): readonly string[] => some('Resting', list.resting);
  const closed = (): readonly string[] => {
    const known = byReference(items);
    return section(
      'Closed',
      list.closed.map((item) => closedLines(item, known, today, page)),
      page,
    );
  };
  const blocks = {
    open,
    resting,
    all: (): readonly string[] => [...open(), ...resting(), ...closed()],
  }[choice]();
  const notes = footNotes(list, choice).map((line) => style.dim(wrap(line, width)));
  if (blocks.length > 0) return [...blocks, ...(notes.length === 0 ? [] : [notes.join('\n')])].join('\n\n');
  return [wrap(NONE[choice], width), ...notes].join('\n');
}

const NONE: Readonly<Record<PlanChoice, string>> = {
  open: 'You have no open plans or guesses. To make one: coach reflect',
  resting: 'You have no resting plans or guesses.',
  all: 'You have no plans or guesses yet. To make one: coach reflect',
};

function section(
  title: string,
  some: readonly (readonly string[])[],
  { style }: Pick<Page, 'style'>,
): readonly string[] {
  const [first, ...more] = some.map((lines) => lines.join('\n'));
  return first === undefined ? [] : [`${style.strong(title)}\n${first}`, ...more];
}

function openLines(item: Followed, today: Day, page: Page): readonly string[] {
  return itemLines(item, `, due ${dayWords(item.due, today)}`, today, page);
}

function closedLines(item: Followed, known: FollowedByReference, today: Day, page: Page): readonly string[] {
  const chain = [item, ...plansAfter(item, known)];
  const said = saidInTurn(
    chain.flatMap(({ outcomes: [counts] }) => counts ?? []),
    today,
  );
  const open = chain.at(-1)?.outcomes.length === 0 ? chain.at(-1) : undefined;
  return [
    ...itemLines(item, '', today, page),
    page.style.dim(
      wrap(`${said}${open ? `; now due ${dayWords(open.due, today)}` : ''}.`, page.width, '    '),
    ),
  ];
}

/** The day and the name, then the words; the date stands once, as it is now. */
function itemLines(item: Followed, due: string, today: Day, { width, style }: Page): readonly string[] {
  const name = style.dim(wrap(`${itemName(item, today)}${due}`, width, '  '));
  return [name, wrap(answerText(undated(item.answer), today), width, '    ')];
}

function undated(answer: Followed['answer']): Followed['answer'] {
  if (answer.skip !== null) return answer;
  if (answer.type === 'commitment') return { ...answer, value: { ...answer.value, by: null } };
  return answer.type === 'prediction' ? { ...answer, value: { ...answer.value, due: null } } : answer;
}

function footNotes({ due, resting }: PlanList, choice: PlanChoice): readonly string[] {
  const rest = `${itemsInWords(resting)} resting`;
  return [
    ...(due.length > 0 && choice !== 'resting' ? ['See how the due ones went: coach review'] : []),
    ...(choice === 'open' && resting.length > 0 ? [`${rest}: coach plans --resting`] : []),
    ...(choice !== 'open' && resting.length > 0 ? ['Review the resting ones: coach review --all'] : []),
  ];
}

/**
 * How much is under way, with the command that shows it; nothing where nothing is.
 *
 * @param coming - Plans and guesses whose dates are still to come.
 *
 * @example
 * underWayLines([openPlan], 80) //=> ['1 plan under way: coach plans']
 */
export function underWayLines(coming: readonly Pick<Followed, 'kind'>[], width: number): readonly string[] {
  return coming.length === 0 ? [] : told(`${itemsInWords(coming)} under way:`, 'coach plans', width);
}

/** At most so many plans stand in their words on the page of coach alone. */
export const PLANS_SHOWN = 3;

/**
 * Plans in their own words, for the page of coach alone: the first ones to come due.
 *
 * @param open - Plans and guesses that are due or coming, by their dates.
 *
 * @example
 * planWords([openPlan], '2026-11-08', page) //=> ['  I will ask. By 21 November.']
 */
export function planWords(open: readonly Followed[], today: Day, { width }: Page): readonly string[] {
  return open
    .filter((item) => item.kind === 'commitment')
    .slice(0, PLANS_SHOWN)
    .map(({ commitment, due }) => wrap(commitmentText({ ...commitment, by: due }, today), width, '  '));
}

/**
 * So many plans and guesses; empty where there are none.
 *
 * @example
 * itemsInWords([openPlan, openPlan]) //=> '2 plans'
 */
export function itemsInWords(items: readonly Pick<Followed, 'kind'>[]): string {
  const plans = items.filter(({ kind }) => kind === 'commitment').length;
  const guesses = items.length - plans;
  return [
    ...(plans > 0 ? [counted(plans, 'plan')] : []),
    ...(guesses > 0 ? [counted(guesses, 'guess', 'guesses')] : []),
  ].join(' and ');
}
