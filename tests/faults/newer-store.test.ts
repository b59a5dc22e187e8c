import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, filesBelow, freshHome, journalOf, put } from '../cli/coach.ts';

const SEALED = '2026/11/2026-11-22-000000-entry-k3x8m2p9qa.md.age';

/** Commands that read or write the journal, each with what it would be given. */
const COMMANDS: readonly { readonly argv: readonly string[]; readonly stdin?: string }[] = [
  { argv: [] },
  { argv: ['reflect', 'note'], stdin: 'It rained.' },
  { argv: ['reflect', '--role', 'member', '--answers', '-'], stdin: 'member-felt: It rained.' },
  { argv: ['checkin', '--role', 'member'] },
  { argv: ['checkin', '--role', 'member', '--answers', '-'], stdin: 'checkin-trust: 4' },
  { argv: ['review'] },
  { argv: ['challenge', '--role', 'member'] },
  { argv: ['journal'] },
  { argv: ['journal', '--json'] },
  { argv: ['journal', '--search', 'rain'] },
  { argv: ['journal', 'show', 'last'] },
  { argv: ['journal', 'edit', 'last'] },
  { argv: ['journal', 'delete', '--all', '--yes'] },
  { argv: ['journal', 'restore', '--all'] },
  { argv: ['journal', 'export', '--format', 'json'] },
  { argv: ['journal', 'import', 'there.json'] },
  { argv: ['insights'] },
  { argv: ['report'] },
];

const newer = (journal: string): string =>
  `coach: the journal was encrypted by a newer version of coach, and this one cannot read it: ${journal}\n`;
const unknown = (): string => 'coach: this computer does not know the key of this journal yet\n';
const later = Buffer.from('age-encryption.org/v2\n-> scrypt 2\n').toString('base64');

describe.each([
  {
    how: 'by another kind of recipient',
    refusal: newer,
    put: (journal: string) => put(path.join(journal, '.key/recipients'), 'age1pq1qqqqqqqq\n'),
  },
  {
    how: 'by a later version of age',
    refusal: newer,
    put: (journal: string) =>
      put(
        path.join(journal, '.key/identity.age'),
        `-----BEGIN AGE ENCRYPTED FILE-----\n${later}\n-----END AGE ENCRYPTED FILE-----\n`,
      ),
  },
  {
    how: 'on another computer, by its key',
    refusal: unknown,
    put: (journal: string) => void mkdirSync(path.join(journal, '.key'), { recursive: true }),
  },
  {
    how: 'on another computer, by its entries',
    refusal: unknown,
    put: (journal: string) => void put(path.join(journal, SEALED), 'age-encryption.org/v1\n'),
  },
])('a journal that was encrypted, known $how, looked like an empty one', ({ put: encrypt, refusal }) => {
  test.each(COMMANDS)('to coach $argv', async ({ argv, stdin = '' }) => {
    const home = freshHome();
    encrypt(journalOf(home));
    const before = filesBelow(journalOf(home));
    put(path.join(home, 'there.json'), '[]');
    const ran = await coach(argv, { home, stdin });
    expect(ran).toMatchObject({
      stdout: '',
      stderr: expect.stringContaining(refusal(journalOf(home))),
      exitCode: 1,
    });
    expect(filesBelow(journalOf(home))).toEqual(before);
  });
});

describe('a journal on a disk that is not mounted', () => {
  const setting = (home: string) => ({ home, env: { COACH_JOURNAL: path.join(home, 'disk') } });
  const unmount = (home: string): void => {
    rmSync(path.join(home, 'disk'), { recursive: true });
    mkdirSync(path.join(home, 'disk/lost+found'), { recursive: true });
  };

  test('took what was written, under the place of the disk', async () => {
    const home = freshHome();
    mkdirSync(path.join(home, 'disk'));
    expect(await coach(['reflect', 'note'], { ...setting(home), stdin: 'It rained.' })).toMatchObject({
      exitCode: 0,
    });
    unmount(home);
    for (const argv of [['reflect', 'note'], ['journal'], [], ['checkin', '--role', 'member']]) {
      expect(await coach(argv, { ...setting(home), stdin: 'It snowed.' })).toMatchObject({
        stdout: '',
        stderr: `coach: the journal folder is empty, but it had entries before: ${path.join(home, 'disk')}
  If they are on a disk that is not connected, connect it. To start over there: coach config set journal ${path.join(home, 'disk')}
`,
        exitCode: 1,
      });
    }
    expect(filesBelow(path.join(home, 'disk'))).toEqual([]);
    await coach(['config', 'set', 'journal', path.join(home, 'disk')], { home });
    expect(await coach(['reflect', 'note'], { ...setting(home), stdin: 'It snowed.' })).toMatchObject({
      exitCode: 0,
    });
  });

  test('is known from when it was named, if there were entries in it', async () => {
    const home = freshHome();
    const journal = path.join(home, 'disk');
    put(path.join(journal, 'a.md'), 'text');
    await coach(['config', 'set', 'journal', journal], { home });
    unmount(home);
    expect((await coach(['journal'], { home })).exitCode).toBe(1);
    writeFileSync(path.join(journal, 'a.md'), 'text');
    expect((await coach(['journal'], { home })).exitCode).toBe(0);
  });
});

test('an entry was saved beside encrypted ones of an older month', async () => {
  const home = freshHome();
  put(path.join(journalOf(home), SEALED.replace('2026/11', '2026/09')), 'age-encryption.org/v1\n');
  mkdirSync(path.join(journalOf(home), '2026/11'));
  const ran = await coach(['reflect', 'note'], { home, stdin: 'It rained.' });
  expect(ran).toMatchObject({ stdout: '', exitCode: 1 });
  expect((await coach(['doctor'], { home })).stdout).toContain('this computer does not know its key yet');
});
