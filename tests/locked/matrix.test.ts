import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, crontabOf, filesBelow, journalOf, put, type Ran } from '../cli/coach.ts';
import { scripted } from '../cli/scripted.ts';
import { PROGRAM } from '../terminal/coach.ts';
import { LOCKED, type LockedHome, lockedHome, PLAN, PLANNED } from './locked-home.ts';

/** What is done by a command while the journal is locked. */
type Way =
  /** It has to read: asked for at a terminal, otherwise exit 1 and nothing on standard output. */
  | 'reads'
  /** It does what it does without reading. */
  | 'works'
  /** It needs somebody to ask, whatever the journal is. */
  | 'asks';

const PATH = '2026/11/2026-11-22-000000-entry-';

/** Every command, and most of their flags. `ENTRY` is the path of an entry, `ID` the beginning of its id. */
const COMMANDS: readonly (readonly [Way, readonly string[], stdin?: string])[] = [
  ['reads', []],
  ['asks', ['reflect', 'member']],
  ['works', ['reflect', 'member', '--template']],
  ['works', ['reflect', 'member', '--answers', '-'], 'member-felt: Pear.'],
  ['works', ['checkin']],
  ['works', ['checkin', '--notify']],
  ['works', ['checkin', '--answers', '-'], '{"checkin-trust": 4}'],
  ['works', ['note'], 'Pear.'],
  ['works', ['prepare', '--template']],
  ['reads', ['debrief', '--answers', '-'], ''],
  ['works', ['lookback', '--notify']],
  ['reads', ['journal']],
  ['reads', ['journal', '--json']],
  ['reads', ['journal', '--search', 'pineapple']],
  ['reads', ['journal', '--about', 'D.', '--full']],
  ['reads', ['journal', '--on-this-day']],
  ['reads', ['journal', 'show', 'last']],
  ['reads', ['journal', 'show', 'ENTRY']],
  ['reads', ['journal', 'show', 'ID', '--json']],
  ['reads', ['journal', 'edit', 'last']],
  ['reads', ['journal', 'history', 'last']],
  ['reads', ['journal', 'export', '--format', 'json']],
  ['reads', ['journal', 'export', '--to', 'out.html']],
  ['reads', ['journal', 'delete', 'last', '--yes']],
  ['reads', ['journal', 'delete', 'ID', '--yes']],
  ['reads', ['journal', 'delete', '--about', 'D.', '--yes']],
  ['works', ['journal', 'delete', 'ENTRY', '--yes']],
  ['works', ['journal', 'delete', 'ENTRY', '--forever', '--yes']],
  ['reads', ['insights']],
  ['reads', ['insights', '--json']],
  ['reads', ['report']],
  ['reads', ['report', '--to', 'report.html']],
  ['reads', ['share', '--question', 'manager-commitment']],
  ['reads', ['plans']],
  ['reads', ['plans', '--json']],
  ['reads', ['review']],
  ['reads', ['review', '--json']],
  ['reads', ['challenge']],
  ['reads', ['challenge', '--json']],
  ['reads', ['challenge', 'ready', '--template']],
  ['reads', ['challenge', 'stop']],
  ['reads', ['align']],
  ['reads', ['align', 'invite']],
  ['works', ['align', 'fill', '--template']],
  ['works', ['history']],
  ['works', ['history', '--json']],
  ['works', ['redo']],
  ['works', ['banks']],
  ['works', ['config']],
  ['works', ['config', 'path']],
  ['works', ['doctor']],
  ['works', ['doctor', '--json']],
  ['works', ['pause', '14d']],
  ['works', ['schedule', 'list']],
  ['works', ['about']],
  ['works', ['help-people']],
  ['works', ['lock']],
  ['works', ['completion', 'bash']],
  ['works', ['complete', ':journal', ':show', ':']],
];

/** The end of a command where nobody is at a terminal. */
function expected(way: Way, ran: Ran): Ran {
  return way === 'reads' ? LOCKED : { ...ran, exitCode: way === 'works' ? 0 : 1 };
}

interface Written extends LockedHome {
  readonly entry: string;
}

/** A locked journal with an entry. */
async function written(): Promise<Written> {
  const made = await lockedHome();
  await made.pipe(PLAN, PLANNED);
  made.lock();
  const [file = ''] = readdirSync(path.join(journalOf(made.home), '2026/11'));
  return { ...made, entry: `2026/11/${file.replace(/\.age$/, '')}` };
}

function filled(argv: readonly string[], entry: string): readonly string[] {
  return argv.map((word) =>
    word === 'ENTRY' ? entry : word === 'ID' ? entry.slice(PATH.length, PATH.length + 5) : word,
  );
}

const named = COMMANDS.map(([way, argv, stdin = '']) => ({
  way,
  argv,
  stdin,
  name: argv.join(' ') || 'coach',
}));

/** Nothing of what was written, and nothing that looks like a journal without entries. */
function tellsNothing({ stdout, stderr }: Ran): void {
  expect(`${stdout}${stderr}`).not.toMatch(/pineapple|No entries|first entry|Two commands to try/i);
  expect(stdout.trim()).not.toBe('[]');
}

describe('while the journal is locked', () => {
  test.each(named)('in a pipe: $name', async ({ way, argv, stdin }) => {
    const { pipe, entry } = await written();
    const ran = await pipe(filled(argv, entry), stdin);
    if (argv[0] !== 'history') tellsNothing(ran);
    expect(ran).toEqual(expected(way, ran));
    expect(ran.stderr).not.toContain('bug');
  });

  test.each(named.filter(({ way }) => way === 'reads'))(
    'at a terminal, somebody without the passphrase is asked once: $name',
    async ({ argv, stdin }) => {
      const { home, sessions, entry } = await written();
      const prompter = scripted('');
      const ran = await coach(filled(argv, entry), { home, sessions, stdin, prompter });
      tellsNothing(ran);
      expect(prompter.seen.filter((one) => !one.startsWith('say'))).toEqual([
        'secret Passphrase of your journal:',
      ]);
      expect(ran).toEqual(LOCKED);
    },
  );

  test.each(named.filter(({ way }) => way === 'works'))(
    'at a terminal, nobody is asked for what needs no reading: $name',
    async ({ argv, stdin }) => {
      const isSitting = ['note', 'checkin'].includes(argv.join(' '));
      const { home, sessions, entry } = await written();
      const prompter = scripted();
      if (isSitting) return;
      const ran = await coach(filled(argv, entry), { home, sessions, stdin, prompter });
      if (argv[0] !== 'history') tellsNothing(ran);
      expect(prompter.seen.filter((one) => one.startsWith('secret'))).toEqual([]);
      expect(ran.exitCode).toBe(0);
    },
  );
});

describe('from cron', () => {
  test.each(named.filter(({ argv }) => argv[0] !== 'schedule'))(
    '$name',
    { timeout: 30_000 },
    async ({ way, argv }) => {
      const { home, entry } = await written();
      const began = performance.now();
      const { stdout, stderr, status } = spawnSync(
        'env',
        ['-i', `COACH_HOME=${home}`, process.execPath, PROGRAM, ...filled(argv, entry)],
        { cwd: home, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', timeout: 20_000 },
      );
      expect(performance.now() - began).toBeLessThan(20_000);
      const ran = { stdout, stderr, exitCode: status ?? -1 };
      if (argv[0] !== 'history') tellsNothing(ran);
      expect(ran).toEqual(way === 'reads' ? LOCKED : ran);
      expect(stderr).not.toMatch(/bug|Passphrase/);
      expect([0, 1]).toContain(status);
    },
  );
});

describe('on a computer that does not know the key', () => {
  const NEEDS_NO_JOURNAL = [
    'banks',
    'config',
    'doctor',
    'pause',
    'schedule',
    'about',
    'help-people',
    'completion',
    'complete',
  ];

  test.each(named.filter(({ argv: [command = ''] }) => !NEEDS_NO_JOURNAL.includes(command)))(
    '$name is refused, and changes nothing',
    async ({ argv, stdin }) => {
      const { home, sessions, pipe, entry } = await written();
      rmSync(path.join(home, 'state/keys.json'));
      const before = filesBelow(home);
      const ran = await pipe(filled(argv, entry), stdin);
      const prompter = scripted();
      const asked = await coach(filled(argv, entry), { home, sessions, stdin, prompter });
      for (const one of [ran, asked]) {
        expect(one).toMatchObject({ stdout: '', exitCode: 1 });
        expect(one.stderr).toContain('does not know the key of this journal yet');
      }
      expect(prompter.seen.filter((one) => !one.startsWith('say'))).toEqual([]);
      expect(filesBelow(home)).toEqual(before);
    },
  );
});

test('an entry that was deleted by its path comes back by it, locked or not', async () => {
  const { home, pipe, entry, unlock } = await written();
  expect((await pipe(['journal', 'delete', entry, '--yes'])).exitCode).toBe(0);
  expect((await pipe(['journal', 'restore', `trash/${entry}`])).exitCode).toBe(0);
  expect((await pipe(['redo'])).exitCode).toBe(0);
  await unlock();
  expect(JSON.parse((await pipe(['journal', '--json'])).stdout)).toHaveLength(1);
  expect(put(crontabOf(home), '')).toBeTruthy();
});

test('the Tab key offers ids by the names of files, locked or not', async () => {
  const { pipe, entry } = await written();
  const id = entry.slice(PATH.length, PATH.length + 10);
  expect((await pipe(['complete', ':journal', ':show', ':'])).stdout).toContain(`${id}\t2026-11-22\n`);
});
