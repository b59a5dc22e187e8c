// The file that an entry makes.
import { type Entry, entryPath } from '../../domain/entry/entry.ts';
import { plainEntry } from '../../domain/entry/plain-entry.ts';
import { printPlainEntry } from '../../formats/entry/entry-markdown.ts';
import type { EntryFile } from '../ports/journal.ts';

const encoder = new TextEncoder();

/**
 * The file that an entry makes.
 *
 * @param text - Its text, where it is printed already.
 *
 * @example
 * entryFile(entry).path //=> '2026/11/2026-11-22-091405-member-k3x8m2p9qa.md'
 */
export function entryFile(entry: Entry, text: string = printPlainEntry(plainEntry(entry))): EntryFile {
  return { path: entryPath(entry), bytes: encoder.encode(text) };
}
