// Telling what a single file is.
import { CoachError } from '../domain/text/errors.ts';
import { type Closed, closedFile, closedText } from './closed-file.ts';
import type { ImportSource, Recognised } from './import-source.ts';
import { NOTHING_PASSED_OVER } from './import-summary.ts';
import { jsonValue, type Knowledge } from './foreign-entry.ts';
import type { SourceKind } from './source-kinds.ts';
import { isJrnlText } from './import-jrnl-text.ts';
import { isListOfLines, jsonLinesIn, jsonListIn } from './long-json.ts';
import { documentIn, inDocument } from './read-documents.ts';
import { type Form, recogniseText } from './recognise-text.ts';
import { isNote, jrnlIn, noteIn } from './text-files.ts';

/**
 * A file with what it is. How it begins tells; where that is half a line, what the person says of it, or the lines that follow.
 *
 * @param names - The one that it has.
 * @returns Undefined where it is of no known kind.
 * @throws CoachError for a file that has to be made readable first, or that begins as JSON and is none.
 *
 * @example
 * recogniseFile(sample('jrnl.txt'), ['jrnl.txt'], undefined, { hash, offsetIn })?.kind //=> 'jrnl'
 */
export function recogniseFile(
  source: ImportSource,
  [name = '']: readonly string[],
  from: SourceKind | undefined,
  knowledge: Knowledge,
): Recognised | undefined {
  const bytes = source.head(name);
  refuseClosed(name, closedFile(latin1(bytes.subarray(0, 4096))));
  const head = new TextDecoder().decode(bytes);
  if (from === 'markdown' || (from === undefined && isNote(name))) {
    const note = noteIn(source, name);
    if (from === undefined && 'undated' in note && isJrnlText(head)) return jrnlIn(source, name);
    const read = 'undated' in note ? { place: name, mistake: UNDATED } : note;
    return { kind: 'markdown', read: () => [read], passedOver: NOTHING_PASSED_OVER };
  }
  const { kind, form } = recogniseText(head) ?? { kind: from, form: formOf(from) };
  if (form === 'text') return jrnlIn(source, name);
  if (form === 'lines') return jsonLinesIn(source, name, kind ?? 'lines');
  if (form === 'document' && from !== undefined && formOf(from) === 'lines' && isBroken(head)) {
    return jsonLinesIn(source, name, from);
  }
  if (form === 'document' && isListOfLines(head)) return jsonListIn(source, name, from, knowledge);
  if (form === 'document') return inDocument(documentIn(source, name), from, knowledge);
  refuseClosed(name, closedText(head));
  return undefined;
}

const UNDATED = 'no day in its name or front matter, expected for example 2026-11-22.md';

function refuseClosed(name: string, closed: Closed | undefined): void {
  if (closed) throw new CoachError(`${name} cannot be read: it is ${closed.is}`, { hint: closed.hint });
}

/** How a file is read that is only said to be of a kind. */
function formOf(from: SourceKind | undefined): Form | undefined {
  if (from === 'jrnl') return 'text';
  return from === 'lines' || from === 'coach' ? 'lines' : undefined;
}

/** Whether the first line, which begins a value, neither is one nor opens one that others close. */
function isBroken(head: string): boolean {
  const [line = ''] = head
    .replace(/^\ufeff/, '')
    .trimStart()
    .split('\n');
  return /^\{\s*"/.test(line) && jsonValue(line) === undefined;
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
