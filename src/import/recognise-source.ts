// Telling what a source is, and how its entries are read.
import { CoachError } from '../domain/text/errors.ts';
import type { ImportSource, Recognised } from './import-source.ts';
import type { Knowledge } from './foreign-entry.ts';
import { type SourceKind, SOURCE_KINDS } from './source-kinds.ts';
import { recogniseFile } from './recognise-file.ts';
import { recogniseFolder } from './recognise-folder.ts';

const WHAT_THERE_IS =
  'coach reads its own JSON, jrnl (JSON, text, folder), Day One (JSON, zip), journal-cli, dated Markdown and lines of JSON.';

/**
 * Tells what a source is, and how its entries are read.
 *
 * @param from - What the person says that it is.
 * @throws CoachError for what cannot be read: encrypted, unknown, or of another kind than was said.
 *
 * @example
 * recogniseSource(sample('jrnl.json'), 'jrnl.json', undefined, { hash, offsetIn }).kind //=> 'jrnl'
 */
export function recogniseSource(
  source: ImportSource,
  named: string,
  from: SourceKind | undefined,
  knowledge: Knowledge,
): Recognised {
  const names = source.names();
  const found =
    source.shape === 'file'
      ? recogniseFile(source, names, from, knowledge)
      : recogniseFolder(source, names, from, knowledge);
  if (!found) {
    throw new CoachError(`${named} is nothing that coach can import`, { hint: WHAT_THERE_IS });
  }
  if (from !== undefined && found.kind !== from) {
    throw new CoachError(
      `${named} does not look like ${SOURCE_KINDS[from]}, but like ${SOURCE_KINDS[found.kind]}`,
      { hint: `Leave --from away, or say --from ${found.kind}.` },
    );
  }
  return found;
}
