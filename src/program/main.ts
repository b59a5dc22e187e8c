// The way from a command line to an exit code; the one place that turns errors into words.
import { CommanderError } from 'commander';
import { CoachError, Interrupted, UsageError } from '../domain/text/errors.ts';
import { bugText, failureText } from '../pages/machine/failure-text.ts';
import { dropGoneTerminals } from '../adapters/machine/screens.ts';
import { nodeTerminal } from '../adapters/terminal/node-terminal.ts';
import type { Launch } from '../cli/context.ts';
import { screenTerminal } from '../cli/screen-terminal.ts';
import type { WholeContext } from './whole-context.ts';
import { createProgram } from './program.ts';

/** Exit codes, as the README lists them. */
const EXIT = { done: 0, failed: 1, usage: 2, bug: 70, interrupted: 130 } as const;

/**
 * Runs one command line.
 *
 * @param argv - Without the names of node and coach.
 * @returns The exit code; what went wrong was said on standard error.
 */
export async function main(argv: readonly string[], launch: Launch<WholeContext>): Promise<number> {
  try {
    await createProgram(launch, argv).parseAsync([...argv], { from: 'user' });
    return EXIT.done;
  } catch (error) {
    return await explain(error, { ...launch, terminal: screenTerminal(launch.terminal) });
  }
}

/** The one place that turns errors into words and exit codes. */
async function explain(error: unknown, { terminal, version }: Launch): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof Interrupted) {
    const { wrap } = await import('../pages/text/wrap.ts');
    terminal.err(error.message === '' ? '\n' : `\n${wrap(error.message, terminal.width)}\n`);
    return EXIT.interrupted;
  }
  if (error instanceof CoachError) {
    const hint = error.hint === undefined ? '' : `  ${error.hint}\n`;
    terminal.err(`coach: ${error.message}\n${hint}`);
    return error instanceof UsageError ? EXIT.usage : EXIT.failed;
  }
  const system = failureText(error);
  terminal.err(system === undefined ? bugText(error, version) : `coach: ${system}\n`);
  return system === undefined ? EXIT.bug : EXIT.failed;
}

/**
 * Runs coach as a program: this process's arguments, files and terminal.
 *
 * @param root - The folder of the package, with `prompts/` and `dist/` in it.
 */
export async function run(argv: readonly string[], root: string, version: string): Promise<void> {
  const terminal = nodeTerminal(process.env);
  const open: Launch<WholeContext>['open'] = async () =>
    (await import('./node-context.ts')).nodeContext(process.env, root, terminal);
  process.on('exit', dropGoneTerminals);
  const code = await main(argv, { terminal, version, open });
  // Everything is written by now, so that leaving at once loses nothing; a terminal that was read from would keep us here.
  process.exit(code === EXIT.interrupted ? (process.exitCode ?? code) : code);
}
