// The values that a bank file may hold, each with the words that say what was expected.
import * as v from 'valibot';
import { ID_PATTERN } from '../../domain/banks/id-pattern.ts';

// Every message below completes the sentence "expected …". The words that would have been right, a mapping's
// keys or the values of a closed list, are kept beside the message, so that a misspelt one can be answered with
// the near one.
const wordsByExpectation = new Map<string, readonly string[]>();

/**
 * The keys or values that were possible where a message of a schema was given; none for free text.
 *
 * @example
 * expectedWords('one of manager, member') //=> ['manager', 'member']
 */
export function expectedWords(message: string): readonly string[] {
  return wordsByExpectation.get(message) ?? [];
}

/**
 * A mapping with these keys and no others.
 *
 * @param name - The words that messages call it.
 *
 * @example
 * mapping('a reading', { title: text }).message //=> 'a reading'
 */
export function mapping<const Entries extends v.ObjectEntries>(name: string, entries: Entries) {
  wordsByExpectation.set(name, Object.keys(entries));
  return v.strictObject(entries, name);
}

/**
 * One text of a closed list.
 *
 * @example
 * oneOf(['manager', 'member']).message //=> 'one of manager, member'
 */
export function oneOf<const Values extends readonly string[]>(values: Values) {
  const message = `one of ${values.join(', ')}`;
  wordsByExpectation.set(message, values);
  return v.picklist(values, message);
}

/**
 * A key that may be left out, with a sentence on what it does.
 *
 * @example
 * optional(text, 'An example wording.').type //=> 'exact_optional'
 */
export function optional<Schema extends v.GenericSchema>(schema: Schema, description: string) {
  return v.exactOptional(v.pipe(schema, v.description<v.InferOutput<Schema>, string>(description)));
}

/**
 * A key that may not be left out, with a sentence on what it does.
 *
 * @example
 * needed(text, 'The name as lists show it.').pipe.at(-1).description //=> 'The name as lists show it.'
 */
export function needed<Schema extends v.GenericSchema>(schema: Schema, description: string) {
  return v.pipe(schema, v.description<v.InferOutput<Schema>, string>(description));
}

/** A text in which something can be seen. */
export const text = v.pipe(v.string('text'), v.regex(/\S/, 'text that is not empty'));

const idMessage = 'small letters, digits and single hyphens, such as "my-question"';
/** The name of a bank, a question, a step or an option. */
export const id = v.pipe(v.string(idMessage), v.regex(ID_PATTERN, idMessage));

const scaleMessage = 'a whole number from 0 to 100';
/** A number at the end of a scale. */
export const scaleNumber = v.pipe(
  v.number(scaleMessage),
  v.integer(scaleMessage),
  v.minValue(0, scaleMessage),
  v.maxValue(100, scaleMessage),
);

const countingMessage = 'a whole number, 1 or more';
/** A number of days, weeks, minutes or versions. */
export const countingNumber = v.pipe(
  v.number(countingMessage),
  v.integer(countingMessage),
  v.minValue(1, countingMessage),
);

/** Yes or no, as YAML writes them. */
export const bool = v.boolean('true or false');
/** Tags. */
export const texts = v.array(text, 'a list of texts, such as [one, two]');
/** Other questions, by their ids. */
export const ids = v.array(id, 'a list of question ids, such as [my-question]');
