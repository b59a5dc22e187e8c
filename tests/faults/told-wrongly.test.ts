import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ended, filesBelow, freshHome, type Home, PROGRAM } from '../terminal/coach.ts';
import { nextCommand } from './next-command.ts';
import { canMount, smallDisk } from './small-disk.ts';

/** Runs coach where nothing more can be printed. */
function toFull(words: string, home: Home, input = ''): ReturnType<typeof ended> {
  return ended(
    'sh',
    ['-c', `exec "$0" "$1" ${words} >/dev/full`, process.execPath, PROGRAM],
    home.env,
    input,
  );
}

const NOT_PRINTED =
  'coach: cannot write: the disk is full (ENOSPC)\n  The lines above could not be printed where they were meant to go, but everything they report was done.\n';

describe.runIf(process.platform === 'linux')(
  'what was done and could not be printed was told as not done',
  () => {
    test('an entry, which was then saved a second time', async () => {
      const home = freshHome();
      const ran = await toFull('reflect note', home, 'It rained.\n');
      expect(ran).toMatchObject({ stderr: expect.stringMatching(/^Saved\.\n.*\.md\n/), exitCode: 0 });
      expect(ran.stderr).toContain(NOT_PRINTED);
      expect(filesBelow(home.journal)).toHaveLength(1);
    });

    test('a deletion, a restoration and an edit', async () => {
      const home = freshHome();
      await nextCommand(['reflect', 'note'], home, { input: 'It rained.\n' });
      const edit = { ...home, env: { ...home.env, EDITOR: 'sed -i s/rained/snowed/' } };
      for (const [words, at] of [
        ['journal edit last', edit],
        ['journal delete --all --yes', home],
        ['journal restore --all', home],
        ['journal delete --all --yes --forever', home],
      ] as const) {
        const ran = await toFull(words, at);
        expect({ words, exitCode: ran.exitCode, isTold: ran.stderr.includes(NOT_PRINTED) }).toEqual({
          words,
          exitCode: 0,
          isTold: true,
        });
      }
      expect(filesBelow(home.journal)).toHaveLength(0);
    });

    test('a question set, which was there when it was begun again', async () => {
      const home = freshHome();
      const ran = await toFull('banks new mine', home);
      expect(ran).toMatchObject({ stderr: expect.stringMatching(/^.*mine\.yaml\n/), exitCode: 0 });
      expect(ran.stderr).toContain(NOT_PRINTED);
    });

    test('settings, a pause and an export, where nothing could be said either', async () => {
      const home = freshHome();
      await nextCommand(['reflect', 'note'], home, { input: 'It rained.\n' });
      for (const words of [
        'config set about D.',
        'pause 3d',
        'resume',
        `journal export --to '${path.join(home.root, 'out.json')}'`,
        'banks new mine',
        'journal delete --all --yes',
        'journal restore --all',
      ]) {
        const ran = await toFull(`${words} 2>/dev/full`, home);
        expect({ words, exitCode: ran.exitCode }).toEqual({ words, exitCode: 0 });
      }
      // What fails still does.
      expect((await toFull('pause x 2>/dev/full', home)).exitCode).toBe(2);
      expect((await toFull('journal show x 2>/dev/full', home)).exitCode).toBe(2);
    });

    test('a reminder whose lines could not be shown, of which nobody said that it was not set', async () => {
      const home = freshHome();
      const programs = path.join(home.root, 'programs');
      mkdirSync(programs);
      const there = path.join(home.root, 'written');
      const crontab = `#!/bin/sh\n[ "$1" = -l ] && exit 0\ntouch '${there}'\n`;
      writeFileSync(path.join(programs, 'crontab'), crontab, { mode: 0o755 });
      const env = { ...home.env, PATH: `${programs}:${process.env['PATH']}` };
      const ran = await toFull('schedule add 16:30 --yes', { ...home, env });
      expect(ran.exitCode).toBe(1);
      expect(ran.stderr).toMatch(
        /nothing was written: your crontab and the\s+reminders in it are as they were\./,
      );
      expect(existsSync(there)).toBe(false);
    });

    test('but a list that could not be printed is an error', async () => {
      const home = freshHome();
      await nextCommand(['reflect', 'note'], home, { input: 'It rained.\n' });
      expect(await toFull('journal', home)).toMatchObject({ exitCode: 1 });
    });
  },
);

describe.runIf(canMount)('on a full disk', () => {
  test('an edit gave no reason', async () => {
    const home = freshHome();
    const disk = await smallDisk(home.root);
    const [command, ...words] = disk.within;
    const env = { ...home.env, COACH_HOME: path.join(disk.folder, 'coach'), EDITOR: 'true' };
    const run = (...args: readonly string[]): ReturnType<typeof ended> =>
      ended(command, [...words, process.execPath, PROGRAM, ...args], env, 'It rained.\n');
    expect((await run('reflect', 'note')).exitCode).toBe(0);
    disk.fill();
    const ran = await run('journal', 'edit', 'last');
    expect(ran).toMatchObject({ exitCode: 1 });
    expect(ran.stderr).toMatch(/^coach: cannot keep the text in .*: the disk is full\n/);
  });
});
