// The check of the disk, the index file and how things are set up.
import type { Observation } from './finding.ts';
import { dayEnds, type Settings } from '../domain/banks/settings.ts';
import { isCodeName } from '../domain/text/code-name.ts';
import { shellWord } from '../formats/text/shell-word.ts';
import { removeIndex } from './index-check.ts';
import type { IndexSeen, Inspection } from './inspection.ts';
import * as say from './detail-text.ts';

/** Below this much free room on the disk, an entry may not find a place any more; bytes. */
const LEAST_ROOM = 50 * 1024 * 1024;

/**
 * The device of a place, or of the nearest folder above it that is there; undefined where none answers.
 *
 * @example
 * deviceNear(machineWith({ '/stick/a.txt': '' }), '/stick/journal') //=> 1
 */
export function deviceNear(inspection: Inspection, place: string): number | undefined {
  const found = inspection.follow(place);
  if ('value' in found) return found.value.device;
  const above = place.replace(/[\\/]+[^\\/]*$/, '');
  if (above === place) return undefined;
  return deviceNear(inspection, above === '' ? '/' : above);
}

/** The set-up of this machine, as far as it was found out already. */
export interface Setup {
  /** The journal folder, where it is there. */
  readonly journal: string | undefined;
  readonly isOnOtherDevice: boolean;
  readonly settings: Settings;
}

/**
 * The room on the disk, and how things are set up: notes for whoever asks.
 *
 * @example
 * const setup = { journal: undefined, isOnOtherDevice: false, settings: { 'day-ends': 3 } };
 * checkSurroundings(machineWith({}), setup).map(({ code }) => code) //=> ['versions', 'day-ends']
 */
export function checkSurroundings(
  inspection: Inspection,
  { journal, isOnOtherDevice, settings }: Setup,
): readonly Observation[] {
  const { at, environment, versions, freeBytes } = inspection;
  const free = journal === undefined ? undefined : freeBytes(journal);
  const observations: Observation[] = [
    ...environment.map(([name, value]): Observation => ({
      code: 'environment',
      paths: [],
      details: [`${name}=${shellWord(value)}`],
    })),
    { code: 'versions', paths: [], details: [say.versionsText(versions)] },
  ];
  const compiled = codeFiles(inspection).map((name) => `${at.cache}/${name}`);
  if (compiled.length > 0) {
    observations.push({
      code: 'compiled-code',
      paths: compiled,
      details: [say.codeFilesText(at.cache, compiled.length)],
    });
  }
  if (journal !== undefined && free !== undefined && free < LEAST_ROOM) {
    const details = [say.roomText(free)];
    const commands = [`df -h ${shellWord(journal)}`];
    observations.push({ code: 'disk-almost-full', paths: [], details, commands });
  }
  if (journal !== undefined && isOnOtherDevice) observations.push({ code: 'other-device', paths: [journal] });
  if (settings['day-ends'] !== undefined) {
    observations.push({ code: 'day-ends', paths: [], details: [say.dayEndsText(dayEnds(settings))] });
  }
  return observations;
}

function codeFiles({ at, list }: Inspection): readonly string[] {
  const found = list(at.cache);
  return 'value' in found ? found.value.filter(isCodeName) : [];
}

/**
 * Which index answers, and what there is to say about it before it is compared.
 *
 * @example
 * checkIndexPlace(machineWith({}), { state: 'absent' }, undefined).map(({ code }) => code) //=> ['index-in-use', 'index-absent']
 */
export function checkIndexPlace(
  { at, look }: Inspection,
  seen: IndexSeen,
  whyNone: string | undefined,
): readonly Observation[] {
  const paths = [at.index];
  const commands = [removeIndex(at.index)];
  const scan = (why: string): Observation => {
    const details = [say.noIndexUsed(why)];
    return { code: 'index-in-use', paths: [], details };
  };
  if (whyNone !== undefined) {
    const isLeft = 'value' in look(at.index);
    return [scan(whyNone), ...(isLeft ? [{ code: 'index-left', paths, commands } as const] : [])];
  }
  const inUse: Observation = { code: 'index-in-use', paths, details: [at.index] };
  switch (seen.state) {
    case 'absent':
    case 'outdated':
      return [inUse, { code: `index-${seen.state}`, paths }];
    case 'unreadable':
      return [inUse, { code: 'index-unreadable', paths, details: [`${at.index}: ${seen.reason}`], commands }];
    case 'locked':
    case 'open':
      return [inUse];
  }
}
