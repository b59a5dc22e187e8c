// The questions and refusals of coach reflect.
import type { ProgrammeStep, QuestionBank } from '../../domain/banks/question-bank.ts';
import { CoachError, UsageError } from '../../domain/text/errors.ts';
import { counted } from '../text/words.ts';
import type { Choice } from './field-text.ts';

/** Before a sitting whose length nobody has said. */
export const HOW_LONG = 'How much time do you have?';

/** The lengths of a sitting. */
export type Length = 'moment' | 'short' | 'full';

/**
 * The lengths to choose from, each with its minutes; where none was chosen last that is known, the core questions are the usual one.
 *
 * @param last - The one that was chosen last.
 *
 * @example
 * lengthChoices({ moment: 3, short: 8, full: 14 }, 'short').map(({ label }) => label)
 * //=> ['About 3 minutes: one moment', 'About 8 minutes: the core questions', 'About 14 minutes: all the questions']
 */
export function lengthChoices(
  minutes: Readonly<Record<Length, number>>,
  last: string | undefined,
): readonly Choice<Length>[] {
  const lengths = ['moment', 'short', 'full'] as const;
  const usual = lengths.find((one) => one === last) ?? 'short';
  return lengths.map((value) => ({
    value,
    label: `About ${counted(minutes[value], 'minute')}: ${LENGTHS[value]}`,
    usual: value === usual,
  }));
}

const LENGTHS: Readonly<Record<Length, string>> = {
  moment: 'one moment',
  short: 'the core questions',
  full: 'all the questions',
};

/**
 * The error of both lengths at once.
 *
 * @example
 * oneLength().message //=> 'use --short or --full, not both'
 */
export function oneLength(): UsageError {
  return new UsageError('use --short or --full, not both', {
    hint: 'With neither, coach asks how much time you have.',
  });
}

/** Where a bank has steps. */
export const WHICH_STEP = 'Which step?';

/**
 * The steps of a bank.
 *
 * @example
 * stepChoices(challenge.steps)[0].label.split(':')[0] //=> 'Week 1'
 */
export function stepChoices(steps: readonly ProgrammeStep[]): readonly Choice<string>[] {
  return steps.map(({ id, week, title }) => ({ value: id, label: `Week ${week}: ${title}` }));
}

/**
 * The error of a bank with steps, where nobody can be asked which.
 *
 * @example
 * stepNeeded(challenge).message //=> 'which step of challenge?'
 */
export function stepNeeded({ name, steps }: QuestionBank): UsageError {
  return new UsageError(`which step of ${name}?`, {
    hint: `Add --step with one of: ${steps.map(({ id }) => id).join(', ')}`,
  });
}

/**
 * The error of --notify with another bank.
 *
 * @example
 * notToNotify().message //=> '--notify works only with the look back'
 */
export function notToNotify(): UsageError {
  return new UsageError('--notify works only with the look back', {
    hint: 'Use coach reflect lookback --notify, or coach checkin --notify for the check-in.',
  });
}

/**
 * The error of a bank of one text, where none was piped in.
 *
 * @example
 * nothingPiped({ name: 'note' }).message //=> 'standard input has no text, and without a terminal coach cannot ask you'
 */
export function nothingPiped({ name }: Pick<QuestionBank, 'name'>): CoachError {
  return new CoachError('standard input has no text, and without a terminal coach cannot ask you', {
    hint: `Nothing was saved. Give it some text, for example: echo "A thought on the way home" | coach reflect ${name}`,
  });
}
