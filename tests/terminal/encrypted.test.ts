import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { filesBelow } from '../cli/coach.ts';
import { PASSPHRASE, sealHome } from '../cli/sealed.ts';
import { coach, ENTER, freshHome, type Home, openFromScript, expectAsBefore } from './coach.ts';

/** A home whose journal is encrypted and locked, on a computer on which it can stay unlocked. */
async function lockedHome(): Promise<Home> {
  const runtime = mkdtempSync('/dev/shm/coach-test-');
  onTestFinished(() => rmSync(runtime, { recursive: true, force: true }));
  const home = freshHome();
  await sealHome(home.coach);
  return { ...home, env: { ...home.env, XDG_RUNTIME_DIR: runtime } };
}

test('what is written locked is read once the passphrase was typed, which is not seen', async () => {
  const home = await lockedHome();
  expect(await coach(['note'], home, 'The pineapple.')).toMatchObject({ exitCode: 0 });
  const file = filesBelow(home.journal).find((one) => one.startsWith('2')) ?? '';
  expect(file).toMatch(/\d{4}-\d\d-\d\d-000000-entry-\w{10}\.md\.age$/);
  expect(readFileSync(path.join(home.journal, file), 'latin1')).not.toContain('pineapple');
  expect(await coach(['journal'], home)).toMatchObject({ exitCode: 1, stdout: '' });
  const terminal = openFromScript(['unlock'], home);
  await terminal.until(/Passphrase/);
  await terminal.types(PASSPHRASE + ENTER);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  expectAsBefore(terminal, home);
  expect(terminal.written()).not.toContain(PASSPHRASE.slice(0, 4));
  expect((await coach(['journal', '--full'], home)).stdout).toContain('The pineapple.');
  expect(await coach(['lock'], home)).toMatchObject({ exitCode: 0 });
  expect(await coach(['journal', '--full'], home)).toMatchObject({ exitCode: 1, stdout: '' });
});
