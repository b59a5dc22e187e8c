// The folders that coach is measured in.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { writeCorpus } from './corpus.mjs';

/**
 * A folder for COACH_HOME with a journal of so many entries. What is saved by the way is of a year of its own.
 *
 * @param below - Where it is made.
 * @param texts - What the entries say.
 * @returns Its folders; `saved`, which returns how to put back what is saved now; `clear`, which takes that away; `forget`,
 *   which takes away the index; `forgetCode`, which puts aside what V8 has compiled and returns how to put it back; `exported`, which
 *   tells where exports go, as a file and as a folder, and a home to import them into.
 */
export async function makeHome(entries, texts, below) {
  const folder = mkdtempSync(path.join(below, 'home-'));
  const journal = path.join(folder, 'data', 'journal');
  mkdirSync(journal, { recursive: true, mode: 0o700 });
  await writeCorpus(journal, entries, texts);
  const atFirst = new Set(readdirSync(journal));
  const years = () => readdirSync(journal).filter((year) => !atFirst.has(year));
  return {
    folder,
    journal,
    saved() {
      const aside = mkdtempSync(path.join(below, 'saved-'));
      for (const year of years())
        cpSync(path.join(journal, year), path.join(aside, year), { recursive: true });
      return () => cpSync(aside, journal, { recursive: true });
    },
    clear() {
      for (const year of years()) rmSync(path.join(journal, year), { recursive: true });
    },
    exported() {
      const empty = path.join(folder, 'empty');
      const clear = () => {
        rmSync(path.join(empty, 'data'), { recursive: true, force: true });
        for (const file of cached(empty, /^index/)) rmSync(file, { recursive: true });
      };
      return {
        file: path.join(folder, 'journal.json'),
        folder: path.join(folder, 'exported'),
        home: { folder: empty, clear },
      };
    },
    forget() {
      for (const file of cached(folder, /^index/)) rmSync(file, { recursive: true });
    },
    forgetCode() {
      const files = cached(folder, /^code-/);
      for (const file of files) renameSync(file, `${file}.aside`);
      return () => files.forEach((file) => renameSync(`${file}.aside`, file));
    },
  };
}

function cached(home, kind) {
  const cache = path.join(home, 'cache');
  const names = existsSync(cache) ? readdirSync(cache) : [];
  return names.filter((name) => kind.test(name)).map((name) => path.join(cache, name));
}
