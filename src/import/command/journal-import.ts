// The run of coach journal import.
import { applyImport } from '../apply-import.ts';
import { type ImportPlan, type ImportPorts, planImport } from '../plan-import.ts';
import type { Recognised } from '../source.ts';
import { recogniseSource } from '../recognise-source.ts';
import { recordedAdding } from '../../app/history/recorded-adding.ts';
import { CoachError } from '../../domain/text/errors.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import { importSummary, unreadableText } from '../found-text.ts';
import type { DateOrder, Knowledge } from '../foreign-entry.ts';
import { isZone } from '../shown-zone.ts';
import { type SourceKind, SOURCE_KINDS } from '../source-kinds.ts';
import { SOURCE_READERS } from '../source-readers.ts';
import { STANDARD_INPUT } from '../../pages/machine/file-refusals.ts';
import { IMPORTING, READING } from '../../pages/text/progress-text.ts';
import { wrap } from '../../pages/text/wrap.ts';
import * as say from '../imported-text.ts';
import { slowProgress } from '../../cli/slow-progress.ts';
import type { Context } from '../../cli/context.ts';

/** The context of every command, and all that an import takes. */
export interface ImportContext extends Context {
  /** The ports of an import: sources from elsewhere, and the files that are here already. */
  importing(): Promise<ImportPorts>;
}

export interface ImportOptions {
  readonly from?: SourceKind;
  readonly dates?: DateOrder;
  readonly mine?: string;
  readonly dryRun?: true;
  readonly skipUnreadable?: true;
  readonly yes?: true;
  readonly zone?: string;
}

export async function importEntries(
  named: string,
  { from, dates, mine, dryRun, skipUnreadable, yes, zone: asked }: ImportOptions,
  context: ImportContext,
): Promise<void> {
  const { terminal } = context;
  if (named === '-') refuseInput(from, context);
  const name = named === '-' ? STANDARD_INPUT : oneLine(named);
  const ports = await context.importing();
  const knowledge = { ...ports.knowledge, ...(dates && { dates }), ...(mine !== undefined && { mine }) };
  if (asked !== undefined && !isZone(asked, knowledge.offsetIn)) throw say.unknownZone(asked);
  const source = recogniseSource(ports.open(named), name, from, knowledge);
  if (mine !== undefined && source.kind !== 'fatebook') throw say.nobodyElse(SOURCE_KINDS[source.kind].name);
  const zone = zoneFor(source.kind, asked && (knowledge.zoneCalled?.(asked) ?? asked), knowledge, context);
  const importing = { ...ports, knowledge: { ...knowledge, zone } };
  const plan = await planWithProgress(source, importing, context);
  terminal.out(importSummary(plan, name, terminal.width));
  const times = zone === undefined ? timesIn(plan) : say.shownZone(zone, asked !== undefined);
  if (times !== undefined) terminal.out(`${wrap(times, terminal.width)}\n`);
  const other = plan.found === 0 ? source.other?.() : undefined;
  if (other) terminal.out(`${say.looksLike(other, terminal.width)}\n`);
  const { unreadable } = plan;
  if (unreadable > 0) {
    if (!skipUnreadable) throw say.someUnreadable(plan);
    terminal.err(`${unreadableText(plan)}\n`);
  }
  const count = plan.fresh.size;
  if (count === 0) return terminal.out(`${say.NOTHING_NEW}\n`);
  if (dryRun) return terminal.out(`${wrap(say.DRY_RUN, terminal.width)}\n`);
  if (!yes && !(await isWanted(count, context))) return terminal.err(`${say.NOTHING_IMPORTED}\n`);
  await apply(source, plan, importing, context);
}

/** The zone in which moments in UTC are shown, if any. @throws UsageError where one is asked for that changes nothing. */
function zoneFor(
  kind: SourceKind,
  asked: string | undefined,
  { offsetIn }: Knowledge,
  { clock }: ImportContext,
): string | undefined {
  const { utc } = SOURCE_READERS[kind];
  if (asked !== undefined && utc === undefined) throw say.uselessZone(SOURCE_KINDS[kind].name);
  if (asked !== undefined || utc !== 'always') return asked;
  const { name } = clock().zone;
  return isZone(name, offsetIn) ? name : 'UTC';
}

/** What is said of the times of entries, where no zone is known in which they could be shown. */
function timesIn({ kind, inUtc }: ImportPlan): string | undefined {
  return inUtc === 0 || SOURCE_READERS[kind].utc === undefined ? undefined : say.inUtc(inUtc);
}

/** @throws UsageError or CoachError for what is not read from standard input. */
function refuseInput(from: SourceKind | undefined, { terminal }: ImportContext): void {
  if (from === 'markdown') throw say.undatedInput();
  if (terminal.keyboard) throw say.nothingPiped();
}

async function planWithProgress(
  source: Recognised,
  importing: ImportPorts,
  { terminal }: ImportContext,
): Promise<ImportPlan> {
  const progress = slowProgress(READING, terminal);
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
  if (!prompter) throw say.nobodyToAsk();
  return prompter.choose(say.askToImport(count), say.IMPORT_CHOICES);
}

async function apply(
  source: Recognised,
  plan: ImportPlan,
  importing: ImportPorts,
  context: ImportContext,
): Promise<void> {
  const { terminal } = context;
  const progress = slowProgress(IMPORTING, terminal);
  const wanted = plan.fresh.size;
  let sure = 0;
  progress(0, wanted);
  try {
    const adding = recordedAdding(context.journal(), await context.history());
    await applyImport(source, plan, importing, adding, (saved) => {
      sure = saved;
      progress(saved, wanted);
    });
  } catch (error) {
    if (!(error instanceof CoachError)) throw error;
    progress(wanted, wanted);
    throw say.cutOff(error, sure, wanted);
  }
  progress(wanted, wanted);
  terminal.done(`${say.importedText(sure)}\n`);
}
