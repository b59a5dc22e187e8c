// The shapes of which the schema of bank files is made, each with the words that messages call it.
import * as v from 'valibot';

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
 * needed(text, 'The name shown in lists.').pipe.at(-1).description //=> 'The name shown in lists.'
 */
export function needed<Schema extends v.GenericSchema>(schema: Schema, description: string) {
  return v.pipe(schema, v.description<v.InferOutput<Schema>, string>(description));
}
