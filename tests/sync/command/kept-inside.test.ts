import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coach, freshHome, journalOf, putEntry, type Ran } from '../../cli/coach.ts';
import { newRemote, PLAIN_ENV } from '../repositories.ts';

const sync = (home: string, ...args: readonly string[]): Promise<Ran> =>
  coach(['sync', ...args], { home, env: PLAIN_ENV, typed: ['yes'] });

const placesIn = (home: string): readonly boolean[] =>
  [path.join(home, 'data/sync.git'), path.join(journalOf(home), '.sync.git')].map((place) =>
    existsSync(place),
  );

/** A home whose journal is synced, and in which everything is to be kept inside the journal since. */
async function keptInside(): Promise<{ readonly home: string; readonly entry: string }> {
  const home = freshHome();
  const entry = path.join(
    journalOf(home),
    putEntry(home, { id: 'k3x8m2p9qa', at: '2026-11-20T09:14:05+01:00' }),
  );
  await sync(home, 'setup', newRemote(freshHome()), '--readable');
  expect(placesIn(home)).toEqual([true, false]);
  await coach(['config', 'set', 'keep-inside', 'true'], { home });
  return { home, entry };
}

test('the words of a journal that is to keep everything inside stayed in a repository outside', async () => {
  const { home, entry } = await keptInside();
  await coach(['journal', 'delete', 'last', '--forever', '--yes'], { home });
  expect(existsSync(entry)).toBe(false);
  expect(await sync(home, '--take-deletions')).toMatchObject({ exitCode: 0 });
  // What was known of the other side has come along: a deletion is still one.
  expect([placesIn(home), existsSync(entry)]).toEqual([[false, true], false]);
});

test('a repository outside is deleted where one is inside already, and where sync ends', async () => {
  const [{ home }, { home: other }] = [await keptInside(), await keptInside()];
  mkdirSync(path.join(journalOf(home), '.sync.git'));
  expect(await sync(home)).toMatchObject({ exitCode: 0 });
  expect(placesIn(home)).toEqual([false, true]);
  await sync(other, 'stop');
  expect(placesIn(other)).toEqual([false, false]);
});

test('once nothing was to be kept inside any more, what a sync had kept stayed in the journal folder', async () => {
  const { home, entry } = await keptInside();
  await sync(home);
  await coach(['config', 'set', 'keep-inside', 'false'], { home });
  await coach(['journal', 'delete', 'last', '--forever', '--yes'], { home });
  expect(await sync(home, '--take-deletions')).toMatchObject({ exitCode: 0 });
  expect([placesIn(home), existsSync(entry)]).toEqual([[true, false], false]);
  await coach(['config', 'set', 'keep-inside', 'true'], { home });
  await sync(home);
  await coach(['config', 'set', 'keep-inside', 'false'], { home });
  await sync(home, 'stop');
  expect(placesIn(home)).toEqual([false, false]);
});

test('what another computer keeps inside a journal folder that both have is left alone', async () => {
  const home = freshHome();
  putEntry(home, { id: 'k3x8m2p9qa', at: '2026-11-20T09:14:05+01:00' });
  mkdirSync(path.join(journalOf(home), '.sync.git'));
  await sync(home, 'setup', newRemote(freshHome()), '--readable');
  expect(await sync(home)).toMatchObject({ exitCode: 0 });
  expect(placesIn(home)).toEqual([true, true]);
});
