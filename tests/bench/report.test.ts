// What the bench prints of what it measured.
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { ROOT } from '../cli/coach.ts';

/** The tables of one Node on a journal of ten entries. */
function printed(result: object): string {
  const row = {
    work: 'journal',
    entries: 10,
    ms: 60,
    toNode: 1.5,
    ratio: 1.5,
    bounds: { ratio: 1.6 },
    over: '',
  };
  const floor = { entries: 10, ms: 40, least: 38, megabytes: 40 };
  const whole = { version: 'v0', runs: 3, floors: [floor], rows: [row], ...result };
  const code = `import { tables } from './bench/report.mjs';
    console.log(tables([${JSON.stringify(whole)}], { machine: 'any', day: '2026-01-01' }));`;
  const args = ['--input-type=module', '--eval', code];
  return execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
}

test('on a busy machine ratios below one were printed without a word', () => {
  expect(printed({})).not.toContain('busy');
  expect(printed({ floors: [{ entries: 10, ms: 290, least: 56, megabytes: 40 }] })).toContain(
    'The machine was busy: half of the bare starts took 5.2 times the quickest, or longer.',
  );
});

test('other programs have a table where there are any, and say below it what they do differently', () => {
  const beside = {
    found: [{ name: 'jrnl', version: '4.6', differs: 'one text file.' }],
    rows: [{ peer: 'jrnl', shared: 'newest', entries: 10, ms: 120, toNode: 3 }],
    troubles: ['nb is not installed.'],
  };
  const page = printed({ beside });
  expect(page).toMatch(/\| list the newest ten +\| +10 \| 60\.0 \(1\.50\) \| 120\.0 \(3\.00\) \|/);
  expect(page).toContain('\n- jrnl: one text file.\n- nb is not installed.\n');
  expect(printed({ beside: { found: [], rows: [], troubles: [] } })).toBe(printed({}));
});
