import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type AtCoach, ended, ENTER, filesBelow, freshHome, openCoach, PROGRAM } from '../terminal/coach.ts';
import { canMount, smallDisk } from './small-disk.ts';

describe.runIf(canMount)('a page of a journal on another disk', () => {
  test('lies on that disk, and where it is full leaves nothing of itself', async () => {
    const home = freshHome();
    const {
      folder,
      seen,
      fill,
      makeRoom,
      within: [command, ...words],
    } = await smallDisk(home.root);
    mkdirSync(path.join(seen, 'journal'), { mode: 0o700 });
    const programs = path.join(home.root, 'programs');
    mkdirSync(programs);
    writeFileSync(path.join(programs, 'xdg-open'), '#!/bin/sh\n', { mode: 0o755 });
    const PATH = `${programs}:${process.env['PATH']}`;
    const desktop = { PATH, DISPLAY: ':0', SSH_CONNECTION: undefined, SSH_TTY: undefined };
    const env = { ...home.env, ...desktop, COACH_JOURNAL: path.join(folder, 'journal') };
    const within = (...args: readonly string[]): readonly string[] => [
      ...words,
      process.execPath,
      PROGRAM,
      ...args,
    ];
    const saved = await ended(
      command,
      within('reflect', 'note', '--answers', '-'),
      env,
      'note-text: Rain.\n',
    );
    expect(saved).toMatchObject({ stderr: '', exitCode: 0 });
    const entries = filesBelow(seen);
    const report = (): AtCoach => openCoach([], { ...home, env }, { command, args: within('report') });

    fill();
    const refused = report();
    expect(await refused.exited).toEqual({ exitCode: 1 });
    expect(refused.screen().replaceAll('\n', '')).toMatch(
      /coach: cannot write .*coach-report-.*: the disk is full/,
    );
    expect(filesBelow(seen).filter((name) => name !== 'filler')).toEqual(entries);

    makeRoom();
    const looked = report();
    await looked.says('Press Enter when you are done');
    expect(filesBelow(path.join(seen, 'journal')).filter((name) => name.endsWith('.html'))).toHaveLength(1);
    await looked.types(ENTER);
    expect(await looked.exited).toEqual({ exitCode: 0 });
    expect(filesBelow(seen)).toEqual(entries);
    expect(filesBelow(path.join(home.coach, 'state')).filter((name) => name.startsWith('page-'))).toEqual([]);
  });
});
