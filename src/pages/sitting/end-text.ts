// The lines at the end of a sitting: what is kept of it, and what comes next.
import type { Day } from '../../domain/time/day.ts';
import type { Answer } from '../../domain/entry/answer.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { itemsIn } from '../../domain/record/followed-items.ts';
import { resolutionsIn } from '../../domain/record/outcomes.ts';
import { commitmentText, whatElse } from '../record/answer-text.ts';
import { capital, onDay } from '../text/words.ts';
import { type Page, wrap } from '../text/wrap.ts';

/** Said of a plan that was not kept, and that no other one follows. */
export const NOTHING_COMES_BACK = "That closes it. You won't be asked about it again.";

/**
 * The line after a sitting of which no entry was made.
 *
 * @param isReview - It was about a plan or a guess.
 *
 * @example
 * leftText('nothing', false) //=> 'Nothing was answered, so nothing is kept.\n'
 * leftText('later', true) //=> 'Your answers are kept. To go on: coach review\n'
 */
export function leftText(kind: 'nothing' | 'later', isReview: boolean): string {
  if (kind === 'later') return `Your answers are kept. To go on: coach ${isReview ? 'review' : 'reflect'}\n`;
  return isReview ? 'It stays due.\n' : 'Nothing was answered, so nothing is kept.\n';
}

/**
 * The lines after an entry is on disk: on a screen its plans in the person's own words, for another program where its file is, and
 * when something of it comes back.
 *
 * @param path - Of the file, where it is said.
 *
 * @example
 * savedText(planned, '2026-11-08', page).split('\n')[0] //=> 'Saved.'
 */
export function savedText(entry: Entry, today: Day, { width, style }: Page, path?: string): string {
  const plans = path === undefined ? entry.answers.flatMap((answer) => planLines(answer, today)) : [];
  return [
    'Saved.',
    ...(plans.length === 0 ? [] : ['', ...plans.map((line) => wrap(line, width, '  ')), '']),
    ...(plans.length === 0 ? [] : [style.dim('Say it once to yourself.')]),
    ...lookLines(entry, today).map((line) => wrap(line, width)),
    ...(path === undefined ? [] : [path]),
    '',
  ].join('\n');
}

function planLines(answer: Answer, today: Day): readonly string[] {
  if (answer.type !== 'commitment' || answer.skip !== null) return [];
  const { obstacle, response } = answer.value;
  const inTheWay = obstacle === undefined ? {} : { obstacle };
  return [
    commitmentText(answer.value, today),
    ...whatElse({ ...inTheWay, ...(response !== undefined && { response }) }),
  ];
}

/** When a plan or a guess of an entry is asked about: one line, the nearest first. */
function lookLines(entry: Entry, today: Day): readonly string[] {
  const own = itemsIn(entry).map(({ due, kind }) => ({ due, asks: ASKS[kind] }));
  const moved = resolutionsIn(entry).flatMap(({ moves }) =>
    moves === undefined ? [] : [{ due: moves, asks: 'again' }],
  );
  const next = [...own, ...moved].toSorted((one, other) => (one.due < other.due ? -1 : 1))[0];
  if (next === undefined) return [];
  const day = next.due > today ? onDay(next.due, today) : 'today';
  return [`${capital(day)} coach review asks ${next.asks}.`];
}

const ASKS = { commitment: 'how it went', prediction: 'what happened' } as const;

/** Offered once, after the first sitting. */
export const REMINDER_OFFER = 'A reminder in the afternoon, if you like:';

/** The command for it. */
export const REMINDER_COMMAND = 'coach schedule add 16:30 --on workdays';
