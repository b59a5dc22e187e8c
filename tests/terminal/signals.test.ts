import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  coach,
  CTRL_D,
  ENTER,
  ESC,
  expectAsBefore,
  filesBelow,
  freshHome,
  gone,
  openCoach,
  openFromScript,
  signal,
} from './coach.ts';
import type { AtCoach, Home } from './coach.ts';

const REFLECT = ['reflect', '--role', 'manager', '--short', '--about', ''];
const PLAIN = [...REFLECT, '--plain'];

/** Where somebody may be when a signal comes, and whether anything is answered by then. */
const STAGES = [
  {
    stage: 'before the first question',
    args: ['reflect'],
    go: ({ when }: AtCoach) => when('Which of these fits you?'),
  },
  {
    stage: 'in a text',
    args: REFLECT,
    go: async ({ when, until }: AtCoach) => {
      await when('Think of one recent moment', 'my own words');
      await until(/my own words$/m);
    },
    isKept: true,
  },
  {
    stage: 'in a list',
    args: [...REFLECT, '--question', 'manager-fit'],
    go: ({ when }: AtCoach) => when('1 About as much'),
  },
  {
    stage: 'in the menu',
    args: REFLECT,
    go: async ({ when }: AtCoach) => {
      await when('Think of one recent moment', 'my own words', ESC);
      await when('or t / n / c');
    },
    isKept: true,
  },
  {
    stage: 'line by line',
    args: PLAIN,
    go: async ({ when, until, types }: AtCoach) => {
      await when('What did you do?', `my own words${ENTER}`);
      // A command is one once it comes alone, which on a busy machine may take more than one try.
      const isHeard = (): Promise<boolean> =>
        until(/Commands: :back/, 1000).then(
          () => true,
          () => false,
        );
      do await types(`:help${ENTER}`);
      while (!(await isHeard()));
    },
    isKept: true,
  },
  {
    stage: 'in the list of entries',
    args: ['journal', '--browse'],
    go: async ({ until }: AtCoach) => void (await until(/Search:[^]*A free page/)),
  },
  {
    stage: 'in an entry',
    args: ['journal', '--browse'],
    go: async ({ until, types }: AtCoach) => {
      await until(/Search:[^]*A free page/);
      await types(ENTER);
      await until(/an earlier one/);
    },
  },
] as const;

/** A home, with an entry where one is to be looked at. */
async function homeFor(args: readonly string[]): Promise<Home> {
  const home = freshHome();
  if (args[0] === 'journal') await coach(['reflect', 'note'], home, 'an earlier one\n');
  return home;
}

function expectKept(home: Home, stage: object): void {
  const drafts = filesBelow(home.drafts).map((name) => readFileSync(path.join(home.drafts, name), 'utf8'));
  expect(drafts.map((text) => text.includes('my own words'))).toEqual('isKept' in stage ? [true] : []);
}

describe('a signal left the echo off, the second screen on or a core dump', () => {
  const some = ['SIGINT', 'SIGUSR2', 'SIGALRM'] as const;
  const cases = STAGES.flatMap((stage, at) => [
    { ...stage, name: some[at % some.length] ?? 'SIGINT' },
    { ...stage, name: 'SIGQUIT' as const },
  ]);
  const others = [
    'SIGUSR1',
    'SIGHUP',
    'SIGTERM',
    'SIGVTALRM',
    'SIGPROF',
    'SIGXCPU',
    'SIGIO',
    'SIGPWR',
  ] as const;
  const more = [...others, 'SIGABRT', 'SIGTRAP', 'SIGSYS', 'SIGSTKFLT'] as const;
  const known = more.filter((name) => name in constants.signals);
  test.each([...cases, ...known.map((name) => ({ ...STAGES[1], name }))])('$name $stage', async (one) => {
    const home = await homeFor(one.args);
    const terminal = openFromScript(one.args, home);
    await one.go(terminal);
    signal(home, one.name);
    expect(await terminal.exited).toEqual({ exitCode: 128 + constants.signals[one.name] });
    expectAsBefore(terminal, home);
    expectKept(home, one);
    const seconds = terminal.written().split('\u001b[?1049h').length;
    expect(terminal.written().split('\u001b[?1049l')).toHaveLength(seconds);
  });
});

describe('a closed window aborted Node with the answers in a core dump', () => {
  test.each(STAGES)('$stage', async (one) => {
    const home = await homeFor(one.args);
    const status = path.join(home.root, 'status');
    // A shell of its own session would be gone with the window.
    const script = 'trap "" HUP; "$@"; echo $? >"$0"';
    const words = ['-c', script, status, process.execPath, path.resolve('bin/coach.cjs'), ...one.args];
    const terminal = openCoach([], home, { command: 'sh', args: words });
    await one.go(terminal);
    terminal.hangUp();
    await expect.poll(() => filesBelow(home.root).includes('status'), { timeout: 30_000 }).toBe(true);
    await expect.poll(() => readFileSync(status, 'utf8'), { timeout: 30_000 }).toBe('129\n');
    expectKept(home, one);
  });
});

describe.each([
  { how: 'with lists', args: REFLECT, answer: ['my own words', CTRL_D] },
  { how: 'line by line', args: PLAIN, answer: [`my own words${ENTER}`, `.${ENTER}`] },
])('$how', ({ args, answer }) => {
  const hook = path.join(import.meta.dirname, 'signal-while-writing.cjs');
  const env = (at: string) => ({ NODE_OPTIONS: `--require "${hook}"`, AT: at, SIGNAL: 'SIGTERM' });

  test('a signal while the draft was written lost the answer just given', async () => {
    const home = freshHome();
    const terminal = openFromScript(args, home, { env: env('drafts/[^/]+\\.json$') });
    await terminal.when(args === PLAIN ? 'What did you do?' : 'Think of one recent moment', ...answer);
    expect(await terminal.exited).toEqual({ exitCode: 143 });
    expectAsBefore(terminal, home);
    expectKept(home, { isKept: true });
  });

  test('a signal while the entry is saved changes nothing', async () => {
    const home = freshHome();
    const plain = args === PLAIN ? ['--plain'] : [];
    const terminal = openFromScript(['reflect', 'note', ...plain], home, { env: env('-note-') });
    await terminal.when(plain.length > 0 ? 'ends it' : 'Ctrl-D: done', ...answer);
    await terminal.when('Read through your answers before saving', plain.length > 0 ? `1${ENTER}` : ENTER);
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    await terminal.says('Saved.');
    expectAsBefore(terminal, home);
    expect(filesBelow(home.journal)).toHaveLength(1);
    expect(filesBelow(home.drafts)).toEqual([]);
  });
});

test("SIGUSR1 opened Node's debugger to everybody on the machine", async () => {
  const home = freshHome();
  const terminal = openCoach(['reflect', 'note', '--answers', '-'], home);
  // It waits for what is typed, and asks nobody.
  await terminal.until(() => true);
  const pid = await terminal.pid;
  await new Promise((resolve) => {
    setTimeout(resolve, 1000);
  });
  await terminal.kill('SIGUSR1');
  await terminal.types(`note-text: a word${ENTER}${CTRL_D}`);
  await gone(pid);
  expect(terminal.everything()).not.toContain('Debugger');
});

test.each([
  { keys: 'q', what: 'a letter that means nothing' },
  { keys: '2\r', what: 'an answer' },
])('Ctrl-C was lost behind $what that came with it', async ({ keys }) => {
  const terminal = openCoach(['checkin', '--role', 'member'], freshHome());
  await terminal.until(/> \d /);
  await terminal.types(`${keys}\u0003`);
  expect(await terminal.exited).toEqual({ exitCode: 130 });
});
