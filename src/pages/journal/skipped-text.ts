// The complaint about files that could not be understood.
import { plainText } from '../../domain/text/plain-text.ts';

/**
 * The files that could not be understood, each with what is wrong, and that nothing was done to them; empty without any.
 *
 * @param messages - One for each file.
 * @param what - What all of them are.
 *
 * @example
 * skippedText(['a.md:1:1: no date']).split('\n')[1] //=> '  This file was skipped and left as it was.'
 */
export function skippedText(messages: readonly string[], what: 'file' | 'folder' = 'file'): string {
  const { length } = messages;
  const left =
    length > 1
      ? `  These ${length} ${what}s were skipped and left as they were.\n`
      : `  This ${what} was skipped and left as it was.\n`;
  return length === 0 ? '' : messages.map((message) => plainText(`coach: ${message}\n`)).join('') + left;
}
