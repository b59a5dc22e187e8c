// Telling by its beginning what a text is, and by its entries what a JSON document is.
import { isMapping } from '../formats/answers/answer-value.ts';
import { isCoachEntry } from './import-coach-json.ts';
import { isDayOneExport } from './import-day-one.ts';
import { isJournalCliEntry } from './import-journal-cli.ts';
import { isDatedText } from './import-json-lines.ts';
import { isJrnlEntry, isJrnlExport, isJrnlText } from './import-jrnl.ts';
import { jsonValue } from './foreign-entry.ts';
import type { SourceKind } from './source-kinds.ts';

/** How a file is to be read: line by line, as one JSON document, or as text. */
export type Form = 'lines' | 'document' | 'text';

/**
 * Tells by its beginning what a text file is. A line may be longer than that, or damaged: then the others tell, or how it begins.
 *
 * @param head - Its first characters.
 * @returns The kind is undefined for a document: it shows in the whole of it. Nothing for a text of no known kind.
 *
 * @example
 * recogniseText('{"date": "1660-01-11", "text": "This morning I rose."}\n') //=> { kind: 'lines', form: 'lines' }
 */
export function recogniseText(
  head: string,
): { readonly kind: SourceKind | undefined; readonly form: Form } | undefined {
  if (isJrnlText(head)) return { kind: 'jrnl', form: 'text' };
  const text = head.replace(/^\ufeff/, '').trimStart();
  const kind = text.startsWith('{') ? kindOfLines(text) : undefined;
  if (kind) return { kind, form: 'lines' };
  return /^[[{]/.test(text) ? { kind: undefined, form: 'document' } : undefined;
}

function kindOfLines(text: string): SourceKind | undefined {
  const lines = text.split('\n', LOOKED_AT);
  const [line = '', ...more] = lines;
  const first = jsonValue(line);
  if (isMapping(first)) {
    if (isCoachEntry(first)) return 'coach';
    return isDatedText(first) || more.some((other) => other.startsWith('{')) ? 'lines' : undefined;
  }
  // A document that stands on several lines has one such line at most.
  const whole = more.filter((other) => other.startsWith('{')).map(jsonValue);
  if (whole.some(isCoachEntry)) return 'coach';
  if (whole.some(isDatedText)) return 'lines';
  if (text.includes('\n')) return undefined;
  if (/^\{\s*"format"\s*:\s*\d/.test(line)) return 'coach';
  return /^\{\s*"(?:date|text|title|id|starred)"\s*:/.test(line) ? 'lines' : undefined;
}

/** By so many entries a list is told. */
export const LOOKED_AT = 100;

/**
 * Tells what a JSON document is, and gives its entries. An empty list is of no kind.
 *
 * @example
 * recogniseDocument({ tags: {}, entries: [] }) //=> { kind: 'jrnl', items: [] }
 */
export function recogniseDocument(
  value: unknown,
): { readonly kind: SourceKind | 'any'; readonly items: readonly unknown[] } | undefined {
  const entries: unknown = isMapping(value) ? value['entries'] : undefined;
  const listed: readonly unknown[] = Array.isArray(entries) ? entries : [];
  if (isDayOneExport(value)) return { kind: 'day-one', items: listed };
  if (isJrnlExport(value)) return { kind: 'jrnl', items: listed };
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  // One of them may be damaged.
  const some = items.slice(0, LOOKED_AT);
  if (items.length === 0) return { kind: 'any', items };
  if (some.some(isCoachEntry)) return { kind: 'coach', items };
  if (some.some(isJrnlEntry)) return { kind: 'jrnl', items };
  if (some.some(isJournalCliEntry)) return { kind: 'journal-cli', items };
  return some.some(isDatedText) ? { kind: 'lines', items } : undefined;
}
