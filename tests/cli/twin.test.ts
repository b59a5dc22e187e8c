import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { coach, entryFiles, entryText, freshHome, putEntry, type Ran, type Setting } from './coach.ts';
import { runTwice } from './twin.ts';

beforeEach(() => vi.stubEnv('COACH_TEST_TWINS', 'whole'));
afterEach(() => void vi.unstubAllEnvs());

const NOTE = { id: 'k3x8m2p9qa', at: '2026-11-20T18:00:00+01:00' };

/** Runs something that is no command line. */
const runAs = (setting: Setting, run: (home: string) => string): Promise<Ran> =>
  runTwice(['journal'], setting, {
    run: async (_, { home }) => ({ stdout: run(home), stderr: '', exitCode: 0 }),
    sameIds: () => undefined,
  });

test('what is run twice has an encrypted journal the second time, with the same entries', async () => {
  const home = freshHome();
  const file = putEntry(home, NOTE);
  const seen: string[] = [];
  await runAs({ home }, (where) => {
    const place = path.join(where, 'data/journal', file);
    seen.push(
      existsSync(place) ? readFileSync(place, 'utf8') : readFileSync(`${place}.age`, 'latin1').slice(0, 22),
    );
    return where;
  });
  expect(seen).toEqual([entryText({ ...NOTE }), 'age-encryption.org/v1\n']);
});

test('a difference in what is printed, or in what is left, is found', async () => {
  const home = freshHome();
  putEntry(home, NOTE);
  let count = 0;
  await expect(runAs({ home }, () => String(count++))).rejects.toThrow(
    'on an encrypted journal: coach journal',
  );
  await expect(
    runAs({ home }, (where) => {
      if (count++ > 2) putEntry(where, { ...NOTE, id: '1111111111' });
      return '';
    }),
  ).rejects.toThrow('what an encrypted journal holds after: coach journal');
});

test('what a test does between two runs is done in the encrypted journal, too', async () => {
  const home = freshHome();
  await coach(['reflect', 'note'], { home, stdin: 'Rain.' });
  putEntry(home, { ...NOTE, title: 'By hand' });
  expect((await coach(['journal', '--full'], { home })).stdout).toContain('By hand');
  expect(entryFiles(home)).toHaveLength(2);
});
