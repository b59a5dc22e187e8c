// The refusals of words on the command line that no command or option goes by.
import { UsageError } from '../../domain/text/errors.ts';
import { nearestHint } from '../../domain/text/nearest.ts';
import { oneLine } from '../../domain/text/plain-text.ts';

/**
 * The error of a word on the command line, with the near one, or else where help is.
 *
 * @param command - The command that does not know it, as it is typed.
 *
 * @example
 * unknownWord('jurnal', 'coach', ['journal']).message //=> "unknown command 'jurnal'"
 * unknownWord('--jurnal', 'coach banks').hint //=> 'coach banks --help lists what there is.'
 */
export function unknownWord(word: string, command: string, known: readonly string[] = []): UsageError {
  return new UsageError(`unknown ${word.startsWith('-') ? 'option' : 'command'} '${oneLine(word)}'`, {
    hint: nearestHint(word, known, `${command} --help lists what there is.`),
  });
}
