// Entries of jrnl, from its JSON.
import { isMapping } from '../formats/answers/answer-value.ts';
import { momentFrom, type SourceItem, textsIn, titled } from './foreign-entry.ts';

/**
 * Reads one entry of `jrnl --format json`: `title`, `body`, `date`, `time`, `tags`, `starred`.
 *
 * @example
 * const rain = { title: 'Rain.', body: '', date: '2026-11-22', time: '09:14', tags: ['@home'], starred: false };
 * readJrnlEntry(rain, 'a.json, entry 1').foreign //=> { at: '2026-11-22T09:14:00', text: 'Rain.', tags: ['home'], … }
 */
export function readJrnlEntry(value: unknown, place: string): SourceItem {
  if (!isMapping(value)) return { place, mistake: 'expected an entry as jrnl --format json prints it' };
  const { title = '', body = '', date, time, tags, starred, uuid } = value;
  if (typeof title !== 'string' || typeof body !== 'string')
    return { place, mistake: 'expected a "title" and a "body", in quotes' };
  const moment = [date, time].filter((part) => typeof part === 'string').join('T');
  const at = momentFrom(moment);
  if (at === undefined) {
    return { place, mistake: 'expected a "date" such as "2026-11-22" and a "time" such as "09:14"' };
  }
  return {
    place,
    foreign: {
      at,
      text: titled(title.trim(), body.trim()),
      tags: textsIn(tags).map(withoutSymbol),
      ...(typeof uuid === 'string' && uuid !== '' && { sourceId: uuid }),
      starred: starred === true,
    },
  };
}

/**
 * A tag of jrnl without the sign in front of it.
 *
 * @example
 * withoutSymbol('@home') //=> 'home'
 */
export function withoutSymbol(tag: string): string {
  return tag.replace(/^[@#+]/, '');
}

/**
 * Whether a value looks like the export of jrnl.
 *
 * @example
 * isJrnlExport({ tags: {}, entries: [] }) //=> true
 */
export function isJrnlExport(value: unknown): boolean {
  return isMapping(value) && Array.isArray(value['entries']) && isMapping(value['tags']);
}

/**
 * Whether a value looks like one entry of jrnl, as `jrnl --format json` writes it into a folder.
 *
 * @example
 * isJrnlEntry({ title: 'Rain.', body: '', date: '2026-11-22', time: '09:14', tags: [], starred: false }) //=> true
 */
export function isJrnlEntry(value: unknown): boolean {
  return isMapping(value) && ['title', 'body', 'date', 'time'].every((key) => typeof value[key] === 'string');
}
