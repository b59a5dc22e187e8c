// Entries in one text file, as jrnl has them.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ADDED, COMMON, RARE } from '../corpus.mjs';
import { linesOf, NEWEST } from '../works.mjs';

export const jrnl = {
  name: 'jrnl',
  program: 'jrnl',
  differs:
    'one text file, which each command reads as a whole, and which is written anew for each entry. It imports its own text. Nothing is synced to the disk.',
  works(home, { entries, written, run, version }) {
    const journal = path.join(home.folder, 'journal.txt');
    const before = path.join(home.folder, 'before.txt');
    const text = [...written()].map(({ at, said }) => `[${at.slice(0, 16).replace('T', ' ')}] ${said}\n\n`);
    writeFileSync(journal, text.join(''));
    copyFileSync(journal, before);
    const imported = path.join(home.folder, 'imported.txt');
    configure(home, version, { default: journal, imported });
    // It completes its settings, and says so, once.
    run({ name: 'first start', args: ['-n', '1'] });
    const short = ['--short', '-n'];
    return {
      newest: { args: [...short, '10'], isRight: (out) => linesOf(out) === Math.min(entries, 10) },
      rare: {
        args: ['-contains', RARE.word, ...short, String(NEWEST)],
        isRight: (out) => linesOf(out) === Math.min(entries, RARE.entries),
      },
      common: { args: ['-contains', COMMON, ...short, String(NEWEST)], isRight: (out) => out !== '' },
      save: {
        args: ADDED.split(' '),
        isRight: () => entriesIn(journal) === entries + 1,
        after: () => copyFileSync(before, journal),
      },
      json: {
        args: ['--format', 'json'],
        isRight: (out) => JSON.parse(out).entries.length === entries,
      },
      import: {
        args: ['imported', '--import', '--file', before],
        before: () => writeFileSync(imported, ''),
        isRight: () => entriesIn(imported) === entries,
        after: () => rmSync(imported),
      },
    };
  },
};

function configure({ env }, version, journals) {
  const folder = path.join(env.XDG_CONFIG_HOME, 'jrnl');
  mkdirSync(folder, { recursive: true });
  const settings = { version, timeformat: '%Y-%m-%d %H:%M', encrypt: false, editor: '' };
  const lines = (values, indent) =>
    Object.entries(values).map(([key, value]) => `${indent}${key}: ${JSON.stringify(value)}\n`);
  const text = [...lines(settings, ''), 'journals:\n', ...lines(journals, '  ')].join('');
  writeFileSync(path.join(folder, 'jrnl.yaml'), text);
}

function entriesIn(file) {
  return readFileSync(file, 'utf8').match(/^\[\d{4}-/gm).length;
}
