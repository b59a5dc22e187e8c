// The menus of a sitting: what Esc opens, what is offered, and the look over all answers.
import { type Answer, SKIP_REASONS, type SkipReason } from '../../domain/entry/answer.ts';
import type { Act } from '../../domain/sitting/act.ts';
import { hasHelp } from '../../domain/sitting/help.ts';
import type { Ask } from '../../domain/sitting/sitting.ts';
import type { Offer } from '../../domain/sitting/suggestions.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import type { Choice } from './field-text.ts';

/** The choices of the small menu. */
export type MenuChoice = 'on' | 'back' | 'nudge' | SkipReason | 'to-plan' | 'later';

/** The reasons for skipping, each with the key that chooses it at once. */
const REASONS: Readonly<Record<SkipReason, { readonly words: string; readonly key: string }>> = {
  'not-today': { words: 'not today', key: 't' },
  'not-mine': { words: 'not my situation', key: 'n' },
  'too-close': { words: 'too close right now', key: 'c' },
};

/**
 * The small menu that Esc opens everywhere. A reason for skipping takes one key there.
 *
 * @example
 * menuChoices(stepAt('member-situation'))[0] //=> { value: 'on', label: 'Go on with this question' }
 */
export function menuChoices({
  planned: { question },
  leadsToPlan,
  saved,
}: Ask): readonly Choice<MenuChoice>[] {
  const help = question.nudge === undefined ? 'An example' : 'A nudge';
  // A guess of a saved entry is no longer skipped.
  const reasons = saved && question.type === 'prediction' ? [] : SKIP_REASONS;
  return [
    { value: 'on', label: 'Go on with this question' },
    ...(saved ? [] : [{ value: 'back' as const, label: 'Back to the previous question' }]),
    ...(hasHelp(question) ? [{ value: 'nudge' as const, label: help }] : []),
    ...reasons.map((value) => {
      const { words, key } = REASONS[value];
      return { value, label: `Skip: ${words} (${key})`, key };
    }),
    ...(leadsToPlan ? [{ value: 'to-plan' as const, label: 'Go to the last step' }] : []),
    { value: 'later', label: saved ? 'Leave it as it was' : 'Finish later' },
  ];
}

/**
 * A choice, with Esc behind it where that chooses it.
 *
 * @example
 * withEscape({ value: false, label: 'Leave it', wayOut: true }).label //=> 'Leave it (Esc)'
 */
export function withEscape<Value>(choice: Choice<Value>): Choice<Value> {
  const { label, short = label, wayOut = false } = choice;
  return wayOut ? { ...choice, label: `${label} (Esc)`, short } : choice;
}

/**
 * Which of two choices a typed "y" or "n" means, where one of them leaves things as they are: that one is the "n".
 *
 * @returns Its place; -1 where nothing is meant.
 *
 * @example
 * meantBy(SKIP_TYPED, 'n') //=> 0
 * meantBy(SKIP_TYPED, 'Yes') //=> 1
 */
export function meantBy(choices: readonly Choice<unknown>[], typed: string): number {
  const said = /^(?:(y(?:es)?)|no?)$/i.exec(typed);
  const wayOut = choices.findIndex((choice) => choice.wayOut === true);
  if (!said || choices.length !== 2 || wayOut === -1) return -1;
  return said[1] === undefined ? wayOut : 1 - wayOut;
}

/**
 * The keys of the small menu.
 *
 * @param choices - Those that are in it.
 *
 * @example
 * menuKeys(menuChoices(stepAt('member-situation'))) //=> '1–8 then Enter, or t / n / c · Esc: back'
 */
export function menuKeys(choices: readonly Choice<MenuChoice>[]): string {
  const letters = choices.flatMap(({ key }) => key ?? []);
  const atOnce = letters.length === 0 ? '' : `, or ${letters.join(' / ')}`;
  return `1–${choices.length} then Enter${atOnce} · Esc: back`;
}

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

/** Before a skip where something was typed. */
export const SKIP_LOSES_TYPED = 'If you skip this question, what you typed here will be lost.';

/** Whether it is meant all the same. */
export const SKIP_TYPED: readonly Choice<boolean>[] = [
  { value: false, label: 'Go on with this question', wayOut: true },
  { value: true, label: 'Skip anyway' },
];

/** Above the choices in the look over all answers. */
export const LOOK_OVER = 'Read through your answers before saving';

/** The choices there; `pick` leads to choosing the one to change. */
export type LookOverChoice = Act | { readonly kind: 'pick' };

/** Saving comes first. */
export const LOOK_OVER_CHOICES: readonly Choice<LookOverChoice>[] = [
  { value: { kind: 'save' }, label: 'Save' },
  { value: { kind: 'pick' }, label: 'Change an answer' },
  { value: { kind: 'later' }, label: 'Finish later' },
];

/** The key that means something in that look. */
export const LOOK_OVER_KEYS = 'Esc: back to the last question';

/** Above the answers of which one is to be changed. */
export const WHICH_ANSWER = 'Which answer?';

/** The key that means something where one of the answers is chosen. */
export const PICK_KEYS = 'Esc: back';

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

/** The keys of a list in which several are ticked. */
export const SEVERAL_KEYS = 'Number or arrows, Space: tick · Enter: done · Esc: leave';

/** Where Enter was pressed and nothing was ticked. */
export const NONE_TICKED = 'Nothing is ticked yet. Space ticks the one the cursor is on.';

/**
 * One of several with its box.
 *
 * @example
 * tickLabel('What helps you', true) //=> '[x] What helps you'
 */
export function tickLabel(label: string, isTicked: boolean): string {
  return `${isTicked ? '[x]' : '[ ]'} ${label}`;
}
