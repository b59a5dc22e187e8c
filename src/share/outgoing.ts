// The text that leaves: the one that is shown is the one that is written.
import { shownText, withoutBlankEnds } from '../domain/text/plain-text.ts';

/** What of an answer may leave: the question as its bank has it, and the words. */
export interface Told {
  readonly question: string;
  readonly asked: string;
  readonly words: string;
}

/**
 * A text as it leaves: nothing in it that a screen does not show, and no blanks at the ends of lines.
 *
 * @example
 * asItLeaves('\n pay \u202e001 \n') //=> ' pay 001'
 */
export function asItLeaves(text: string): string {
  const lines = shownText(text).split('\n');
  return withoutBlankEnds(lines.map((line) => line.trimEnd()).join('\n'));
}

/**
 * All that leaves: the answers, each below its question, and nothing of the entry that they are from.
 *
 * @param withQuestions - Without them, only the answers.
 *
 * @example
 * const told = [{ question: 'a', asked: 'What helps?', words: 'Quiet.' }, { question: 'b', asked: 'Who?', words: 'Jo.' }];
 * outgoingText(told, true) //=> 'What helps?\n\nQuiet.\n\nWho?\n\nJo.\n'
 * outgoingText(told, false) //=> 'Quiet.\n\nJo.\n'
 */
export function outgoingText(told: readonly Told[], withQuestions: boolean): string {
  const parts = told.flatMap(({ asked, words }) => (withQuestions ? [asked, words] : [words]));
  return `${parts.map(asItLeaves).join('\n\n')}\n`;
}
