// Entries as lines of JSON with a date and a text, from any program.
import { isMapping } from '../formats/answers/answer-value.ts';
import { type Lost, momentFrom, type SourceItem, textsIn, titled } from './foreign-entry.ts';

const known: ReadonlySet<string> = new Set(['date', 'text', 'title', 'tags', 'id', 'starred']);

/**
 * Reads one line of JSON with the keys `date` (a day or a moment) and `text`, and perhaps `title`, `tags`, `id` and `starred`.
 * Other keys are named as lost. An id tells apart the lines of one date, since programs count from 1; the number 1 and the text
 * "1" are two, and an empty one is none.
 *
 * @example
 * readJsonLine({ date: '1660-01-11', text: 'This morning I rose.' }, 'pepys.jsonl:1')
 * //=> { place: 'pepys.jsonl:1', foreign: { at: '1660-01-11', text: 'This morning I rose.', … } }
 */
export function readJsonLine(value: unknown, place: string): SourceItem {
  if (!isMapping(value)) return { place, mistake: 'expected {"date": …, "text": …}' };
  const { date, text, title = '', tags, id, starred } = value;
  const at = typeof date === 'string' ? momentFrom(date) : undefined;
  if (at === undefined) {
    return { place, mistake: 'expected a "date" such as "2026-11-22" or "2026-11-22T09:14:05+01:00"' };
  }
  if (typeof text !== 'string' || typeof title !== 'string')
    return { place, mistake: 'expected a quoted "text" value' };
  const lost = Object.keys(value)
    .filter((key) => !known.has(key))
    .map((key): Lost => `the key "${key}"`);
  const foreign = {
    at,
    text: titled(title, text),
    tags: typeof tags === 'string' ? tags.split(/[,\s]+/) : textsIn(tags),
    ...(isId(id) && { sourceId: String(id), key: [at, JSON.stringify(id)] }),
    starred: starred === true,
    lost,
  };
  return { place, foreign };
}

function isId(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
}

/**
 * Whether a value looks like such a line.
 *
 * @example
 * isDatedText({ date: '1660-01-11', text: 'This morning I rose.' }) //=> true
 */
export function isDatedText(value: unknown): boolean {
  return isMapping(value) && typeof value['date'] === 'string' && typeof value['text'] === 'string';
}
