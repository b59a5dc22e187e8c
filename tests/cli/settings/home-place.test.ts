import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coach, crontabOf, filesBelow, freshHome, put } from '../coach.ts';

const ENTRY = ['checkin', '--role', 'member', '--answers', '-'];
const stdin = 'checkin-trust: 4\n';

test.each([
  { by: 'COACH_HOME', env: { COACH_HOME: '~/c' }, settings: undefined, below: 'c/data/journal' },
  { by: 'COACH_JOURNAL', env: { COACH_JOURNAL: '~/j' }, settings: undefined, below: 'j' },
  { by: 'the settings', env: {}, settings: '{"journal": "~/j"}', below: 'j' },
])('a folder called ~ was made for the journal that $by names', async ({ env, settings, below }) => {
  const home = freshHome();
  const person = path.join(home, 'person');
  put(path.join(person, below, '2026/11/.keep'), '');
  if (settings !== undefined) put(path.join(home, 'config/settings.json'), settings);
  const setting = { home, stdin, env: { HOME: person, ...env } };
  expect((await coach(ENTRY, setting)).exitCode).toBe(0);
  expect(filesBelow(path.join(person, below)).filter((file) => file.endsWith('.md'))).toHaveLength(1);
  expect((await coach(['config', 'path'], setting)).stdout).toContain(path.join(person, below));
  expect((await coach(['doctor'], setting)).stdout).toMatch(/^1 entry/);
  await coach(['schedule', 'add', '9:00', '--yes'], setting);
  expect(readFileSync(crontabOf(home), 'utf8')).not.toContain('~');
  expect(readdirSync(home)).not.toContain('~');
});

test('a file in the home folder was looked for in a folder called ~', async () => {
  const home = freshHome();
  const person = path.join(home, 'person');
  put(path.join(person, 'answers.yaml'), stdin);
  const setting = { home, env: { HOME: person } };
  const argv = ['checkin', '--role', 'member', '--answers'];
  expect((await coach([...argv, '~/answers.yaml'], setting)).exitCode).toBe(0);
  expect((await coach([...argv, '~none/answers.yaml'], setting)).exitCode).toBe(1);
  expect((await coach(['journal', 'export', '--to', '~/all.json'], setting)).exitCode).toBe(0);
  expect(existsSync(path.join(person, 'all.json'))).toBe(true);
  const imported = await coach(['journal', 'import', '~/all.json', '--dry-run'], setting);
  expect(imported.exitCode).toBe(0);
  await coach(['config', 'set', 'journal', '~/new'], setting);
  expect((await coach(['config', 'get', 'journal'], setting)).stdout).toBe(`${path.join(person, 'new')}\n`);
  expect(readdirSync(home)).not.toContain('~');
});
