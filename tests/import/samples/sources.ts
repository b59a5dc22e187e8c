import type { SourceKind } from '../../../src/import/source-kinds.ts';
import type { Entry } from '../../../src/domain/entry/entry.ts';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { importSource } from '../../../src/import/world/named-source.ts';
import { knowledge } from '../../../src/import/world/knowledge.ts';
import { recogniseSource } from '../../../src/import/recognise-source.ts';
import { noteFrom, type SourceItem } from '../../../src/import/foreign-entry.ts';

/** Where a sample is. */
export function samplePath(name: string): string {
  return path.join(import.meta.dirname, name);
}

/** The text of a sample. */
export function sampleText(name: string): string {
  return readFileSync(samplePath(name), 'utf8');
}

/** The kind that a file or folder is recognised as, and all that is read from it. */
export function readAt(
  file: string,
  from?: SourceKind,
): { readonly kind: SourceKind; readonly items: readonly SourceItem[] } {
  const { kind, read } = recogniseSource(importSource(file), path.basename(file), from, knowledge);
  return { kind, items: [...read()] };
}

/** The entry of an item, in short: moment, tags, text and lines of front matter; or where it stands and what is wrong. */
export function inShort(item: SourceItem, kind: SourceKind): unknown {
  if ('mistake' in item) return { place: item.place, mistake: item.mistake };
  if ('undated' in item) return { place: item.place, undated: true };
  if ('leftOut' in item) return item;
  const entry = entryIn(item, kind);
  const { at, zone, tags, answers, extra } = entry;
  return { at, zone, tags, text: answers[0]?.value, front: extra.front };
}

function entryIn(
  item: Exclude<SourceItem, { mistake: string } | { undated: true } | { leftOut: readonly string[] }>,
  kind: SourceKind,
): Entry {
  if ('made' in item) return item.made;
  return 'entry' in item ? item.entry : noteFrom(kind, item.foreign, knowledge.hash);
}
