// The context of a real run: the files, the clock and the terminal of this machine.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bankFolders } from '../adapters/machine/bank-folders.ts';
import { disk as thisDisk } from '../adapters/machine/disk.ts';
import { draftFolder } from '../adapters/journal/draft-folder.ts';
import { journalFiles, trashFiles } from '../adapters/journal/journal-files.ts';
import { journalFolder } from '../adapters/journal/journal-folder.ts';
import { acceptJournal, journalPlace } from '../adapters/journal/journal-place.ts';
import { memoryFile } from '../adapters/machine/memory-file.ts';
import { platformFolders } from '../adapters/machine/platform-folders.ts';
import type { PagerWorld } from '../adapters/terminal/pager.ts';
import type { LeftProcess } from '../adapters/machine/leaving.ts';
import { randomBytes } from '../adapters/machine/random-bytes.ts';
import { settingsFile } from '../adapters/machine/settings-file.ts';
import { standardInput } from '../adapters/terminal/standard-input.ts';
import { systemClock } from '../adapters/machine/system-clock.ts';
import { scanIndex } from '../app/journal/scan-index.ts';
import type { EntryCodec } from '../app/ports/entry-codec.ts';
import type { JournalHistory } from '../app/ports/history.ts';
import type { KeySessions } from '../app/ports/keys.ts';
import type { Editor } from '../app/ports/machine.ts';
import type { Prompter } from '../app/ports/prompter.ts';
import type { Terminal } from '../app/ports/terminal.ts';
import { STANDARD_INPUT } from '../pages/machine/file-refusals.ts';
import { idFrom } from '../domain/entry/entry.ts';
import { fromHome } from '../domain/text/home-place.ts';
import type { Settings } from '../domain/banks/settings.ts';
import { screenTerminal } from '../cli/screen-terminal.ts';
import type { WholeContext } from './whole-context.ts';
import { draftPlace, indexFolder, journalAt } from './kept-places.ts';
import { removeIndex } from '../adapters/journal/index-place.ts';
import { readIfThere, readNamed, textIn } from './named-file.ts';
import { nodeImporting } from './node-importing.ts';
import { nodeIndex } from './node-index.ts';
import { loadSealing, loadSessions, nodeKeys } from './node-keys.ts';
import { copyPlaces, nodeEditor } from './node-editor.ts';
import { nodePrompter } from './node-prompter.ts';
import { nodeScheduling } from './node-scheduling.ts';
import { notedDisk } from './noted-disk.ts';
import { noting } from './noted-journal.ts';
import { once } from './once.ts';
import { changeSync } from './sync/change-sync.ts';
import { draftsUnlessUnread, indexUnlessUnread } from './without-key.ts';

/** Parts of the world that may be put in the place of this machine's. */
export interface Substitutes extends Partial<
  Pick<WholeContext, 'clock' | 'newId' | 'random' | 'prompter' | 'scheduling' | 'notifier' | 'sealing'>
> {
  /** All of standard input. */
  readonly standardInput?: () => Buffer;
  /** How entries lie in their files. */
  readonly codec?: EntryCodec;
  /** Where a journal stays unlocked. */
  readonly sessions?: KeySessions;
  /** Wraps talk for a screen. */
  readonly wrapped?: (text: string, width: number) => string;
  /** Shows what is longer than the screen. */
  readonly pager?: (text: string, world: PagerWorld) => Promise<boolean>;
  /** Called before thousands of entries are gone through, so many of which are held. */
  readonly holdLess?: Parameters<typeof nodeIndex>[3];
  /** Where signals come from, and what ends by them. */
  readonly left?: LeftProcess;
  /** Starts the sync that follows a change. */
  readonly startSync?: () => void;
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
  {
    standardInput: input = standardInput,
    codec: otherCodec,
    sessions,
    left,
    startSync,
    wrapped,
    pager,
    holdLess,
    ...substitutes
  }: Substitutes = {},
): WholeContext {
  const folders = platformFolders(env);
  const { clock = systemClock(env) } = substitutes;
  const { disk, changed } = notedDisk(thisDisk);
  const settings = settingsFile(folders.settings);
  const ownBanks = path.join(folders.data, 'banks');
  const read = once((): Settings => settings.read());
  const memory = memoryFile(folders.state, disk);
  const isPinned = (journal: string): boolean => keyed.pins.of(journal) !== undefined;
  const place = once(() => {
    const named = env['COACH_JOURNAL'] || read().journal;
    return journalPlace(journalAt(named, env, folders.data), Boolean(named), memory, isPinned);
  });
  const sealing = substitutes.sealing ?? loadSealing;
  let atTerminal: Prompter | undefined;
  const prompter: WholeContext['prompter'] = async (plain) =>
    (atTerminal = await (substitutes.prompter ?? ask)(plain));
  const openSessions = once(async () => sessions ?? (await loadSessions(env, () => clock().epoch)));
  const keyWorld = {
    folders,
    disk,
    say: (text: string) => shown.err(text),
    sealing,
    sessions: openSessions,
    // Whoever is being asked is asked for the passphrase in the same way.
    prompter: async () => atTerminal ?? prompter(),
    now: () => clock().epoch,
  };
  const keyed = nodeKeys({ ...keyWorld, folder: () => place().folder });
  const codec = (): EntryCodec => otherCodec ?? keyed.codec();
  const checkedFolder = (): string => {
    place().check();
    return place().folder;
  };
  const leaving = once(async () => new (await import('../adapters/machine/leaving.ts')).Leaving(left));
  // Whoever is read to by the screen is not given something to scroll.
  const shown = screenTerminal(terminal, wrapped, async (text) =>
    pager === undefined || read().plain === true ? false : pager(text, { env, leaving: await leaving() }),
  );
  const isInside = (): boolean => read()['keep-inside'] === true;
  // As the person set it; otherwise as their system has it.
  const editorEnv = (): NodeJS.ProcessEnv => {
    const { editor: set } = read();
    return set === undefined ? env : { ...env, VISUAL: set };
  };
  const draftsAt = once(() => draftPlace(place(), folders.state, isInside()));
  const copies = once(() => copyPlaces(draftsAt, { key: keyed.shortKey, sessions: openSessions }, shown.err));
  const editor = async (): Promise<Editor> =>
    nodeEditor(copies(), draftsAt(), { env: editorEnv(), codec: codec(), leaving: await leaving() });
  const ask = async (plain?: boolean): ReturnType<WholeContext['prompter']> =>
    nodePrompter(plain ?? read().plain, copies(), {
      env,
      editorEnv,
      terminal,
      talk: shown.err,
      leaving,
      editor,
    });
  const history = async (): Promise<JournalHistory> => {
    const parts = { place: place(), disk, codec: codec(), now: clock, state: folders.state };
    return (await import('./node-history.ts')).nodeHistory(parts);
  };
  const { scheduling = nodeScheduling(env, folders, root) } = substitutes;
  const byNow = { codec: (): EntryCodec => otherCodec ?? keyed.codecAnew(), settings: read };
  const at = { env, root, folders, place, isInside, leaving, clock, changed, scheduling, ...byNow };
  const { beside, otherSide, ...syncing } = changeSync({ ...at, ...(startSync && { startSync }) });
  const dueDays = once(async () =>
    (await import('./node-due.ts')).nodeDueDays(folders.state, keyed.shortKey, read, draftsAt),
  );
  const bankPlaces = {
    own: ownBanks,
    builtIn: path.join(root, 'prompts'),
    compiled: path.join(root, 'dist', 'banks'),
  };
  const banks = bankFolders(bankPlaces, ({ message }) => shown.err(`coach: ${message}\n`));
  const context: WholeContext = {
    env,
    clock,
    newId: () => idFrom(randomBytes(10)),
    random: () => randomBytes(4).reduce((share, byte) => (share + byte) / 256, 0),
    terminal: shown,
    settingsFile: settings,
    banks,
    memory,
    disk,
    places: {
      journal: () => place().folder,
      ownBanks,
      ownReadings: path.join(folders.data, 'readings.json'),
    },
    acceptJournal: (folder) => acceptJournal(folder, memory),
    keepInside: async (isWanted) => {
      const { keepDrafts } = await import('./moved-drafts.ts');
      await keepDrafts(isWanted, { place: place(), state: folders.state, env, disk, codec: codec() });
      if (isWanted) removeIndex({ folder: indexFolder(folders.cache, keyed.pinned() !== undefined) });
    },
    settings: read,
    journal: once(() => {
      const written = (): void => (place().written(), keyed.afterWriting());
      const journal = journalFolder({ ...place(), written }, disk, codec());
      return noting(journal, memory, () => (keyed.shortKey() === undefined ? undefined : dueDays()));
    }),
    history: () => history(),
    index: once(() => {
      const folder = checkedFolder();
      const keys = keyed.pinned();
      const at = { folder, cache: folders.cache, root, isInside: isInside(), keys };
      const index = nodeIndex(journalFiles(folder, codec()), at, shown, holdLess);
      const remove = (): void => removeIndex({ folder: indexFolder(folders.cache, true) });
      return keys ? indexUnlessUnread(index, keys, remove) : index;
    }),
    trash: once(() => scanIndex(trashFiles(checkedFolder(), codec()))),
    editor,
    drafts: once(() => {
      const { folder, check } = draftsAt();
      const replace: typeof disk.replace = (file, text) => {
        check();
        disk.replace(file, text);
      };
      return draftsUnlessUnread(draftFolder(folder, { ...disk, replace }, codec()), keyed.keys);
    }),
    dueDays,
    exportPlace: async (named) =>
      (await import('../adapters/machine/export-place.ts')).exportPlace(fromHome(named, env), disk),
    spareMemory: async () => (await import('../adapters/machine/spare-memory.ts')).spareMemory(),
    pageShow: async () => {
      const { nodePages } = await import('./node-pages.ts');
      const world = { env, leaving: await leaving(), disk, state: folders.state };
      return nodePages(place().folder, isInside(), world);
    },
    inspection: async () => {
      const { journalLookedAt, nodeInspection } = await import('./node-inspection.ts');
      const looked = nodeKeys({ ...keyWorld, folder: once(() => journalLookedAt(env, folders)) });
      const world = {
        banks: bankFolders(bankPlaces),
        ...(await looked.inspected()),
        ...(otherCodec && { codec: otherCodec }),
        keys: looked.pinned,
        scheduling,
        memory,
        isPinned,
      };
      return nodeInspection(env, folders, world, root);
    },
    scheduling,
    sealing,
    keys: keyed.keys,
    takeInClear: keyed.takeInClear,
    keyWorld: keyed.world,
    conversion: async () => beside(await keyed.conversion(checkedFolder()), shown),
    otherSide: () => otherSide(context),
    ...syncing,
    notifier: async () => (await import('../reminders/world/desktop-notifier.ts')).desktopNotifier(env),
    importing: async () => nodeImporting(checkedFolder(), { codec: codec(), keys: keyed.pinned, input, env }),
    readInput: (file) => (file === '-' ? textIn(input(), STANDARD_INPUT) : readNamed(fromHome(file, env))),
    readText: (name) => readFileSync(path.join(root, 'prompts', 'texts', name), 'utf8'),
    readIfThere: (named) => readIfThere(fromHome(named, env)),
    afterSaved: async (...saved) => (await import('./after-saved.ts')).afterSaved(...saved),
    ...substitutes,
    prompter,
  };
  return context;
}
