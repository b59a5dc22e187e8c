// One file as a note, or as a text with dated headings.
import type { Knowledge, SourceItem } from '../foreign-entry.ts';
import { kindOfText } from '../recognise-text.ts';
import { refuseOther } from '../others/other-programs.ts';
import type { ImportSource, Recognised } from '../source.ts';
import { takenForJrnl } from '../jrnl/taken-for-jrnl.ts';
import { textIn } from '../text-files.ts';
import { noteParts } from './note-head.ts';
import { type NoteKind, notesOf, sortNotes } from './sort-notes.ts';

const UNDATED =
  'there is no date in the file name, the front matter or a heading; expected a name such as 2026-11-22.md';
const NO_HEADING = 'no heading here begins with a date; expected one such as "## 2026-11-22"';

/**
 * A file as what it is by its name, its headings and its head; where none says a day, perhaps a journal of jrnl.
 *
 * @param from - What the person says that it is.
 *
 * @example
 * recogniseNote(sample('daily'), '2026-11-22.md', undefined, { hash, offsetIn }).kind //=> 'markdown'
 */
export function recogniseNote(
  source: ImportSource,
  name: string,
  from: NoteKind | undefined,
  knowledge: Knowledge,
): Recognised {
  const sorted = sortNotes(source, [name], from);
  const kind = sorted.kinds.get(name);
  if (kind !== undefined && (from === undefined || from === kind))
    return notesOf(kind, source, sorted, knowledge);
  const passed = sorted.passed.get(name);
  if (passed && 'mistake' in passed) return { kind: from ?? 'markdown', read: () => [passed] };
  const text = source.text(name);
  const other = from === undefined ? kindOfText(text) : undefined;
  if (other) {
    refuseOther(name, takenForJrnl(text));
    return textIn(source, name, other);
  }
  return {
    kind: from ?? 'markdown',
    read: () => [{ place: name, mistake: mistakeOf(passed, text, name, from) }],
  };
}

function mistakeOf(
  passed: SourceItem | undefined,
  text: string,
  name: string,
  from: NoteKind | undefined,
): string {
  if (from === 'headings') return NO_HEADING;
  const because = passed && 'undated' in passed ? passed.because : undefined;
  if (because === 'drawing') return 'this is a drawing of Excalidraw, and drawings are not imported';
  const { front } = noteParts(text, name);
  return typeof front === 'string' ? front : UNDATED;
}
