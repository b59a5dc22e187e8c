import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { freshHome, journalOf, put } from '../../cli/coach.ts';
import { scripted } from '../../cli/scripted.ts';
import { git, newRemote, PLAIN_ENV } from '../repositories.ts';
import { allOf, type Computer, entriesOf, inStep, newComputer, twoInStep } from '../two-homes.ts';

const CODE = ['README.md', 'package.json', 'src/a.ts', 'src/b.ts', 'docs/guide.md', 'LICENSE'];

/** A repository in the place of another. */
function replacedBy(remote: string, files: readonly string[], format = 'sha1'): void {
  rmSync(remote, { recursive: true, force: true });
  mkdirSync(remote);
  git(remote, ['init', '-q', '--bare', '-b', 'main', `--object-format=${format}`, '.']);
  const work = path.join(freshHome(), 'work');
  mkdirSync(work);
  git(work, ['init', '-q', '-b', 'main', `--object-format=${format}`, '.']);
  for (const file of files) put(path.join(work, file), `of ${file}\n`);
  git(work, ['add', '.']);
  git(work, ['commit', '-q', '--allow-empty', '-m', 'x']);
  git(work, ['push', '-q', remote, 'main']);
}

/** What a sync says that stops, and that nothing is changed by it on either side. */
async function stopped(one: Computer, remote: string, argv: readonly string[] = ['sync']): Promise<string> {
  const before = [entriesOf(one), git(remote, ['for-each-ref'])];
  const { stderr, stdout, exitCode } = await one.run(argv);
  expect([stdout, exitCode]).toEqual(['', 1]);
  expect([entriesOf(one), git(remote, ['for-each-ref'])]).toEqual(before);
  return stderr;
}

test('an other side that was emptied, whose branch was deleted, or that was rewritten stops a sync', async () => {
  const { remote, a, b } = await twoInStep('One.', 'Two.');
  const kept = `${remote}.kept`;
  renameSync(remote, kept);
  mkdirSync(remote);
  git(remote, ['init', '-q', '--bare', '-b', 'main', '.']);
  expect(await stopped(a, remote)).toContain('is empty now. Nothing was changed on either side');
  rmSync(remote, { recursive: true });
  renameSync(kept, remote);
  git(remote, ['branch', '-q', 'other', 'main']);
  git(remote, ['update-ref', '-d', 'refs/heads/main']);
  expect(await stopped(a, remote)).toContain('coach sync --take-rewritten');
  const tree = git(remote, ['rev-parse', 'other^{tree}']);
  git(remote, ['update-ref', 'refs/heads/main', git(remote, ['commit-tree', tree, '-m', 'x'])]);
  expect(await stopped(a, remote)).toContain('no longer holds what it held before');
  expect((await a.run(['sync', '--take-rewritten'])).exitCode).toBe(0);
  expect((await b.run(['sync', '--take-rewritten'])).exitCode).toBe(0);
  await inStep(a);
  expect(entriesOf(a)).toEqual(entriesOf(b));
  expect(Object.keys(entriesOf(a))).toHaveLength(2);
});

test('another journal in the place of the other side is put together with this one only where that is meant', async () => {
  const { remote, a } = await twoInStep('One.');
  const other = await twoInStep('Two.');
  rmSync(remote, { recursive: true });
  renameSync(other.remote, remote);
  expect(await stopped(a, remote)).toContain('no longer holds what it held before');
  expect((await a.run(['sync', '--take-rewritten'])).exitCode).toBe(0);
  expect(Object.keys(entriesOf(a))).toHaveLength(2);
});

test('a project in the place of the other side is not mixed with the journal, whatever is asked', async () => {
  const { remote, a } = await twoInStep('One.');
  replacedBy(remote, CODE);
  expect(await stopped(a, remote)).toContain('no longer holds what it held before');
  expect(await stopped(a, remote, ['sync', '--take-rewritten'])).toContain(
    'holds something other than a journal. Nothing was sent or taken in: LICENSE, package.json, src/a.ts, src/b.ts',
  );
});

test('entries were sent into the repository of a project at setup', async () => {
  const remote = newRemote(freshHome());
  replacedBy(remote, CODE);
  const a = newComputer();
  await a.note('One.');
  const setUp = (...more: readonly string[]) =>
    a.run(['sync', 'setup', remote, '--readable', ...more], { prompter: scripted('yes') });
  expect((await setUp()).stderr).toContain('holds something other than a journal');
  expect(Object.keys(entriesOf(a))).toHaveLength(1);
  expect(allOf(remote)).not.toContain('One.');
  expect(await setUp('--branch', 'journal')).toMatchObject({ exitCode: 0 });
  expect(allOf(remote)).not.toContain('One.');
});

test('what a host puts into a new repository is in nobody’s way', async () => {
  const remote = newRemote(freshHome());
  replacedBy(remote, ['LICENSE', '.gitignore', 'NOTICE']);
  const a = newComputer();
  await a.note('One.');
  const ran = await a.run(['sync', 'setup', remote, '--readable'], { prompter: scripted('yes') });
  expect(ran.exitCode).toBe(0);
});

test('a repository of another format is named, and nothing is gone', async () => {
  const { remote, a } = await twoInStep('One.');
  replacedBy(remote, [], 'sha256');
  expect(await stopped(a, remote)).toContain('is of a newer format (SHA-256)');
});

test('a journal that is gone, as on a disk that is not connected, takes nothing away elsewhere', async () => {
  const { remote, a } = await twoInStep('One.', 'Two.');
  const journal = journalOf(a.home);
  await a.run(['config', 'set', 'journal', journal]);
  renameSync(journal, `${journal}.away`);
  const head = git(remote, ['rev-parse', 'main']);
  const { exitCode } = await a.run(['sync']);
  expect([exitCode, git(remote, ['rev-parse', 'main'])]).toEqual([1, head]);
  renameSync(`${journal}.away`, journal);
  await inStep(a);
  expect(Object.keys(entriesOf(a))).toHaveLength(2);
});

test('a small journal whose folder was emptied took its entries away elsewhere', async () => {
  const { remote, a, b } = await twoInStep('One.', 'Two.');
  rmSync(path.join(journalOf(a.home), '2026'), { recursive: true });
  const head = git(remote, ['rev-parse', 'main']);
  expect((await a.run(['sync'])).stderr).toContain('2 of 2 entries are gone from the journal folder');
  rmSync(journalOf(a.home), { recursive: true });
  expect((await a.run(['sync'])).exitCode).toBe(1);
  expect(git(remote, ['rev-parse', 'main'])).toBe(head);
  await inStep(b);
  expect(Object.keys(entriesOf(b)).filter((file) => file.startsWith('trash/'))).toEqual([]);
});

test('without git nothing is changed, and it is said what to install', async () => {
  const { a } = await twoInStep('One.');
  const ran = await a.run(['sync'], { env: { ...PLAIN_ENV, PATH: '/nonexistent' } });
  expect(ran).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('Install git 2.29 or newer.') });
});
