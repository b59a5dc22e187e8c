import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coach, filesBelow, freshHome, journalOf, put } from './coach.ts';

const MARKS = '\u202e\u2066\u200b\u200e\u00ad\ufeff';
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/;

/** A home with an entry and other files whose texts and names hold marks that are not seen. */
async function marked(): Promise<string> {
  const home = freshHome();
  const args = ['reflect', 'note', '--about', `D${MARKS}.`, '--tag', `quiet${MARKS}`];
  const ran = await coach(args, { home, stdin: `pay ${MARKS}001 euros` });
  expect(ran).toMatchObject({ exitCode: 0 });
  put(path.join(journalOf(home), `odd${MARKS}.md`), `---\ncoach: 1\nbank: no${MARKS}te\n---\n`);
  put(path.join(home, 'data', 'banks', `my${MARKS}.yaml`), `title: my ${MARKS}bank\nsurprise: ${MARKS}`);
  return home;
}

test.each([
  ['journal'],
  ['journal', '--full'],
  ['journal', '--search', 'euros', '--full'],
  ['journal', 'show', 'last'],
  ['journal', '--about', `E${MARKS}`],
  ['journal', 'show', `nobody${MARKS}`],
  ['journal', '--since', `soon${MARKS}`],
  ['doctor', '--verbose'],
  ['banks'],
  ['banks', 'check', path.join('data', 'banks', `my${MARKS}.yaml`)],
  ['insights', '--about', `D${MARKS}.`],
  ['report', '--words'],
  ['report', '--about', `D${MARKS}.`, '--words'],
  [`wro${MARKS}ng`],
  ['journal', `--wro${MARKS}ng`],
  ['config', 'set', `jour${MARKS}nal`, 'x'],
])('marks that are not seen reached the screen: coach %j', async (...args) => {
  const { stdout, stderr } = await coach(args, { home: await marked() });
  expect(stdout + stderr).not.toBe('');
  expect(stdout + stderr).not.toMatch(UNSEEN);
});

test('control characters of COACH_HOME reached the screen: coach config path', async () => {
  const home = `${freshHome()}/a\u001b[31m\u0007${MARKS}b`;
  const { stdout } = await coach(['config', 'path'], { home: freshHome(), env: { COACH_HOME: home } });
  expect(stdout).toContain('/ab/');
  expect(stdout).not.toMatch(UNSEEN);
});

test('JSON and files are exact', async () => {
  const home = await marked();
  const [entry] = JSON.parse((await coach(['journal', '--json'], { home })).stdout);
  expect(entry.answers[0].value).toBe(`pay ${MARKS}001 euros`);
  const file = filesBelow(journalOf(home)).find((name) => name.includes('-note-')) ?? '';
  expect(readFileSync(path.join(journalOf(home), file), 'utf8')).toContain(`pay ${MARKS}001 euros`);
});
