// The check of the journal: every file by itself, and all of them together.
import type { Progress } from '../app/ports/terminal.ts';
import type { Now } from '../domain/time/moment.ts';
import type { QuestionBank } from '../domain/banks/question-bank.ts';
import { nameMeant, pathIn, readEntryName, SEALED } from '../domain/entry/entry.ts';
import { shellWord } from '../formats/text/shell-word.ts';
import { refusalText } from '../pages/machine/file-refusals.ts';
import type { Observation, Observe } from './finding.ts';
import { checkClock } from './clock.ts';
import { checkCopies, sameIds } from './copies.ts';
import type { IndexCheck } from './index-check.ts';
import type { Inspection } from './inspection.ts';
import { checkLeftovers } from './leftovers.ts';
import { checkName } from './names.ts';
import { checkPermissions } from './permissions.ts';
import { type BankOf, type KnownEntry, knownEntry, readEntry } from './read-entry.ts';
import { checkReferences } from './references.ts';
import { checkUnread } from './unread.ts';
import { inside, type Item, unreadableFolder, type Visit, walk } from './walk.ts';

/** Deleted entries are kept here, below the journal folder. */
const TRASH = 'trash';

/** The journal, as far as the other checks have to know it. */
export interface JournalSeen {
  readonly entries: number;
  readonly has: (path: string) => boolean;
  readonly ids: ReadonlySet<string>;
}

export const NO_JOURNAL: JournalSeen = { entries: 0, has: () => false, ids: new Set() };

/**
 * Reads every file of the journal, and checks each by itself and all of them together.
 *
 * @param index - Hears what each file is.
 * @param progress - Called with how many of how many files are read.
 *
 * @example
 * const machine = machineWith({ '/journal/a.md': printEntry(entry) });
 * (await checkJournal(machine, '/journal', now, undefined, () => {}, () => {})).entries //=> 1
 */
export async function checkJournal(
  inspection: Inspection,
  root: string,
  now: Now,
  index: IndexCheck | undefined,
  observe: Observe,
  progress: Progress,
): Promise<JournalSeen> {
  const refused = (folder: string, code: string): void =>
    observe(unreadableFolder(folder === '' ? root : folder, inside(root, folder), code));
  const visits = [...walk(inspection, root, (folder) => folder !== TRASH, refused)];
  const places = new Set(visits.flatMap(({ folder, items }) => [folder, ...items.map(({ path }) => path)]));
  const inTrash = await checkTrash(inspection, root, observe);
  const lots = visits.map((visit) => ({ visit, files: entriesIn(visit.items, inspection) }));
  const total = lots.reduce((sum, { files }) => sum + files.length, 0);
  const fileOf = new Map(lots.flatMap(({ files }) => files.map(({ path, file = path }) => [path, file])));
  // Where an entry is free to go, however it lies.
  const isTaken = (path: string): boolean => places.has(path) || fileOf.has(path);
  const shared = sharedTexts();
  const known: KnownEntry[] = [];
  const unreadable = new Set<string>();
  const bankOf = knownBanks(inspection);
  const isSealed = inspection.sealed(root) !== undefined;
  let done = 0;
  for (const { visit, files } of lots) {
    checkPlaces(inspection, root, visit, observe);
    if (files.length > 0) index?.folder(visit.folder);
    for (const item of files) {
      const outcome = await readEntry(inspection, root, item, observe, bankOf);
      index?.file(item.name, item.path, stampOf(inspection, root, item), outcome);
      if (outcome.kind === 'entry') {
        const differing = checkName(outcome.entry, item, root, isTaken);
        if (differing) observe(differing);
        // So it is where the file is called otherwise.
        if (isSealed && item.file === undefined) observe({ code: 'not-encrypted', paths: [item.path] });
        known.push(knownEntry(outcome.entry, item.path, shared));
      } else if (outcome.kind !== 'other') unreadable.add(readEntryName(item.name)?.id ?? '');
      progress(++done, total);
    }
    // Lists name what is passed over, and so the index knows it.
    for (const item of visit.items.filter(
      (one) => nameMeant(one.name) !== undefined && one.seen.kind === 'file',
    )) {
      if (files.length === 0) index?.folder(visit.folder);
      if (!places.has(pathIn(visit.folder, nameMeant(item.name) ?? '')))
        index?.file(item.name, item.path, item.seen, { kind: 'unread' });
    }
  }
  const byId = sameIds(known);
  const counting = [...byId.values()].flatMap(([first]) => first ?? []);
  const read = async (path: string): Promise<string | undefined> => {
    const found = await inspection.open(inside(root, fileOf.get(path) ?? path));
    return 'value' in found ? found.value.text : undefined;
  };
  (await checkCopies(byId, root, read, (path) => fileOf.get(path) ?? path)).forEach(observe);
  for (const visit of visits) checkUnread(inspection, root, visit, (id) => byId.has(id)).forEach(observe);
  checkReferences(counting, { inTrash, unreadable }).forEach(observe);
  checkClock(known, now).forEach(observe);
  return { entries: byId.size, has: isTaken, ids: new Set(byId.keys()) };
}

/** Each bank is loaded once. One that is broken or not there is a finding of its own, or none. */
function knownBanks({ banks }: Inspection): BankOf {
  const loaded = new Map<string, Promise<QuestionBank | undefined>>();
  return async ({ bank: name, bankVersion }) => {
    const loading = loaded.get(name) ?? banks.load(name).catch(() => undefined);
    loaded.set(name, loading);
    const bank = await loading;
    return bank?.version === bankVersion ? bank : undefined;
  };
}

/**
 * The files that the lists read too, called as they are there; anything else, such as a pipe, might never answer. Of one that lies both
 * encrypted and in clear, the lists read the first.
 */
function entriesIn(items: readonly Item[], { nameOf }: Pick<Inspection, 'nameOf'>): readonly Item[] {
  const found = new Map<string, Item>();
  for (const item of items) {
    const { name: file, path, seen } = item;
    const name = file.startsWith('.') ? undefined : nameOf(file);
    if (name === undefined || (seen.kind !== 'file' && seen.kind !== 'link')) continue;
    if (name === file) found.set(name, found.get(name) ?? item);
    else found.set(name, { ...item, name, path: `${path.slice(0, -file.length)}${name}`, file: path });
  }
  return [...found.values()];
}

/** The index stamps a link as what it leads to. */
function stampOf(
  inspection: Inspection,
  root: string,
  { path, file = path, seen }: Item,
): Item['seen'] | undefined {
  if (seen.kind !== 'link') return seen;
  const target = inspection.follow(inside(root, file));
  return 'value' in target ? target.value : undefined;
}

function unopenable(path: string, root: string): Observation {
  const details = [`${path}: ${refusalText('special')}`];
  return {
    code: 'file-unopenable',
    paths: [path],
    details,
    commands: [`ls -l ${shellWord(inside(root, path))}`],
  };
}

function checkPlaces(
  inspection: Inspection,
  root: string,
  { folder, seen, items }: Visit,
  observe: Observe,
): void {
  const visible = items.filter(({ name }) => !name.startsWith('.'));
  if (inspection.hasModes) {
    checkPermissions(seen, folder === '' ? root : folder, root).forEach(observe);
    for (const { path, seen: file } of visible)
      if (file.kind === 'file') checkPermissions(file, path, root).forEach(observe);
  }
  checkLeftovers(items, inspection, root).forEach(observe);
  for (const { path, name, seen: link } of visible) {
    if (name.endsWith(SEALED) && inspection.nameOf(name) === undefined)
      observe({ code: 'key-unknown', paths: [path] });
    // A pipe, a device or a socket, which nothing that is read can be.
    if (link.kind === 'other' && inspection.nameOf(name) !== undefined) observe(unopenable(path, root));
    if (link.kind !== 'link' || inspection.nameOf(name) !== undefined || path === TRASH) continue;
    const target = inspection.follow(inside(root, path));
    if ('refused' in target || target.value.kind !== 'folder') continue;
    // Where years and months are, entries were put into it, and are not read.
    if (/^(?:\d{4}|\d{2})$/.test(name)) observe(unreadableFolder(path, inside(root, path), 'folder-link'));
    else observe({ code: 'linked-folder', paths: [path] });
  }
}

/** Checks the deleted entries that can be restored. @returns Their ids. */
async function checkTrash(
  inspection: Inspection,
  root: string,
  observe: Observe,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  const there = inspection.look(inside(root, TRASH));
  if ('refused' in there) return ids;
  if (there.value.kind === 'link') {
    const target = inspection.follow(inside(root, TRASH));
    const code = 'refused' in target ? 'dangling' : target.value.kind === 'folder' ? 'folder-link' : 'link';
    observe(unreadableFolder(TRASH, inside(root, TRASH), code));
    return ids;
  }
  const shown = (path: string): string => (path === '' ? TRASH : `${TRASH}/${path}`);
  const refused = (folder: string, code: string): void =>
    observe(unreadableFolder(shown(folder), inside(root, shown(folder)), code));
  for (const visit of walk(inspection, inside(root, TRASH), () => true, refused)) {
    const items = visit.items.map((item) => ({ ...item, path: shown(item.path) }));
    checkPlaces(inspection, root, { ...visit, folder: shown(visit.folder), items }, observe);
    for (const item of entriesIn(items, inspection)) {
      const outcome = await readEntry(inspection, root, item, () => undefined);
      if (outcome.kind === 'entry') ids.add(outcome.entry.id);
      if (outcome.kind === 'locked') observe({ code: 'journal-locked', paths: [item.path] });
      const isSound = outcome.kind === 'entry' || outcome.kind === 'other';
      if (outcome.kind !== 'locked')
        observe({ code: isSound ? 'trash' : 'trash-unreadable', paths: [item.path] });
    }
  }
  return ids;
}

/** The same text again and again takes its room once. */
function sharedTexts(): (text: string) => string {
  const kept = new Map<string, string>();
  return (text) => {
    const known = kept.get(text);
    if (known === undefined) kept.set(text, text);
    return known ?? text;
  };
}
