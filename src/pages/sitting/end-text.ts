// The lines at the end of a sitting: what is kept of it, and what comes next.
import { finishing } from './draft-text.ts';
import { PREPARE_BANK } from '../../domain/banks/bank-names.ts';
import type { Day } from '../../domain/time/day.ts';
import type { Answer } from '../../domain/entry/answer.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { commitmentText, whatElse } from '../record/answer-text.ts';
import { capital, onDay } from '../text/words.ts';
import { asItIs, type Page, wrap } from '../text/wrap.ts';

/** Said of a plan that was not kept, and that no other one follows. */
export const NOTHING_COMES_BACK = "That closes it. You won't be asked about it again.";

/**
 * The line after a sitting of which no entry was made.
 *
 * @param isReview - It was about a plan or a guess.
 *
 * @example
 * leftText('nothing', 'member', false) //=> 'Nothing was answered, so nothing was saved.\n'
 * leftText('later', 'review', true) //=> 'Your answers are kept. To go on: coach review\n'
 */
export function leftText(kind: 'nothing' | 'later', bank: string, isReview: boolean): string {
  if (kind === 'later') return `Your answers are kept. To go on: ${finishing(bank, isReview)}\n`;
  return isReview
    ? 'Nothing was answered, so nothing was closed.\n'
    : 'Nothing was answered, so nothing was saved.\n';
}

/**
 * The lines after an entry is on disk: on a screen its plans in the person's own words, for another program where its file is, and
 * when something of it comes back.
 *
 * @param next - When something of it is asked about.
 * @param path - Of the file, where it is said.
 *
 * @example
 * savedText(planned, undefined, '2026-11-08', page).split('\n')[0] //=> 'Saved.'
 */
export function savedText(
  entry: Entry,
  next: NextReview,
  today: Day,
  { width, style, asCalled = asItIs }: Page,
  path?: string,
): string {
  const plans = path === undefined ? entry.answers.flatMap((answer) => planLines(answer, today)) : [];
  return [
    'Saved.',
    ...(plans.length === 0 ? [] : ['', ...plans.map((line) => wrap(line, width, '  ')), '']),
    ...(plans.length === 0 ? [] : [style.dim('Say your plan to yourself once.')]),
    ...lookLines(entry, next, today).map((line) => wrap(asCalled(line), width)),
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

/** When a plan or a guess of the entry is asked about, or by what else. */
function lookLines({ bank }: Entry, next: NextReview, today: Day): readonly string[] {
  if (next === 'elsewhere') return bank === PREPARE_BANK ? [AFTER_IT] : [];
  if (next === undefined) return [];
  const day = next.day > today ? onDay(next.day, today) : 'today';
  return [`${capital(day)}, coach review will ask ${ASKS[next.of]}.`];
}

const ASKS = { commitment: 'how it went', prediction: 'what happened', moved: 'again' } as const;
const AFTER_IT = 'After the conversation: coach reflect debrief';

/** When `coach review` asks about something of an entry; `elsewhere`: something else asks about it. */
export type NextReview =
  | { readonly day: Day; readonly of: 'commitment' | 'prediction' | 'moved' }
  | 'elsewhere'
  | undefined;

/** Offered once, after the first sitting. */
export const REMINDER_OFFER = 'If you would like a reminder in the afternoon:';

/** The command for it. */
export const REMINDER_COMMAND = 'coach schedule add 16:30 --on workdays';
