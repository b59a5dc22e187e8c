// The runs of coach completion and of the completing itself.
/* eslint-disable no-console -- the completion library prints on the console, which is led elsewhere here */
import type { Command } from 'commander';
import { SETTING_KEYS } from '../formats/text/setting-values.ts';
import { DAY_WORDS } from '../reminders/schedule.ts';
import { ROLES } from '../domain/banks/question-bank.ts';
import { unknownName } from '../pages/text/name-refusals.ts';
import { BASH_SCRIPT } from './completion-script.ts';
import { EXPORT_FORMATS } from '../export/export-format.ts';
import type { Context } from '../cli/context.ts';

/** The shells that a script can be printed for. */
const SHELLS = ['bash', 'zsh', 'fish', 'powershell'];

/** Prints the script for a shell. */
export async function printScript(shell: string, program: Command, context: Context): Promise<void> {
  if (!SHELLS.includes(shell)) throw unknownName('completion for', shell, SHELLS, 'shells');
  if (shell === 'bash') return context.terminal.out(BASH_SCRIPT);
  await complete(['completion', shell], program, context);
}

/**
 * Answers as the completion library does.
 *
 * @param program - A command line of its own, since the library adds its commands to it.
 */
export async function complete(
  argv: readonly string[],
  program: Command,
  { banks, terminal }: Context,
): Promise<void> {
  const { default: tab } = await import('@bomb.sh/tab/commander');
  const names = banks.list().map(({ name }) => name);
  const choices: Readonly<Record<string, string[]>> = {
    bank: names,
    role: ROLES.toSorted(),
    format: [...EXPORT_FORMATS],
    on: [...DAY_WORDS],
    key: SETTING_KEYS,
  };
  for (const { registeredArguments, options } of commandsBelow(program)) {
    for (const taken of [...registeredArguments, ...options]) {
      const known = choices[taken.name()];
      if (known) taken.argChoices = known;
    }
  }
  const unlisted = ['completion', 'complete'];
  Object.assign(program, {
    commands: program.commands.filter((command) => !unlisted.includes(command.name())),
  });
  tab(program, { completionCommandName: 'completion' });
  await redirected(terminal.out, async () => program.parseAsync([...argv], { from: 'user' }));
}

/** The library prints by itself. What it prints goes where all results go. */
async function redirected(out: (text: string) => void, run: () => Promise<unknown>): Promise<void> {
  const { log } = console;
  console.log = (text: string) => out(`${text}\n`);
  try {
    await run();
  } finally {
    console.log = log;
  }
}

function commandsBelow(command: Command): readonly Command[] {
  return command.commands.flatMap((below) => [below, ...commandsBelow(below)]);
}
