// The context of a real run: the files, the clock and the terminal of this machine.
import { existsSync, readFileSync } from 'node:fs';
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
import { scanIndex } from '../app/journal/scan-index.ts';
import type { EntryCodec } from '../app/ports/entry-codec.ts';
import type { Editor } from '../app/ports/machine.ts';
import type { Terminal } from '../app/ports/terminal.ts';
import type { ImportSource } from '../import/source.ts';
import { STANDARD_INPUT } from '../pages/machine/file-refusals.ts';
import { idFrom } from '../domain/entry/entry.ts';
import type { Settings } from '../domain/banks/settings.ts';
import type { WholeContext } from './whole-context.ts';
import { type DraftPlace, draftPlace } from './kept-places.ts';
import { readNamed, textIn } from './named-file.ts';
import { nodeIndex } from './node-index.ts';
import { nodePrompter } from './node-prompter.ts';

/** Parts of the world that may be put in the place of this machine's. */
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
  const checkedFolder = (): string => {
    const { folder, configured } = journalPlace();
    checkFolder(folder, configured);
    return folder;
  };
  const draftsAt = once(() => draftPlace(journalPlace(), folders.state));
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
      const folder = checkedFolder();
      return nodeIndex(journalFiles(folder, codec), { folder, cache: folders.cache, root }, terminal);
    }),
    trash: once(() => scanIndex(trashFiles(checkedFolder(), codec))),
    editor: () => openEditor(draftsAt(), env, codec),
    drafts: once(() => {
      const { folder, check } = draftsAt();
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
        import('../import/world/named-source.ts'),
        import('../import/world/knowledge.ts'),
      ]);
      const folder = checkedFolder();
      const open = (named: string): ImportSource =>
        named === '-' ? pipedSource(input(), STANDARD_INPUT) : importSource(named);
      return { knowledge, open, here: journalFiles(folder, codec), deleted: trashFiles(folder, codec) };
    },
    prompter: (plain) => nodePrompter(plain ?? read().plain, draftsAt, env, terminal),
    readInput: (file) => (file === '-' ? textIn(input(), STANDARD_INPUT) : readNamed(file)),
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

/** Opened on first use, and then kept. */
function once<Value>(open: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => (kept ??= { value: open() }).value;
}
