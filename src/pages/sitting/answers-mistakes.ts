// The mistakes in files of answers that only a journal and an agenda can tell.
import { CoachError, FileMistakes, type Mistake } from '../../domain/text/errors.ts';
import { nearest } from '../../domain/text/nearest.ts';
import { quoted } from '../../domain/text/plain-text.ts';

/**
 * A file of answers of which nothing was saved.
 *
 * @example
 * brokenAnswers('a.yaml', [NO_ANSWERS]).hint //=> 'Nothing was saved. Fix the file and try again.'
 */
export function brokenAnswers(file: string, mistakes: readonly Mistake[]): FileMistakes {
  return new FileMistakes(file, mistakes, 'Nothing was saved. Fix the file and try again.');
}

/**
 * The error of a file of answers of which some were saved before the disk refused the next.
 *
 * @param saved - So many of them.
 *
 * @example
 * savedInPart(new CoachError('cannot write a.md: the disk is full'), 1, 2).hint.split('. ')[0] //=> '1 of 2 is saved'
 */
export function savedInPart(error: CoachError, saved: number, wanted: number): CoachError {
  if (saved === 0) return error;
  return new CoachError(error.message, {
    hint: `${saved} of ${wanted} ${saved === 1 ? 'is' : 'are'} saved. In the file, delete the items that coach review no longer lists, then run the command again.`,
    cause: error,
  });
}

/** What is wrong with a file in which everything was left empty. */
export const NO_ANSWERS: Mistake = {
  line: 1,
  column: 1,
  message: 'has no answers (--template prints a file to fill in)',
};

/** Something else than plans and guesses with what became of them. */
export const NO_ITEMS = 'expected a list of items, each with "closes" and answers (see --template)';

/** An item does not name what it is about. */
export const NO_ITEM_NAMED = 'closes: expected a reference to a plan or guess, as --template prints it';

/**
 * An item names what one before it names, too.
 *
 * @example
 * namedTwice('p7w2c9d4rt/manager-commitment') //=> 'closes: "p7w2c9d4rt/manager-commitment" appears twice'
 */
export function namedTwice(reference: string): string {
  return `closes: ${quoted(reference)} appears twice`;
}

/**
 * An item names nothing that is open.
 *
 * @param open - The references of what is.
 *
 * @example
 * notOpen('a/b', [])
 * //=> 'closes: "a/b" is not an open plan or guess; "coach review --all --json" lists what is due or resting'
 */
export function notOpen(reference: string, open: readonly string[]): string {
  const near = nearest(reference, open);
  const meant =
    near === undefined
      ? '; "coach review --all --json" lists what is due or resting'
      : `, did you mean ${near}?`;
  return `closes: ${quoted(reference)} is not an open plan or guess${meant}`;
}

/**
 * A new date has passed.
 *
 * @example
 * dayPassed('review-until') //=> 'review-until: expected today or a later date'
 */
export function dayPassed(question: string): string {
  return `${question}: expected today or a later date`;
}

/**
 * An item says of itself what the first entry says.
 *
 * @example
 * saidBefore('role') //=> 'role: leave this out; it comes from the plan or guess itself'
 */
export function saidBefore(key: string): string {
  return `${key}: leave this out; it comes from the plan or guess itself`;
}
