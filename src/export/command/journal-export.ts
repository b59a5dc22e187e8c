// The run of coach journal export.
import { exportFiles, exportText } from '../export-journal.ts';
import type { EntryStream } from '../../app/ports/entry-index.ts';
import type { FilesForm } from '../files-form.ts';
import type { Progress } from '../../app/ports/terminal.ts';
import type { ExportPlace } from '../../app/ports/export-place.ts';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  formatOfName,
  formatRow,
  isTextFormat,
} from '../export-format.ts';
import { joinedBytes } from '../../domain/text/bytes.ts';
import { wrap } from '../../pages/text/wrap.ts';
import type { FilterOptions } from '../../cli/flags/filter-options.ts';
import { readFilters, refuseUnknown } from '../../cli/journal/filters.ts';
import { EXPORTING } from '../../pages/text/progress-text.ts';
import { unknownName } from '../../pages/text/name-refusals.ts';
import * as refuse from '../../pages/machine/target-refusals.ts';
import * as words from '../written-text.ts';
import { nameUnreadable } from '../../cli/journal/name-unreadable.ts';
import { tellReadable } from '../../cli/journal/tell-readable.ts';
import { slowProgress } from '../../cli/slow-progress.ts';
import type { Context } from '../../cli/context.ts';

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
  /** For whom the file is sealed; undefined where everybody can read it. */
  readonly recipient: string | undefined;
}

/** With more entries it is worth the time that it takes to hold less. */
const MANY = 4000;

/** Columns of a line of text in a file. */
const FILE_WIDTH = 80;

export async function exportEntries(options: ExportOptions, context: Context): Promise<void> {
  const { terminal } = context;
  const target = await targetOf(options, context);
  const format = formatOf(options, target);
  refuseTarget(target, format, options, context);
  const filters = await readFilters(options, context);
  const stream = await context.index().stream(filters);
  const isEmpty = !hasAny(stream);
  if (isEmpty) {
    nameUnreadable({ unreadable: stream.unreadable() }, context);
    await refuseUnknown(filters, context);
    say(words.nothingText(Object.keys(filters).length > 0, target !== undefined), context);
    if (target) return refuseLeftOut(stream.unreadable().length);
  }
  // On a screen the entries themselves show how far it has got.
  const progress = terminal.screen && !target ? () => undefined : slowProgress(EXPORTING, terminal);
  const files =
    target?.isFolder || !isTextFormat(format) ? await formatRow(format).files?.(stream) : undefined;
  if (target && files) return exportFolder(stream, files, target, options, progress, context);
  if (!isTextFormat(format)) throw words.needsFolder(format);
  // With a target it was asked for already.
  if (!target && stream.most > MANY && formatRow(format).holdsLinks) await context.spareMemory();
  const isZip = /\.zip$/i.test(formName(target) ?? '');
  const how = { width: target ? FILE_WIDTH : terminal.width, now: context.clock(), isZip };
  const { pieces, written } = await exportText(format, stream, how, progress);
  if (target)
    target.place.write(
      await lying(whole(pieces, stream, target, context), target, context),
      options.force ?? false,
    );
  else for (const piece of pieces) terminal.exact(piece);
  if (!isEmpty) nameUnreadable({ unreadable: stream.unreadable() }, context);
  if (target) say(words.writtenText(written(), target.named), context);
  // On a screen everybody sees what they get.
  if (target ? target.recipient === undefined : !terminal.screen) tellReadable(target?.named, context);
  refuseLeftOut(stream.unreadable().length);
}

/** The same pieces. Something that is there already is not replaced by less than all: what it holds may be nowhere else. */
function* whole<Piece>(
  pieces: Iterable<Piece>,
  stream: EntryStream,
  { named, place }: Target,
  context: Context,
): Generator<Piece> {
  yield* pieces;
  const unreadable = stream.unreadable();
  if (place.kind !== 'file' || unreadable.length === 0) return;
  nameUnreadable({ unreadable }, context);
  throw words.wouldReplaceMore(named, unreadable.length);
}

/** An export is often a backup: a script has to learn that something is not in it. */
function refuseLeftOut(count: number): void {
  if (count > 0) throw words.leftOut(count);
}

function hasAny(stream: EntryStream): boolean {
  for (const _ of stream.entries('newest')) return true;
  return false;
}

function say(text: string, { terminal }: Context): void {
  terminal.err(`${terminal.screen ? wrap(text, terminal.width) : text}\n`);
}

async function exportFolder(
  stream: EntryStream,
  form: FilesForm,
  { named, place }: Target,
  { force = false }: { readonly force?: boolean },
  progress: Progress,
  context: Context,
): Promise<void> {
  for (const folder of new Set(form.files.map(({ to }) => to.slice(0, Math.max(0, to.lastIndexOf('/')))))) {
    // A link may lead from there into the journal, whose files no export changes.
    const below = await context.exportPlace(`${named}/${folder}`);
    if (below.isIn(context.places.journal())) throw words.inJournal(`${named.replace(/\/$/, '')}/${folder}`);
  }
  const how = { over: force, progress };
  const { written, same, unreadable } = await exportFiles(form, context.journal(), place, how);
  nameUnreadable({ unreadable: stream.unreadable() }, context);
  nameUnreadable({ unreadable }, context);
  say(words.writtenText(written, named, same), context);
  tellReadable(named, context);
  refuseLeftOut(stream.unreadable().length + unreadable.length);
}

/** `-` is standard output, as elsewhere. */
async function targetOf({ to, force }: ExportOptions, context: Context): Promise<Target | undefined> {
  if (to === undefined || to === '-') {
    if (!force) return undefined;
    throw refuse.forceNeedsPlace(true);
  }
  if (to === '') throw refuse.toNeedsPath('journal.html');
  const place = await context.exportPlace(to);
  const isFolder = place.kind === 'folder' || /[/\\]$/.test(to);
  const isSealed = !isFolder && SEALED_ENDING.test(to);
  if (isSealed && (await context.keys().state()) === 'plain') throw words.noKeyForExport(to);
  return { named: to, place, isFolder, recipient: isSealed ? context.keys().recipient() : undefined };
}

/** A file of age. */
const SEALED_ENDING = /\.age$/i;

/** The name that tells the format. */
function formName(target: Target | undefined): string | undefined {
  return target?.recipient === undefined ? target?.named : target.named.replace(SEALED_ENDING, '');
}

/** What is written of some pieces: all of them sealed, where somebody wants that. */
async function lying(
  pieces: Iterable<string | Uint8Array>,
  { recipient }: Target,
  context: Context,
): Promise<Iterable<string | Uint8Array>> {
  if (recipient === undefined) return pieces;
  const encoder = new TextEncoder();
  // A piece is gone when the next one is there.
  const bytes = joinedBytes(
    Array.from(pieces, (piece) => (typeof piece === 'string' ? encoder.encode(piece) : piece.slice())),
  );
  return [await (await context.sealing()).seal(bytes, recipient)];
}

function formatOf({ format }: ExportOptions, target: Target | undefined): ExportFormat {
  if (format !== undefined) {
    const known = EXPORT_FORMATS.find((one) => one === format.toLowerCase());
    if (known !== undefined) return known;
    throw unknownName('format', format, EXPORT_FORMATS, 'formats');
  }
  const told = target?.isFolder ? 'markdown' : formatOfName(formName(target) ?? '');
  if (told !== undefined) return told;
  throw words.formatNeeded(EXPORT_FORMATS, target?.named);
}

function refuseTarget(
  target: Target | undefined,
  format: ExportFormat,
  { force }: ExportOptions,
  { places }: Context,
): void {
  if (!target && !isTextFormat(format)) throw words.needsFolder(format);
  if (!target) return;
  const { named, place, isFolder } = target;
  if (!isTextFormat(format) && place.kind === 'file') throw words.isAFile(named, format);
  if (place.isIn(places.journal())) throw words.inJournal(named);
  if (isFolder && !formatRow(format).files) throw words.isAFolder(named, format);
  if (place.kind === 'other' || (isFolder && place.kind === 'file')) throw refuse.isOther(named, isFolder);
  if (place.kind === 'file' && !force) throw refuse.isThereAlready(named);
}
