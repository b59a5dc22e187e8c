// JSON documents of a source, and the entries in them.
import { CoachError } from '../domain/text/errors.ts';
import { oneLine } from '../domain/text/plain-text.ts';
import { isMapping } from '../formats/answers/answer-value.ts';
import type { Recognised } from './source.ts';
import type { Knowledge, SourceItem } from './foreign-entry.ts';
import type { SourceKind } from './source-kinds.ts';
import { fromOtherProgram } from './source-refusals.ts';
import { notOf, readValue } from './source-readers.ts';
import { recogniseDocument } from './recognise-text.ts';

/** A JSON document and what it is; `any` where it is an empty list. */
export type NamedDocument = { readonly name: string } & (
  | { readonly kind: SourceKind | 'any'; readonly items: readonly unknown[] }
  | { readonly error: CoachError }
  /** The program is the one that the document names as its own. */
  | { readonly unknown: true; readonly program?: string }
);

/**
 * Whether a file has the name of a document that is looked at: those that lie deeper belong to something else.
 *
 * @example
 * isDocument('export/Journal.json') //=> true
 */
export function isDocument(name: string): boolean {
  return /^(?:[^/]+\/)?[^/]+\.json$/i.test(name);
}

/**
 * A document with what it is. It is held, since looking at it for what it is is to parse it.
 *
 * @example
 * documentIn(sample('jrnl.json'), 'jrnl.json') //=> { name: 'jrnl.json', kind: 'jrnl', … }
 */
export function documentIn(source: { readonly text: (name: string) => string }, name: string): NamedDocument {
  try {
    const value = parsed(source.text(name), name);
    const document = recogniseDocument(value);
    return document ? { name, ...document } : { name, unknown: true, ...programNamed(value) };
  } catch (error) {
    if (error instanceof CoachError) return { name, error };
    throw error;
  }
}

/**
 * The entries in those of some documents that are of one kind. One that is of no known kind, or no JSON, is a mistake, since
 * there may be entries in it; one of another known kind is passed over.
 *
 * @param isNamed - They have the names that the program gave them, as in a zip; somebody may have named a file that stands alone.
 *
 * @example
 * const document = documentIn(sample('jrnl.json'), 'jrnl.json');
 * [...readDocuments([document], 'jrnl', { hash, offsetIn })].length //=> 2
 */
export function* readDocuments(
  documents: readonly NamedDocument[],
  kind: SourceKind,
  knowledge: Knowledge,
  isNamed = false,
): Generator<SourceItem> {
  for (const document of documents) {
    const { name } = document;
    if ('error' in document) yield { place: name, mistake: withoutName(document.error, name) };
    else if ('unknown' in document) yield { place: name, mistake: notOf(kind) };
    else if (document.kind === kind) {
      for (const [index, item] of document.items.entries())
        yield readValue(item, `${name}, entry ${index + 1}`, kind, knowledge, isNamed ? name : '');
    }
  }
}

/**
 * The entries of one document.
 *
 * @param from - What the person says that it is; an empty list is taken for that.
 * @param isNamed - As for `readDocuments`.
 * @returns Undefined where it is of no known kind.
 * @throws CoachError where it could not be read, or names another program as its own.
 *
 * @example
 * inDocument({ name: 'a.json', kind: 'any', items: [] }, 'jrnl', { hash, offsetIn })?.kind //=> 'jrnl'
 */
export function inDocument(
  document: NamedDocument,
  from: SourceKind | undefined,
  knowledge: Knowledge,
  isNamed = false,
): Recognised | undefined {
  if ('error' in document) throw document.error;
  if ('unknown' in document) {
    if (document.program !== undefined) throw fromOtherProgram(document.name, document.program);
    return undefined;
  }
  const kind = document.kind === 'any' ? (from ?? 'coach') : document.kind;
  return { kind, read: () => readDocuments([document], kind, knowledge, isNamed) };
}

/** `{"metadata": {"application": "Mini Diarium"}, …}` */
function programNamed(value: unknown): { readonly program?: string } {
  const metadata = isMapping(value) ? value['metadata'] : undefined;
  const program = isMapping(metadata) ? metadata['application'] : undefined;
  return typeof program === 'string' && program.trim() !== ''
    ? { program: oneLine(program.slice(0, 60)) }
    : {};
}

/**
 * JSON as it stands in a file.
 *
 * @param firstLine - The number that its first line has there.
 * @throws CoachError with the line where it is none.
 *
 * @example
 * parsed('[1]', 'a.json') //=> [1]
 */
export function parsed(text: string, name: string, firstLine = 1): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const [, position] = /position (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
    const before = text.slice(0, position === undefined ? text.length : Number(position)).split('\n');
    throw new CoachError(`${name}:${firstLine + before.length - 1}: this is not JSON, or it ends too early`, {
      hint: 'Export it again.',
    });
  }
}

/**
 * The complaint about a file, to stand behind its name.
 *
 * @example
 * withoutName(new CoachError('a.json:3: this is not JSON'), 'a.json') //=> 'line 3: this is not JSON'
 */
export function withoutName({ message }: CoachError, name: string): string {
  const beginnings = [
    [`${name}:`, 'line '],
    [`${name} `, 'it '],
    [`cannot read ${name}:`, 'it cannot be read:'],
  ] as const;
  const [said = '', told = ''] = beginnings.find(([beginning]) => message.startsWith(beginning)) ?? [];
  return told + message.slice(said.length);
}
