// The parts of a question at a terminal: their choices, hints and keys.
import { type Answer, FEELINGS, percentOf } from '../../domain/entry/answer.ts';
import { defaultDueDay } from '../../domain/entry/due-day.ts';
import { dayWords, WEEKDAYS, addDays, type Day, weekdayOf } from '../../domain/time/day.ts';
import { DUE_CHOICES, type FieldValue, neededPart, scaleLegend } from '../../domain/sitting/field.ts';
import type { Offer } from '../../domain/sitting/suggestions.ts';
import type { Act } from '../../domain/sitting/act.ts';
import type { Ask } from '../../domain/sitting/sitting.ts';
import { plainText } from '../../domain/text/plain-text.ts';

/** One of several, as it is offered for choosing. `short` is what stays on the screen once it is chosen. */
export interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
  readonly short?: string;
  /** A letter that chooses it at once. */
  readonly key?: string;
  /** It leaves things as they are, and Esc chooses it. */
  readonly wayOut?: boolean;
}

/** What choosing from a list means: an answer (null: the part is left out), or another day to be typed. */
export type Chosen = { readonly answer: FieldValue | null } | { readonly otherDay: true };

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
 * fieldChoices(stepAt('member-decisions-clear'), '2026-11-22').at(-1)
 * //=> { value: { answer: null }, label: 'Skip this one' }
 */
export function fieldChoices({ field, planned }: Ask, today: Day): readonly Choice<Chosen>[] {
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
        ...DUE_CHOICES.map((days): Choice<Chosen> => {
          const day = addDays(today, days);
          const weekday = WEEKDAYS[weekdayOf(day) - 1] ?? '';
          return { value: { answer: day }, label: `In ${days} days, ${weekday} ${dayWords(day, today)}` };
        }),
        { value: { otherDay: true }, label: 'Another day' },
      ];
    case 'feeling':
      return [
        ...FEELINGS.map((value): Choice<Chosen> => ({ value: { answer: value }, label: value })),
        { value: { answer: null }, label: 'leave it out' },
      ];
    case 'text':
    case 'line':
    case 'choice':
    case 'percent':
    case 'day':
      return [
        ...(question.options ?? []).map(({ value, label }): Choice<Chosen> => ({
          value: { answer: value },
          label,
        })),
        skip,
      ];
  }
}

/**
 * The choice on which the cursor starts: what was given before, else the usual date.
 *
 * @example
 * const by = stepAt('member-commitment', 2);
 * firstChoice(by, fieldChoices(by, '2026-11-22'), '2026-11-22') //=> { answer: '2026-12-06' }
 */
export function firstChoice(
  { field, given }: Ask,
  choices: readonly Choice<Chosen>[],
  today: Day,
): Chosen | undefined {
  const usual = field.input === 'due' ? defaultDueDay(today) : undefined;
  const wanted = given ?? usual;
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
      return '5 to 20 unlikely · 25 to 45 rather not · 50 open · 55 to 75 rather yes · 80 to 95 likely';
    case 'day':
    case 'due':
      return 'For example 2026-12-06, friday, in 2 weeks';
    case 'scale':
      return scale ? scaleLegend(scale) : '';
    case 'text':
    case 'line':
    case 'choice':
    case 'feeling':
      return '';
  }
}

/**
 * The keys that do something while a part is answered.
 *
 * @example
 * fieldKeys(stepAt('member-situation'), false)
 * //=> 'Ctrl-D done · empty Enter skips · ? nudge · Ctrl-G editor · Esc more'
 */
export function fieldKeys({ field, planned }: Ask, listed: boolean): string {
  const nudge = planned.question.nudge === undefined ? [] : ['? nudge'];
  if (listed) return ['Number or arrows, then Enter', ...nudge, 'Esc more'].join(' · ');
  const empty =
    field.name === neededPart(planned.question) ? 'empty Enter skips' : 'empty Enter leaves it out';
  const keys =
    field.input === 'text'
      ? ['Ctrl-D done', empty, ...nudge, 'Ctrl-G editor']
      : ['Enter done', empty, ...nudge];
  return [...keys, 'Esc more'].join(' · ');
}

/** The choices of the small menu. */
export type MenuChoice = 'on' | 'back' | 'nudge' | 'not-today' | 'not-mine' | 'too-close' | 'later';

/**
 * The small menu that Esc opens everywhere. A reason for skipping takes one key there.
 *
 * @example
 * menuChoices(stepAt('member-situation'))[0] //=> { value: 'on', label: 'Go on with this question' }
 */
export function menuChoices({ planned }: Ask): readonly Choice<MenuChoice>[] {
  return [
    { value: 'on', label: 'Go on with this question' },
    { value: 'back', label: 'Back to the one before' },
    ...(planned.question.nudge === undefined ? [] : [{ value: 'nudge' as const, label: 'A nudge' }]),
    { value: 'not-today', label: 'Skip: not today (t)', key: 't' },
    { value: 'not-mine', label: 'Skip: not my situation (n)', key: 'n' },
    { value: 'too-close', label: 'Skip: too close right now (c)', key: 'c' },
    { value: 'later', label: 'Finish later' },
  ];
}

/** The keys of the small menu that do something at once. */
export const MENU_KEYS = 't, n, c choose at once · Esc back';

/**
 * The answers that an offer may be given; leaving things as they are comes first.
 *
 * @example
 * offerChoices({ kind: 'smaller' })[1]?.label //=> 'Make it smaller'
 */
export function offerChoices({ kind }: Pick<Offer, 'kind'>): readonly Choice<Act>[] {
  const yes = {
    smaller: 'Make it smaller',
    certain: 'Change it',
    nudge: 'Add to it',
    vague: 'Add a sign',
    moment: 'Change it',
    instead: 'Let it go',
  };
  return [
    { value: { kind: 'decline' }, label: 'Leave it as it is', wayOut: true },
    { value: { kind: 'accept' }, label: yes[kind] },
  ];
}

/** Whether a skip is meant although something was typed. */
export const SKIP_TYPED: readonly Choice<boolean>[] = [
  { value: false, label: 'Go on with this question', wayOut: true },
  { value: true, label: 'Skip all the same' },
];

/** The choices in the look over all answers; `pick` leads to choosing the one to change. */
export type LookOverChoice = Act | { readonly kind: 'pick' };

/** Saving comes first. */
export const LOOK_OVER_CHOICES: readonly Choice<LookOverChoice>[] = [
  { value: { kind: 'save' }, label: 'Save' },
  { value: { kind: 'pick' }, label: 'Change an answer' },
  { value: { kind: 'later' }, label: 'Finish later' },
];

/** The key that means something in that look. */
export const LOOK_OVER_KEYS = 'Esc back to the last question';

/** The key that means something where one of the answers is chosen. */
export const PICK_KEYS = 'Esc back';

/**
 * The answers to choose one from, numbered as in the look over.
 *
 * @param columns - Longer questions are cut to this.
 *
 * @example
 * answerChoices(entry.answers, 14)
 * //=> [{ value: { kind: 'change', question: 'member-felt' }, label: 'What did you…' }]
 */
export function answerChoices(answers: readonly Answer[], columns: number): readonly Choice<Act>[] {
  return answers.map(({ question, asked }) => {
    const text = plainText(asked);
    const label = text.length > columns ? `${text.slice(0, Math.max(1, columns - 1)).trimEnd()}…` : text;
    return { value: { kind: 'change', question }, label };
  });
}
