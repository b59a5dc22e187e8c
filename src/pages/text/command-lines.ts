// Commands with the words that lead to them, where both have to fit on a screen.
import { wrap } from './wrap.ts';

/**
 * Words that lead to a command; where both do not fit in a line, the command has its own, so that it can be copied.
 *
 * @example
 * told('Next:', 'coach challenge ready', 20) //=> ['Next:', 'coach challenge\nready']
 */
export function told(words: string, command: string, width: number): readonly string[] {
  const line = `${words} ${command}`;
  return wrap(line, width).includes('\n') ? [wrap(words, width), wrap(command, width)] : [line];
}

/**
 * A command and what it does; where both do not fit in a line, each has its own.
 *
 * @example
 * commandLines('coach challenge ready', 'take it up again', 30)
 * //=> ['coach challenge ready', '  take it up again']
 */
export function commandLines(command: string, does: string, width: number): readonly string[] {
  const line = `${command}   ${does}`;
  return wrap(line, width).includes('\n') ? [wrap(command, width), wrap(does, width, '  ')] : [line];
}
