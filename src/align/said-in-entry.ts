// Single answers of an entry: the text or the choice that was given to a question.
import type { Answer } from '../domain/entry/answer.ts';
import type { Entry } from '../domain/entry/entry.ts';
import { oneLine, shownText } from '../domain/text/plain-text.ts';

/** An entry, as far as it has answers. */
type Answered = Pick<Entry, 'answers'>;

/**
 * The answer to a question; undefined where it was not asked.
 *
 * @example
 * givenTo(pricing, 'align-today')?.value //=> 'heard'
 */
export function givenTo({ answers }: Answered, id: string): Answer | undefined {
  return answers.find(({ question }) => question === id);
}

/**
 * The text that was given to a question; null where nothing was that a screen shows.
 *
 * @example
 * textIn(pricing, 'align-means') //=> 'The price floor'
 */
export function textIn(entry: Answered, id: string): string | null {
  const answer = givenTo(entry, id);
  const text = answer?.skip === null && answer.type === 'text' ? answer.value.trim() : '';
  // Nothing but marks that no screen shows is nothing.
  return oneLine(shownText(text)) === '' ? null : text;
}

/**
 * The choice that was made; undefined where none was.
 *
 * @example
 * choiceIn(pricing, 'align-wanted') //=> 'informed'
 */
export function choiceIn(entry: Answered, id: string): string | undefined {
  const answer = givenTo(entry, id);
  return answer?.skip === null && answer.type === 'choice' ? answer.value : undefined;
}
