import type { Command } from 'commander';
import type { Terminal } from '../../src/app/ports/terminal.ts';
import { createProgram } from '../../src/program/program.ts';
import { plainStyle } from '../../src/pages/text/style.ts';

/** A terminal on which nothing is seen. */
export const TERMINAL: Terminal = {
  out: () => undefined,
  err: () => undefined,
  gone: false,
  status: () => undefined,
  width: 80,
  talkWidth: undefined,
  rows: 24,
  keyboard: false,
  interactive: false,
  screen: false,
  style: plainStyle,
  useColour: () => Promise.resolve(),
};

/** The command line, to look at and not to run. */
export const program = createProgram(
  {
    version: '1.2.3',
    terminal: TERMINAL,
    open: () => Promise.reject(new Error('nothing is run here')),
  },
  ['--help'],
);

/** The commands that help lists below a command. */
export function commandsBelow(command: Command): readonly Command[] {
  return command.createHelp().visibleCommands(command);
}

/** A command and all those below it, at any depth. */
export function withCommandsBelow(command: Command): readonly Command[] {
  return [command, ...commandsBelow(command).flatMap(withCommandsBelow)];
}

/** The words that name a command, without the program's own. */
export function wordsOf(command: Command): readonly string[] {
  return command.parent ? [...wordsOf(command.parent), command.name()] : [];
}
