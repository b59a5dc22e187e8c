import { readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  coach,
  entryText,
  filesBelow,
  freshHome,
  HOUR,
  journalOf,
  NOON,
  put,
  putEntry,
  type Ran,
} from '../../cli/coach.ts';
import { scripted } from '../../cli/scripted.ts';

const NOTE = {
  id: 'k3x8m2p9qa',
  at: '2026-11-22T08:00:00+01:00',
  body: '\n## Q\n<!-- coach: q text -->\n\nfar\n',
};
const FILE = '2026/11/2026-11-22-080000-note-k3x8m2p9qa.md';
const WHICH = 'the edit of Sun 22 Nov (k3x8m2)';

const placeOf = (home: string): string => path.join(journalOf(home), FILE);
const textOf = (home: string): string =>
  /^(?:far|near|theirs)\w*$/m.exec(readFileSync(placeOf(home), 'utf8'))?.[0] ?? '';
const actsOf = (home: string): readonly string[] =>
  readdirSync(path.join(journalOf(home), '.history/acts')).toSorted();

function withNote(): string {
  const home = freshHome();
  putEntry(home, NOTE);
  return home;
}

/** An edit that puts one word in the place of another. */
const edit = (home: string, from = 'far', to = 'near'): Promise<Ran> =>
  coach(['journal', 'edit', 'last'], {
    home,
    env: { EDITOR: `sed -i s/${from}/${to}/`, PATH: process.env['PATH'] ?? '' },
  });

async function edited(): Promise<string> {
  const home = withNote();
  await edit(home);
  return home;
}

const PLAN = `To undo: ${WHICH}, a moment ago\n  ${FILE}: says again what it said before\n`;

describe('an edit is undone, and done again', () => {
  test('where somebody says yes', async () => {
    const home = await edited();
    const prompter = scripted('Undo it');
    expect(await coach(['undo'], { home, prompter, epoch: NOON + HOUR })).toEqual({
      stdout: `Undone: ${WHICH}, 1 hour ago. coach redo does it again.\n`,
      stderr: PLAN.replace('a moment', '1 hour'),
      exitCode: 0,
    });
    expect(prompter.seen).toEqual(['choose Undo it?']);
    expect(textOf(home)).toBe('far');
    expect(await coach(['redo', '--yes'], { home })).toEqual({
      stdout: `Done again: ${WHICH}, a moment ago. coach undo takes it back.\n`,
      stderr: `To do again: ${WHICH}, a moment ago\n  ${FILE}: says again what it said after the edit\n`,
      exitCode: 0,
    });
    expect(textOf(home)).toBe('near');
  });

  test('not where somebody says no', async () => {
    const home = await edited();
    const ran = await coach(['undo'], { home, prompter: scripted('Leave it') });
    expect(ran).toEqual({ stdout: '', stderr: `${PLAN}Nothing was changed.\n`, exitCode: 0 });
    expect(textOf(home)).toBe('near');
    expect(actsOf(home)).toHaveLength(1);
  });

  test('not where nobody can be asked, and it says how', async () => {
    const home = await edited();
    expect(await coach(['undo'], { home })).toEqual({
      stdout: '',
      stderr: `${PLAN}coach: nothing was undone, because there is no terminal to ask you in\n  To undo ${WHICH} without being asked, add --yes.\n`,
      exitCode: 1,
    });
    expect(textOf(home)).toBe('near');
  });
});

test('with nothing done there is nothing to undo, or to do again', async () => {
  const home = withNote();
  expect(await coach(['undo', '--yes'], { home })).toEqual({
    stdout: '',
    stderr: 'There is nothing to undo.\n',
    exitCode: 0,
  });
  expect(await coach(['redo'], { home })).toEqual({
    stdout: '',
    stderr: 'There is nothing to do again.\n',
    exitCode: 0,
  });
  expect(filesBelow(journalOf(home))).toEqual([FILE]);
});

test('what was done since ends what can be done again', async () => {
  const home = await edited();
  await coach(['undo', '--yes'], { home });
  await coach(['journal', 'delete', 'last', '--yes'], { home });
  expect((await coach(['redo', '--yes'], { home })).stderr).toBe('There is nothing to do again.\n');
});

test('a text beside an entry that was changed meanwhile goes to the trash', async () => {
  const home = withNote();
  const place = placeOf(home);
  const env = {
    EDITOR: `f() { sed -i s/far/near/ "$1"; echo theirs >>"${place}"; }; f`,
    PATH: process.env['PATH'] ?? '',
  };
  await coach(['journal', 'edit', 'last'], { home, env });
  const beside = FILE.replace('.md', ' (edited 1).md');
  expect(filesBelow(journalOf(home))).toEqual([beside, FILE]);
  expect(await coach(['undo', '--yes'], { home })).toMatchObject({
    stdout: `Undone: ${WHICH}, a moment ago. coach redo does it again.\n`,
    exitCode: 0,
  });
  expect(filesBelow(journalOf(home))).toEqual([FILE, `trash/${beside}`]);
});

test('several at once come back together', async () => {
  const home = withNote();
  putEntry(home, { ...NOTE, id: '7q2m8k3x9b', at: '2026-11-21T08:00:00+01:00' });
  const before = filesBelow(journalOf(home));
  await coach(['journal', 'delete', '--all', '--yes'], { home });
  const { stdout, stderr } = await coach(['undo', '--yes'], { home });
  expect(stdout).toBe('Undone: the deletion of 2 entries, a moment ago. coach redo does it again.\n');
  expect(stderr).toContain(`  ${FILE}: comes back from the trash\n`);
  expect(filesBelow(journalOf(home))).toEqual(before);
  await coach(['redo', '--yes'], { home });
  expect(filesBelow(journalOf(home))).toEqual(before.map((file) => `trash/${file}`));
});

describe('what was changed since', () => {
  test('is left alone and named', async () => {
    const home = await edited();
    writeFileSync(placeOf(home), entryText({ ...NOTE, body: '\ntheirs\n' }));
    expect(await coach(['undo', '--yes'], { home })).toEqual({
      stdout: '',
      stderr: `coach can't undo ${WHICH}, a moment ago:\n  ${FILE}: was changed since, and stays as it is\ncoach: nothing was undone\n  To see what was done: coach history\n`,
      exitCode: 1,
    });
    expect(textOf(home)).toBe('theirs');
  });

  test('hides what was done before only from --yes', async () => {
    const home = withNote();
    await coach(['journal', 'delete', 'last', '--yes'], { home });
    await coach(['journal', 'restore', 'last'], { home });
    await edit(home);
    writeFileSync(placeOf(home), entryText({ ...NOTE, body: '\ntheirs\n' }));
    // The restoring cannot be undone either: what came back is another text by now.
    expect((await coach(['undo', '--yes'], { home })).exitCode).toBe(1);
    rmSync(placeOf(home));
    putEntry(home, { ...NOTE, id: '7q2m8k3x9b', at: '2026-11-21T08:00:00+01:00' });
    await coach(['journal', 'delete', 'last', '--yes'], { home });
    expect((await coach(['undo', '--yes'], { home })).exitCode).toBe(0);
  });

  test('is named beside what is undone', async () => {
    const home = withNote();
    const other = { ...NOTE, id: '7q2m8k3x9b', at: '2026-11-21T08:00:00+01:00' };
    putEntry(home, other);
    await coach(['journal', 'delete', '--all', '--yes'], { home });
    put(placeOf(home), 'theirs');
    const { stderr, exitCode } = await coach(['undo', '--yes'], { home });
    expect(stderr).toContain(`  ${FILE}: another file is there now, and stays as it is\n`);
    expect(exitCode).toBe(0);
    expect(filesBelow(journalOf(home))).toEqual([
      '2026/11/2026-11-21-080000-note-7q2m8k3x9b.md',
      FILE,
      `trash/${FILE}`,
    ]);
    expect(textOf(home)).toBe('theirs');
  });

  test('is no matter where it is gone for ever', async () => {
    const home = await edited();
    await coach(['journal', 'delete', 'last', '--forever', '--yes'], { home });
    expect((await coach(['undo', '--yes'], { home })).stderr).toBe('There is nothing to undo.\n');
  });
});

describe('an entry that was saved last', () => {
  async function savedLast(): Promise<string> {
    const home = await edited();
    await coach(['reflect', 'note', '--answers', '-'], {
      home,
      stdin: 'note-text: Later.\n',
      epoch: NOON + HOUR,
    });
    return home;
  }

  test('is named with the command that deletes it, and --yes is refused', async () => {
    const home = await savedLast();
    const { stdout, stderr, exitCode } = await coach(['undo', '--yes'], { home, epoch: NOON + HOUR });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toMatch(
      /^The last thing you did was save Sun 22 Nov \((\w{6})\)\.\nTo delete it: coach journal delete \1/,
    );
    expect(stderr).toContain('coach: the last thing cannot be undone, so --yes is not enough\n');
    expect(textOf(home)).toBe('near');
  });

  test('does not stand in the way of what was before, where somebody is asked', async () => {
    const home = await savedLast();
    const ran = await coach(['undo'], { home, epoch: NOON + HOUR, prompter: scripted('Undo it') });
    expect(ran.stderr).toContain(`\nBefore that:\nTo undo: ${WHICH}, 1 hour ago\n`);
    expect(textOf(home)).toBe('far');
    // From then on, that was the last thing.
    await coach(['redo', '--yes'], { home, epoch: NOON + HOUR });
    expect((await coach(['undo', '--yes'], { home, epoch: NOON + HOUR })).exitCode).toBe(0);
  });
});

describe('acts that are not as this coach wrote them', () => {
  const actOf = (home: string, name: string, text: string): void =>
    void put(path.join(journalOf(home), '.history/acts', name), text);

  test('of a newer coach are refused by name, and nothing is done', async () => {
    const home = await edited();
    const token = readFileSync(path.join(home, 'state/machine'), 'utf8').trim();
    const name = `20261123T000000.000Z-${token}-edit.json`;
    actOf(home, name, '{"format":2,"changes":"of another kind"}');
    for (const way of ['undo', 'redo']) {
      expect(await coach([way, '--yes'], { home })).toEqual({
        stdout: '',
        stderr: `coach: .history/acts/${name}:1:1: this was written by a newer coach\n  Update coach to undo it.\n`,
        exitCode: 1,
      });
    }
    expect(textOf(home)).toBe('near');
  });

  test('that are damaged are named, and the others are undone', async () => {
    const home = await edited();
    const name = '20261123T000000.000Z-4f1c09ab-edit.json';
    actOf(home, name, '{"format":1,"at"');
    const { stderr, exitCode } = await coach(['undo', '--yes'], { home });
    expect(stderr).toContain(`coach: .history/acts/${name}:1:1: expected what coach wrote down`);
    expect(exitCode).toBe(0);
    expect(textOf(home)).toBe('far');
  });

  test('of another machine are listed, and never undone here', async () => {
    const home = await edited();
    rmSync(path.join(home, 'state/machine'));
    expect((await coach(['undo', '--yes'], { home })).stderr).toBe('There is nothing to undo.\n');
    expect((await coach(['history'], { home, screen: true })).stdout).toBe(
      `22 November 2026, 09:14  ${WHICH}  (on another machine)\n`,
    );
    expect(textOf(home)).toBe('near');
  });
});

test('a folder of the history that is a link is written to by nobody', async () => {
  const home = withNote();
  const elsewhere = path.join(home, 'elsewhere');
  put(path.join(elsewhere, 'theirs'), 'theirs');
  symlinkSync(elsewhere, path.join(journalOf(home), '.history'));
  const { exitCode, stderr } = await edit(home);
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: expect.stringContaining('.history') });
  expect(filesBelow(elsewhere)).toEqual(['theirs']);
  expect(textOf(home)).toBe('far');
});

test('what is kept is for nobody else', async () => {
  const home = await edited();
  const folder = path.join(journalOf(home), '.history');
  const items = readdirSync(folder, { recursive: true, withFileTypes: true });
  expect(items.length).toBeGreaterThan(5);
  const modes = items.map((item) => [
    item.isFile(),
    statSync(path.join(item.parentPath, item.name)).mode & 0o777,
  ]);
  expect(modes.filter(([isFile, mode]) => mode !== (isFile === true ? 0o600 : 0o700))).toEqual([]);
});

test('nothing that is read or exported looks into the history', async () => {
  const home = await edited();
  await coach(['undo', '--yes'], { home });
  for (const argv of [
    ['journal', '--search', 'near'],
    ['journal', 'export', '--format', 'json'],
    ['journal', '--json'],
  ])
    expect((await coach(argv, { home })).stdout).not.toContain('near');
  await coach(['journal', 'export', '--to', 'out/'], { home });
  const before = filesBelow(journalOf(home));
  for (const source of [path.join(home, 'out'), journalOf(home)]) {
    const { stdout } = await coach(['journal', 'import', source, '--from', 'markdown', '--yes'], { home });
    expect(stdout).not.toMatch(/near|Imported/);
  }
  expect(filesBelow(journalOf(home))).toEqual(before);
});

test('an import in several parts goes to the trash, and comes back', async () => {
  const home = withNote();
  const lines = Array.from(
    { length: 2100 },
    (_, at) => `{"date":"19${10 + (at % 80)}-01-0${1 + (at % 9)}","text":"Day ${at}."}\n`,
  );
  put(path.join(home, 'old.jsonl'), lines.join(''));
  await coach(['journal', 'import', 'old.jsonl', '--yes'], { home });
  expect(actsOf(home)).toHaveLength(3);
  const imported = filesBelow(journalOf(home));
  expect(imported).toHaveLength(2101);
  expect(await coach(['undo', '--yes'], { home })).toMatchObject({
    stdout: 'Undone: the import of 2,100 entries, a moment ago. coach redo does it again.\n',
    stderr: expect.stringMatching(/\n {2}and 2,090 more\n$/),
  });
  expect(filesBelow(journalOf(home)).filter((file) => !file.startsWith('trash/'))).toEqual([FILE]);
  expect(actsOf(home)).toHaveLength(6);
  await coach(['redo', '--yes'], { home });
  expect(filesBelow(journalOf(home))).toEqual(imported);
});

test('where the journal is gone, nothing is said to be there, and nothing is made anew', async () => {
  const home = freshHome();
  const env = { COACH_JOURNAL: path.join(home, 'gone') };
  for (const argv of [['undo'], ['redo'], ['history'], ['history', 'forget']]) {
    const { stdout, stderr, exitCode } = await coach(argv, { home, env });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toContain('the journal folder is not there');
  }
});

test('a lock that a synced folder brought along from another machine is not waited for', async () => {
  const home = withNote();
  const held = { pid: 1, started: '1', host: 'not-this-one', token: '0123456789abcdef' };
  put(path.join(journalOf(home), '.history/.acts-4f1c09ab.coach-lock'), JSON.stringify(held));
  expect(await edit(home)).toMatchObject({ exitCode: 0 });
  expect(await coach(['undo', '--yes'], { home })).toMatchObject({ exitCode: 0 });
  expect(textOf(home)).toBe('far');
});

test('in a clone undo named a command that is not there', async () => {
  const home = await edited();
  const env = { npm_lifecycle_event: 'npx', npm_lifecycle_script: 'coach undo' };
  const { stdout } = await coach(['undo', '--yes'], { home, env });
  expect(stdout).toBe(`Undone: ${WHICH}, a moment ago. npx coach redo does it again.\n`);
});
