// The runs of coach completion and of the completing itself.
import { Argument, type Command } from 'commander';
import { unknownName } from '../../pages/text/name-refusals.ts';
import type { Context } from '../../cli/context.ts';
import { type Place, placeAt } from './completion-place.ts';
import { ARGUMENT_VALUES, FLAG_VALUES, type Completed, SHELLS, type Values } from './completion-values.ts';

/** Prints the script for a shell. */
export function printScript(shell: string, { terminal, readText }: Context): void {
  const known = SHELLS.find((one) => one === shell);
  if (known === undefined) throw unknownName('completion for', shell, SHELLS, 'shells');
  terminal.exact(readText(`completion.${known === 'powershell' ? 'ps1' : known}`));
}

/**
 * Prints what may stand at the cursor: on each line a value, a tab, and what is said of it. A last line `:files` has the shell
 * complete names of files. Where something cannot be read, there is less to offer, and nothing is said.
 *
 * @param words - Those after `coach`, up to the cursor, each behind a colon.
 */
export async function complete(words: readonly string[], program: Command, context: Context): Promise<void> {
  const typed = words.map((word) => word.replace(/^:/, ''));
  const place = placeAt(program, typed);
  const { offers = [], files } = await valuesAt(place, context);
  const named = [
    ...place.commands.map((command): Completed => [command.name(), command.description()]),
    ...place.flags.map(({ long, description }): Completed => [long ?? '', description]),
    ...offers,
  ];
  const fitting = named.filter(([value]) => value.startsWith(place.typed) && PLAIN.test(value));
  const lines = fitting.map(([value, says]) => `${place.lead}${value}\t${says}\n`);
  context.terminal.exact([...lines, ...(files ? [':files\n'] : [])].join(''));
}

/** What means nothing to any shell. */
const PLAIN = /^[\w=.-]+$/;

async function valuesAt(place: Place, context: Context): Promise<Values> {
  const { wants, isRedirection } = place;
  if (isRedirection) return { files: true };
  if (!wants) return {};
  if (wants.argChoices) return { offers: wants.argChoices.map((choice) => [choice, '']) };
  const find = wants instanceof Argument ? ARGUMENT_VALUES[wants.name()] : FLAG_VALUES[wants.attributeName()];
  try {
    return (await find?.(place, context)) ?? {};
  } catch {
    return {};
  }
}
