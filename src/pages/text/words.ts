// The small words of which sentences are made: how many, about whom, on which day.
import { type Day, dayWords } from '../../domain/time/day.ts';
import { plainText } from '../../domain/text/plain-text.ts';

/**
 * A text that begins with a capital letter.
 *
 * @example
 * capital('yesterday') //=> 'Yesterday'
 */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/**
 * The message of an error where it stands by itself, without `coach:` before it. A name or a place that it begins with stays as it is.
 *
 * @example
 * standing('the disk is full') //=> 'The disk is full'
 * standing('a.md is gone') //=> 'a.md is gone'
 */
export function standing(message: string): string {
  return /^[a-z]+ /.test(message) ? capital(message) : message;
}

/**
 * So many of something, in figures.
 *
 * @param many - The word for more than one or none, where it is not made with an s.
 *
 * @example
 * counted(1, 'file') //=> '1 file'
 * counted(3, 'guess', 'guesses') //=> '3 guesses'
 */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/**
 * So many entries.
 *
 * @example
 * entriesInWords(1) //=> '1 entry'
 */
export function entriesInWords(count: number): string {
  return counted(count, 'entry', 'entries');
}

/**
 * The person or team that something is about, to go on with a sentence; empty where it is about nobody by name.
 *
 * @example
 * `An entry${aboutWords('D.')}` //=> 'An entry about D.'
 */
export function aboutWords(about: string | null): string {
  return about === null ? '' : ` about ${plainText(about)}`;
}

/**
 * A day as it goes on with a sentence: a date has its "on", a word such as yesterday has none.
 *
 * @example
 * onDay('2026-12-06', '2026-11-22') //=> 'on 6 December'
 * onDay('2026-11-23', '2026-11-22') //=> 'tomorrow'
 */
export function onDay(day: Day, today: Day | null): string {
  const words = dayWords(day, today);
  return /^\d/.test(words) ? `on ${words}` : words;
}

/**
 * The remark where there is no entry to do something with.
 *
 * @param isChosen - Flags chose entries.
 *
 * @example
 * noEntriesText(true) //=> 'No entries match.'
 */
export function noEntriesText(isChosen: boolean): string {
  return isChosen ? 'No entries match.' : 'There are no entries.';
}

/**
 * The message of an error where somebody has to be asked before something is done.
 *
 * @example
 * unasked('deleted') //=> 'nothing was deleted, because there is no terminal to ask you in'
 */
export function unasked(done: string): string {
  return `nothing was ${done}, because there is no terminal to ask you in`;
}

/**
 * How often something happened.
 *
 * @example
 * times(1) //=> 'once'
 * times(3) //=> '3 times'
 */
export function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

/**
 * A whole number, 0 or more, as it is read, with commas between the thousands. `toLocaleString` gives the same, and takes half a start of Node
 * and 6 MB the first time, for what it knows of all languages.
 *
 * @example
 * inFigures(1234567) //=> '1,234,567'
 * inFigures(999) //=> '999'
 */
export function inFigures(number: number): string {
  const digits = String(number);
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(end - 3, 0), end));
  return groups.join(',');
}
