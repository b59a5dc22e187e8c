// The run of coach journal export.
import { exportFiles, exportText } from '../export-journal.ts';
import type { EntryStream } from '../../app/ports/entry-index.ts';
import type { Progress } from '../../app/ports/terminal.ts';
import type { ExportPlace } from '../export-place.ts';
import { CoachError, UsageError } from '../../domain/text/errors.ts';
import { nearestHint } from '../../domain/text/nearest.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import { EXPORT_FORMATS, type ExportFormat, formatOfName } from '../export-format.ts';
import { wrap } from '../../pages/text/wrap.ts';
import type { FilterOptions } from '../../cli/flags/filter-options.ts';
import { readFilters, refuseUnknown } from '../../cli/journal/filters.ts';
import { entriesInWords } from '../../pages/text/words.ts';
import { nameUnreadable } from '../../cli/journal/name-unreadable.ts';
import { slowProgress } from '../../cli/slow-progress.ts';
import type { Context } from '../../cli/context.ts';

/** The context of every command, and places to export to. */
export interface ExportContext extends Context {
  /** A file or folder that was named on the command line, to be written to. */
  exportPlace(named: string): Promise<ExportPlace>;
}

export interface ExportOptions extends FilterOptions {
  readonly format?: string;
  readonly to?: string;
  readonly force?: true;
}

/** Where entries go: one file, or a folder in which each is a file. */
interface Target {
  readonly named: string;
  readonly place: ExportPlace;
  readonly isFolder: boolean;
}

/** Columns of a line of text in a file. */
const FILE_WIDTH = 80;

export async function exportEntries(options: ExportOptions, context: ExportContext): Promise<void> {
  const { terminal } = context;
  const target = await targetOf(options, context);
  const format = formatOf(options, target);
  if (target) refuseTarget(target, format, options, context);
  const filters = await readFilters(options, context);
  const stream = await context.index().stream(filters);
  const isEmpty = !hasAny(stream);
  if (isEmpty) {
    nameUnreadable({ unreadable: stream.unreadable() }, context);
    await refuseUnknown(filters, context);
    const nothing = Object.keys(filters).length === 0 ? 'There are no entries.' : 'No entries match.';
    say(`${nothing}${target ? ' Nothing was written.' : ''}`, context);
    if (target) return;
  }
  // On a screen the entries themselves show how far it has got.
  const progress = terminal.screen && !target ? () => undefined : slowProgress('Exporting', terminal);
  if (target?.isFolder) return exportFolder(stream, target, options, progress, context);
  const width = target ? FILE_WIDTH : terminal.width;
  const { pieces, written } = await exportText(format, stream, width, progress);
  if (target) target.place.write(pieces, options.force ?? false);
  else for (const piece of pieces) terminal.out(piece);
  if (!isEmpty) nameUnreadable({ unreadable: stream.unreadable() }, context);
  if (target) say(`Wrote ${entriesInWords(written())} to ${oneLine(target.named)}`, context);
}

function hasAny(stream: EntryStream): boolean {
  for (const _ of stream.entries('newest')) return true;
  return false;
}

function say(text: string, { terminal }: ExportContext): void {
  terminal.err(`${terminal.screen ? wrap(text, terminal.width) : text}\n`);
}

async function exportFolder(
  stream: EntryStream,
  { named, place }: Target,
  { force = false }: { readonly force?: boolean },
  progress: Progress,
  context: ExportContext,
): Promise<void> {
  const paths = Array.from(stream.entries('newest'), ({ path }) => path);
  nameUnreadable({ unreadable: stream.unreadable() }, context);
  const how = { over: force, progress };
  const { written, same, unreadable } = await exportFiles(paths, context.journal(), place, how);
  nameUnreadable({ unreadable }, context);
  const already = same === 0 ? '' : `; ${same} ${same === 1 ? 'was' : 'were'} there already`;
  say(`Wrote ${entriesInWords(written)} to ${oneLine(named)}${already}`, context);
}

/** `-` is standard output, as elsewhere. */
async function targetOf({ to, force }: ExportOptions, context: ExportContext): Promise<Target | undefined> {
  if (to === undefined || to === '-') {
    if (!force) return undefined;
    throw new UsageError('--force needs a file or folder to overwrite', { hint: 'Name it with --to.' });
  }
  if (to === '') throw new UsageError('--to needs a path', { hint: 'For example: --to journal.html' });
  const place = await context.exportPlace(to);
  return { named: to, place, isFolder: place.kind === 'folder' || /[/\\]$/.test(to) };
}

function formatOf({ format }: ExportOptions, target: Target | undefined): ExportFormat {
  if (format !== undefined) {
    const known = EXPORT_FORMATS.find((one) => one === format.toLowerCase());
    if (known !== undefined) return known;
    throw new UsageError(`there is no format "${oneLine(format)}"`, {
      hint: nearestHint(format, EXPORT_FORMATS, `The formats are ${EXPORT_FORMATS.join(', ')}.`),
    });
  }
  const told = target?.isFolder ? 'markdown' : formatOfName(target?.named ?? '');
  if (told !== undefined) return told;
  throw new UsageError('nothing says in which format to export', {
    hint: `Say --format and one of ${EXPORT_FORMATS.join(', ')}, or name a file: --to journal.html`,
  });
}

function refuseTarget(
  { named, place, isFolder }: Target,
  format: ExportFormat,
  { force }: ExportOptions,
  { places }: ExportContext,
): void {
  const name = oneLine(named);
  if (place.isIn(places.journal())) {
    throw new UsageError(`${name} is in the journal itself`, {
      hint: 'Export to a place outside of it. To copy entries within it, copy their files.',
    });
  }
  if (isFolder && format !== 'markdown') {
    throw new UsageError(`${name} is a folder, and ${format} is written to one file`, {
      hint: `Name a file in it. Only markdown goes into a folder.`,
    });
  }
  if (place.kind === 'other' || (isFolder && place.kind === 'file')) {
    throw new CoachError(`${name} is not a ${isFolder ? 'folder' : 'file'}`, {
      hint: 'Name another place, or leave --to out for standard output.',
    });
  }
  if (place.kind === 'file' && !force) {
    throw new CoachError(`there is a file ${name} already`, {
      hint: 'Nothing was written. Overwrite it with --force, or choose another name.',
    });
  }
}
