// A Markdown file for each note in a folder with a Git history, as nb has them.
import { cpSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ADDED, COMMON, RARE } from '../corpus.mjs';

export const nb = {
  name: 'nb',
  program: 'nb',
  differs:
    'a script of bash. A file for each note, all in one folder, and a Git commit for each change. It searches with git grep and then looks at each file that has the word, all of them. It imports a folder of files, and prints no JSON. Nothing is synced to the disk.',
  works(home, { entries, written, run }) {
    writeFileSync(
      path.join(home.folder, '.gitconfig'),
      '[user]\n\tname = bench\n\temail = bench@localhost\n',
    );
    run({ name: 'first start', args: ['notebooks'] });
    const all = home.env.NB_DIR;
    const notebook = path.join(all, 'home');
    const none = path.join(home.folder, 'none');
    cpSync(all, none, { recursive: true });
    const notes = path.join(home.folder, 'notes');
    mkdirSync(notes);
    const names = [...written()].map((writing) => writeNote(notes, writing));
    cpSync(notes, notebook, { recursive: true, preserveTimestamps: true });
    writeFileSync(path.join(notebook, '.index'), names.map((name) => `${name}\n`).join(''));
    const git = (...args) => run({ name: `git ${args[0]}`, program: 'git', args: ['-C', notebook, ...args] });
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Notes');
    git('gc', '--quiet');
    git('tag', 'before');
    const imports = { ...home, env: { ...home.env, NB_DIR: path.join(home.folder, 'imported') } };
    return {
      newest: { args: ['ls', '-n', '10'], isRight: (out) => listed(out) === Math.min(entries, 10) },
      rare: {
        args: ['search', RARE.word, '--list'],
        isRight: (out) => listed(out) === Math.min(entries, RARE.entries),
      },
      common: { args: ['search', COMMON, '--list'], isRight: (out) => listed(out) > 0 },
      save: {
        args: ['add', '--content', ADDED],
        isRight: (out) => out.startsWith('Added'),
        after: () => git('reset', '--quiet', '--hard', 'before'),
      },
      import: {
        args: ['import', notes],
        home: imports,
        before: () => cpSync(none, imports.env.NB_DIR, { recursive: true }),
        isRight: () => readdirSync(path.join(imports.env.NB_DIR, 'home', 'notes')).length >= entries,
        after: () => rmSync(imports.env.NB_DIR, { recursive: true }),
      },
    };
  },
};

/** The newest are those that were touched last. */
function writeNote(folder, { index, at, said }) {
  const name = `${at.slice(0, 19).replace(/\D/g, '')}-${index}.md`;
  const file = path.join(folder, name);
  writeFileSync(file, `${said}\n`);
  utimesSync(file, new Date(at), new Date(at));
  return name;
}

function listed(out) {
  return (out.match(/\[\d+\]/g) ?? []).length;
}
