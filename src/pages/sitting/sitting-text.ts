// The screens of a sitting: its opening, each question, remarks, and the look over all answers.
import type { Answer } from '../../domain/entry/answer.ts';
import type { Day } from '../../domain/time/day.ts';
import type { Earlier } from '../../domain/record/history.ts';
import type { SteppedPast } from '../../domain/record/question-standing.ts';
import type { Agenda } from '../../domain/sitting/agenda.ts';
import { cutOwnWords, shortWords } from '../../domain/banks/own-words.ts';
import { forRole, type ProgrammeStep, type Role } from '../../domain/banks/question-bank.ts';
import type { Remark } from '../../domain/sitting/remarks.ts';
import type { Around, SittingProgress, Ask } from '../../domain/sitting/sitting.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { answerText, commitmentText } from '../record/answer-text.ts';
import { WELCOME_BACK } from './safety-notes.ts';
import { sampleText } from './sample-text.ts';
import { recapText } from '../record/recap-text.ts';
import { aboutFlag } from '../../formats/text/shell-word.ts';
import { asItIs, type Page, told, wrap } from '../text/wrap.ts';
import { itemLine, itemWords } from '../record/item-text.ts';
import { capital, counted, onDay } from '../text/words.ts';

/**
 * The top of a sitting: its title, whose seat and whom it is about, and what it is for.
 *
 * @example
 * openingText(memberAgenda, '2026-11-22', page).split('\n')[0]
 * //=> 'When your work is closely managed · member, about D.'
 */
export function openingText(agenda: Agenda, today: Day, { width, style }: Page): string {
  const { bank, role, about, step, reviews, questions, welcomeBack } = agenda;
  const whose = seatText(role, about);
  const head = `${style.strong(plainText(bank.title))}${whose === '' ? '' : style.dim(` · ${whose}`)}`;
  const lines = step
    ? stepLines(step, questions, role)
    : [
        reviews ? `${capital(itemLine(reviews, today))}.` : welcomeBack === true ? WELCOME_BACK : bank.intro,
      ].filter((line) => line !== '');
  const words = reviewedLines(agenda, today).map((line) => wrap(line, width, '  '));
  return [
    ...[head, ...lines.map((line) => style.dim(plainText(line)))].map((line) => wrap(line, width)),
    ...(words.length === 0 ? [] : ['', ...words]),
  ].join('\n');
}

/** Of a guess, the question that it answered and the plan that it depends on. The words that the first question holds are left out. */
function reviewedLines({ reviews: item, behind, questions }: Agenda, today: Day): readonly string[] {
  if (!item) return [];
  const { answer } = item;
  const isSaid = questions[0]?.asked.includes(itemWords(item)) === true;
  if (answer.skip !== null || answer.type !== 'prediction') return isSaid ? [] : [answerText(answer, today)];
  const guess = isSaid ? { ...answer, value: { ...answer.value, expect: '' } } : answer;
  return [
    ...(behind ? [`The plan: ${commitmentText(behind.commitment, today)}`] : []),
    plainText(answer.asked),
    answerText(guess, today),
  ].filter((line) => line !== '');
}

function stepLines(
  step: ProgrammeStep,
  questions: Agenda['questions'],
  role: Role | null,
): readonly string[] {
  const asksAny = (some: ProgrammeStep['questions']): boolean =>
    some.some(({ id }) => questions.some(({ question }) => question.id === id));
  const { title, aim, between, caution, evidence } = step;
  if (asksAny(step.questions))
    return [`${title}: ${forRole(aim, role)}`, ...(caution === undefined ? [] : [forRole(caution, role)])];
  return asksAny(evidence)
    ? [`${title}: what came of it`, `In between: ${forRole(between, role)}`]
    : [`${title}: where to go from here`];
}

/**
 * Whose seat, and whom it is about.
 *
 * @example
 * seatText('manager', 'D.') //=> 'manager, about D.'
 */
export function seatText(role: Role | null, about: string | null): string {
  return [role ?? '', about === null ? '' : `about ${plainText(about)}`]
    .filter((part) => part !== '')
    .join(', ');
}

/**
 * A question before it is answered: how far along, what was written before where it recalls that, its
 * wording, its reason.
 *
 * @example
 * questionText(stepAt('member-felt'), '2026-11-22', page).split('\n')[0]
 * //=> '4 of 24 · about 13 minutes left'
 */
export function questionText(
  { planned, progress, written = [] }: Ask,
  today: Day,
  { width, style }: Page,
): string {
  const { question, asked, recalled } = planned;
  const lines = [
    ...(progress ? [style.dim(progressText(progress)), ''] : []),
    ...(planned.steppedPast ? [...steppedPastLines(planned.steppedPast, today, { width, style }), ''] : []),
    ...recalled.flatMap((earlier) => [...earlierLines(earlier, today, { width, style }), '']),
    ...(written.length === 0
      ? []
      : [style.dim('You wrote:'), ...written.map((text) => ownLine(text, width)), '']),
    style.strong(wrap(plainText(cutOwnWords(asked)), width)),
    ...(question.fixed === undefined ? [] : [wrap(plainText(question.fixed), width)]),
    ...(question.why === undefined ? [] : [style.dim(wrap(plainText(question.why), width))]),
  ];
  return lines.join('\n');
}

/** The beginning of a text, on one line. */
function ownLine(text: string, width: number): string {
  return wrap(`· ${shortWords(text)}`, width, '  ');
}

function progressText({ number, of, minutesLeft }: SittingProgress): string {
  const left = minutesLeft === undefined ? '' : ` · about ${counted(minutesLeft, 'minute')} left`;
  return `${number} of ${of}${left}`;
}

function steppedPastLines(
  { asked, day }: SteppedPast,
  today: Day,
  { width, style }: Page,
): readonly string[] {
  return [style.dim(`Last asked ${onDay(day, today)}:`), wrap(plainText(asked), width, '  ')];
}

/** An old answer with its day, and without comment. */
function earlierLines({ day, answer }: Earlier, today: Day, { width, style }: Page): readonly string[] {
  return [
    style.dim(`${capital(onDay(day, today))} you wrote:`),
    wrap(answerText(answer, today), width, '  '),
  ];
}

/**
 * The words that belong to the act just done, for everything but a safety note.
 *
 * @example
 * remarkText({ kind: 'passed' }, memberSitting, page) //=> 'Skipped.'
 */
export function remarkText(
  remark: Exclude<Remark, { kind: 'gentle' }>,
  { today, agenda }: Around,
  page: Page,
): string {
  const { width, style, asCalled = asItIs } = page;
  switch (remark.kind) {
    case 'passed':
      return style.dim('Skipped.');
    case 'rests':
      return style.dim(wrap('This question and others like it will rest for two weeks.', width));
    case 'retired': {
      const way = `${asCalled(`coach reflect --question ${remark.question}`)}${aboutFlag(agenda.about)}`;
      return style.dim(told("It won't be asked again. To bring it back:", way, width).join('\n'));
    }
    case 'incomplete':
      return style.dim(wrap("This part can't be left out. Fill it in, or skip the whole question.", width));
    case 'nudge':
      return helpText(remark, today, page);
    case 'suggest':
      return style.dim(wrap(`${SUGGESTS[remark.of]}: ${plainText(remark.suggest)}.`, width));
    case 'recap':
      return recapText(remark.recap, today, page);
    case 'earlier':
      return remark.earlier.flatMap((earlier) => earlierLines(earlier, today, page)).join('\n');
  }
}

const SUGGESTS = {
  plan: 'One way to change the plan',
  guess: 'One way to make the next guess sharper',
} as const;

/** What helps with a question: its nudge, and an answer that somebody might have given. */
function helpText(
  { nudge, sample }: Extract<Remark, { kind: 'nudge' }>,
  today: Day,
  { width, style }: Page,
): string {
  const lines = [
    ...(nudge === null ? [] : [wrap(plainText(nudge), width)]),
    ...(sample === null ? [] : [wrap(`For example: ${sampleText(sample, today)}`, width)]),
  ];
  return style.accent(lines.length === 0 ? 'There is no more help for this one.' : lines.join('\n'));
}

/**
 * All answers, numbered, before they are saved.
 *
 * @example
 * lookOverText(entry.answers, '2026-11-22', page) //=> ' 1  What did you feel in that moment?\n    Small.'
 */
export function lookOverText(answers: readonly Answer[], today: Day, { width, style }: Page): string {
  const items = answers.map((answer, index) => {
    const number = String(index + 1).padStart(2);
    const asked = wrap(plainText(cutOwnWords(answer.asked)), width, '    ').trimStart();
    return `${style.dim(`${number}  ${asked}`)}\n${wrap(answerText(answer, today), width, '    ')}`;
  });
  return items.join('\n');
}
