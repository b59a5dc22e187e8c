import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Zone } from '../../src/domain/time/moment.ts';
import {
  coach,
  entryFiles,
  failed,
  filesBelow,
  freshHome,
  journalOf,
  put,
  putEntry,
  ROOT,
} from '../cli/coach.ts';
import { CTRL_C, scripted } from '../cli/scripted.ts';

test.each([
  {
    argv: ['journal', '--snice', 'x'],
    says: "coach: unknown option '--snice'\n  Did you mean --since?\n",
  },
  {
    argv: ['--color', 'x', 'journal'],
    says: "coach: option '--color <when>' argument\n'x' is invalid. Allowed choices are\nauto, always, never.\n",
  },
  {
    argv: ['pause', 'x'],
    says: 'coach: "x" is not a time in the future\n  For example:\n  coach pause 14d,\n  coach pause 2 weeks,\n  coach pause until 2026-12-10\n',
  },
])('errors were broken by a narrow screen in the middle of words: $argv', async ({ argv, says }) => {
  const { stderr } = await coach(argv, { home: freshHome(), talkWidth: 40 });
  expect(stderr).toBe(says);
});

test.each([['journal', '--help'], ['completion', '--help'], ['--help'], ['config']])(
  'on a narrow screen the terminal broke words, and lines began with a blank: %s %s',
  async (...argv) => {
    const { stdout } = await coach(argv, { home: freshHome(), width: 40, screen: true });
    const wide = stdout.split('\n').filter((row) => row.length > 40);
    // Only what is one piece, to be copied or in quotes.
    expect(
      wide.filter((row) => !/^ *(?:\$ )?(?:coach|bash|zsh|fish|powershell|eval|source)\b|^ *\S+$/.test(row)),
    ).toEqual([]);
    expect(stdout).not.toMatch(/^ \S/m);
  },
);

const SECRET = 'what my manager said\n    at the meeting (in /home/anna/secret:1:1)';

/** A zone whose offsets nobody can know: anything that reads the clock finds a bug. */
function broken(thrown: () => unknown): Zone {
  return {
    name: 'Europe/Berlin',
    offsetAt() {
      throw thrown();
    },
  };
}

describe('exit codes', () => {
  test.each([
    { code: 0, argv: ['about'] },
    { code: 0, argv: ['journal'] },
    { code: 1, argv: ['reflect', 'member'] },
    { code: 2, argv: ['reflect', 'nember'] },
    { code: 2, argv: ['--snice'] },
  ])('$code: $argv', async ({ code, argv }) => {
    expect((await coach(argv, { home: freshHome() })).exitCode).toBe(code);
  });

  test('70: a bug is announced as ours, with where it is and without what it says', async () => {
    const zone = broken(() => new TypeError(SECRET));
    const { stdout, stderr, exitCode } = await coach(['journal', '--on-this-day'], {
      home: freshHome(),
      zone,
    });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 70 });
    expect(stderr).toMatch(
      /^coach: this is a bug in coach 1\.2\.3, not something you did wrong\. What you saved is safe\.\n {2}Please report it .+\n {4}TypeError\n {4}at main\.test\.ts:\d+:\d+\n {4}at Object\.offsetAt \(main\.test\.ts:\d+:\d+\)\n {4}at today \(moment\.ts:\d+:\d+\)\n/,
    );
    expect(stderr).not.toMatch(/meeting|manager|anna|secret|\/home|\/tmp/);
    expect(stderr).not.toContain(ROOT);
  });

  test.each(['a word', null, { secret: SECRET }])(
    '70: what is thrown may be no error at all: %j',
    async (thrown) => {
      const ran = await coach(['journal', '--on-this-day'], {
        home: freshHome(),
        zone: broken(() => thrown),
      });
      expect(ran.exitCode).toBe(70);
      expect(ran.stderr).toMatch(/\n {4}something that is not an error was thrown\n$/);
    },
  );

  test('130: Ctrl-C, with what was kept', async () => {
    const prompter = scripted(CTRL_C);
    const home = freshHome();
    expect(await coach(['checkin', '--role', 'member'], { home, prompter })).toEqual({
      stdout: expect.stringContaining('Two minutes today · member\n'),
      stderr: '\nNothing was answered, so nothing was saved.\n',
      exitCode: 130,
    });
  });
});

describe('the journal folder', () => {
  const commands = [['journal'], [], ['journal', 'show', 'last'], ['checkin']];

  test('may be a file: nothing is read, nothing is saved', async () => {
    const home = freshHome();
    put(journalOf(home), 'not a folder');
    const wrong = failed(`coach: the journal folder is a file: ${journalOf(home)}
  Move that file somewhere else, or choose another folder: coach config set journal FOLDER
`);
    for (const argv of commands) expect(await coach(argv, { home })).toEqual(wrong);
    expect(await coach(['reflect', 'note'], { home, stdin: 'x' })).toEqual(wrong);
  });

  test.each(['setting', 'COACH_JOURNAL'])(
    'named by %s and gone is an error, and is not made anew',
    async (how) => {
      const home = freshHome();
      const gone = path.join(home, 'stick/journal');
      if (how === 'setting') await coach(['config', 'set', 'journal', gone], { home });
      const env: Record<string, string> = how === 'setting' ? {} : { COACH_JOURNAL: gone };
      const before = filesBelow(home);
      const wrong = failed(`coach: the journal folder is not there: ${gone}
  If it is on a disk that is not connected, connect the disk. To start a new journal there, make the folder first.
`);
      for (const argv of commands) expect(await coach(argv, { home, env })).toEqual(wrong);
      expect(await coach(['reflect', 'note'], { home, env, stdin: 'x' })).toEqual(wrong);
      expect(filesBelow(home)).toEqual(before);
      mkdirSync(gone, { recursive: true });
      expect((await coach(['reflect', 'note'], { home, env, stdin: 'x' })).exitCode).toBe(0);
      expect(readdirSync(gone)).toEqual(['2026']);
    },
  );

  test('moved by COACH_JOURNAL leaves the rest where it is', async () => {
    const home = freshHome();
    const elsewhere = path.join(home, 'elsewhere');
    mkdirSync(elsewhere);
    await coach(['config', 'set', 'journal', '/nowhere'], { home });
    await coach(['reflect', 'note'], { home, env: { COACH_JOURNAL: elsewhere }, stdin: 'x' });
    expect(filesBelow(home)).toEqual([
      'config/settings.json',
      'elsewhere/2026/11/2026-11-22-091405-note-001k3x8m2p.md',
      'state/shown.json',
    ]);
  });

  test('that one may not read or write is told, in words', async () => {
    const home = freshHome();
    // The package may lie where only its owner may go. So what is needed of it is copied, or loaded before.
    const root = path.join(home, 'package');
    cpSync(path.join(ROOT, 'prompts'), path.join(root, 'prompts'), { recursive: true });
    const elsewhere = freshHome();
    expect(await coach(['reflect', 'note'], { home: elsewhere, root, stdin: 'x' })).toMatchObject({
      exitCode: 0,
    });
    expect(await coach(['journal'], { home: elsewhere, root })).toMatchObject({ exitCode: 0 });
    putEntry(home, { id: '1111111111', at: '2026-11-20T10:00:00+01:00' });
    await asSomebodyElse(home, async () => {
      const month = path.join(journalOf(home), '2026/11');
      chmodSync(month, 0o500);
      expect(await coach(['reflect', 'note'], { home, root, stdin: 'x' })).toEqual(
        failed(`coach: cannot write ${month}/2026-11-22-091405-note-001k3x8m2p.md: you do not have permission to write there
  No half-written file was left behind. Fix the problem and try again.
`),
      );
      expect(entryFiles(home)).toHaveLength(1);
      chmodSync(month, 0o000);
      expect(await coach(['journal'], { home, root })).toMatchObject({
        stderr: expect.stringContaining(
          'cannot read the folder 2026/11: you do not have permission to read it (EACCES)\n',
        ),
        exitCode: 0,
      });
      chmodSync(month, 0o700);
      chmodSync(entryFiles(home)[0] ?? '', 0o000);
      expect(await coach(['journal'], { home, root })).toMatchObject({
        stdout: '',
        stderr: expect.stringContaining(
          '1111111111.md:1:1: cannot be read: you do not have permission to read it (EACCES)\n',
        ),
        exitCode: 0,
      });
    });
  });

  test.skipIf(process.platform === 'win32')(
    'that one may not enter was said with the name of a system call',
    async () => {
      const home = freshHome();
      putEntry(home, { id: '1111111111', at: '2026-11-20T10:00:00+01:00' });
      const [file = ''] = entryFiles(home);
      const env = { EDITOR: 'true' };
      const tries = [
        [journalOf(home), ['journal', 'edit', file]],
        [journalOf(home), ['journal', 'delete', file, '--yes']],
        [path.dirname(journalOf(home)), ['journal']],
        [path.dirname(journalOf(home)), ['journal', 'export', '--to', 'x.json']],
      ] as const;
      // The package may lie where only its owner may go: what is needed of it is loaded before.
      for (const [, argv] of tries) await coach(argv, { home: freshHome(), env });
      await asSomebodyElse(home, async () => {
        for (const [folder, argv] of tries) {
          chmodSync(folder, 0o000);
          const { stderr, exitCode } = await coach(argv, { home, env });
          chmodSync(folder, 0o700);
          expect({ argv, stderr, exitCode }).toEqual({
            argv,
            stderr: expect.stringMatching(
              /^coach: cannot read (?:the folder )?\S+(?:: you do not have permission to read it)? \(EACCES\)\n/,
            ),
            exitCode: 1,
          });
        }
      });
    },
  );

  test('may hold links that lead nowhere, or round in a circle', async () => {
    const home = freshHome();
    putEntry(home, { id: '1111111111', at: '2026-11-20T10:00:00+01:00' });
    symlinkSync('nowhere.md', path.join(journalOf(home), 'gone.md'));
    symlinkSync('.', path.join(journalOf(home), 'circle'));
    symlinkSync('loop.md', path.join(journalOf(home), 'loop.md'));
    const { stdout, stderr, exitCode } = await coach(['journal'], { home });
    expect(stdout.split('\n')).toHaveLength(2);
    expect({ stderr, exitCode }).toEqual({
      stderr: expect.stringContaining('loop.md:1:1: cannot be read: symlink loop (ELOOP)'),
      exitCode: 0,
    });
  });
});

/** Runs as a user without special rights, to whom the home belongs. */
async function asSomebodyElse(home: string, run: () => Promise<void>): Promise<void> {
  const { geteuid, seteuid } = process;
  if (!seteuid || geteuid?.() !== 0) return run();
  const nobody = 65_534;
  chownSync(home, nobody, nobody);
  for (const item of readdirSync(home, { recursive: true, encoding: 'utf8' })) {
    chownSync(path.join(home, item), nobody, nobody);
  }
  // Nor may somebody else go back to where root was.
  const before = process.cwd();
  process.chdir(home);
  seteuid(nobody);
  try {
    await run();
  } finally {
    seteuid(0);
    process.chdir(before);
  }
}

describe('the program itself', () => {
  const program = path.join(ROOT, 'bin/coach.cjs');
  const environment = (home: string, more = {}): NodeJS.ProcessEnv => ({
    PATH: process.env['PATH'],
    COACH_HOME: home,
    ...more,
  });

  test('a reader that goes away is no error', async () => {
    const home = freshHome();
    for (const argv of [['banks', 'show', 'challenge'], ['completion', 'bash'], ['--help'], ['--version']]) {
      const child = spawn(process.execPath, [program, ...argv], { env: environment(home) });
      child.stdout.destroy();
      let stderr = '';
      child.stderr.on('data', (text) => (stderr += String(text)));
      const exitCode = await new Promise((resolve) => {
        child.on('close', resolve);
      });
      expect({ argv, stderr, exitCode }).toEqual({ argv, stderr: '', exitCode: 0 });
    }
  });

  test.each([
    { more: {}, flags: [], colour: false },
    { more: { FORCE_COLOR: '1' }, flags: [], colour: true },
    { more: { FORCE_COLOR: '0' }, flags: [], colour: false },
    { more: { FORCE_COLOR: '1', NO_COLOR: '1' }, flags: [], colour: false },
    { more: { FORCE_COLOR: '1' }, flags: ['--color', 'never'], colour: false },
    { more: { NO_COLOR: '1' }, flags: ['--color=always'], colour: true },
  ])('colours a pipe with $more and $flags: $colour', ({ more, flags, colour }) => {
    const home = freshHome();
    putEntry(home, { id: '1111111111', at: '2026-11-20T10:00:00+01:00' });
    const { stdout } = spawnSync(process.execPath, [program, 'journal', '--full', ...flags], {
      env: environment(home, more),
      encoding: 'utf8',
    });
    expect(stdout).toContain('A free page');
    expect(stdout.includes('\u001b[')).toBe(colour);
  });
});
