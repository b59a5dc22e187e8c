import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../cli/coach.ts';

/** Every page below `docs`, by its path from there. */
export const DOCUMENTS: readonly string[] = readdirSync(path.join(ROOT, 'docs'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.replaceAll(path.sep, '/'))
  .toSorted();

/** The README and those, by their paths in the package. */
export const PAGES: readonly string[] = ['README.md', ...DOCUMENTS.map((name) => `docs/${name}`)];
