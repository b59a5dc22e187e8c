// The parts of a question at a terminal: their labels, choices, hints, keys and complaints.
import { type Answer, FEELINGS, percentOf } from '../../domain/entry/answer.ts';
import { usualDayOf } from '../../domain/sitting/answer-from-parts.ts';
import { addDays, type Day, daysBetween, dayWords, weekdayOf, WEEKDAYS } from '../../domain/time/day.ts';
import * as fields from '../../domain/sitting/field.ts';
import type { Question } from '../../domain/banks/question-bank.ts';
import { hasHelp } from '../../domain/sitting/help.ts';
import type { Ask, Sitting } from '../../domain/sitting/sitting.ts';
import { capital, counted } from '../text/words.ts';
import { didYouMean } from '../../domain/text/nearest.ts';
import { BETWEEN_KEYS, TEXT_KEYS } from '../text/keys-text.ts';

/** One of several, as it is offered for choosing. `short` is what stays on the screen once it is chosen. */
export interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
  readonly short?: string;
  /** A letter that chooses it at once. */
  readonly key?: string;
  /** The cursor starts on it. */
  readonly usual?: boolean;
  /** It leaves things as they are, and Esc chooses it. */
  readonly wayOut?: boolean;
}

/** What choosing from a list means: an answer (null: the part is left out), or another day to be typed. */
export type Chosen = { readonly answer: fields.FieldValue | null } | { readonly otherDay: true };

/**
 * What a part is asked for with; empty where the question itself asks for it.
 *
 * @example
 * fieldLabel(stepAt('member-commitment')) //=> 'When'
 */
export function fieldLabel({ field, planned: { question } }: Pick<Ask, 'field' | 'planned'>): string {
  const labels = question.type === 'commitment' ? planLabels(question) : GUESS_LABELS;
  return question.fixed === undefined ? (labels[field.name] ?? '') : '';
}

type Labels = Readonly<Partial<Record<fields.FieldName, string>>>;

const GUESS_LABELS: Labels = {
  sign: 'How will you be able to tell?',
  likelihood: 'How likely is it, in percent?',
  due: 'When will you know?',
  feeling: 'Do you hope for it, fear it, or neither?',
};

function planLabels({
  when = 'When',
  then = 'I will',
  by = 'By when?',
  likelihood = 'How likely is it that you will do it by then?',
  obstacle = '',
}: Question): Labels {
  const because = 'What makes it that likely?';
  // A plan of a bank that asks for none any more may still name one.
  const inTheWay = obstacle || 'What might get in the way?';
  return { when, then, by, likelihood, because, obstacle: inTheWay, response: 'If so, I will' };
}

/**
 * Whether a part is chosen from a list and not typed. Lists are chosen from by number, which for a scale has
 * to be its own.
 *
 * @example
 * isListed(stepAt('member-decisions-clear')) //=> true
 */
export function isListed({ field, planned: { scale } }: Pick<Ask, 'field' | 'planned'>): boolean {
  if (field.input === 'scale') return scale?.min === 1 && scale.max <= 9;
  return ['choice', 'feeling', 'due'].includes(field.input);
}

/**
 * The choices of a part, the way out last.
 *
 * @example
 * fieldChoices(stepAt('member-decisions-clear'), { today: '2026-11-22', answers: [] }).at(-1)
 * //=> { value: { answer: null }, label: 'Skip this one' }
 */
export function fieldChoices(
  { field, planned, given, saved }: Ask,
  { today, answers }: Pick<Sitting, 'today' | 'answers'>,
): readonly Choice<Chosen>[] {
  const { question, scale } = planned;
  const skip: Choice<Chosen> = { value: { answer: null }, label: 'Skip this one' };
  switch (field.input) {
    case 'scale': {
      const { min = 1, max = 5, low = '', high = '' } = scale ?? {};
      const numbers = Array.from({ length: max - min + 1 }, (_, index): Choice<Chosen> => {
        const value = min + index;
        const label = value === min ? low : value === max ? high : '';
        return { value: { answer: value }, label, short: `${value} ${label}`.trim() };
      });
      const na: Choice<Chosen>[] =
        question.na === undefined ? [] : [{ value: { answer: 'na' }, label: question.na }];
      return [...numbers, ...na, skip];
    }
    case 'due':
      return [
        ...(saved && typeof given === 'string' && given < today
          ? [{ value: { answer: given }, label: `Keep it as it is: ${dayWords(given, today)}` }]
          : []),
        ...dueDays(planned, today, answers).map((day): Choice<Chosen> => {
          const days = daysBetween(today, day);
          const weekday = WEEKDAYS[weekdayOf(day) - 1] ?? '';
          const near = dayWords(day, today);
          const label =
            days > 1 ? `In ${counted(days, 'day')}, ${weekday} ${near}` : `${capital(near)}, ${weekday}`;
          return { value: { answer: day }, label };
        }),
        { value: { otherDay: true }, label: 'Another date' },
      ];
    case 'feeling':
      return [
        ...FEELINGS.map((value): Choice<Chosen> => ({ value: { answer: value }, label: value })),
        { value: { answer: null }, label: 'leave this part out' },
      ];
    case 'text':
    case 'line':
    case 'choice':
    case 'percent':
    case 'day':
      return [
        ...(question.options ?? []).map(({ value, label }) => ({ value: { answer: value }, label })),
        skip,
      ];
  }
}

/** The days that are offered, the usual one among them. */
function dueDays(planned: Ask['planned'], today: Day, answers: readonly Answer[]): readonly Day[] {
  const days = fields.DUE_CHOICES.map((far) => addDays(today, far));
  return [...new Set([...days, usualDayOf(planned, today, answers)])].toSorted();
}

/**
 * The choice on which the cursor starts: what was given before, else the usual date; elsewhere Enter alone skips, so that it never
 * gives an answer.
 *
 * @example
 * const by = stepAt('member-commitment', 2);
 * const sitting = { today: '2026-11-22', answers: [] };
 * firstChoice(by, fieldChoices(by, sitting), sitting) //=> { answer: '2026-12-06' }
 */
export function firstChoice(
  { field, given, planned }: Ask,
  choices: readonly Choice<Chosen>[],
  { today, answers }: Pick<Sitting, 'today' | 'answers'>,
): Chosen | undefined {
  const wanted = given ?? (field.input === 'due' ? usualDayOf(planned, today, answers) : null);
  const chosen = choices.find(({ value }) => 'answer' in value && value.answer === wanted);
  // A date of one's own stands in the field that another day is typed into.
  const typed = given === null ? undefined : choices.find(({ value }) => 'otherDay' in value);
  return (chosen ?? typed)?.value;
}

/**
 * The text that stands in a typed part before the first key.
 *
 * @example
 * typedForm({ ...stepAt('member-commitment', 3), given: 0.7 }) //=> '70'
 */
export function typedForm({ given, field }: Pick<Ask, 'given' | 'field'>): string {
  if (given === null) return '';
  return field.input === 'percent' ? String(percentOf(Number(given))) : String(given);
}

/**
 * The hint that says what a typed part expects, where its label does not.
 *
 * @example
 * fieldHint(stepAt('member-commitment', 2)) //=> 'For example 2026-12-06, friday, in 2 weeks'
 */
export function fieldHint({ field, planned: { scale } }: Pick<Ask, 'field' | 'planned'>): string {
  switch (field.input) {
    case 'percent':
      return PERCENT_WORDS;
    case 'day':
    case 'due':
      return DAY_EXAMPLES;
    case 'scale':
      return scale ? fields.scaleLegend(scale) : '';
    case 'text':
    case 'line':
    case 'choice':
    case 'feeling':
      return '';
  }
}

/** The words for likelihoods. */
export const PERCENT_WORDS =
  '5–20 unlikely · 25–45 somewhat unlikely · 50 could go either way · 55–75 somewhat likely · 80–95 likely';

/** How a day may be typed. */
export const DAY_EXAMPLES = 'For example 2026-12-06, friday, in 2 weeks';

/**
 * What was expected, where what was typed is not understood.
 *
 * @example
 * complaintText({ kind: 'scale', min: 1, max: 5, na: false }) //=> 'Type a whole number from 1 to 5.'
 */
export function complaintText(complaint: fields.Complaint): string {
  switch (complaint.kind) {
    case 'percent':
      return 'Type a number from 5 to 95, in steps of 5.';
    case 'day':
      return 'Type today or a later date, such as 2026-12-06, "friday", "tomorrow" or "in 2 weeks".';
    case 'endless':
      return 'coach does not know the range of this scale.';
    case 'scale':
      return `Type a whole number from ${complaint.min} to ${complaint.max}${complaint.na ? ', or na' : ''}.`;
    case 'option': {
      const { options, near } = complaint;
      const hint = near ? ` ${didYouMean(`${near.number}, ${near.label}`)}` : '';
      return `Type a number from 1 to ${options}, or the words next to it.${hint}`;
    }
  }
}

/**
 * The keys that do something while a part is answered.
 *
 * @example
 * fieldKeys(stepAt('member-situation'), false)
 * //=> 'Ctrl-D: done · Enter alone: skip · ?: nudge · Ctrl-G: editor · Esc: more'
 */
export function fieldKeys({ field, planned }: Ask, listed: boolean): string {
  const { question } = planned;
  const nudge = hasHelp(question) ? [question.nudge === undefined ? '?: example' : '?: nudge'] : [];
  if (listed) return ['Number or arrows, then Enter', ...nudge, 'Esc: more'].join(BETWEEN_KEYS);
  const empty =
    field.name === fields.neededPart(question) ? 'Enter alone: skip' : 'Enter alone: leave this part out';
  const keys =
    field.input === 'text'
      ? [TEXT_KEYS.text, empty, ...nudge, TEXT_KEYS.editor]
      : [TEXT_KEYS.line, empty, ...nudge];
  return [...keys, 'Esc: more'].join(BETWEEN_KEYS);
}
