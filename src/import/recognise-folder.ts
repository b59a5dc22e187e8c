// Telling what the files in a folder or a zip are.
import type { ImportSource, Recognised } from './import-source.ts';
import { isJrnlDay, isJrnlText } from './import-jrnl-text.ts';
import type { Knowledge } from './foreign-entry.ts';
import type { SourceKind } from './source-kinds.ts';
import { documentIn, inDocument, isDocument, type NamedDocument, readDocuments } from './read-documents.ts';
import { isNote, jrnlDay, noteIn, textOrMistake } from './text-files.ts';

/**
 * A folder or a zip as that which most of the files in it are; where there are as many of several kinds, documents before the
 * rest. Of a zip only JSON is read.
 *
 * @param names - All files in it.
 * @returns Undefined where none of them is of a known kind.
 * @throws CoachError where all that there is are documents that cannot be read.
 *
 * @example
 * recogniseFolder(sample('daily'), ['2026-11-22.md'], undefined, { hash, offsetIn })?.kind //=> 'markdown'
 */
export function recogniseFolder(
  source: ImportSource,
  names: readonly string[],
  from: SourceKind | undefined,
  knowledge: Knowledge,
): Recognised | undefined {
  const days = new Set(jrnlDays(source, names, from));
  const notes = names.filter((name) => isNote(name) && !days.has(name));
  const documents = names.filter(isDocument).map((name) => documentIn(source, name));
  const counts = countKinds([
    ...documents.flatMap((one) => ('kind' in one && one.kind !== 'any' ? [one.kind] : [])),
    ...Array.from(days, () => 'jrnl' as const),
    ...notes.map(() => 'markdown' as const),
  ]);
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  if (!most) return inOddDocuments(documents, from, knowledge);
  const kind = from !== undefined && counts.has(from) ? from : most[0];
  const hasDocuments = documents.some((one) => 'kind' in one && one.kind === kind);
  const odd = documents.filter((one) => !('kind' in one) || one.kind === 'any').length;
  const recognised = Array.from(counts.values()).reduce((sum, files) => sum + files, 0);
  return {
    kind,
    read: function* read() {
      if (kind === 'jrnl') for (const name of days) yield* jrnlDay(source, name);
      if (kind === 'markdown') for (const name of notes) yield noteIn(source, name);
      if (hasDocuments) yield* readDocuments(documents, kind, knowledge);
    },
    passedOver: {
      kinds: new Map([...counts].filter(([other]) => other !== kind)),
      others: names.length - recognised - (hasDocuments ? odd : 0),
      links: source.links?.() ?? 0,
    },
  };
}

function countKinds(kinds: readonly SourceKind[]): ReadonlyMap<SourceKind, number> {
  const counts = new Map<SourceKind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** Documents of which none says what it is. @throws CoachError where one is no JSON. */
function inOddDocuments(
  documents: readonly NamedDocument[],
  from: SourceKind | undefined,
  knowledge: Knowledge,
): Recognised | undefined {
  const telling = documents.find((one) => 'error' in one) ?? documents.find((one) => 'kind' in one);
  return telling && inDocument(telling, from, knowledge);
}

/** By so many files it is told what all of them are. */
const FILES_LOOKED_AT = 20;

/** Files by the days of a folder journal. Those that end in `.md` are of one where they begin as jrnl's do, or where it is said. */
function jrnlDays(
  source: ImportSource,
  names: readonly string[],
  from: SourceKind | undefined,
): readonly string[] {
  if (from === 'markdown') return [];
  const days = names.filter(isJrnlDay);
  const notes = days.filter(isNote);
  const some = notes.slice(0, FILES_LOOKED_AT).map((name) => textOrMistake(source, name));
  const begun = some.filter((text) => typeof text === 'string' && isJrnlText(text));
  const areNotes = from !== 'jrnl' && begun.length * 2 <= some.length;
  return areNotes ? days.filter((name) => !isNote(name)) : days;
}
