// The days of a folder journal of jrnl, among the files of a source.
import { isJrnlDay, isJrnlText } from '../import-jrnl.ts';
import type { ImportSource } from '../source.ts';
import { textOrMistake } from '../text-files.ts';

/** By so many files it is told what all of them are. */
const FILES_LOOKED_AT = 20;

/**
 * Files by the days of a folder journal. They are of one where they begin as jrnl's do, or where it is said.
 *
 * @param from - What the person says that the source is.
 *
 * @example
 * jrnlDays(sample('jrnl-folder'), ['2026/11/21.txt', '2026/11/shopping.txt'], undefined) //=> ['2026/11/21.txt']
 */
export function jrnlDays(
  source: ImportSource,
  names: readonly string[],
  from: string | undefined,
): readonly string[] {
  if (from === 'markdown') return [];
  const days = names.filter(isJrnlDay);
  const some = days.slice(0, FILES_LOOKED_AT).map((name) => textOrMistake(source, name));
  const begun = some.filter((text) => typeof text === 'string' && isJrnlText(text));
  return from !== 'jrnl' && begun.length * 2 <= some.length ? [] : days;
}
