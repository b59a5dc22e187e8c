// The check of the clock and the zone of this machine, and of what entries say about theirs.
import { type Now, isFuture } from '../domain/time/moment.ts';
import type { FindingCode, Observation } from './finding.ts';
import type { KnownEntry } from './read-entry.ts';
import { offsetText } from './detail-text.ts';

/** Clocks of two machines are rarely further apart than this; milliseconds. */
const CLOCKS_APART = 5 * 60_000;
/** From UTC-12 in the west to UTC+14 in the east; minutes. */
const OFFSETS = { least: -12 * 60, most: 14 * 60 };

/**
 * The clock and the zone of this machine, and what the entries say about theirs.
 *
 * @example
 * checkClock([], { ...now, zone: { name: 'Nowhere/Land', offsetAt: () => 0 } })[0]?.code //=> 'zone-unknown'
 */
export function checkClock(entries: readonly KnownEntry[], now: Now): readonly Observation[] {
  const later = { ...now, epoch: now.epoch + CLOCKS_APART };
  const isKnown = zoneKnower();
  const found = (code: FindingCode, isOne: (entry: KnownEntry) => boolean): readonly Observation[] =>
    entries.filter(isOne).map(({ path }) => ({ code, paths: [path] }));
  const isAhead = ({ written }: KnownEntry): boolean => written !== undefined && isFuture(written, later);
  return [
    ...checkZone(now, isKnown),
    ...found('clock-behind', isAhead).map((one) => ({ ...one, commands: ['date'] })),
    ...found('future-entry', (one) => one.at !== undefined && isFuture(one.at, later) && !isAhead(one)),
    ...found('due-before-written', ({ hasPastDue }) => hasPastDue),
    ...found('entry-zone-unknown', ({ zone }) => zone !== null && !isKnown(zone)),
  ];
}

function checkZone({ epoch, zone }: Now, isKnown: (name: string) => boolean): readonly Observation[] {
  const offset = zone.offsetAt(epoch);
  const observations: Observation[] = [];
  if (!isKnown(zone.name))
    observations.push({ code: 'zone-unknown', paths: [], commands: ['ls -l /etc/localtime', 'echo "$TZ"'] });
  if (!(offset >= OFFSETS.least && offset <= OFFSETS.most))
    observations.push({ code: 'offset-odd', paths: [], details: [offsetText(offset)], commands: ['date'] });
  return observations;
}

/** Zones are few and asking is slow, so each is asked once. */
function zoneKnower(): (name: string) => boolean {
  // To ask for one by formatting a time takes six megabytes. Those of UTC are not listed everywhere.
  const known = new Map(
    ['UTC', 'Etc/UTC', ...Intl.supportedValuesOf('timeZone')].map((name) => [name, true]),
  );
  return (name) => {
    const answer = known.get(name) ?? isZone(name);
    known.set(name, answer);
    return answer;
  };
}

function isZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
