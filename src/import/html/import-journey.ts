// Entries of Journey, from the JSON files in its export.
import { isMapping, isNothing } from '../../formats/answers/answer-value.ts';
import { printScalar } from '../../formats/entry/front-matter.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import { type Knowledge, type Lost, type SourceItem, textsIn, titled } from '../foreign-entry.ts';
import { shownAt } from '../shown-zone.ts';
import { htmlText, isHtml, PLACED } from './html-text.ts';

/** The keys that are read for what they mean; `preview_text` is the beginning of the text. */
const READ = new Set([
  'id',
  'date_journal',
  'timezone',
  'text',
  'preview_text',
  'type',
  'tags',
  'favourite',
  'favorite',
  'photos',
  'lat',
  'lon',
  'address',
  'weather',
  'date_modified',
]);

/** The keys that stand in the front matter as they are, under these names. */
const KEPT: Readonly<Record<string, string>> = {
  mood: 'mood',
  sentiment: 'sentiment',
  label: 'label',
  folder: 'folder',
  music_title: 'music-title',
  music_artist: 'music-artist',
};

/** Kinds of files beside an entry, by what their names end in. */
const ATTACHED: readonly (readonly [RegExp, Lost])[] = [
  [/\.(?:mp3|m4a|aac|wav|ogg|opus|amr|3ga)$/i, 'audio recordings'],
  [/\.(?:mp4|mov|m4v|webm|3gp|mkv|avi)$/i, 'videos'],
  [/\.(?:pdf|docx?|txt)$/i, 'documents'],
];

/**
 * Reads one entry of Journey. It holds the instant and the zone: the entry gets the time that the clock showed there. Its text is
 * HTML, or Markdown in older ones.
 *
 * @example
 * const rain = { id: 'a1', date_journal: 1795335245000, timezone: 'Europe/Berlin', text: '<p>Rain.</p>', type: 'html' };
 * readJourneyEntry(rain, 'a1.json, entry 1', offsetIn)
 * //=> { place: 'a1.json, entry 1', foreign: { at: '2026-11-22T09:14:05+01:00', zone: 'Europe/Berlin', text: 'Rain.', … } }
 */
export function readJourneyEntry(value: unknown, place: string, offsetIn: Knowledge['offsetIn']): SourceItem {
  if (!isMapping(value)) return { place, mistake: 'expected a Journey entry' };
  const { id, date_journal: instant, timezone, type, tags } = value;
  const text = value['text'] ?? '';
  const zone = typeof timezone === 'string' && timezone.trim() !== '' ? timezone.trim() : null;
  const inUtc = typeof instant === 'number' ? shownAt(instant, 0) : undefined;
  const offset = zone === null || inUtc === undefined ? undefined : offsetIn(zone, Number(instant));
  const at = inUtc === undefined ? undefined : shownAt(Number(instant), offset ?? 0);
  if (at === undefined) {
    return { place, mistake: 'expected a "date_journal" in milliseconds, such as 1764325584203' };
  }
  if (typeof text !== 'string') return { place, mistake: 'expected a quoted "text" value' };
  const read = type === 'html' || isHtml(text) ? htmlText(text) : { text, lost: [] };
  if (!read) return { place, mistake: 'the HTML in "text" is nested too deep' };
  const beside = attachedTo(value['photos'], read.lost);
  const isStarred = value['favourite'] === true || value['favorite'] === true;
  return {
    place,
    foreign: {
      at,
      zone: offset === undefined ? null : zone,
      text: titled(read.text, placesOf(beside)),
      tags: textsIn(tags),
      ...(typeof id === 'string' && id !== '' && { sourceId: id }),
      starred: isStarred,
      front: frontOf(value, offset ?? 0),
      lost: [
        ...read.lost,
        ...beside,
        ...(isPlace(value) ? ['locations' as const] : []),
        ...(isWeather(value['weather']) ? ['weather' as const] : []),
        ...(zone !== null && offset === undefined ? ['unknown time zones' as const] : []),
        ...otherKeys(value),
      ],
    },
  };
}

/** @param offset - Minutes east of UTC. */
function frontOf(value: Readonly<Record<string, unknown>>, offset: number): string {
  const changed = value['date_modified'];
  const modified = typeof changed === 'number' ? shownAt(changed, offset) : undefined;
  const kept = Object.entries(KEPT).map(([key, name]) => [name, wordsOf(value[key])] as const);
  return [...kept, ['modified', modified ?? ''] as const]
    .filter(([, words]) => words !== '' && words !== '0')
    .map(([name, words]) => `${name}: ${printScalar(words)}`)
    .join('\n');
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? oneLine(String(value)) : '';
}

/** The files beside an entry that do not stand in its text as well. */
function attachedTo(photos: unknown, inText: readonly Lost[]): readonly Lost[] {
  const attached = textsIn(photos).map(
    (name) => ATTACHED.find(([ending]) => ending.test(name))?.[1] ?? 'pictures',
  );
  const placed = [...inText];
  return attached.filter((lost) => {
    const at = placed.indexOf(lost);
    if (at >= 0) placed.splice(at, 1);
    return at < 0;
  });
}

/** The words that stand in their place. */
function placesOf(beside: readonly Lost[]): string {
  return beside.map((lost) => `[${PLACED.find((one) => one.lost === lost)?.word ?? 'document'}]`).join(' ');
}

/** Journey writes a number beyond the globe where there is no place, and one beyond any summer where there is no weather. */
function isPlace({ lat, lon, address }: Readonly<Record<string, unknown>>): boolean {
  const isOnGlobe = typeof lat === 'number' && typeof lon === 'number' && Math.abs(lat) <= 90;
  return (isOnGlobe && !(lat === 0 && lon === 0)) || !isNothing(address);
}

function isWeather(weather: unknown): boolean {
  if (!isMapping(weather)) return false;
  const { degree_c: degrees, description } = weather;
  return (typeof degrees === 'number' && Math.abs(degrees) < 1000) || !isNothing(description);
}

function otherKeys(value: Readonly<Record<string, unknown>>): readonly Lost[] {
  return Object.entries(value)
    .filter(
      ([key, one]) => !READ.has(key) && !(Object.hasOwn(KEPT, key) && wordsOf(one) !== '') && !isEmpty(one),
    )
    .map(([key]): Lost => `the key "${key}"`);
}

function isEmpty(value: unknown): boolean {
  if (isNothing(value) || value === false || value === 0) return true;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/**
 * Whether a file has the name of a picture or a recording that Journey keeps beside an entry.
 *
 * @example
 * isJourneyMedium('journey/1764325584203-MgdL0i6fNq7wNsLw-SP8djnA4CjAsfKRL.png') //=> true
 */
export function isJourneyMedium(name: string): boolean {
  return /(?:^|\/)\d{10,}-[0-9a-z]+-[0-9a-z]+\.(?!json$)\w+$/i.test(name);
}

/**
 * Whether a value looks like an entry of Journey.
 *
 * @example
 * isJourneyEntry({ id: 'a1', date_journal: 1795335245000, text: 'Rain.' }) //=> true
 */
export function isJourneyEntry(value: unknown): boolean {
  return isMapping(value) && typeof value['date_journal'] === 'number';
}
