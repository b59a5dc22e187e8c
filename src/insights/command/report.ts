// The run of coach report.
import { statesOf } from '../../app/sitting/left-elsewhere.ts';
import { countingIn } from '../../app/journal/copies.ts';
import type { ExportPlace } from '../../app/ports/export-place.ts';
import type { Prompter } from '../../app/ports/prompter.ts';
import { type Context, dayOn } from '../../cli/context.ts';
import type { FilterOptions } from '../../cli/flags/filter-options.ts';
import { tellReadable } from '../../cli/journal/tell-readable.ts';
import { type Filters, readFilters } from '../../cli/journal/filters.ts';
import { gatheredText } from '../../formats/text/gathered.ts';
import { matching } from '../../domain/search/query.ts';
import * as refuse from '../../pages/machine/target-refusals.ts';
import { asRun } from '../../pages/text/as-run.ts';
import { wrap } from '../../pages/text/wrap.ts';
import type { PageShow } from '../page-show.ts';
import { reportPage } from '../report-page.ts';
import * as say from '../report-text.ts';
import { type Report, reportOf, usualSince } from '../report.ts';
import { lackingTexts, withTexts } from '../returned-answers.ts';
import { knownJournal } from './known-journal.ts';

/** The context of every command, and pages in a browser. */
export interface ReportContext extends Context {
  pageShow(): Promise<PageShow>;
}

export interface ReportOptions extends Pick<FilterOptions, 'about' | 'role' | 'since' | 'until'> {
  readonly all?: true;
  readonly words?: true;
  readonly to?: string;
  readonly force?: true;
  /** False: --no-open. */
  readonly open: boolean;
}

/** Where a page goes: to standard output, to a file that is kept, or before somebody's eyes. */
type Target =
  | { readonly kind: 'printed' }
  | { readonly kind: 'kept'; readonly named: string; readonly place: ExportPlace }
  | { readonly kind: 'shown'; readonly prompter: Prompter };

/** Shows what there is so far as pictures, on one page. */
export async function makeReport(options: ReportOptions, context: ReportContext): Promise<void> {
  const { env } = context;
  const { all, words = false, to: _to, force = false, open, ...filterOptions } = options;
  if (all && options.since !== undefined) throw say.allAndDays('--since');
  if (all && options.until !== undefined) throw say.allAndDays('--until');
  const show = await context.pageShow();
  const swept = show.sweep();
  if (swept.length > 0) tell(say.sweptText(swept), context);
  const target = await targetOf(options, show, context);
  const filters = await readFilters(filterOptions, context);
  const report = await read(filters, words, all ?? false, context);
  if (report === undefined) {
    const { nothingYet } = await import('../insights-page.ts');
    return tell(asRun(nothingYet(0, Object.keys(filters).length > 0), env), context);
  }
  if (report.query.since !== filters.since) tell(say.partText(report.query.since ?? report.first), context);
  // The line that there is a year to look at comes a year after the last look.
  if (target.kind !== 'printed') context.memory.noteYear(dayOn(context));
  const page = gatheredText(reportPage(report));
  switch (target.kind) {
    case 'printed':
      for (const piece of page) context.terminal.exact(piece);
      tellReadable(undefined, context);
      return;
    case 'kept':
      return keep(page, target, { force, open }, show, context);
    case 'shown':
      return show.show(page, async ({ place, isOpen }) => {
        tell(say.lyingText(place, isOpen), context);
        tell(asRun(say.TO_KEEP, env), context);
        await target.prompter.line(say.UNTIL_ENTER);
      });
  }
}

/** A long journal is shown from a year before its last entry on, where nobody says from when. */
async function read(
  filters: Filters,
  words: boolean,
  all: boolean,
  context: Context,
): Promise<Report | undefined> {
  const today = dayOn(context);
  const journal = await knownJournal(context, today);
  const isOpen = !all && filters.since === undefined && filters.until === undefined;
  const asked = isOpen ? journal.entries.filter(matching(filters)) : [];
  const since = usualSince(asked.map(({ day }) => day));
  const states = await statesOf(journal.entries, context.banks);
  const query = { ...filters, ...(since !== undefined && { since }) };
  const report = reportOf({ ...journal, states }, query, words, today);
  return report && { ...report, returned: await whole(report.returned, context) };
}

/** The same answers with their texts, which are read of a few entries only: of thousands they would take tens of megabytes. */
async function whole(returned: Report['returned'], context: Context): Promise<Report['returned']> {
  const lacking = lackingTexts(returned);
  if (lacking.length === 0) return returned;
  const queries = lacking.map(({ id, day }) => ({ id, since: day, until: day }));
  const found = await context.index().findEach(queries);
  const entries = found.flatMap(countingIn);
  return withTexts(returned, ({ id }) => entries.find((entry) => entry.id === id));
}

async function targetOf(
  { to, force, open }: ReportOptions,
  show: PageShow,
  context: Context,
): Promise<Target> {
  const { terminal, places } = context;
  if (to === undefined) {
    if (force) throw refuse.forceNeedsPlace();
    if (!open) throw say.noOpenNeedsFile();
    if (!terminal.screen) return { kind: 'printed' };
    if (context.keys().pin()) throw say.pageWouldBeReadable();
    if (!show.canOpen) throw say.noBrowser();
    const prompter = await context.prompter();
    if (!prompter) throw say.noKeyboard();
    return { kind: 'shown', prompter };
  }
  if (to === '') throw refuse.toNeedsPath('report.html');
  if (to === '-') {
    if (force) throw refuse.forceNeedsPlace();
    return { kind: 'printed' };
  }
  const place = await context.exportPlace(to);
  if (place.isIn(places.journal())) throw say.pageInJournal(to);
  if (place.kind === 'folder' || /[/\\]$/.test(to)) throw say.pageIsFolder(to);
  if (place.kind === 'other') throw refuse.isOther(to, false);
  if (place.kind === 'file' && !force) throw refuse.isThereAlready(to);
  return { kind: 'kept', named: to, place };
}

async function keep(
  page: Iterable<string>,
  { named, place }: Target & { kind: 'kept' },
  { force, open }: { readonly force: boolean; readonly open: boolean },
  show: PageShow,
  context: Context,
): Promise<void> {
  place.write(page, force);
  tell(say.writtenPageText(named), context);
  tellReadable(named, context);
  // What a script writes is opened by nobody.
  if (open && context.terminal.interactive && show.canOpen) await show.open(named);
}

function tell(text: string, { terminal }: Context): void {
  terminal.err(`${terminal.screen ? wrap(text, terminal.width) : text}\n`);
}
