// The places of an entry that could be meant otherwise, in words, without one that somebody wrote.
import type { QuestionType } from '../domain/banks/question-bank.ts';

/** A place in a file, and how it is understood. */
export interface DoubtfulPlace {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** What is seen in the file is surely not what is read; otherwise it may well be. */
  readonly isProblem: boolean;
}

/** Of a key with nothing behind it but a comment. */
export const ONLY_COMMENT =
  'YAML reads everything after "#" as a comment, so there is no value here; if that text is the value, put it in quotes';
export const COMMENT_BEHIND =
  'YAML reads everything after " #" as a comment, so it is not part of the value; if it should be, put the whole value in quotes';
export const LINK_AS_NAME =
  'a link is read as the name it shows, or as the last part of its address; if you mean another name, write just that name';

/** Of the file as a whole. */
export const CUT_OFF =
  'the last line does not end with a newline, so the file may have been cut short; if something is missing, look for it in a backup';
export const ZEROS =
  'there are null bytes here, perhaps from a power cut; coach skips them, so if something is missing, look for it in a backup';
export const NO_QUESTION =
  'there is no question in this entry, so the file may have been cut short; if something is missing, look for it in a backup';

/** Of what a merge of two versions left behind. */
export const UNMERGED =
  'a merge left two versions here, and both are read as one; keep one, and delete the lines <<<<<<<, ======= and >>>>>>>';

/** Of something that looks like the comment of a question. */
export const COMMENT_NOT_READ =
  "this looks like a question's comment but is not read as one, so the answer is read as your own text; put the comment on a line of its own, for example <!-- coach: member-felt text -->";
export const COMMENT_GONE =
  'this is the wording of a question that has lost its comment, so its answer is read as your own text; put the comment back below it';

export const NEARLY_SKIP =
  'this is read as an answer; to mark a skip, write only the word for it between two asterisks, such as *passed*';
export const NOTHING_SEEN =
  'viewers show nothing here, but this is read as an answer; to mark it as skipped, enter *passed* or leave the answer empty';
export const ONLY_EMBEDDED =
  "what viewers show here comes from another note; only the link to that note is read, so lists, searches and exports don't include its words; if they belong in the entry, copy them here";
export const PART_WITHIN =
  'this looks like a new part of the answer but is read as the end of the part above; if it is a new part, start the line with "- "';
export const PART_BELOW =
  'this looks like part of the answer but is read as your own text; if it belongs to the answer, move it into the list above';
export const EMPTY_ANSWER = 'there is nothing here, so the answer is read as *passed*';
export const MADE_HEADING =
  'this line turns the one above into a heading, which ends the answer: the heading and what follows are read as your own text; if you meant a horizontal rule, leave an empty line above it';
export const MADE_NO_HEADING =
  'Markdown viewers show the line above as a heading, but it is read as part of the answer; if you meant a horizontal rule, leave an empty line above it';
export const OPEN_CODE =
  'a code block starts here and does not end in this answer: viewers show the questions below as code, but they are still read as questions';
export const RIGHT_BELOW = 'anything directly below an answer of this type is read as your own text';

/** Of an answer whose links and choice differ. */
export const MOVES_NOT_CLOSES =
  'the chosen option sets another date and closes nothing, though the link says closes=; change that to continues=, or choose an option that closes the plan or guess';
export const CLOSES_NOT_MOVES =
  'the chosen option closes the plan or guess, though the link says continues=; use closes= there, or choose an option that sets another date';

/**
 * A key that is not known and looks like one that is.
 *
 * @example
 * nearlyKey('about') //=> 'coach does not know this key, so it counts as your own; if you meant "about", use that instead'
 */
export function nearlyKey(known: string): string {
  return `coach does not know this key, so it counts as your own; if you meant "${known}", use that instead`;
}

/**
 * A question that is not in its bank and looks like one that is.
 *
 * @example
 * nearlyQuestion('member', 'member-felt')
 * //=> 'the bank member has no question with this id, so it is read as a different one; did you mean member-felt?'
 */
export function nearlyQuestion(bank: string, known: string): string {
  return `the bank ${bank} has no question with this id, so it is read as a different one; did you mean ${known}?`;
}

/**
 * A choice that is none of the question's.
 *
 * @example
 * notAnOption(['yes', 'no']) //=> 'this is read as written, but the question has no such option; it has yes, no'
 */
export function notAnOption(values: readonly string[]): string {
  return `this is read as written, but the question has no such option; it has ${values.join(', ')}`;
}

/**
 * A rating beyond the scale.
 *
 * @example
 * notOnScale(1, 5) //=> 'this is not on the scale, which goes from 1 to 5, so coach insights leaves it out'
 */
export function notOnScale(min: number, max: number): string {
  return `this is not on the scale, which goes from ${min} to ${max}, so coach insights leaves it out`;
}

/**
 * An answer of another type than its question has.
 *
 * @example
 * otherType('scale') //=> 'this is read as the type given in its comment, but the question asks for a scale'
 */
export function otherType(type: QuestionType): string {
  return `this is read as the type given in its comment, but the question asks for a ${type}`;
}
