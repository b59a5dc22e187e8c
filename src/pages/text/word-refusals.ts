// The refusals of words on the command line that no command or option goes by.
import { UsageError } from '../../domain/text/errors.ts';
import { nearestHint } from '../../domain/text/nearest.ts';
import { oneLine } from '../../domain/text/plain-text.ts';

/** Words that one would try, and the commands that do what they say. */
export const MEANT: Readonly<Record<string, string>> = {
  'coach add': 'coach reflect',
  'coach browse': 'coach journal --browse',
  'coach check': 'coach checkin, or coach doctor for your files',
  'coach delete': 'coach journal delete',
  'coach due': 'coach on its own',
  'coach edit': 'coach journal edit',
  'coach export': 'coach journal export',
  'coach find': 'coach journal --search',
  'coach get': 'coach config get',
  'coach import': 'coach journal import',
  'coach list': 'coach journal',
  'coach log': 'coach history',
  'coach ls': 'coach journal',
  'coach manager': 'coach reflect manager',
  'coach member': 'coach reflect member',
  'coach moment': 'coach reflect moment',
  'coach new': 'coach reflect',
  'coach questions': 'coach banks',
  'coach read': 'coach journal show',
  'coach remind': 'coach schedule add',
  'coach reminders': 'coach schedule',
  'coach remove': 'coach journal delete',
  'coach restore': 'coach journal restore',
  'coach revert': 'coach undo',
  'coach rm': 'coach journal delete',
  'coach search': 'coach journal --search',
  'coach send': 'coach share',
  'coach set': 'coach config set',
  'coach settings': 'coach config',
  'coach show': 'coach journal show',
  'coach start': 'coach reflect',
  'coach stats': 'coach insights',
  'coach status': 'coach on its own',
  'coach tell': 'coach share',
  'coach today': 'coach on its own',
  'coach trash': 'coach journal restore',
  'coach version': 'coach --version',
  'coach versions': 'coach journal history',
  'coach write': 'coach reflect, or coach note for a page without questions',
  'coach banks list': 'coach banks',
  'coach challenge list': 'coach challenge',
  'coach challenge show': 'coach challenge',
  'coach challenge start': 'coach challenge ready',
  'coach journal find': 'coach journal --search',
  'coach journal list': 'coach journal',
  'coach journal new': 'coach reflect',
  'coach journal search': 'coach journal --search',
};

/**
 * The error of a word on the command line, with the command that does what it says, the near one, or else where help is.
 *
 * @param command - The command that does not know it, as it is typed.
 *
 * @example
 * unknownWord('jurnal', 'coach', ['journal']).message //=> "unknown command 'jurnal'"
 * unknownWord('show', 'coach').hint //=> 'Use coach journal show.'
 * unknownWord('--jurnal', 'coach banks').hint //=> 'For help: coach banks --help'
 */
export function unknownWord(word: string, command: string, known: readonly string[] = []): UsageError {
  const called = `${command} ${word.toLowerCase()}`;
  return new UsageError(`unknown ${word.startsWith('-') ? 'option' : 'command'} '${oneLine(word)}'`, {
    hint: Object.hasOwn(MEANT, called)
      ? `Use ${MEANT[called]}.`
      : nearestHint(word, known, `For help: ${command} --help`),
  });
}

/**
 * Where help is for a command that was given too little or too much.
 *
 * @example
 * howToUse('coach journal show') //=> 'To see how to use it: coach journal show --help'
 */
export function howToUse(command: string): string {
  return `To see how to use it: ${command} --help`;
}
