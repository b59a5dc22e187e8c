// The run of coach journal import.
import { applyImport } from '../apply-import.ts';
import { type ImportPlan, type ImportPorts, planImport } from '../plan-import.ts';
import type { Recognised } from '../source.ts';
import { recogniseSource } from '../recognise-source.ts';
import { CoachError, UsageError } from '../../domain/text/errors.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import { importSummary, unreadableText } from '../found-text.ts';
import type { SourceKind } from '../source-kinds.ts';
import { wrap } from '../../pages/text/wrap.ts';
import { slowProgress } from '../../cli/slow-progress.ts';
import type { Context } from '../../cli/context.ts';

/** The context of every command, and all that an import takes. */
export interface ImportContext extends Context {
  /** The ports of an import: sources from elsewhere, and the files that are here already. */
  importing(): Promise<ImportPorts>;
}

export interface ImportOptions {
  readonly from?: SourceKind;
  readonly dryRun?: true;
  readonly skipUnreadable?: true;
  readonly yes?: true;
}

export async function importEntries(
  named: string,
  { from, dryRun, skipUnreadable, yes }: ImportOptions,
  context: ImportContext,
): Promise<void> {
  const { terminal } = context;
  if (named === '-') refuseInput(from, context);
  const name = named === '-' ? 'standard input' : oneLine(named);
  const importing = await context.importing();
  const source = recogniseSource(importing.open(named), name, from, importing.knowledge);
  const plan = await planWithProgress(source, importing, context);
  terminal.out(importSummary(plan, name, terminal.width));
  const { unreadable } = plan;
  if (unreadable > 0) {
    if (!skipUnreadable) {
      throw new CoachError(unreadableText(plan), {
        hint: 'Nothing was imported. Mend that, or bring in the rest with --skip-unreadable.',
      });
    }
    terminal.err(`${unreadableText(plan)}\n`);
  }
  const count = plan.fresh.size;
  if (count === 0) return terminal.out('Nothing new is there.\n');
  if (dryRun) {
    return terminal.out(`${wrap('Nothing was imported, since --dry-run only looks.', terminal.width)}\n`);
  }
  if (!yes && !(await isWanted(count, context))) return terminal.err('Nothing was imported.\n');
  await apply(source, plan, importing, context);
}

/** @throws UsageError or CoachError for what is not read from standard input. */
function refuseInput(from: SourceKind | undefined, { terminal }: ImportContext): void {
  if (from === 'markdown') {
    throw new UsageError('Markdown files are dated by their names, which standard input does not tell', {
      hint: 'Name the file or the folder.',
    });
  }
  if (terminal.keyboard) {
    throw new CoachError('nothing is piped in', {
      hint: 'For example: cat old.jsonl | coach journal import - --yes',
    });
  }
}

async function planWithProgress(
  source: Recognised,
  importing: ImportPorts,
  { terminal }: ImportContext,
): Promise<ImportPlan> {
  const progress = slowProgress('Reading', terminal);
  let most = 0;
  // How many there will be shows only at the end.
  try {
    return await planImport(source, importing, (read) => {
      most = Math.max(most, read);
      progress(read, Infinity);
    });
  } finally {
    progress(most, most);
  }
}

async function isWanted(count: number, context: ImportContext): Promise<boolean> {
  const prompter = await context.prompter();
  if (!prompter) {
    throw new CoachError('nothing was imported, since there is no terminal to ask in', {
      hint: 'Say so with --yes.',
    });
  }
  return prompter.choose(`Import ${entries(count)}?`, [
    { value: true, label: 'Import' },
    { value: false, label: 'Leave it', wayOut: true },
  ]);
}

async function apply(
  source: Recognised,
  plan: ImportPlan,
  importing: ImportPorts,
  context: ImportContext,
): Promise<void> {
  const { terminal } = context;
  const progress = slowProgress('Importing', terminal);
  const wanted = plan.fresh.size;
  let sure = 0;
  progress(0, wanted);
  try {
    await applyImport(source, plan, importing, context.journal(), (saved) => {
      sure = saved;
      progress(saved, wanted);
    });
  } catch (error) {
    if (!(error instanceof CoachError)) throw error;
    progress(wanted, wanted);
    const those = sure === 0 ? 'None' : sure.toLocaleString('en');
    const words = sure === 1 ? 'is in, and whole' : `are in${sure === 0 ? '' : ', each of them whole'}`;
    throw new CoachError(error.message, {
      hint: `${those} of ${entries(wanted)} ${words}. The same command again completes it, and nothing comes in twice.`,
      cause: error,
    });
  }
  progress(wanted, wanted);
  terminal.out(`${entries(sure)} ${sure === 1 ? 'is' : 'are'} in.\n`);
}

function entries(count: number): string {
  return count === 1 ? '1 entry' : `${count.toLocaleString('en')} entries`;
}
