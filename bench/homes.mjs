// The folders that coach is measured in.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { writeCorpus } from './corpus.mjs';

/** A day before now: entries of today are made by the bench itself. */
const YESTERDAY = Date.now() - 24 * 60 * 60 * 1000;

/**
 * A folder for COACH_HOME with a journal of so many entries.
 *
 * @param below - Where it is made.
 * @returns The folder; `copy`, which makes another one like it; and `restore`, which takes away the entries added since.
 */
export async function makeHome(entries, below) {
  const folder = newFolder(below);
  mkdirSync(journalIn(folder), { recursive: true, mode: 0o700 });
  await writeCorpus(journalIn(folder), entries, YESTERDAY);
  return homeIn(folder);
}

function homeIn(folder) {
  const atFirst = new Set(entriesIn(folder));
  return {
    folder,
    copy() {
      const other = newFolder(path.dirname(folder));
      cpSync(folder, other, { recursive: true, preserveTimestamps: true });
      return homeIn(other);
    },
    restore() {
      for (const file of entriesIn(folder))
        if (!atFirst.has(file)) rmSync(path.join(journalIn(folder), file));
    },
  };
}

const newFolder = (below) => mkdtempSync(path.join(below, 'home-'));

const journalIn = (home) => path.join(home, 'data', 'journal');

function entriesIn(home) {
  return readdirSync(journalIn(home), { recursive: true }).filter((file) => file.endsWith('.md'));
}
