// Entries of Day One, from its JSON.
import { parseAt } from '../domain/time/moment.ts';
import { oneLine } from '../domain/text/plain-text.ts';
import { isMapping } from '../formats/answers/answer-value.ts';
import { printScalar } from '../formats/entry/front-matter.ts';
import { dayOneMedia, MEDIA_LISTS } from './day-one-media.ts';
import { dayOneRich } from './day-one-rich.ts';
import { dayOneText } from './day-one-text.ts';
import { type Knowledge, type Lost, type SourceItem, textsIn } from './foreign-entry.ts';
import { offsetNear, shownAt } from './shown-zone.ts';

/** The parts that do not come along, by the keys under which Day One has them. Media are counted where they are placed. */
const LOST: Readonly<Record<string, Lost>> = {
  location: 'locations',
  weather: 'weather',
  music: 'music',
  userActivity: 'activities',
};

/**
 * The keys of which nothing is lost: those that are read, and the facts about devices and about Day One itself, which say nothing of
 * the entry: how long it was edited, on which device, by which visit or version.
 */
const UNTOLD: ReadonlySet<string> = new Set(
  [
    ['uuid', 'creationDate', 'modifiedDate', 'timeZone', 'isAllDay', 'text', 'richText', 'tags', 'starred'],
    ['isPinned', 'pinned', ...MEDIA_LISTS],
    ['creationDevice', 'creationDeviceModel', 'creationDeviceType', 'creationOSName', 'creationOSVersion'],
    ['duration', 'editingTime', 'sourceString', 'v'],
  ].flat(),
);

/**
 * Reads one entry of a JSON export of Day One. It holds the instant in UTC and the zone: the entry gets the time that the
 * clock showed there, with its offset. An all-day entry has a day and no time. That it is pinned, when it was last changed and of which
 * journal it is become lines of front matter.
 *
 * @param file - The file that it is in, which Day One names as the journal.
 *
 * @example
 * const rain = { uuid: 'A1', creationDate: '2026-11-22T08:14:05Z', timeZone: 'Europe/Berlin', text: 'Rain\\.' };
 * readDayOneEntry(rain, 'a.json, entry 1', offsetIn)
 * //=> { place: 'a.json, entry 1', foreign: { at: '2026-11-22T09:14:05+01:00', zone: 'Europe/Berlin', text: 'Rain.', … } }
 */
export function readDayOneEntry(
  value: unknown,
  place: string,
  offsetIn: Knowledge['offsetIn'],
  file = '',
): SourceItem {
  if (!isMapping(value)) return { place, mistake: 'expected a Day One entry' };
  const { uuid, creationDate, modifiedDate, timeZone, text, richText, tags, starred, isAllDay } = value;
  const moment = typeof creationDate === 'string' ? parseAt(creationDate) : undefined;
  if (moment === undefined || moment.time === null) {
    return { place, mistake: 'expected a "creationDate" such as "2026-11-22T08:14:05Z"' };
  }
  if (text !== undefined && text !== null && typeof text !== 'string')
    return { place, mistake: 'expected a quoted "text" value' };
  const rich = dayOneRich(richText);
  const isBlank = typeof text !== 'string' || text.trim() === '';
  const isRichAlone = typeof text !== 'string' || (isBlank && rich !== undefined);
  if (isBlank && !rich && isSaid(richText)) {
    return { place, mistake: 'expected a "text", or a "richText" that is whole' };
  }
  const zone = typeof timeZone === 'string' ? timeZone.replaceAll('\\', '') : null;
  const offsetThen = (instant: number): number | undefined =>
    zone === null ? undefined : offsetNear(zone, instant, offsetIn);
  const inZone = offsetThen(moment.instant);
  const offset = inZone ?? namedOffset(zone ?? '');
  const at = shownAt(moment.instant, offset ?? moment.offset ?? 0);
  if (at === undefined) return { place, mistake: 'expected a "creationDate" between the years 1 and 9999' };
  const changed = typeof modifiedDate === 'string' ? parseAt(modifiedDate)?.instant : undefined;
  const isChanged = changed !== undefined && changed !== moment.instant;
  const modified = isChanged ? shownAt(changed, offsetThen(changed) ?? offset ?? 0) : undefined;
  const media = dayOneMedia(value);
  const written = isRichAlone ? (rich?.text(media) ?? '') : text;
  const isId = typeof uuid === 'string' && uuid !== '';
  return {
    place,
    foreign: {
      at: isAllDay === true ? at.slice(0, 10) : at,
      zone: inZone === undefined ? null : zone,
      text: isRichAlone ? written : dayOneText(text, media, rich?.backslashes),
      tags: textsIn(tags),
      ...(isId ? { sourceId: uuid } : { key: [at, written, ''] }),
      starred: starred === true,
      front: [
        ...(value['isPinned'] === true || value['pinned'] === true ? ['pinned: true'] : []),
        ...(modified === undefined ? [] : [`modified: ${printScalar(modified)}`]),
        ...journalLine(file),
      ].join('\n'),
      lost: [
        ...media.lost(),
        ...Object.entries(LOST).flatMap(([key, lost]) => countOf(value[key], lost)),
        ...(zone !== null && offset === undefined ? ['unknown time zones' as const] : []),
        ...(rich?.lost ?? []),
        ...(isRichAlone && rich?.isFormatted ? ['formatting' as const] : []),
        ...Object.keys(value).flatMap((key) =>
          isTold(key, value[key]) ? [`the key "${key}"` as const] : [],
        ),
      ],
    },
  };
}

/** Whether there is a rich text at all: it may be a text of JSON or JSON itself, and empty. */
function isSaid(richText: unknown): boolean {
  if (typeof richText === 'string') return !['', '{}'].includes(richText.trim());
  return isMapping(richText) && Object.keys(richText).length > 0;
}

/** `Work.json` is the journal that is called Work. */
function journalLine(file: string): readonly string[] {
  const name = oneLine(file.slice(file.lastIndexOf('/') + 1));
  return /.\.json$/i.test(name) ? [`source-journal: ${printScalar(name.slice(0, -'.json'.length))}`] : [];
}

/** Whether a key that nothing here knows says anything. */
function isTold(key: string, value: unknown): boolean {
  if (UNTOLD.has(key) || Object.hasOwn(LOST, key)) return false;
  if (Array.isArray(value)) return value.length > 0;
  return isMapping(value) ? Object.keys(value).length > 0 : Boolean(value);
}

/** `GMT+0200`, as some exports name a zone, in minutes. */
function namedOffset(zone: string): number | undefined {
  const [, sign, hours, minutes = '0'] = /^(?:GMT|UTC)([+-])(\d{1,2}):?([0-5]\d)?$/.exec(zone) ?? [];
  if (hours === undefined || Number(hours) > 23) return undefined;
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

function countOf(value: unknown, lost: Lost): readonly Lost[] {
  if (Array.isArray(value)) return value.map(() => lost);
  return isMapping(value) ? [lost] : [];
}

/**
 * Whether a value looks like a JSON export of Day One: other programs, such as Mini Diarium, have `metadata` and `entries`, too, but
 * no `creationDate`.
 *
 * @example
 * isDayOneExport({ metadata: { version: '1.0' }, entries: [] }) //=> true
 * isDayOneExport({ metadata: { application: 'Mini Diarium' }, entries: [{ date: '2026-11-22' }] }) //=> false
 */
export function isDayOneExport(value: unknown): boolean {
  if (!isMapping(value) || !isMapping(value['metadata'])) return false;
  const { metadata, entries } = value;
  if (!Array.isArray(entries) || 'application' in metadata) return false;
  return entries.length === 0 || entries.some((entry) => isMapping(entry) && 'creationDate' in entry);
}
