// The context of a real run: the files, the clock and the terminal of this machine.
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { bankFolders } from '../adapters/machine/bank-folders.ts';
import { disk } from '../adapters/machine/disk.ts';
import { draftFolder } from '../adapters/journal/draft-folder.ts';
import { journalFiles, trashFiles } from '../adapters/journal/journal-files.ts';
import { checkFolder, journalFolder } from '../adapters/journal/journal-folder.ts';
import { plainCodec } from '../adapters/journal/plain-codec.ts';
import { memoryFile } from '../adapters/machine/memory-file.ts';
import { platformFolders } from '../adapters/machine/platform-folders.ts';
import { randomBytes } from '../adapters/machine/random-bytes.ts';
import { settingsFile } from '../adapters/machine/settings-file.ts';
import { standardInput } from '../adapters/terminal/standard-input.ts';
import { systemClock } from '../adapters/machine/system-clock.ts';
import { newestEntries } from '../app/journal/newest-entries.ts';
import { scanIndex } from '../app/journal/scan-index.ts';
import type { EntryCodec } from '../app/ports/entry-codec.ts';
import type { EntryIndex } from '../app/ports/entry-index.ts';
import type { JournalFiles } from '../app/ports/journal-files.ts';
import type { Editor } from '../app/ports/machine.ts';
import type { Prompter } from '../app/ports/prompter.ts';
import type { Terminal } from '../app/ports/terminal.ts';
import type { ImportSource } from '../import/import-source.ts';
import { idFrom } from '../domain/entry/entry.ts';
import { CoachError } from '../domain/text/errors.ts';
import type { Settings } from '../domain/banks/settings.ts';
import type { Page } from '../pages/text/style.ts';
import type { WholeContext } from './whole-context.ts';
import { indexPlace } from './index-place.ts';
import { slowProgress } from '../cli/slow-progress.ts';

/** What comes from there is called so. */
const STANDARD_INPUT = 'standard input';

/** What of the world may be put in the place of this machine's. */
export interface Substitutes extends Partial<
  Pick<WholeContext, 'clock' | 'newId' | 'random' | 'prompter' | 'scheduling' | 'notifier'>
> {
  /** All of standard input. */
  readonly standardInput?: () => Buffer;
  /** How entries lie in their files. */
  readonly codec?: EntryCodec;
}

/**
 * The real world: this machine's files, clock and terminal.
 *
 * @param root - The folder of the package, with `prompts/` and `dist/` in it.
 */
export function nodeContext(
  env: NodeJS.ProcessEnv,
  root: string,
  terminal: Terminal,
  { standardInput: input = standardInput, codec = plainCodec, ...substitutes }: Substitutes = {},
): WholeContext {
  const folders = platformFolders(env);
  const settings = settingsFile(folders.settings);
  const ownBanks = path.join(folders.data, 'banks');
  const read = once((): Settings => settings.read());
  const journalPlace = once(() => {
    const named = env['COACH_JOURNAL'] || read().journal;
    const home = folders.data;
    return { folder: named ? path.resolve(named) : path.join(home, 'journal'), configured: Boolean(named) };
  });
  const draftPlace = once(() => placeOfDrafts(journalPlace(), folders.state));
  const banks = bankFolders({
    own: ownBanks,
    builtIn: path.join(root, 'prompts'),
    compiled: path.join(root, 'dist', 'banks'),
  });
  return {
    env,
    clock: systemClock(env),
    newId: () => idFrom(randomBytes(10)),
    random: () => randomBytes(4).reduce((share, byte) => (share + byte) / 256, 0),
    terminal,
    settingsFile: settings,
    banks,
    memory: memoryFile(folders.state, disk),
    disk,
    places: {
      journal: () => journalPlace().folder,
      ownBanks,
      ownReadings: path.join(folders.data, 'readings.json'),
    },
    checkJournal: (folder) => void checkFolder(folder, false),
    settings: read,
    journal: once(() => journalFolder(journalPlace().folder, disk, codec, journalPlace())),
    index: once(() => {
      const { folder, configured } = journalPlace();
      checkFolder(folder, configured);
      return entryIndex(journalFiles(folder, codec), { folder, cache: folders.cache, root }, terminal);
    }),
    trash: once(() => {
      const { folder, configured } = journalPlace();
      checkFolder(folder, configured);
      return scanIndex(trashFiles(folder, codec));
    }),
    editor: () => openEditor(draftPlace(), env, codec),
    drafts: once(() => {
      const { folder, check } = draftPlace();
      const replace: typeof disk.replace = (file, text) => {
        check();
        disk.replace(file, text);
      };
      return draftFolder(folder, { ...disk, replace }, codec);
    }),
    exportPlace: async (named) => (await import('../export/world/export-place.ts')).exportPlace(named, disk),
    inspection: async () =>
      (await import('./node-inspection.ts')).nodeInspection(env, folders, { banks, codec }, root),
    scheduling: async () => {
      const [{ crontabCommand }, { installedPrograms }] = await Promise.all([
        import('../reminders/world/crontab-command.ts'),
        import('../reminders/world/installed-programs.ts'),
      ]);
      return {
        crontab: crontabCommand(env, folders.state),
        programs: installedPrograms(env, process.execPath, root),
      };
    },
    notifier: async () => (await import('../reminders/world/desktop-notifier.ts')).desktopNotifier(env),
    importing: async () => {
      const [{ importSource, pipedSource }, { knowledge }] = await Promise.all([
        import('../import/world/import-source.ts'),
        import('../import/world/knowledge.ts'),
      ]);
      const { folder, configured } = journalPlace();
      checkFolder(folder, configured);
      const open = (named: string): ImportSource =>
        named === '-' ? pipedSource(input(), STANDARD_INPUT) : importSource(named);
      return { knowledge, open, here: journalFiles(folder, codec), deleted: trashFiles(folder, codec) };
    },
    prompter: (plain) => openPrompter(plain ?? read().plain, draftPlace, env, terminal),
    readInput: (file) => (file === '-' ? utf8(input(), STANDARD_INPUT) : readNamed(file)),
    readText: (name) => readFileSync(path.join(root, 'prompts', 'texts', name), 'utf8'),
    readIfThere: (file) => (existsSync(file) ? readNamed(file) : undefined),
    afterSaved: async (bank, entry, context) => {
      if (bank.steps.length === 0) return;
      const { showAfterStep } = await import('../challenge/command/after-step.ts');
      await showAfterStep(bank, entry, context);
    },
    ...substitutes,
  };
}

/**
 * The index of a journal. What is quick at any size needs none on disk, and of a journal on another device none is kept here:
 * then the files are looked through.
 */
function entryIndex(
  files: JournalFiles,
  { folder, cache, root }: { readonly folder: string; readonly cache: string; readonly root: string },
  terminal: Terminal,
): EntryIndex {
  const open = async (): Promise<EntryIndex> => {
    // A Node without SQLite need not load what would use it.
    const hasSqlite = process.getBuiltinModule('node:module').isBuiltin('node:sqlite');
    if (hasSqlite && deviceOf(folder) === deviceOf(cache)) {
      const { sqliteIndex } = await import('../adapters/journal/sqlite-index.ts');
      const place = indexPlace(folder, cache, root);
      const index = sqliteIndex(place, files, slowProgress('Reading the journal', terminal));
      if (index) return index;
    }
    return scanIndex(files);
  };
  const opened = once(open);
  return {
    newest: (query) => newestEntries(files, query),
    find: async (query, signal) => (await opened()).find(query, signal),
    stream: async (query) => (await opened()).stream(query),
    snapshot: async () => {
      const index = await opened();
      return index.snapshot ? index.snapshot() : index;
    },
  };
}

/** The device of a folder, or of the nearest one above it that is there. */
function deviceOf(place: string): number {
  const found = statSync(place, { throwIfNoEntry: false });
  return found ? found.dev : deviceOf(path.dirname(place));
}

interface DraftPlace {
  readonly folder: string;
  /** Refuses to write there when that would make anew a journal folder that is gone. */
  readonly check: () => void;
}

/**
 * Drafts are kept with this machine's state, unless the journal is on another device: then they go with it, so that nothing
 * of it stays behind.
 */
function placeOfDrafts(
  { folder, configured }: { readonly folder: string; readonly configured: boolean },
  state: string,
): DraftPlace {
  return deviceOf(folder) === deviceOf(state)
    ? { folder: path.join(state, 'drafts'), check: () => undefined }
    : { folder: path.join(folder, '.drafts'), check: () => void checkFolder(folder, configured) };
}

/** Copies of entries are kept where drafts are. */
async function openEditor(
  { folder, check }: DraftPlace,
  env: NodeJS.ProcessEnv,
  codec: EntryCodec,
): Promise<Editor> {
  check();
  const { entryEditor } = await import('../adapters/journal/entry-editor.ts');
  return entryEditor({ env, folder, disk, codec });
}

async function openPrompter(
  plain: boolean | undefined,
  draftPlace: () => DraftPlace,
  env: NodeJS.ProcessEnv,
  terminal: Terminal,
): Promise<Prompter | undefined> {
  if (!terminal.interactive) return undefined;
  const page = (): Page => ({ width: terminal.width, style: terminal.style });
  if (plain ?? env['TERM'] === 'dumb') {
    const { linePrompter } = await import('../adapters/terminal/line-prompter.ts');
    return linePrompter({ page, out: (text) => terminal.out(text), input: process.stdin });
  }
  const [{ inquirerPrompter }, { hearEscapeSoon, multilinePrompt }, { listPrompt }, editor] =
    await Promise.all([
      import('../adapters/terminal/inquirer-prompter.ts'),
      import('../adapters/terminal/multiline-prompt.ts'),
      import('../adapters/terminal/list-prompt.ts'),
      import('../adapters/machine/editor.ts'),
    ]);
  editor.sweepEditing(draftPlace().folder);
  hearEscapeSoon(process.stdin);
  // A file that may not grow is an error like a full disk. Inquirer would have the signal end the program.
  process.on('SIGXFSZ', () => undefined);
  const out = (text: string): void => terminal.out(text);
  return inquirerPrompter({
    page,
    out,
    text: multilinePrompt,
    list: listPrompt({ page, rows: () => terminal.rows, out, input: process.stdin }),
    browser: async () => {
      const { screenBrowser } = await import('../adapters/terminal/screen-browser.ts');
      return screenBrowser({ page, rows: () => terminal.rows, out, input: process.stdin });
    },
    edit: async (text) => {
      const { folder, check } = draftPlace();
      check();
      return editor.editText(text, { env, folder });
    },
  });
}

/** A file that was named on the command line. A folder can be opened like a file, and only reading tells. */
function readNamed(file: string): string {
  if (statSync(file).isDirectory()) throw new CoachError(`cannot read ${file}: it is a folder`);
  return utf8(readFileSync(file), file);
}

/** Text that is not UTF-8 would come in with its letters replaced. */
function utf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CoachError(`${file} is not UTF-8 text`, {
      hint: 'Nothing was saved. Turn it into UTF-8 first, for example: iconv -f latin1 -t utf-8',
    });
  }
}

/** Opened on first use, and then kept. */
function once<Value>(open: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => (kept ??= { value: open() }).value;
}
