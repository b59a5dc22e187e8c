// One answer of an entry changed: the bytes of its file with that answer in them, and nothing else changed.
import type { Answer } from '../../domain/entry/answer.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { plainEntry } from '../../domain/entry/plain-entry.ts';
import { encodedLike } from '../../domain/text/bytes.ts';
import { changedText } from '../../formats/entry/changed-answer.ts';
import { entryAsJson, printJson } from '../../formats/entry/entry-json.ts';
import { cannotChangeHere } from '../../pages/journal/change-text.ts';
import { parseEntryFile } from '../journal/parse-entry-file.ts';
import { textOf } from './edit-entry.ts';

/** An entry's file with another answer in it. */
export interface Changed {
  readonly bytes: Uint8Array;
  readonly entry: Entry;
  readonly answer: Answer;
}

/**
 * The bytes of an entry's file with another answer to one of its questions. They were read again: the entry says the same but for
 * that answer.
 *
 * @throws CoachError where it would not, such as where a text of the person's own stands below the answer without a heading.
 *
 * @example
 * const bytes = new TextEncoder().encode(printEntry(entry));
 * const [was] = entry.answers;
 * (await changeAnswer(bytes, 'a.md', was, { ...was, value: 'Tall.' })).entry.answers[0]?.value //=> 'Tall.'
 */
export async function changeAnswer(
  original: Uint8Array,
  path: string,
  was: Answer,
  answer: Answer,
): Promise<Changed> {
  const text = textOf(original, path);
  const before = await parseEntryFile(text, path, true);
  const changed = changedText(text, was, answer);
  if (!before || changed === undefined) throw cannotChangeHere();
  const entry = await parseEntryFile(changed, path, true).catch(() => undefined);
  const answers = before.answers.map((one) => (one.question === was.question ? answer : one));
  const wanted = plainEntry({ ...before, answers });
  if (!entry || !saysTheSame(entry, wanted, path)) throw cannotChangeHere();
  return { bytes: encodedLike(changed, original), entry, answer };
}

function saysTheSame(one: Entry, other: Entry, path: string): boolean {
  return printJson(entryAsJson(one, path)) === printJson(entryAsJson(other, path));
}
