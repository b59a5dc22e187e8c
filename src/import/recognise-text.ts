// Telling by its beginning what a text is, and by its entries what a JSON document is.
import { isMapping } from '../formats/answers/answer-value.ts';
import { isCoachEntry } from './import-coach-json.ts';
import { isDatedText } from './import-json-lines.ts';
import { jsonValue } from './foreign-entry.ts';
import type { SourceKind } from './source-kinds.ts';
import { type Form, kindWhere } from './source-readers.ts';

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
  const kindAsText = kindOfText(head);
  if (kindAsText) return { kind: kindAsText, form: 'text' };
  const text = head.trimStart();
  const kind = text.startsWith('{') ? kindOfLines(text) : undefined;
  if (kind) return { kind, form: 'lines' };
  return /^[[{]/.test(text) ? { kind: undefined, form: 'document' } : undefined;
}

/**
 * The kind of source that a text is by its beginning.
 *
 * @example
 * kindOfText('[2026-11-22 09:14] Rain.') //=> 'jrnl'
 */
export function kindOfText(head: string): SourceKind | undefined {
  return kindWhere(({ text }) => text?.is(head));
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
  const exported = kindWhere(({ json }) => json?.isExport?.(value));
  if (exported) return { kind: exported, items: listed };
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  // One of them may be damaged.
  const some = items.slice(0, LOOKED_AT);
  if (items.length === 0) return { kind: 'any', items };
  const kind = kindWhere(({ json }) => json?.isEntry && some.some(json.isEntry));
  return kind && { kind, items };
}
