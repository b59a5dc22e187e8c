import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ageSealing } from '../../../src/adapters/sealing/age-sealing.ts';
import { coach, entryFiles, failed } from '../../cli/coach.ts';
import { CTRL_C, scripted } from '../../cli/scripted.ts';
import { DRAWN, hearing, keptIn } from './sealed-homes.ts';
import { filledHome, holding, LATER } from './sheet-homes.ts';

const SEAL = ['align', 'seal', '--about', 'D.'];

test('shows all that leaves, and keeps just that', async () => {
  const home = await filledHome();
  const prompter = hearing('Yes, seal it in from-doer.coach');
  const ran = await coach(SEAL, { home, prompter, ...LATER });
  expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
  expect(prompter.told[0]).toBe(
    'All that the file will hold, from the doer:\n\n' +
      'Client pricing\n  For example: A discount\n  Today: 3 Heard. Wished for: 6 Informed.\n  Means needed: The floor\n\n' +
      'Rota\n  Today: open. Wished for: 5 Advised.\n\n' +
      'Yearly plan\n  Today: 4 Joint. Wished for: 4 Joint.\n  A look at the result: Before the board',
  );
  expect(prompter.told[1]).toContain('quoted in your appraisal.\nYou don');
  expect(ran.stdout).toContain(`\nYour words:\n  ${DRAWN}\n`);
  const sealed = readFileSync(path.join(home, 'from-doer.coach'), 'utf8');
  const opened = await ageSealing.openWithPassphrase(sealed, DRAWN, 18);
  const text = typeof opened === 'string' ? opened : Buffer.from(opened).toString();
  expect(JSON.parse(text)).toMatchObject({ format: 'coach-align', version: 1, from: 'doer' });
  expect(text).not.toMatch(/canary|D\.|2026|k3x8m2p/);
  expect(statSync(path.join(home, 'from-doer.coach')).mode & 0o777).toBe(0o600);
  const entry = entryFiles(home).find((file) => file.includes('align-sealed')) ?? '';
  const kept = readFileSync(entry, 'utf8');
  expect(kept).toContain('## 1. Means needed\n<!-- coach: align-sealed-1-means text -->\n\nThe floor\n');
  expect(kept).not.toMatch(/canary|last time|guess/);
  expect(holding(home, 'length length')).toEqual([]);
});

test('the lead is told whose words come first', async () => {
  const prompter = hearing('Yes, seal it in from-lead.coach');
  const ran = await coach(SEAL, { home: await filledHome('manager'), prompter });
  expect(prompter.told[1]).toContain(
    'someone who depends on you.\nWhen you sit together, you say your words first.',
  );
  expect(ran.stdout).toContain('coach align open from-doer.coach\n');
});

test.each([
  {
    how: 'a no',
    move: 'No',
    exitCode: 0,
    says: { stdout: 'Nothing was sealed.\n' },
  },
  {
    how: 'Ctrl-C',
    move: CTRL_C,
    exitCode: 130,
    says: { stderr: '\nNothing was sealed.\n' },
  },
])('after $how nothing was written', async ({ move, exitCode, says }) => {
  const home = await filledHome();
  const before = keptIn(home);
  expect(await coach(SEAL, { home, prompter: scripted(move) })).toMatchObject({ exitCode, ...says });
  expect(keptIn(home)).toEqual(before);
});

test.each([
  { case: 'a file that is there', to: 'there.coach', says: 'there.coach already exists', exitCode: 1 },
  { case: 'a folder', to: 'folder', says: 'folder is not a file', exitCode: 2 },
  { case: 'what is to be a folder', to: 'new/', says: 'new/ is not a file', exitCode: 2 },
  {
    case: 'the journal',
    to: 'data/journal/a.coach',
    says: 'data/journal/a.coach is in the journal',
    exitCode: 2,
  },
  { case: 'standard output', to: '-', says: '--to needs the name of a file', exitCode: 2 },
  { case: 'no name', to: '', says: '--to needs the name of a file', exitCode: 2 },
])('$case is refused before anything is shown', async ({ to, says, exitCode }) => {
  const home = await filledHome();
  writeFileSync(path.join(home, 'there.coach'), 'mine');
  mkdirSync(path.join(home, 'folder'));
  const before = keptIn(home);
  const prompter = scripted();
  const ran = await coach([...SEAL, '--to', to], { home, prompter });
  expect(ran.stderr.split('\n')[0]).toBe(`coach: ${says}`);
  expect(ran.exitCode).toBe(exitCode);
  expect(prompter.seen).toEqual([]);
  expect(keptIn(home)).toEqual(before);
  expect(readFileSync(path.join(home, 'there.coach'), 'utf8')).toBe('mine');
});

test('a second time the file is there, and --force takes its place', async () => {
  const home = await filledHome();
  await coach(SEAL, { home, prompter: scripted('Yes') });
  const before = readFileSync(path.join(home, 'from-doer.coach'), 'utf8');
  expect((await coach(SEAL, { home, prompter: scripted() })).stderr).toContain(
    'coach: from-doer.coach already exists\n  Nothing was written. Overwrite the file with --force',
  );
  expect((await coach([...SEAL, '--force'], { home, prompter: scripted('Yes') })).exitCode).toBe(0);
  expect(readFileSync(path.join(home, 'from-doer.coach'), 'utf8')).not.toBe(before);
});

test('where the file cannot be written, nothing is kept as if it had left', async () => {
  const home = await filledHome();
  mkdirSync(path.join(home, 'gone'));
  const before = entryFiles(home);
  const prompter = scripted('Yes');
  const vanishing = {
    ...prompter,
    choose: async <Value>(...asked: Parameters<typeof prompter.choose<Value>>) => {
      const chosen = await prompter.choose<Value>(...asked);
      // Meanwhile somebody else has put a file there.
      writeFileSync(path.join(home, 'gone/from-me.coach'), 'theirs');
      return chosen;
    },
  };
  const ran = await coach([...SEAL, '--to', 'gone/from-me.coach'], { home, prompter: vanishing });
  expect(ran.exitCode).toBe(1);
  expect(ran.stdout).not.toContain('length');
  expect(readFileSync(path.join(home, 'gone/from-me.coach'), 'utf8')).toBe('theirs');
  expect(entryFiles(home)).toEqual(before);
});

test('there is no sheet, no terminal, or too much on the sheet', async () => {
  const home = await filledHome();
  expect(await coach(SEAL, { home })).toEqual(
    failed(
      'coach: nothing was sealed, because there is no terminal to ask you in\n  All that leaves is shown to you first. Run this at a terminal.\n',
    ),
  );
  expect((await coach(['align', 'seal', '--about', 'X.'], { home, prompter: scripted() })).stderr).toContain(
    'there is no sheet with X. yet',
  );
  const stdin = `align-piece: Budget\nalign-limits: ${'a'.repeat(2001)}\n`;
  await coach(['align', 'fill', '--about', 'D.', '--answers', '-'], { home, stdin, ...LATER });
  expect((await coach(SEAL, { home, prompter: scripted() })).stderr).toContain(
    'coach: piece 4 of your sheet: "Limits" has 2001 letters, and a sealed file takes 2000\n',
  );
});

test('what was sealed disturbs neither insights nor the list of what waits', async () => {
  const home = await filledHome();
  const asked = [['insights'], ['plans'], [], ['challenge', '--role', 'member'], ['align', 'guesses']];
  const seen = async (): Promise<readonly string[]> => {
    const shown: string[] = [];
    for (const argv of asked) shown.push((await coach(argv, { home, ...LATER })).stdout);
    return shown;
  };
  const before = await seen();
  for (const more of [[], ['--force'], ['--force']])
    await coach([...SEAL, ...more], { home, prompter: scripted('Yes'), ...LATER });
  expect(await seen()).toEqual(before);
  expect((await coach(['align'], { home, ...LATER })).stdout).toContain(
    '\n  Sealed today: Client pricing · Rota · Yearly plan\n',
  );
  const listed = await coach(['journal'], { home, screen: true, ...LATER });
  expect(listed.stdout).toContain('Who decides: what you sealed');
  expect(listed.stdout).not.toContain('floor');
  expect((await coach(['doctor'], { home, ...LATER })).exitCode).toBe(0);
});
