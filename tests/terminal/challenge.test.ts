import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  coach,
  CTRL_C,
  CTRL_D,
  DOWN,
  ENTER,
  expectAsBefore,
  filesBelow,
  freshHome,
  type Home,
  openCoach,
  openFromScript,
} from './coach.ts';

const READY = ['challenge', 'ready'];
const WORDS = 'Fourteen of them, which is more than I would have thought.';

/** A home in which the first step is being tried, and the note was seen. */
async function tryingTheFirst(): Promise<Home> {
  const home = freshHome();
  const begun = await coach([...READY, '--about', 'D.', '--role', 'member', '--answers', '-'], home, FIRST);
  expect(begun.stderr).toBe('');
  return home;
}

const FIRST = 'challenge-baseline-trust: 2\nchallenge-baseline-room: 3\nsee-my-gain: Calm.\n';

test.each([80, 40])('a step is brought back and the next one asked, on %i columns', async (columns) => {
  const home = await tryingTheFirst();
  const terminal = openFromScript(READY, home, { columns });
  await terminal.when('How many marks did you make?', WORDS, CTRL_D);
  await terminal.when('as many marks', '1', ENTER);
  await terminal.when('Which mark surprised you most?', ENTER);
  await terminal.when('Where to from here?', '1', ENTER);
  await terminal.when('Read through your answers before saving', ENTER);
  await terminal.when('Go on now?', ENTER);
  await terminal.when('How would D. describe working with you?', CTRL_C);
  expect((await terminal.exited).exitCode).toBe(130);
  expectAsBefore(terminal, home);
  // The path of a file is printed as it is, to be copied.
  expect(terminal.brokenRows().filter((row) => !row.endsWith('.md'))).toEqual([]);
  const files = filesBelow(home.journal).filter((file) => file.endsWith('.md'));
  expect(files).toHaveLength(2);
  const texts = files.map((file) => readFileSync(path.join(home.journal, file), 'utf8'));
  expect(
    texts.filter((text) => text.includes(WORDS) && text.includes('challenge-next choice step=step-see')),
  ).toHaveLength(1);
  const page = openCoach(['challenge'], home, { columns });
  await page.exited;
  // On a narrow screen its first lines have scrolled away.
  expect(page.everything()).toMatch(
    /^From leaning[\s\S]+\nStep 2 of 8[\s\S]+\n {2}done {4}1 {2}See the pattern/,
  );
  expect(page.brokenRows()).toEqual([]);
});

test('what was interrupted is offered again, and leads back to the same questions', async () => {
  const home = await tryingTheFirst();
  const left = openFromScript(READY, home);
  await left.when('How many marks did you make?', WORDS, CTRL_D);
  await left.when('as many marks', '1', ENTER);
  await left.when('Which mark surprised you most?', CTRL_C);
  expect((await left.exited).exitCode).toBe(130);
  const terminal = openFromScript(READY, home);
  await terminal.when('Unfinished from today', ENTER);
  await terminal.when('Which mark surprised you most?', ENTER);
  await terminal.when('Where to from here?', DOWN, DOWN, ENTER);
  await terminal.when('Read through your answers before saving', ENTER);
  expect((await terminal.exited).exitCode).toBe(0);
  expect(terminal.everything()).toContain('You are repeating this step: See the pattern.');
  expectAsBefore(terminal, home);
});
