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
  'to YAML a comment begins at "#", so nothing stands here; put the value in quotes if it is one';
export const COMMENT_BEHIND =
  'to YAML a comment begins at " #", so what follows is no part of the value; put all of it in quotes if it is';
export const LINK_AS_NAME =
  'a link is read as the name it shows, or else as the last part of where it leads; write only the name if another one is meant';

/** Of the file as a whole. */
export const CUT_OFF =
  'the last line has no end, as in a file of which only a part has arrived; if something is missing, look for it in a backup';
export const ZEROS =
  'zeros stand here, as a power cut leaves them, and are passed over; if something is missing, look for it in a backup';
export const NO_QUESTION =
  'no question stands in this entry, as in a file of which only a part has arrived; if something is missing, look for it in a backup';

/** Of what a merge of two versions left behind. */
export const UNMERGED =
  'a merge left two versions here, and both are read as one; keep one, and take out the lines <<<<<<<, ======= and >>>>>>>';

/** Of something that looks like the comment of a question. */
export const COMMENT_NOT_READ =
  'this looks like the comment of a question and is not read as one, so the answer is read as text of your own; expected it on a line of its own, for example <!-- coach: member-felt text -->';
export const COMMENT_GONE =
  'this is the wording of a question that has lost its comment, so its answer is read as text of your own; put the comment back below it';

export const NEARLY_SKIP =
  'read as an answer; for a skip, the line holds nothing but its words between two asterisks';
export const NOTHING_SEEN =
  'viewers show nothing here, and it is read as an answer; for a skip, write *passed*, or nothing at all';
export const ONLY_EMBEDDED =
  'what viewers show here stands in another note; read are only the signs that name it, so no list, search or export has its words; write here what belongs to the entry';
export const PART_WITHIN =
  'this names a part of the answer and is read as the end of the part above; begin its line with "- " if it is one';
export const PART_BELOW =
  'this names a part of the answer and is read as text of your own; put it into the list above if it is one';
export const EMPTY_ANSWER = 'nothing stands here, which is read as *passed*';
export const MADE_HEADING =
  'this line makes a heading of the one above, which ends the answer: it and what follows are read as text of your own; leave a line empty above it for a rule';
export const MADE_NO_HEADING =
  'viewers show the line above as a heading; it is read as a part of the answer; leave a line empty above it for a rule';
export const OPEN_CODE =
  'a block of code begins here and does not end in this answer: viewers show the questions below as code, and they are read as questions all the same';
export const RIGHT_BELOW = 'what stands right below an answer of this type is read as text of your own';

/** Of an answer whose links and choice differ. */
export const MOVES_NOT_CLOSES =
  'what was chosen gives another date and closes nothing, though the link says closes=; write continues= there, or choose what became of it';
export const CLOSES_NOT_MOVES =
  'what was chosen closes the plan or guess, though the link says continues=; write closes= there, or choose what gives another date';

/**
 * A key that is not known and looks like one that is.
 *
 * @example
 * nearlyKey('about') //=> 'this key is not one that coach knows, and is read as your own; if you meant "about", write that'
 */
export function nearlyKey(known: string): string {
  return `this key is not one that coach knows, and is read as your own; if you meant "${known}", write that`;
}

/**
 * A question that is not in its bank and looks like one that is.
 *
 * @example
 * nearlyQuestion('member', 'member-felt')
 * //=> 'no question of the bank member has this id, so it is read as another one; did you mean member-felt?'
 */
export function nearlyQuestion(bank: string, known: string): string {
  return `no question of the bank ${bank} has this id, so it is read as another one; did you mean ${known}?`;
}

/**
 * A choice that is none of the question's.
 *
 * @example
 * notAnOption(['yes', 'no']) //=> 'read as it stands, though the question has no such option; it has yes, no'
 */
export function notAnOption(values: readonly string[]): string {
  return `read as it stands, though the question has no such option; it has ${values.join(', ')}`;
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
 * otherType('scale') //=> 'read as its comment says, though the question asks for a scale'
 */
export function otherType(type: QuestionType): string {
  return `read as its comment says, though the question asks for a ${type}`;
}
