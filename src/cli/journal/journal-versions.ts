// The earlier texts of an entry: listed by coach journal history, shown, and brought back.
import { entryVersions, type EntryVersion } from '../../app/history/entry-versions.ts';
import { replaceRecorded } from '../../app/history/recorded-edit.ts';
import { textOf } from '../../app/editing/edit-entry.ts';
import type { ChosenFile } from '../../app/editing/trash.ts';
import { parseEntryFile } from '../../app/journal/parse-entry-file.ts';
import { TRASH } from '../../domain/entry/entry.ts';
import { FileMistakes } from '../../domain/text/errors.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { entryAsJson, printJson } from '../../formats/entry/entry-json.ts';
import { shellWord } from '../../formats/text/shell-word.ts';
import { entryPage } from '../../pages/journal/entry-page.ts';
import { onlyOneOf } from '../../pages/journal/named-refusals.ts';
import * as say from '../../pages/journal/version-text.ts';
import type { Context } from '../context.ts';
import { recorderOf } from '../recorder.ts';
import { filesAnywhere } from './anywhere.ts';

/** An entry and what is kept of it. */
interface Versioned {
  readonly file: ChosenFile;
  /** What it can be called by. */
  readonly name: string;
  readonly versions: readonly EntryVersion[];
}

export async function listVersions(which: string, context: Context): Promise<void> {
  const { terminal } = context;
  const { file, name, versions } = await versionsNamed(which, context);
  if (versions.length === 0) return terminal.err(`${say.noVersions(file.path)}\n`);
  terminal.out(terminal.screen ? say.versionList(versions) : say.versionLines(versions));
  terminal.err(`${say.versionHint(name)}\n`);
}

export async function showVersion(
  which: string,
  numbered: string,
  { json }: { readonly json?: true },
  context: Context,
): Promise<void> {
  const { terminal } = context;
  const versioned = await versionsNamed(which, context);
  const { version } = chosen(numbered, versioned);
  const bytes = await (await context.history()).read(version);
  const { path } = versioned.file;
  const text = textOf(bytes ?? new Uint8Array(), path);
  const entry = await parseEntryFile(text, path, true).catch((error: unknown) => {
    if (error instanceof FileMistakes && !json) return undefined;
    throw error;
  });
  if (json && entry) return terminal.exact(printJson([entryAsJson(entry, path)]));
  await terminal.page(entry ? entryPage({ entry, path }, terminal) : plainText(text));
}

export async function restoreVersion(which: string, numbered: string, context: Context): Promise<void> {
  const { terminal } = context;
  const versioned = await versionsNamed(which, context);
  const { path } = versioned.file;
  if (path.startsWith(`${TRASH}/`)) throw say.restoreFirst(versioned.name);
  const { version, number } = chosen(numbered, versioned);
  const recorder = await recorderOf(context);
  const { history } = recorder;
  await history.alone(() => {
    const raw = history.kept(version);
    const was = history.needed(path);
    if (!raw || was === undefined) throw say.changedJustNow(path);
    if (was === raw.hash) terminal.err(`${say.SAYS_SO_ALREADY}\n`);
    else if (!replaceRecorded(path, was, raw, recorder)) throw say.changedJustNow(path);
    else terminal.done(terminal.screen ? `${say.versionBack(number)}\n` : `${plainText(path)}\n`);
    return Promise.resolve();
  });
}

/** One entry, in the journal or in the trash. */
async function versionsNamed(which: string, context: Context): Promise<Versioned> {
  const [file, ...more] = await filesAnywhere(which, context);
  if (!file || more.length > 0)
    throw onlyOneOf(
      which,
      [file, ...more].flatMap((one) => one?.entry?.id ?? []),
    );
  const { path, entry } = file;
  const versions = entryVersions({ path, id: entry?.id }, await context.history());
  return { file, name: entry?.id ?? shellWord(path), versions };
}

function chosen(numbered: string, { name, versions }: Versioned): EntryVersion {
  if (!/^\d{1,6}$/.test(numbered)) throw say.versionMisfit(numbered);
  const found = versions.find(({ number }) => number === Number(numbered));
  if (!found) throw say.noVersion(Number(numbered), name, versions.length);
  return found;
}
