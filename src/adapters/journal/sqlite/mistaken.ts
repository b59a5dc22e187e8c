// Files that an index could not understand.
import type { JournalFiles } from '../../../app/ports/journal-files.ts';
import { FileMistakes, type Mistake } from '../../../domain/text/errors.ts';
import type { Database } from './database.ts';

/** A file that could not be understood, with its text, where it can be read at all. */
export interface Mistaken {
  readonly path: string;
  readonly mistakes: FileMistakes;
  readonly text: string | undefined;
}

/** There are few of them, so that their texts are looked at each time, as they are where there is no index. */
export function mistakenFiles(database: Database, files: JournalFiles): readonly Mistaken[] {
  const rows = database.prepare('SELECT path, mistakes FROM mistaken').all();
  return rows.flatMap((row): Mistaken[] => {
    const path = String(row['path']);
    const known: readonly Mistake[] = JSON.parse(String(row['mistakes']));
    try {
      const text = files.read(path);
      return text === undefined ? [] : [{ path, mistakes: new FileMistakes(path, known), text }];
    } catch (error) {
      if (!(error instanceof FileMistakes)) throw error;
      return [{ path, mistakes: error, text: undefined }];
    }
  });
}
