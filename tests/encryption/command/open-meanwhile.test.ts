import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ageSealing } from '../../../src/adapters/sealing/age-sealing.ts';
import { copyPlaces } from '../../../src/program/node-editor.ts';
import { memorySessions } from '../../app/memory-sessions.ts';
import { coach, journalOf, NOON, settledHome } from '../../cli/coach.ts';
import { type Move, scripted, type Scripted } from '../../cli/scripted.ts';
import { sealHome, type SealedHome } from '../../cli/sealed.ts';
import { filesIn } from '../encrypting.ts';

const NOTE = ['reflect', 'note', '--about', 'D.'];

/** Somebody, and what happens in another terminal before the first thing that they say. */
function interrupted(prompter: Scripted, before: () => unknown): Scripted {
  let isFirst = true;
  return {
    ...prompter,
    async ask(...asked) {
      if (isFirst) await before();
      isFirst = false;
      return prompter.ask(...asked);
    },
  };
}

/** The same of somebody who writes a note. */
function noting(before: () => unknown): Scripted {
  return interrupted(scripted({ value: 'The pineapple.' }, { kind: 'save' }), before);
}

/** The files of entries by their names, and what is in them. */
const entriesOf = (home: string): readonly (readonly [name: string, text: string])[] =>
  Object.entries(filesIn(journalOf(home))).filter(([name]) => /\.md/.test(name));

test('a note that was begun before the journal was encrypted was saved in clear', async () => {
  const home = settledHome();
  const { stdout, stderr } = await coach(NOTE, { home, prompter: noting(() => sealHome(home)) });
  expect(`${stdout}${stderr}`).toContain('Saved');
  expect(stderr).not.toContain('.key');
  expect(entriesOf(home).map(([name]) => name)).toEqual([
    expect.stringMatching(/000000-entry-\w+\.md\.age$/),
  ]);
  const all = Object.values(filesIn(home)).join('');
  expect(all).not.toContain('pineapple');
});

test('what waits is not read after a check-in that was begun before the journal was encrypted', async () => {
  const home = settledHome();
  await coach(['note', '--answers', '-'], { home, stdin: 'note-text: Before.' });
  const passes = Array.from({ length: 4 }, (): Move => ({ kind: 'skip', skip: 'passed' }));
  const prompter = interrupted(scripted({ value: 4 }, ...passes, 'Done'), () => sealHome(home));
  const { stdout, stderr, exitCode } = await coach(['checkin'], { home, prompter });
  expect(stdout).toContain('Saved.');
  expect({ stderr, exitCode }).toEqual({
    stderr:
      'coach: another coach command has encrypted the journal meanwhile\n' +
      '  What this one saved is encrypted as well. To go on reading, start coach again.\n',
    exitCode: 1,
  });
  expect(entriesOf(home).map(([name]) => path.extname(name))).toEqual(['.age', '.md']);
});

test('a note that was begun before the journal got another key was encrypted for the old one', async () => {
  const home = settledHome();
  const { sessions } = await sealHome(home);
  let now: SealedHome | undefined;
  const prompter = noting(async () => (now = await sealHome(home)));
  await coach(NOTE, { home, sessions, prompter });
  const [[, text] = ['', '']] = entriesOf(home);
  const opened = await ageSealing.open(Buffer.from(text, 'latin1'), now?.key.identity ?? '');
  expect(Buffer.from(opened).toString()).toContain('The pineapple.');
});

test('a note that was begun before the journal was decrypted was encrypted all the same', async () => {
  const home = settledHome();
  const { sessions } = await sealHome(home);
  const prompter = noting(() => {
    rmSync(path.join(journalOf(home), '.key'), { recursive: true });
    rmSync(path.join(home, 'state/keys.json'));
  });
  await coach(NOTE, { home, sessions, prompter });
  expect((await coach(['journal', '--full'], { home })).stdout).toContain('The pineapple.');
});

test('an answer that was opened in an editor after the journal was encrypted lay on the disk', async () => {
  let key = '';
  const drafts = { folder: '/drafts', check: () => undefined };
  const sessions = async () => ({ ...memorySessions(() => NOON), folder: '/memory' });
  const places = copyPlaces(
    () => drafts,
    { key: () => key || undefined, sessions },
    () => undefined,
  );
  expect([await places.fresh(), places.mayStay]).toEqual(['/drafts', true]);
  key = 'k';
  expect([await places.fresh(), places.mayStay]).toEqual(['/memory/k', false]);
});
