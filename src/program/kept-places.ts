// The place of the index, and all that it depends on.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { IndexPlace } from '../adapters/journal/sqlite/database.ts';

/**
 * Where the index of a journal is, and all that it depends on beside its schema.
 *
 * @param root - The folder of the package.
 */
export function indexPlace(journal: string, cache: string, root: string): IndexPlace {
  const madeFor = [journal, versionOf(root), process.versions['unicode']].join('\n');
  return { file: path.join(cache, 'index.sqlite'), madeFor };
}

/** The version of the package. */
export function versionOf(root: string): string {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return String(version);
}
