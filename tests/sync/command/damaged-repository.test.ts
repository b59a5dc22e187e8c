import { chmodSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { freshHome, journalOf, put } from '../../cli/coach.ts';
import { allOf, type Computer, entriesOf, inStep, twoInStep } from '../two-homes.ts';
import { git, PLAIN_ENV } from '../repositories.ts';

const repositoryOf = ({ home }: Computer): string => path.join(home, 'data/sync.git');

/** The files of all that git keeps. */
function objectsIn(repository: string): readonly string[] {
  return readdirSync(path.join(repository, 'objects'), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => path.join(item.parentPath, item.name));
}

function cut(file: string): void {
  chmodSync(file, 0o600);
  truncateSync(file, 10);
}

const ANEW = /^The repository that sync keeps on this computer was damaged, and has been made anew\./;

const DAMAGES: readonly (readonly [string, (repository: string) => void])[] = [
  ['an empty HEAD', (repository) => writeFileSync(path.join(repository, 'HEAD'), '')],
  ['a cut set-up', (repository) => writeFileSync(path.join(repository, 'config'), '[core')],
  ['cut objects', (repository) => objectsIn(repository).forEach(cut)],
  ['no objects', (repository) => rmSync(path.join(repository, 'objects'), { recursive: true })],
  ['no refs', (repository) => rmSync(path.join(repository, 'refs'), { recursive: true })],
  ['an empty ref', (repository) => writeFileSync(path.join(repository, 'refs/heads/main'), '')],
];

test.each(DAMAGES)(
  'no sync went on by itself with %s in the repository of this computer',
  async (_, harm) => {
    const { remote, a, b } = await twoInStep('The tree.', 'The door.');
    await a.note('The lamp.');
    harm(repositoryOf(a));
    expect(await a.run(['sync'])).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(ANEW) });
    expect(await a.run(['sync'])).toMatchObject({
      stdout: `In step with ${remote}: nothing new.\n`,
      stderr: '',
    });
    await inStep(b);
    expect(entriesOf(b)).toEqual(entriesOf(a));
  },
);

test('an entry whose text was cut in the repository of this computer was not synced any more', async () => {
  const { remote, a, b } = await twoInStep('The tree.', 'The door.');
  const [entry = ''] = Object.keys(entriesOf(a));
  const oid = git(remote, ['rev-parse', `main:${entry}`]);
  cut(path.join(repositoryOf(a), 'objects', oid.slice(0, 2), oid.slice(2)));
  expect(await a.run(['sync'])).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(ANEW) });
  writeFileSync(path.join(journalOf(a.home), entry), 'The lamp.\n');
  await inStep(a, b);
  expect(entriesOf(b)[entry]).toBe('The lamp.\n');
});

test('what both sides had changed since is kept where what they had in common is lost', async () => {
  const { remote, a, b } = await twoInStep('The tree.', 'The door.', 'The lamp.', 'The well.');
  const fileOf = (computer: Computer, words: string): string => {
    const [file = ''] = Object.entries(entriesOf(computer)).find(([, text]) => text.includes(words)) ?? [];
    return path.join(journalOf(computer.home), file);
  };
  const change = (computer: Computer, words: string, by: string): void => {
    const file = fileOf(computer, words);
    writeFileSync(file, readFileSync(file, 'utf8').replace(words, by));
  };
  change(b, 'The tree.', 'The tree, from there.');
  rmSync(fileOf(b, 'The lamp.'));
  await inStep(b);
  change(a, 'The tree.', 'The tree, from here.');
  change(a, 'The door.', 'The door, from here.');
  rmSync(fileOf(a, 'The well.'));
  objectsIn(repositoryOf(a)).forEach(cut);
  await inStep(a, b, a);
  expect(entriesOf(b)).toEqual(entriesOf(a));
  for (const words of ['tree, from there', 'tree, from here', 'The door.', 'door, from here', 'lamp', 'well'])
    expect(allOf(remote)).toContain(words);
});

test('with --quiet nothing is said of it, and a dry run leaves it as it is', async () => {
  const { a } = await twoInStep('The tree.');
  const head = path.join(repositoryOf(a), 'HEAD');
  writeFileSync(head, '');
  expect(await a.run(['sync', '--dry-run'])).toMatchObject({
    exitCode: 1,
    stderr: expect.stringMatching(/^coach: git failed:/),
  });
  expect(readFileSync(head, 'utf8')).toBe('');
  expect(await a.run(['sync', '--quiet'])).toEqual({ stdout: '', stderr: '', exitCode: 0 });
  expect(readFileSync(head, 'utf8')).toMatch(/^ref: /);
});

test('a sound repository stays where git fails for another reason', async () => {
  const { a } = await twoInStep('The tree.');
  const HOME = freshHome();
  put(path.join(HOME, '.gitconfig'), '[core');
  const before = objectsIn(repositoryOf(a)).toSorted();
  const ran = await a.run(['sync'], { env: { ...PLAIN_ENV, HOME } });
  expect(ran).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/^coach: git failed:/) });
  expect(objectsIn(repositoryOf(a)).toSorted()).toEqual(before);
  expect(await a.run(['sync'])).toMatchObject({ exitCode: 0, stderr: '' });
});
