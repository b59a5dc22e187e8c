// The way from a command line to an exit code; the one place that turns errors into words.
import { CommanderError } from 'commander';
import { CoachError, Interrupted, UsageError } from '../domain/text/errors.ts';
import { plainText } from '../domain/text/plain-text.ts';
import { nodeTerminal } from '../adapters/terminal/node-terminal.ts';
import type { Launch } from '../cli/context.ts';
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
    return await explain(error, launch);
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
    terminal.err(plainText(`coach: ${error.message}\n${hint}`));
    return error instanceof UsageError ? EXIT.usage : EXIT.failed;
  }
  const system = systemFailure(error);
  if (system !== undefined) {
    terminal.err(plainText(`coach: ${system}\n`));
    return EXIT.failed;
  }
  terminal.err(
    [
      `coach: this is a bug in coach ${version}, not a mistake of yours. What was saved is safe.`,
      '  Please report it where you got coach, with these lines; they hold nothing that you wrote:',
      ...whereabouts(error).map((line) => `    ${line}`),
      '',
    ].join('\n'),
  );
  return EXIT.bug;
}

/** A refusal of the operating system in words; undefined for anything else. */
function systemFailure(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EACCES: 'you may not do that there',
    EPERM: 'you may not do that there',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of its path is a file',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk can only be read',
  };
  const code = String(error.code);
  const call = String(error.syscall);
  const act = ['stat', 'scandir'].includes(call) ? 'read' : call;
  const file = 'path' in error && typeof error.path === 'string' ? ` ${error.path}` : '';
  return `cannot ${act}${file}: ${reasons[code] ?? 'the system refused'} (${code})`;
}

/**
 * The kind of a bug and the functions it passed through, but not its message, which may hold what somebody wrote, and not the
 * folders of the files, which may hold their name.
 */
function whereabouts(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return ['something that is not an error was thrown'];
  const { name, message, stack = '' } = error;
  const told = stack.indexOf(message);
  const frames = told < 0 ? [] : stack.slice(told + message.length).split('\n');
  return [
    name,
    ...frames
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 6)
      .map((line) => line.trim().replace(/(?<=[ (])(?:file:\/\/)?(?:\/|[A-Z]:\\).*[\\/]/, '')),
  ];
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
  // Everything is written by now, so that leaving at once loses nothing; a terminal that was read from would keep us here.
  process.exit(await main(argv, { terminal, version, open }));
}
