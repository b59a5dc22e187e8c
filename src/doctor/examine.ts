// The whole examination: every check of coach doctor, one after the other.
import type { Progress } from '../app/ports/terminal.ts';
import { type Now, today } from '../domain/time/moment.ts';
import { type Finding, findingsOf, type Observation, type Observe } from './finding.ts';
import { dayEnds, type Settings } from '../domain/banks/settings.ts';
import { shellWord } from '../formats/text/shell-word.ts';
import { checkClock } from './clock.ts';
import { checkDrafts } from './drafts.ts';
import { checkHistory } from './history.ts';
import { indexCheck } from './index-check.ts';
import type { IndexSeen, Inspection } from './inspection.ts';
import { checkJournal, type JournalSeen, NO_JOURNAL } from './journal.ts';
import { checkLeftovers, keptTexts } from './leftovers.ts';
import { checkSealing } from './sealed/sealed-journal.ts';
import { checkPermissions, readOnly } from './permissions.ts';
import { checkOwnTexts, checkSettings } from './own-files.ts';
import { checkIndexPlace, checkSurroundings, deviceNear } from './surroundings.ts';
import { inside, unreadableFolder, walk } from './walk.ts';
import { KEPT_INSIDE, ON_OTHER_DEVICE } from './detail-text.ts';

/** The outcome of an examination. */
export interface Examination {
  /** How many entries there are that can be read, copies counted once. */
  readonly entries: number;
  readonly findings: readonly Finding[];
  /** The journal is encrypted and locked: of its entries nothing was looked at but their files. */
  readonly isLocked: boolean;
}

/**
 * Reads and checks everything, and changes nothing. Whatever is broken is a finding, and the rest is looked at all the same.
 *
 * @param progress - Called with how many of how many files are read.
 *
 * @example
 * (await examine(machineWith({}), now, () => {})).findings.map(({ code }) => code) //=> ['versions']
 */
export async function examine(inspection: Inspection, now: Now, progress: Progress): Promise<Examination> {
  const observations: Observation[] = [];
  const observe: Observe = (observation) => void observations.push(observation);
  const { settings, observations: aboutSettings } = checkSettings(inspection);
  aboutSettings.forEach(observe);
  const { folder, isThere, isClosed = false } = checkJournalPlace(inspection, settings, observe);

  const { state, cache, index: indexFolder } = inspection.at;
  const isInside = settings['keep-inside'] === true;
  const isFar = (place: string): boolean => deviceNear(inspection, folder) !== deviceNear(inspection, place);
  const isElsewhere = (place: string): boolean => isInside || isFar(place);
  const seenIndex: IndexSeen =
    isElsewhere(cache) || !isThere ? { state: 'absent' } : await inspection.index(folder);
  if (isThere || isElsewhere(cache))
    checkIndexPlace(inspection, seenIndex, whyNoIndex(isInside, isFar(cache))).forEach(observe);
  const isLocked = isClosed || (isThere && inspection.sealed(folder)?.isLocked === true);
  const index =
    seenIndex.state === 'open' && !isLocked ? indexCheck(seenIndex.index, indexFolder) : undefined;
  let journal: JournalSeen = NO_JOURNAL;
  if (isThere) journal = await checkJournal(inspection, folder, now, index, observe, progress);
  else checkClock([], now).forEach(observe);
  index?.end().forEach(observe);

  checkOwnFolders(inspection, folder, isThere, observe);
  if (isThere) checkSealing(inspection, folder).forEach(observe);
  if (isThere) checkHistory(inspection, folder).forEach(observe);
  const inState = `${state}/drafts`;
  const inJournal = `${folder}/.drafts`;
  const drafts = await checkDrafts(
    inspection,
    isElsewhere(state) ? { inUse: inJournal, other: inState } : { inUse: inState, other: inJournal },
    {
      today: today(now, dayEnds(settings)),
      dayEnds: dayEnds(settings),
      isSaved: (path, id) => journal.has(path) || journal.ids.has(id),
    },
    (place) => shownBelow(folder, place),
  );
  drafts.forEach(observe);
  (await checkOwnTexts(inspection)).forEach(observe);
  checkSurroundings(inspection, {
    journal: isThere ? folder : undefined,
    isOnOtherDevice: isFar(cache),
    settings,
  }).forEach(observe);
  for (const { file, detail, command } of await inspection.lostReminders())
    observe({
      code: 'reminder-lost',
      paths: file === undefined ? [] : [file],
      details: [detail],
      commands: [command],
    });
  const outOfStep = await inspection.outOfStep(folder, now.epoch);
  if (outOfStep !== undefined)
    observe({ code: 'sync-failing', paths: [], details: [outOfStep], commands: ['coach sync'] });
  return { entries: journal.entries, findings: findingsOf(observations), isLocked };
}

/** Why no index is kept; nothing where one is. */
function whyNoIndex(isInside: boolean, isFar: boolean): string | undefined {
  if (isFar) return ON_OTHER_DEVICE;
  return isInside ? KEPT_INSIDE : undefined;
}

/** Where the journal is, and whether it can be looked at. The platform's own may be missing until the first entry. */
function checkJournalPlace(
  inspection: Inspection,
  settings: Settings,
  observe: Observe,
): { readonly folder: string; readonly isThere: boolean; readonly isClosed?: boolean } {
  const { namedJournal, defaultJournal } = inspection.at;
  const configured = namedJournal ?? settings.journal;
  const folder = configured === undefined ? defaultJournal : inspection.full(configured);
  const found = inspection.follow(folder);
  if ('refused' in found) {
    const isGone = found.refused === 'ENOENT' || (found.refused === 'ENOTDIR' && configured !== undefined);
    if (!isGone) observe(unreadableFolder(folder, folder, found.refused));
    else if (configured !== undefined) observe({ code: 'journal-gone', paths: [folder] });
    return { folder, isThere: false };
  }
  if (found.value.kind !== 'folder') {
    const aside = `mv -n ${shellWord(folder)} ${shellWord(`${folder}.aside`)}`;
    observe({ code: 'journal-not-a-folder', paths: [folder], commands: [aside] });
    return { folder, isThere: false };
  }
  const refusal = inspection.refusal(folder, configured !== undefined);
  if (refusal !== undefined) {
    observe({ ...refusal, paths: [folder] });
    return { folder, isThere: false, isClosed: refusal.code === 'key-unknown' };
  }
  // The bits of its mode are looked at with those of the folders below it.
  if ((found.value.mode & 0o200) !== 0 && !inspection.mayWrite(folder)) observe(readOnly(folder, folder));
  return { folder, isThere: true };
}

/** Modes, owners and leftovers of what coach keeps beside the journal; the drafts that a journal carries with it, too. */
function checkOwnFolders(inspection: Inspection, journal: string, isThere: boolean, observe: Observe): void {
  const { settingsFile, state, cache, ownBanks, ownReadings } = inspection.at;
  const settings = settingsFile.replace(/[\\/][^\\/]*$/, '');
  const isListed = isThere && 'value' in inspection.list(journal);
  // What is below the journal was looked at with it.
  const beside = [settings, state, cache, ownBanks].filter((root) => shownBelow(journal, root) === root);
  for (const root of new Set([
    ...beside,
    ...(isListed ? [`${journal}/.drafts`, `${journal}/.history`] : []),
  ])) {
    const shown = (path: string): string => shownBelow(journal, inside(root, path));
    const refused = (folder: string, code: string): void =>
      observe(unreadableFolder(shown(folder), inside(root, folder), code));
    for (const { folder, seen, items } of walk(inspection, root, () => true, refused)) {
      checkLeftovers(items, inspection, root, shown).forEach(observe);
      keptTexts(items, root, shown).forEach(observe);
      if (!inspection.hasModes) continue;
      checkPermissions(seen, shown(folder), root).forEach(observe);
      for (const { path, seen: file } of items)
        if (file.kind === 'file') checkPermissions(file, shown(path), root).forEach(observe);
    }
  }
  const readings = inspection.look(ownReadings);
  if (inspection.hasModes && 'value' in readings && readings.value.kind === 'file')
    checkPermissions(readings.value, ownReadings, ownReadings).forEach(observe);
}

function shownBelow(journal: string, place: string): string {
  return place.startsWith(`${journal}/`) ? place.slice(journal.length + 1) : place;
}
