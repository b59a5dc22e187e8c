import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { git, newRemote } from '../sync/repositories.ts';
import { coach, filesBelow, freshHome, type Home, PROGRAM, type Ran } from '../terminal/coach.ts';
import { nextCommand } from './next-command.ts';
import { heldIn, syncWith } from './two-sides.ts';

/** So many runs take long where others are at work, too; milliseconds. */
const PATIENCE = 300_000;

/** Two homes that sync with one folder, when somebody asks for it. */
async function twoHomes(): Promise<{ readonly here: Home; readonly there: Home; readonly remote: string }> {
  const [here, there] = [freshHome(), freshHome()];
  const remote = newRemote(here.root);
  for (const home of [here, there]) {
    syncWith(home, remote);
    await nextCommand(['config', 'set', 'sync', 'by-hand'], home);
  }
  return { here, there, remote };
}

/** Imports so many entries, each with a text of its own. */
async function importInto(home: Home, name: string, count: number): Promise<Ran> {
  return coach(['journal', 'import', sourceIn(home, name, count), '--yes'], home);
}

function sourceIn({ root }: Home, name: string, count: number): string {
  const file = path.join(root, `${name}.jsonl`);
  const lines = Array.from({ length: count }, (_, at) => ({
    date: `1660-0${(at % 9) + 1}-${String((at % 28) + 1).padStart(2, '0')}`,
    text: `${name} ${at}.`,
  }));
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return file;
}

test(
  'two syncs, a save, an edit, an import and an undo at once lose no text, and both sides come in step',
  { timeout: PATIENCE },
  async () => {
    const { here, there } = await twoHomes();
    expect(await importInto(there, 'There', 300)).toMatchObject({ exitCode: 0 });
    expect(await importInto(here, 'Here', 40)).toMatchObject({ exitCode: 0 });
    await nextCommand(['reflect', 'note'], here, { input: 'It was far away.\n' });
    await nextCommand(['sync'], there);
    const ran = await Promise.all([
      coach(['sync'], here),
      coach(['sync'], here),
      coach(['reflect', 'note'], here, 'Saved meanwhile.\n'),
      coach(['journal', 'edit', 'last'], { env: { ...here.env, EDITOR: "sed -i '$a and edited'" } }),
      importInto(here, 'Meanwhile', 1_000),
      coach(['undo', '--yes'], here),
    ]);
    expect(ran.filter(({ exitCode }) => exitCode === 70)).toEqual([]);
    const busy = ran.slice(0, 2).filter(({ exitCode }) => exitCode !== 0);
    for (const { stderr } of busy) expect(stderr).toMatch(/another sync is at work|something is in the way/);
    expect(busy.length).toBeLessThan(2);
    for (const home of [here, there, here, there])
      expect(await nextCommand(['sync'], home)).toMatchObject({ exitCode: 0 });
    expect(heldIn(there.journal)).toEqual(heldIn(here.journal));
    // In the trash, perhaps, as the undo may have taken back any of it.
    const texts = Object.values(heldIn(here.journal)).join('\n');
    const wanted = [
      ...Array.from({ length: 300 }, (_, at) => `There ${at}.`),
      ...Array.from({ length: 40 }, (_, at) => `Here ${at}.`),
      ...Array.from({ length: 1_000 }, (_, at) => `Meanwhile ${at}.`),
      'It was far away.',
      'Saved meanwhile.',
    ];
    expect(wanted.filter((text) => !texts.includes(text))).toEqual([]);
    // Where the undo took the edit back, its text is kept.
    const isUndone = ran[5].stdout.includes('Undone: the edit');
    const edited = isUndone ? heldIn(path.join(here.journal, '.history/versions')) : heldIn(here.journal);
    expect(Object.values(edited).join('\n')).toContain('and edited');
    expect(filesBelow(here.journal).filter((file) => path.basename(file).startsWith('.'))).toEqual([]);
  },
);

test(
  'kill -9 at any time while 2,500 entries come in: the same command goes on, and sends nothing of it back',
  { timeout: PATIENCE },
  async () => {
    const { here, there, remote } = await twoHomes();
    expect(await importInto(there, 'There', 2_500)).toMatchObject({ exitCode: 0 });
    await nextCommand(['sync'], there);
    const whole = heldIn(there.journal);
    let killed = 0;
    for (const after of [150, 300, 450, 600, 900, 1_200]) {
      const child = spawn(process.execPath, [PROGRAM, 'sync'], {
        env: { ...process.env, ...here.env },
        stdio: 'ignore',
      });
      const ended = new Promise<NodeJS.Signals | null>((resolve) => {
        child.once('exit', (_, signal) => resolve(signal));
      });
      await wait(after);
      child.kill('SIGKILL');
      if ((await ended) === 'SIGKILL') killed++;
      const held = Object.entries(heldIn(here.journal));
      expect(held.filter(([file, text]) => whole[file] !== text)).toEqual([]);
    }
    expect(killed).toBeGreaterThan(2);
    expect(await coach(['sync'], here)).toMatchObject({ exitCode: 0 });
    expect(heldIn(here.journal)).toEqual(whole);
    expect(git(remote, ['rev-list', '--count', 'main'])).toBe('1');
    // All that came in, however often it was begun, can be taken back.
    for (let undone = 0; undone < 10 && Object.keys(heldIn(here.journal)).some(isLive); undone++)
      expect(await nextCommand(['undo', '--yes'], here)).toMatchObject({ exitCode: 0 });
    expect(Object.keys(heldIn(here.journal)).filter(isLive)).toEqual([]);
  },
);

const isLive = (file: string): boolean => !file.startsWith('trash/');
