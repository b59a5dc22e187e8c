import { isMapping } from './answer-value.ts';
import { isCoachEntry } from './import-coach-json.ts';
import { isDayOneExport } from './import-day-one.ts';
import { isJournalCliEntry } from './import-journal-cli.ts';
import { isDatedText } from './import-json-lines.ts';
import { isJrnlExport } from './import-jrnl-json.ts';
import { isJrnlText } from './import-jrnl-text.ts';
import type { Kind } from './imported.ts';

/** How a file is to be read: line by line, as one JSON document, or as text. */
export type Form = 'lines' | 'document' | 'text';

/** A file that cannot be read as it is: what it is, and what makes a readable one of it. */
export interface Closed {
  readonly is: string;
  readonly hint: string;
}

const JRNL = 'Have jrnl make a readable copy: jrnl --format json --file journal.json';

/**
 * Tells an encrypted file, or one of another kind that is no text, by its first bytes.
 *
 * @param head - The first bytes, each as one character (Latin-1).
 *
 * @example
 * closedFile('age-encryption.org/v1\n')?.is //=> 'encrypted with age'
 */
export function closedFile(head: string): Closed | undefined {
  if (/^age-encryption\.org\/|^-----BEGIN AGE ENCRYPTED FILE-----/.test(head)) {
    return { is: 'encrypted with age', hint: 'Decrypt it first: age --decrypt FILE >journal.json' };
  }
  if (head.startsWith('-----BEGIN PGP MESSAGE-----') || /^[\x84\x85\xc1\x8c]/.test(head)) {
    return { is: 'encrypted with gpg', hint: 'Decrypt it first: gpg --decrypt FILE >journal.json' };
  }
  if (/^gAAAAA[\w-]{20}/.test(head)) {
    return { is: 'an encrypted journal of jrnl', hint: `${JRNL}, or: jrnl --decrypt` };
  }
  if (head.startsWith('SQLite format 3')) {
    return { is: 'an SQLite database', hint: 'Have the program that made it export JSON.' };
  }
  if (head.includes('\0')) {
    return { is: 'no text', hint: `If it is an encrypted journal: ${JRNL}` };
  }
  return undefined;
}

/**
 * Tells by its beginning what a text file is.
 *
 * @param head - Its first characters; a first line that is one JSON value has to be in them as a whole.
 * @returns The kind is undefined for a document: it shows in the whole of it. Nothing for a text of no known kind.
 *
 * @example
 * recogniseText('{"date": "1660-01-11", "text": "This morning I rose."}\n') //=> { kind: 'lines', form: 'lines' }
 */
export function recogniseText(
  head: string,
): { readonly kind: Kind | undefined; readonly form: Form } | undefined {
  if (isJrnlText(head)) return { kind: 'jrnl', form: 'text' };
  const text = head.replace(/^\ufeff/, '').trimStart();
  if (text.startsWith('{')) {
    const [line = '', ...more] = text.split('\n');
    const first = valueOf(line);
    const isOneOfMany = isMapping(first) && more.some((other) => other.startsWith('{'));
    if (isCoachEntry(first)) return { kind: 'coach', form: 'lines' };
    if (isDatedText(first) || isOneOfMany) return { kind: 'lines', form: 'lines' };
  }
  return /^[[{]/.test(text) ? { kind: undefined, form: 'document' } : undefined;
}

/** By so many entries a list is told. */
export const LOOKED_AT = 100;

function valueOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * Tells what a JSON document is, and gives its entries. An empty list is of coach.
 *
 * @example
 * recogniseDocument({ tags: {}, entries: [] }) //=> { kind: 'jrnl', items: [] }
 */
export function recogniseDocument(
  value: unknown,
): { readonly kind: Kind; readonly items: readonly unknown[] } | undefined {
  const entries: unknown = isMapping(value) ? value['entries'] : undefined;
  const listed: readonly unknown[] = Array.isArray(entries) ? entries : [];
  if (isDayOneExport(value)) return { kind: 'day-one', items: listed };
  if (isJrnlExport(value)) return { kind: 'jrnl', items: listed };
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  // One of them may be damaged.
  const some = items.slice(0, LOOKED_AT);
  if (items.length === 0 || some.some(isCoachEntry)) return { kind: 'coach', items };
  if (some.some(isJournalCliEntry)) return { kind: 'journal-cli', items };
  return some.some(isDatedText) ? { kind: 'lines', items } : undefined;
}
