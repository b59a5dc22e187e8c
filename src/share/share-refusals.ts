// The refusals of coach share.
import { CoachError, UsageError } from '../domain/text/errors.ts';
import { nearestHint } from '../domain/text/nearest.ts';
import { oneLine, plainText } from '../domain/text/plain-text.ts';
import { unasked } from '../pages/text/words.ts';
import type { KeptBack } from './shareable.ts';

/** So many ids stand in a hint. */
const MOST_IDS = 3;

const REASONS: Readonly<Record<KeptBack, string>> = {
  skipped: 'was skipped',
  private: 'is marked as private in its question set',
  number: 'is a number, and numbers are never shared',
  outcome: 'says what became of something, and that is never shared',
};

/**
 * The error of an answer that cannot be shared.
 *
 * @example
 * keptBack('checkin-trust', 'number').message
 * //=> 'the answer to checkin-trust is a number, and numbers are never shared'
 */
export function keptBack(question: string, why: KeptBack): UsageError {
  return new UsageError(`the answer to ${oneLine(question)} ${REASONS[why]}`, {
    hint: 'Nothing was shared.',
  });
}

/**
 * The error of a question that the entry does not answer.
 *
 * @param ids - The questions whose answers can be shared.
 *
 * @example
 * noSuchAnswer('manager-ofer', ['manager-offer']).hint //=> 'Did you mean manager-offer?'
 */
export function noSuchAnswer(question: string, ids: readonly string[]): UsageError {
  return new UsageError(`this entry has no answer to "${oneLine(question)}"`, {
    hint: nearestHint(question, ids, idsHint(ids)),
  });
}

/**
 * The error where nobody can be asked which answers, and none were named.
 *
 * @example
 * whichAnswers(['manager-offer']).hint
 * //=> 'Choose at a terminal, or name the questions to print their answers: --question manager-offer'
 */
export function whichAnswers(ids: readonly string[]): CoachError {
  return new CoachError(unasked('shared'), {
    hint: `Choose at a terminal, or name the questions to print their answers: ${ids
      .slice(0, MOST_IDS)
      .map((id) => `--question ${oneLine(id)}`)
      .join(' ')}`,
  });
}

/**
 * The error of a file where nobody can see beforehand what goes into it.
 *
 * @example
 * unseen().message //=> 'nothing was written, because there is no terminal to ask you in'
 */
export function unseen(): CoachError {
  return new CoachError(unasked('written'), {
    hint: 'What goes into a file is shown to you first. Run this at a terminal, or leave out --to to print the answers.',
  });
}

/**
 * The error of a file that holds no entry coach understands.
 *
 * @example
 * cannotBeRead('a.md').message //=> 'a.md cannot be read as an entry, so nothing in it can be shared'
 */
export function cannotBeRead(path: string): CoachError {
  return new CoachError(`${plainText(path)} cannot be read as an entry, so nothing in it can be shared`, {
    hint: 'See what is wrong: coach doctor',
  });
}

/**
 * The error of a place to which nothing is written.
 *
 * @param what - That which is there, or where it is.
 *
 * @example
 * badPlace('note.txt', 'file').message //=> 'note.txt already exists'
 */
export function badPlace(named: string, what: 'file' | 'folder' | 'other' | 'journal'): UsageError {
  const file = oneLine(named);
  const says = {
    file: `${file} already exists`,
    folder: `${file} is a folder`,
    other: `${file} is not a file`,
    journal: `${file} is in the journal itself`,
  };
  return new UsageError(says[what], { hint: 'Nothing was written. Choose another name.' });
}

/**
 * The error of --to without a name.
 *
 * @example
 * toNeedsName().message //=> '--to needs the name of a file'
 */
export function toNeedsName(): UsageError {
  return new UsageError('--to needs the name of a file', { hint: 'For example: --to note.txt' });
}

function idsHint(ids: readonly string[]): string {
  if (ids.length === 0) return 'Nothing in it can be shared.';
  const more = ids.length > MOST_IDS ? ', and more' : '';
  return `It has answers to ${ids.slice(0, MOST_IDS).map(oneLine).join(', ')}${more}.`;
}
