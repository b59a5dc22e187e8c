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

/** What somebody who writes an issue is asked. */
export const TEMPLATES: readonly string[] = readdirSync(path.join(ROOT, '.github/ISSUE_TEMPLATE')).map(
  (name) => `.github/ISSUE_TEMPLATE/${name}`,
);

/** The README, those and what else tells people what to type, by their paths in the repository. */
export const PAGES: readonly string[] = [
  'README.md',
  'SECURITY.md',
  ...TEMPLATES,
  ...DOCUMENTS.map((name) => `docs/${name}`),
];
