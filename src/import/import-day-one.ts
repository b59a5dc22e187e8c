// Entries of Day One, from its JSON.
import { isoAt, parseAt } from '../domain/time/moment.ts';
import { isMapping } from '../formats/answers/answer-value.ts';
import { jsonValue, type Knowledge, type Lost, type SourceItem, textsIn } from './foreign-entry.ts';

/** The parts that do not come along, by the keys under which Day One has them. */
const LOST: Readonly<Record<string, Lost>> = {
  photos: 'pictures',
  audios: 'audio recordings',
  videos: 'videos',
  pdfAttachments: 'documents',
  location: 'locations',
  weather: 'weather',
};

/**
 * Reads one entry of a JSON export of Day One. It holds the instant in UTC and the zone: the entry gets the time that the
 * clock showed there, with its offset. An all-day entry has a day and no time.
 *
 * @example
 * const rain = { uuid: 'A1', creationDate: '2026-11-22T08:14:05Z', timeZone: 'Europe/Berlin', text: 'Rain.' };
 * readDayOneEntry(rain, 'a.json, entry 1', offsetIn)
 * //=> { place: 'a.json, entry 1', foreign: { at: '2026-11-22T09:14:05+01:00', zone: 'Europe/Berlin', text: 'Rain.', … } }
 */
export function readDayOneEntry(value: unknown, place: string, offsetIn: Knowledge['offsetIn']): SourceItem {
  if (!isMapping(value)) return { place, mistake: 'expected a Day One entry' };
  const { uuid, creationDate, timeZone, text, richText, tags, starred, isAllDay } = value;
  const moment = typeof creationDate === 'string' ? parseAt(creationDate) : undefined;
  if (moment === undefined || moment.time === null) {
    return { place, mistake: 'expected a "creationDate" such as "2026-11-22T08:14:05Z"' };
  }
  if (text !== undefined && typeof text !== 'string')
    return { place, mistake: 'expected a quoted "text" value' };
  const zone = typeof timeZone === 'string' ? timeZone.replaceAll('\\', '') : null;
  const inZone = zone === null ? undefined : offsetIn(zone, moment.instant);
  const offset = inZone ?? namedOffset(zone ?? '');
  const at = atOffset(moment.instant, offset ?? moment.offset ?? 0);
  if (at === undefined) return { place, mistake: 'expected a "creationDate" between the years 1 and 9999' };
  const rich = readRich(richText);
  return {
    place,
    foreign: {
      at: isAllDay === true ? at.slice(0, 10) : at,
      zone: inZone === undefined ? null : zone,
      text: text ?? rich.text,
      tags: textsIn(tags),
      ...(typeof uuid === 'string' && uuid !== '' && { sourceId: uuid }),
      starred: starred === true,
      lost: [
        ...Object.entries(LOST).flatMap(([key, lost]) => countOf(value[key], lost)),
        ...(zone !== null && offset === undefined ? ['unknown time zones' as const] : []),
        ...(text === undefined && rich.isFormatted ? ['formatting' as const] : []),
      ],
    },
  };
}

/** `GMT+0200`, as some exports name a zone, in minutes. */
function namedOffset(zone: string): number | undefined {
  const [, sign, hours, minutes = '0'] = /^(?:GMT|UTC)([+-])(\d{1,2}):?([0-5]\d)?$/.exec(zone) ?? [];
  if (hours === undefined || Number(hours) > 23) return undefined;
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

function atOffset(instant: number, offset: number): string | undefined {
  try {
    return isoAt(instant, offset);
  } catch {
    return undefined;
  }
}

function countOf(value: unknown, lost: Lost): readonly Lost[] {
  if (Array.isArray(value)) return value.map(() => lost);
  return isMapping(value) ? [lost] : [];
}

/** Entries without `text` have their words in a JSON text of their own, with what they look like beside them. */
function readRich(rich: unknown): { readonly text: string; readonly isFormatted: boolean } {
  const parts = partsOf(rich);
  return {
    text: parts.map(({ text }) => (typeof text === 'string' ? text : '')).join(''),
    isFormatted: parts.some(({ attributes }) => isMapping(attributes) && Object.keys(attributes).length > 0),
  };
}

function partsOf(rich: unknown): readonly Readonly<Record<string, unknown>>[] {
  const value = typeof rich === 'string' ? jsonValue(rich) : undefined;
  return isMapping(value) && Array.isArray(value['contents']) ? value['contents'].filter(isMapping) : [];
}

/**
 * Whether a value looks like a JSON export of Day One.
 *
 * @example
 * isDayOneExport({ metadata: { version: '1.0' }, entries: [] }) //=> true
 */
export function isDayOneExport(value: unknown): boolean {
  return isMapping(value) && Array.isArray(value['entries']) && isMapping(value['metadata']);
}
