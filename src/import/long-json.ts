// JSON that may be longer than the memory: one value a line, or a list over many lines.
import { isCoachEntry, readCoachEntry } from './import-coach-json.ts';
import { readJsonLine } from './import-json-lines.ts';
import type { ImportSource, Recognised } from './source.ts';
import { notUtf8 } from '../pages/machine/file-refusals.ts';
import { jsonValue, type Knowledge, type SourceItem } from './foreign-entry.ts';
import type { SourceKind } from './source-kinds.ts';
import { listItems } from './json-list.ts';
import { parsed } from './read-documents.ts';
import { readValue } from './source-readers.ts';
import { LOOKED_AT, recogniseDocument } from './recognise-text.ts';

/**
 * A file as lines of JSON, of which one is held at a time. A line that is none is a mistake among others.
 *
 * @example
 * [...jsonLinesIn(sample('lines.jsonl'), 'lines.jsonl', 'lines').read()].length //=> 4
 */
export function jsonLinesIn(source: ImportSource, name: string, kind: SourceKind): Recognised {
  return {
    kind,
    read: function* read() {
      for (const { number, text } of source.lines(name)) {
        if (text?.trim() === '') continue;
        yield lineOf(text, `${name}:${number}`, kind);
      }
    },
  };
}

function lineOf(text: string | undefined, place: string, kind: SourceKind): SourceItem {
  if (text === undefined) return { place, mistake: 'this is not UTF-8 text' };
  const value = jsonValue(text.replace(/^\ufeff/, ''));
  if (value === undefined) return { place, mistake: 'this is not JSON; expected one value on the line' };
  return kind === 'coach' || isCoachEntry(value) ? readCoachEntry(value, place) : readJsonLine(value, place);
}

/**
 * Whether a file begins as a list over many lines does, which programs print that indent.
 *
 * @example
 * isListOfLines('[\n  {') //=> true
 */
export function isListOfLines(head: string): boolean {
  return /^\ufeff?\s*\[[ \t]*\r?\n/.test(head);
}

/**
 * A file as such a list, of which only a few items are held. What is no JSON in it is found when it is read to there.
 *
 * @param from - What the person says that it is; an empty list is taken for that.
 * @returns Undefined where its items are of no known kind.
 * @throws CoachError where its beginning is no JSON; `read` does where the rest is none.
 *
 * @example
 * jsonListIn(sample('journal-cli.json'), 'journal-cli.json', undefined, { hash, offsetIn })?.kind //=> 'journal-cli'
 */
export function jsonListIn(
  source: ImportSource,
  name: string,
  from: SourceKind | undefined,
  knowledge: Knowledge,
): Recognised | undefined {
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
  const kind = found.kind === 'any' ? (from ?? 'coach') : found.kind;
  return {
    kind,
    read: function* read() {
      let count = 0;
      for (const item of items()) yield readValue(item, `${name}, entry ${++count}`, kind, knowledge);
    },
  };
}

function* textLines(
  source: ImportSource,
  name: string,
): Generator<{ readonly number: number; readonly text: string }> {
  for (const { number, text } of source.lines(name)) {
    if (text === undefined) throw notUtf8(name);
    yield { number, text: number === 1 ? text.replace(/^\ufeff/, '') : text };
  }
}
