import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ended, freshHome, PROGRAM } from '../terminal/coach.ts';

const dist = path.resolve(PROGRAM, '../../dist');

test.each([['--help'], ['-h']])('coach %s says at once what the whole program says', async (asked) => {
  const { env } = freshHome();
  const atOnce = await ended(process.execPath, [PROGRAM, asked], env);
  const whole = await ended(process.execPath, [PROGRAM, '--color', 'never', asked], env);
  expect(whole.stdout).toMatch(/^Usage: coach /);
  expect(atOnce).toEqual(whole);
  expect(atOnce.stdout).toBe(readFileSync(path.join(dist, 'help.txt'), 'utf8'));
});

test('a narrower place than the help was made for gets help of its own', async () => {
  const { env } = freshHome();
  const { stdout } = await ended(process.execPath, [PROGRAM, '--help'], { ...env, COLUMNS: '50' });
  const rows = stdout.split('\n').filter((row) => !/^ *\$ /.test(row));
  expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(50);
});

test('letters in a pattern were read as others once the program was packed', async () => {
  const { env, journal } = freshHome();
  const folder = path.join(journal, '2026', '11');
  mkdirSync(folder, { recursive: true });
  const head =
    '---\ncoach: 1\nid: aaaaaaaaaa\nat: "2026-11-02T09:00:00+01:00"\nday: "2026-11-02"\nbank: note\nbank-version: 1\n---\n';
  const body =
    '\n# A free page\n\n## What is on your mind?\n<!-- coach: note-text text -->\n\nThe man from Łódź.\n';
  writeFileSync(path.join(folder, '2026-11-02-090000-note-aaaaaaaaaa.md'), head + body);
  const { stdout } = await ended(process.execPath, [PROGRAM, 'journal', '--search', 'lodz'], env);
  expect(stdout).toContain('aaaaaaaaaa');
});
