// The way from a command line to an exit code; the one place that turns errors into words.
import { type Command, CommanderError } from 'commander';
import { CoachError, Interrupted, UsageError } from '../domain/text/errors.ts';
import { bugText, failureText } from '../pages/machine/failure-text.ts';
import { dropGoneTerminals } from '../adapters/machine/screens.ts';
import type { Terminal } from '../app/ports/terminal.ts';
import { nodeTerminal } from '../adapters/terminal/node-terminal.ts';
import type { Launch } from '../cli/context.ts';
import { UnknownWord } from '../cli/flags/unknown-word.ts';
import { screenTerminal } from '../cli/screen-terminal.ts';
import type { Substitutes } from './node-context.ts';
import type { WholeContext } from './whole-context.ts';
import { isWorthKeeping, type LoadedCode } from './loaded-code.ts';
import { once } from './once.ts';
import { createProgram, HELP_WIDTH } from './program.ts';

/** Exit codes, as the README lists them. */
const EXIT = { done: 0, failed: 1, usage: 2, bug: 70, interrupted: 130 } as const;

/**
 * Runs one command line.
 *
 * @param argv - Without the names of node and coach.
 * @param done - Called with how coach was started, once all that the command says is done.
 * @returns The exit code; what went wrong was said on standard error.
 */
export async function main(
  argv: readonly string[],
  launch: Launch<WholeContext>,
  done: (way: string) => Promise<void> = async () => undefined,
): Promise<number> {
  let help = '';
  const program = createProgram(launch, argv, (text) => void (help += text));
  try {
    await program.parseAsync([...argv], { from: 'user' });
    await done(wayOf(argv, program));
    return EXIT.done;
  } catch (caught) {
    const error = help === '' ? caught : await printHelp(help, launch.terminal, caught);
    const { wrapped } = await wrapping(launch.terminal);
    return await explain(error, commandOn(argv, program).name, {
      ...launch,
      terminal: screenTerminal(launch.terminal, wrapped),
    });
  }
}

/** @returns What ended the run: that help was asked for, or that it cannot be printed. */
async function printHelp(help: string, terminal: Terminal, asked: unknown): Promise<unknown> {
  try {
    const { width } = terminal;
    const isNarrow = terminal.screen && width < HELP_WIDTH;
    terminal.out(isNarrow ? (await import('../pages/text/talk.ts')).helpText(help, width) : help);
    return asked;
  } catch (error) {
    return error;
  }
}

/** How talk is wrapped for its screen; without one nothing of it is loaded. */
async function wrapping({ talkWidth }: Terminal): Promise<Pick<Substitutes, 'wrapped'>> {
  return talkWidth === undefined ? {} : { wrapped: (await import('../pages/text/talk.ts')).talkText };
}

/** The command on a command line, and its name as it is typed. */
function commandOn(
  argv: readonly string[],
  program: Command,
): { readonly command: Command; readonly name: string } {
  let command = program;
  const words = argv.filter((word) => {
    const below = command.commands.find((one) => one.name() === word);
    command = below ?? command;
    return below !== undefined;
  });
  return { command, name: ['coach', ...words].join(' ') };
}

/** How coach was started: the command and the names of its options that were given, and no word of a person. */
function wayOf(argv: readonly string[], program: Command): string {
  const { command, name } = commandOn(argv, program);
  const given = Object.keys(command.opts()).filter((one) => command.getOptionValueSource(one) === 'cli');
  return [name, ...given.toSorted()].join(' ');
}

/**
 * The one place that turns errors into words and exit codes.
 *
 * @param command - The one on the command line, as it is typed.
 */
async function explain(
  thrown: unknown,
  command: string,
  { terminal, version, env }: Launch,
): Promise<number> {
  const error = thrown instanceof UnknownWord ? await refusalOf(thrown) : thrown;
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.done;
    if (error.code !== 'commander.help') {
      const says = soundingAlike(error.message);
      const hint = WITHOUT_WAY_ON.test(says) ? await wayOn(command, env) : '';
      terminal.err(`${says}\n${hint}`);
    }
    return EXIT.usage;
  }
  if (error instanceof Interrupted) {
    const { wrap } = await import('../pages/text/wrap.ts');
    const said = await asCalled(error.message, env);
    terminal.err(said === '' ? '\n' : `\n${wrap(said, terminal.width)}\n`);
    return EXIT.interrupted;
  }
  if (error instanceof CoachError) {
    const hint = error.hint === undefined ? '' : `  ${await asCalled(error.hint, env)}\n`;
    terminal.err(`coach: ${error.message}\n${hint}`);
    return error instanceof UsageError ? EXIT.usage : EXIT.failed;
  }
  const system = failureText(error);
  terminal.err(system === undefined ? bugText(error, version) : `coach: ${system}\n`);
  return system === undefined ? EXIT.bug : EXIT.failed;
}

async function refusalOf({ word, command, known }: UnknownWord): Promise<UsageError> {
  return (await import('../pages/text/word-refusals.ts')).unknownWord(word, command, known);
}

async function wayOn(command: string, env: Launch['env']): Promise<string> {
  const { howToUse } = await import('../pages/text/word-refusals.ts');
  return `  ${await asCalled(howToUse(command), env)}\n`;
}

/** A sentence of ours with its commands as they are called here; mostly that is how they stand. */
async function asCalled(text: string, env: Launch['env']): Promise<string> {
  return env?.['npm_command'] === 'exec' ? (await import('../pages/text/as-run.ts')).asRun(text, env) : text;
}

/** Complaints of the parser that say what is wrong and nothing more. */
const WITHOUT_WAY_ON =
  /^coach: (?:missing required |too many |unknown option \S+$|option .* argument missing$)/;

/** The parser's own complaints, worded as ours are. */
function soundingAlike(complaint: string): string {
  return complaint.replace(/^error: /, 'coach: ').replace(/^\((Did you mean .+)\)$/m, '  $1');
}

/**
 * Runs coach as a program: this process's arguments, files and terminal.
 *
 * @param root - The folder of the package, with `prompts/` and `dist/` in it.
 */
export async function run(
  argv: readonly string[],
  root: string,
  version: string,
  loaded: LoadedCode,
): Promise<void> {
  const terminal = nodeTerminal(process.env);
  let opened: WholeContext | undefined;
  const open: Launch<WholeContext>['open'] = async () => {
    const { nodeContext } = await import('./node-context.ts');
    const pager: Substitutes['pager'] = async (text, world) =>
      (await import('../adapters/terminal/pager.ts')).shownByPager(text, world);
    opened = nodeContext(process.env, root, terminal, {
      ...(await wrapping(terminal)),
      pager,
      holdLess: loaded.thrift.begin,
    });
    return opened;
  };
  process.on('exit', dropGoneTerminals);
  const followed = once(async () => opened?.syncAfterwards());
  const code = await main(argv, { terminal, version, env: process.env, open }, async (way) =>
    keep(loaded, (await followed()) === true ? `${way}, then a sync` : way),
  );
  await followed();
  // Everything is written by now, so that leaving at once loses nothing; a terminal that was read from would keep us here.
  process.exit(code === EXIT.interrupted ? (process.exitCode ?? code) : code);
}

async function keep(loaded: LoadedCode, way: string): Promise<void> {
  if (isWorthKeeping(loaded, way)) (await import('./keep-code.ts')).keepCode(loaded, way);
}
