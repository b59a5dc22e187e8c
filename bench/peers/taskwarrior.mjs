// A task for each text, as Taskwarrior has them.
import { createHash } from 'node:crypto';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ADDED, COMMON, RARE } from '../corpus.mjs';
import { NEWEST } from '../works.mjs';

export const taskwarrior = {
  name: 'taskwarrior',
  program: 'task',
  differs:
    'tasks, not texts: each text is the description of one. Each command reads all of them. It imports its own JSON.',
  works(home, { entries, written, run }) {
    const { TASKRC: settings, TASKDATA: data } = home.env;
    writeFileSync(settings, 'confirmation=off\nsearch.case.sensitive=no\n');
    const file = path.join(home.folder, 'tasks.json');
    writeFileSync(file, JSON.stringify([...written()].map(taskOf)));
    run({ name: 'first import', args: ['import', file] });
    const newest = { args: ['newest', 'limit:10'], isRight: (out) => listed(out) === Math.min(entries, 10) };
    // The first look at new tasks numbers them.
    run({ ...newest, name: 'first look' });
    const before = path.join(home.folder, 'before');
    cpSync(data, before, { recursive: true });
    const imports = { ...home, env: { ...home.env, TASKDATA: path.join(home.folder, 'imported') } };
    const search = (word) => [`description.contains:${word}`, 'newest', `limit:${NEWEST}`];
    return {
      newest,
      rare: {
        args: search(RARE.word),
        isRight: (out) => listed(out) === Math.min(entries, RARE.entries),
      },
      common: { args: search(COMMON), isRight: (out) => listed(out) > 0 },
      save: {
        args: ['add', '--', ADDED],
        isRight: (out) => out.startsWith('Created'),
        after() {
          rmSync(data, { recursive: true });
          cpSync(before, data, { recursive: true });
        },
      },
      json: { args: ['export'], isRight: (out) => JSON.parse(out).length === entries },
      import: {
        args: ['import', file],
        home: imports,
        isRight: (out) => out.match(/^ add /gm)?.length === entries,
        after: () => rmSync(imports.env.TASKDATA, { recursive: true }),
      },
    };
  },
};

function taskOf({ index, at, said }) {
  const hash = createHash('sha256').update(`task ${index}`).digest('hex');
  const uuid = hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, '$1-$2-4$3-8$4-$5');
  const entry = `${at.slice(0, 19).replace(/[-:]/g, '')}Z`;
  return { uuid, entry, status: 'pending', description: said };
}

/** Rows begin with a number and a day; long descriptions go on below. */
function listed(out) {
  return (out.match(/^ *\d+ \d{4}-\d{2}-\d{2} /gm) ?? []).length;
}
