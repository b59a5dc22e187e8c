import { CoachError } from '../domain/errors.ts';
import { isCoachEntry, readCoachEntry } from '../formats/import-coach-json.ts';
import { readDatedMarkdown } from '../formats/import-dated-markdown.ts';
import { readDayOneEntry } from '../formats/import-day-one.ts';
import { readJournalCliEntry } from '../formats/import-journal-cli.ts';
import { readJsonLine } from '../formats/import-json-lines.ts';
import { readJrnlEntry } from '../formats/import-jrnl-json.ts';
import { jrnlDay, readJrnlText } from '../formats/import-jrnl-text.ts';
import { type Kind, KINDS, type Knowledge, type Read } from '../formats/imported.ts';
import { listItems } from '../formats/json-list.ts';
import { closedFile, type Form, LOOKED_AT, recogniseDocument, recogniseText } from '../formats/recognise.ts';

/** One line of a file that may be longer than the memory. */
export interface SourceLine {
  /** From 1. */
  readonly number: number;
  /** Bytes up to its end. */
  readonly done: number;
  /** Undefined where it is not UTF-8. */
  readonly text: string | undefined;
}

/** A file, a folder or a zip that somebody named. */
export interface ImportSource {
  readonly shape: 'file' | 'folder' | 'zip';
  /** The files in it, in order, by their paths from there. @throws CoachError where they cannot be listed. */
  names(): readonly string[];
  /** The first million bytes of a file, or all. */
  head(name: string): Uint8Array;
  /** @throws CoachError where it cannot be read, is too large or not UTF-8. */
  text(name: string): string;
  lines(name: string): Iterable<SourceLine>;
}

/** A source that was recognised. */
export interface Recognised {
  readonly kind: Kind;
  /** Its entries, read anew each time. */
  readonly read: () => Iterable<Read>;
  /** Files beside it that are of another kind. */
  readonly passedOver: number;
}

const WHAT_THERE_IS =
  'coach reads its own JSON, jrnl (JSON, text, folder), Day One (JSON, zip), journal-cli, dated Markdown and lines of JSON.';

/**
 * Tells what a source is, and how its entries are read.
 *
 * @param from - What the person says that it is.
 * @throws CoachError for what cannot be read: encrypted, unknown, or of another kind than was said.
 *
 * @example
 * recogniseSource(source, 'journal.json', undefined, knowledge).kind //=> 'jrnl'
 */
export function recogniseSource(
  source: ImportSource,
  named: string,
  from: Kind | undefined,
  knowledge: Knowledge,
): Recognised {
  const names = source.names();
  const found =
    source.shape === 'file' ? inFile(source, names, from, knowledge) : inMany(source, names, from, knowledge);
  if (!found) {
    throw new CoachError(`${named} is nothing that coach can import`, { hint: WHAT_THERE_IS });
  }
  if (from !== undefined && found.kind !== from) {
    throw new CoachError(`${named} does not look like ${KINDS[from]}, but like ${KINDS[found.kind]}`, {
      hint: `Leave --from away, or say --from ${found.kind}.`,
    });
  }
  return found;
}

function inFile(
  source: ImportSource,
  [name = '']: readonly string[],
  from: Kind | undefined,
  knowledge: Knowledge,
): Recognised | undefined {
  const bytes = source.head(name);
  const closed = closedFile(latin1(bytes.subarray(0, 4096)));
  if (closed) throw new CoachError(`${name} cannot be read: it is ${closed.is}`, { hint: closed.hint });
  const isMarkdown = /\.(?:md|markdown)$/i.test(name);
  if (from === 'markdown' || (from === undefined && isMarkdown)) return markdownIn(source, [name]);
  const head = new TextDecoder().decode(bytes);
  const { kind, form } = recogniseText(head) ?? { kind: from, form: formOf(from) };
  switch (form) {
    case 'text':
      return { kind: kind ?? 'jrnl', read: () => readJrnlText(source.text(name), name), passedOver: 0 };
    case 'lines':
      return linesIn(source, name, kind ?? 'lines');
    case 'document':
      return isListOfLines(head)
        ? listIn(source, name, knowledge)
        : documentsIn(source, [name], knowledge, true);
    case undefined:
      return undefined;
  }
}

/** How a file is read that is only said to be of a kind. */
function formOf(from: Kind | undefined): Form | undefined {
  if (from === 'jrnl') return 'text';
  return from === 'lines' || from === 'coach' ? 'lines' : undefined;
}

/** A folder holds one kind of files; of a zip only JSON is read. */
function inMany(
  source: ImportSource,
  names: readonly string[],
  from: Kind | undefined,
  knowledge: Knowledge,
): Recognised | undefined {
  const days = names.filter((name) => jrnlDay(name) !== undefined);
  if (days.length > 0 && (from ?? 'jrnl') === 'jrnl') {
    return {
      kind: 'jrnl',
      read: function* read() {
        for (const name of days) yield* readJrnlText(source.text(name), name, jrnlDay(name));
      },
      passedOver: names.length - days.length,
    };
  }
  const notes = names.filter((name) => /\.(?:md|markdown)$/i.test(name));
  const documents = names.filter((name) => /^(?:[^/]+\/)?[^/]+\.json$/i.test(name));
  const found =
    from === 'markdown' ? undefined : documentsIn(source, documents, knowledge, notes.length === 0);
  if (found || notes.length === 0) return found && { ...found, passedOver: names.length - documents.length };
  return { ...markdownIn(source, notes), passedOver: names.length - notes.length };
}

function markdownIn(source: ImportSource, names: readonly string[]): Recognised {
  return {
    kind: 'markdown',
    read: function* read() {
      for (const name of names) yield oneOf(name, () => readDatedMarkdown(source.text(name), name));
    },
    passedOver: 0,
  };
}

/** A file that cannot be read at all is one mistake among others. */
function oneOf(place: string, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (error instanceof CoachError) return { place, mistake: withoutName(error, place) };
    throw error;
  }
}

/** What is wrong with a file, to stand behind its name. */
function withoutName({ message }: CoachError, name: string): string {
  return message.replace(`${name}:`, 'line ').replace(`${name} `, 'it ');
}

function linesIn(source: ImportSource, name: string, kind: Kind): Recognised {
  return {
    kind,
    read: function* read() {
      for (const { number, text } of source.lines(name)) {
        if (text?.trim() === '') continue;
        yield lineOf(text, `${name}:${number}`, kind);
      }
    },
    passedOver: 0,
  };
}

function lineOf(text: string | undefined, place: string, kind: Kind): Read {
  if (text === undefined) return { place, mistake: 'this is not UTF-8 text' };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { place, mistake: 'this is not JSON, expected one value on the line' };
  }
  return kind === 'coach' || isCoachEntry(value) ? readCoachEntry(value, place) : readJsonLine(value, place);
}

/** A list over many lines, as programs print it that indent. */
function isListOfLines(head: string): boolean {
  return /^\ufeff?\s*\[[ \t]*\r?\n/.test(head);
}

/**
 * Such a list, of which only a few items are held. What is no JSON in it is found when it is read to there.
 *
 * @throws CoachError where its beginning is no JSON; `read` does where the rest is none.
 */
function listIn(source: ImportSource, name: string, knowledge: Knowledge): Recognised | undefined {
  const items = function* items(): Generator {
    for (const { text, line } of listItems(textLines(source, name))) yield parsed(text, name, line);
  };
  const some: unknown[] = [];
  for (const item of items()) {
    some.push(item);
    if (some.length === LOOKED_AT) break;
  }
  const found = recogniseDocument(some);
  if (!found) return undefined;
  const { kind } = found;
  return {
    kind,
    read: function* read() {
      let count = 0;
      for (const item of items()) yield itemOf(item, `${name}, entry ${++count}`, kind, knowledge);
    },
    passedOver: 0,
  };
}

function* textLines(
  source: ImportSource,
  name: string,
): Generator<{ readonly number: number; readonly text: string }> {
  for (const { number, text } of source.lines(name)) {
    if (text === undefined) {
      throw new CoachError(`${name} is not UTF-8 text`, {
        hint: 'Turn it into UTF-8 first, for example: iconv -f latin1 -t utf-8',
      });
    }
    yield { number, text: number === 1 ? text.replace(/^\ufeff/, '') : text };
  }
}

/**
 * JSON documents of one kind. They are held, since looking at them for what they are is to parse them. Among several, one that
 * is of another kind, or no JSON, is a mistake, since there may be entries in it.
 *
 * @param isAlone - There is nothing else that could be read.
 * @throws CoachError where nothing is recognised, and a file is no JSON.
 */
function documentsIn(
  source: ImportSource,
  names: readonly string[],
  knowledge: Knowledge,
  isAlone: boolean,
): Recognised | undefined {
  const documents = names.map((name) => documentIn(source, name));
  const first = documents.find((one) => 'kind' in one);
  if (!first) {
    const broken = documents.find((one) => 'error' in one);
    if (broken && isAlone) throw broken.error;
    return undefined;
  }
  const { kind } = first;
  return {
    kind,
    read: function* read() {
      for (const document of documents) {
        const { name } = document;
        if ('kind' in document && document.kind === kind) {
          for (const [index, item] of document.items.entries())
            yield itemOf(item, `${name}, entry ${index + 1}`, kind, knowledge);
        } else {
          const mistake =
            'error' in document ? withoutName(document.error, name) : `this is not of ${KINDS[kind]}`;
          yield { place: name, mistake };
        }
      }
    },
    passedOver: 0,
  };
}

type NamedDocument = { readonly name: string } & (
  | { readonly kind: Kind; readonly items: readonly unknown[] }
  | { readonly error: CoachError }
  | { readonly unknown: true }
);

function documentIn(source: ImportSource, name: string): NamedDocument {
  try {
    const document = recogniseDocument(parsed(source.text(name), name));
    return document ? { name, ...document } : { name, unknown: true };
  } catch (error) {
    if (error instanceof CoachError) return { name, error };
    throw error;
  }
}

function itemOf(item: unknown, place: string, kind: Kind, { offsetIn }: Knowledge): Read {
  switch (kind) {
    case 'coach':
      return readCoachEntry(item, place);
    case 'jrnl':
      return readJrnlEntry(item, place);
    case 'day-one':
      return readDayOneEntry(item, place, offsetIn);
    case 'journal-cli':
      return readJournalCliEntry(item, place);
    default:
      return readJsonLine(item, place);
  }
}

/** @param firstLine - The number that its first line has in the file. */
function parsed(text: string, name: string, firstLine = 1): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const [, position] = /position (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
    const before = text.slice(0, position === undefined ? text.length : Number(position)).split('\n');
    throw new CoachError(`${name}:${firstLine + before.length - 1}: this is not JSON, or it ends too early`, {
      hint: 'Export it anew.',
    });
  }
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
