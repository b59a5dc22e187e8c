// The command coach history forget: earlier texts taken away for ever.
import type { Context } from '../../cli/context.ts';
import { filesAnywhere } from '../../cli/journal/anywhere.ts';
import { filesOfAll } from '../../cli/journal/named-entries.ts';
import { wrap } from '../../pages/text/wrap.ts';
import { type Version, versionsOf } from '../../domain/history/version.ts';
import * as say from '../forget-text.ts';

export interface ForgetOptions {
  readonly yes?: true;
}

export async function forgetHistory(
  names: readonly string[],
  { yes }: ForgetOptions,
  context: Context,
): Promise<void> {
  const { terminal } = context;
  const history = await context.history();
  const chosen = await versionsNamed(names, history.versions(), context);
  const isAll = names.length === 0;
  const acts = isAll ? history.acts().acts.length : 0;
  if (chosen.length === 0 && acts === 0) return terminal.err(`${say.NOTHING_TO_FORGET}\n`);
  terminal.err(`${wrap(say.IS_PERMANENT, terminal.width)}\n`);
  terminal.err(`${say.whatGoes(chosen.length, isAll)}\n`);
  if (!yes && !(await isWanted(chosen.length, context))) return terminal.err(`${say.NOTHING_FORGOTTEN}\n`);
  await history.alone(() => {
    history.forget(chosen);
    if (isAll) history.prune({ acts: Infinity, versions: Infinity });
    return Promise.resolve();
  });
  terminal.done(`${say.forgottenText(chosen.length, isAll)}\n`);
}

async function versionsNamed(
  names: readonly string[],
  kept: readonly Version[],
  context: Context,
): Promise<readonly Version[]> {
  if (names.length === 0) return kept;
  const files = await filesOfAll(names, (name) => filesAnywhere(name, context));
  return versionsOf(
    kept,
    files.map(({ path, entry }) => ({ path, id: entry?.id })),
  );
}

async function isWanted(count: number, context: Context): Promise<boolean> {
  const prompter = await context.prompter();
  if (!prompter) throw say.nobodyToAskForget(count);
  const typed = await prompter.line(say.ASK_FORGET);
  return typed.trim().toLowerCase() === 'forget';
}
