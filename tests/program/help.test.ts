import { describe, expect, test } from 'vitest';
import { coach, freshHome, refused } from '../cli/coach.ts';
import { MEANT } from '../../src/pages/text/word-refusals.ts';
import { expectToWork } from '../cli/examples.ts';
import { program, withCommandsBelow, wordsOf } from '../cli/program.ts';

const commands = withCommandsBelow(program).map(wordsOf);

async function helpOf(words: readonly string[]): Promise<string> {
  const { stdout, stderr, exitCode } = await coach([...words, '--help'], { home: freshHome() });
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  return stdout;
}

describe.each(commands.map((words) => ({ words, name: ['coach', ...words].join(' ') })))(
  '$name --help',
  ({ words, name }) => {
    test('says how it is used, with an example', async () => {
      const help = await helpOf(words);
      expect(help).toMatch(new RegExp(`^Usage: ${name}( |\\n)`));
      expect(help).toMatch(words.length === 0 ? /\nStart with:\n {2}\$ / : /\nExamples?:\n {2}\$ /);
      expect(help.split('\n').filter((line) => line.length > 80 && !line.startsWith('  $ '))).toEqual([]);
    });

    test('gives examples that work', async () => {
      const lines = Array.from((await helpOf(words)).matchAll(/^ {2}\$ (.+)$/gm), ([, line = '']) => line);
      expect(lines.length).toBeGreaterThan(0);
      await expectToWork(lines);
    });

    test('is what "coach help" and -h print, too', async () => {
      const help = await helpOf(words);
      expect((await coach(['help', ...words], { home: freshHome() })).stdout).toBe(help);
      expect((await coach([...words, '-h'], { home: freshHome() })).stdout).toBe(help);
    });
  },
);

test('there are as many commands as there ought to be', () => {
  expect(commands.map((words) => words.join(' '))).toEqual([
    '',
    'reflect',
    'checkin',
    'note',
    'prepare',
    'debrief',
    'lookback',
    'journal',
    'journal show',
    'journal edit',
    'journal delete',
    'journal restore',
    'journal history',
    'journal export',
    'journal import',
    'insights',
    'report',
    'share',
    'about',
    'readings',
    'help-people',
    'plans',
    'review',
    'challenge',
    'challenge ready',
    'challenge repeat',
    'challenge pause',
    'challenge stop',
    'align',
    'align fill',
    'align invite',
    'align seal',
    'align open',
    'align guesses',
    'align agree',
    'undo',
    'redo',
    'history',
    'history forget',
    'encrypt',
    'unlock',
    'lock',
    'keys',
    'keys passphrase',
    'keys recovery',
    'keys renew',
    'keys accept',
    'keys forget',
    'decrypt',
    'schedule',
    'schedule add',
    'schedule list',
    'schedule remove',
    'pause',
    'resume',
    'sync',
    'sync setup',
    'sync status',
    'sync stop',
    'sync forget',
    'banks',
    'banks show',
    'banks check',
    'banks new',
    'config',
    'config list',
    'config get',
    'config set',
    'config path',
    'doctor',
    'completion',
  ]);
});

describe('what is misspelt is answered with the near one', () => {
  test.each([
    { argv: ['jurnal'], says: "unknown command 'jurnal'\n  Did you mean journal?" },
    { argv: ['jurnal', '--since', 'today'], says: "unknown command 'jurnal'\n  Did you mean journal?" },
    { argv: ['jurnal', '--help'], says: "unknown command 'jurnal'\n  Did you mean journal?" },
    { argv: ['help', 'chekin'], says: "unknown command 'chekin'\n  Did you mean checkin?" },
    { argv: ['journal', 'shwo', '--help'], says: "unknown command 'shwo'\n  Did you mean show?" },
    { argv: ['poem'], says: "unknown command 'poem'\n  For help: coach --help" },
    { argv: ['sched'], says: "unknown command 'sched'\n  Did you mean schedule?" },
    { argv: ['complet'], says: "unknown command 'complet'\n  Did you mean completion?" },
    { argv: ['--versoin'], says: "unknown option '--versoin'\n  Did you mean --version?" },
    { argv: ['--hlep'], says: "unknown option '--hlep'\n  Did you mean --help?" },
    { argv: ['-x'], says: "unknown option '-x'\n  For help: coach --help" },
    { argv: ['reflect', '--shrot'], says: "unknown option '--shrot'\n  Did you mean --short?" },
    { argv: ['journal', 'show', 'last', '--jsn'], says: "unknown option '--jsn'\n  Did you mean --json?" },
    {
      argv: ['banks', '--rloe', 'member'],
      says: "unknown option '--rloe'\n  To see how to use it: coach banks --help",
    },
    {
      argv: ['config', 'set', '--x', 'role', 'y'],
      says: "unknown option '--x'\n  To see how to use it: coach config set --help",
    },
    { argv: ['about', '--colour', 'never'], says: "unknown option '--colour'\n  Did you mean --color?" },
    { argv: ['\u001b[2Jx'], says: "unknown command 'x'\n  For help: coach --help" },
  ])('$argv', async ({ argv, says }) => {
    expect(await coach(argv, { home: freshHome() })).toEqual(refused(`coach: ${says}\n`));
  });
});

describe('options of every command', () => {
  test('--version', async () => {
    for (const flag of ['--version', '-V']) {
      expect(await coach([flag], { home: freshHome() })).toEqual({
        stdout: '1.2.3\n',
        stderr: '',
        exitCode: 0,
      });
    }
  });

  test.each([
    ['--color', 'pink'],
    ['about', '--color=yes'],
    ['journal', 'show', 'last', '--color', ''],
  ])('%s %s is refused, and the choices are named', async (...argv) => {
    const { stdout, stderr, exitCode } = await coach(argv, { home: freshHome() });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toMatch(
      /^coach: option '--color <when>' argument '\w*' is invalid\. Allowed choices are auto, always, never\.\n$/,
    );
  });
});

test('at 40 columns help had columns of ten letters, and lines broken in the middle of a sentence', async () => {
  for (const words of commands) {
    const { stdout } = await coach([...words, '--help'], { home: freshHome(), screen: true, width: 40 });
    const rows = stdout.split('\n');
    // What one copies stays whole.
    expect(
      rows.filter((row) => row.length > 40 && !/^(?: *\$ |coach )|"\$\(coach|coach completion/.test(row)),
    ).toEqual([]);
    expect(rows.filter((row) => /^ {6,}/.test(row))).toEqual([]);
  }
  const { stdout } = await coach(['journal', '--help'], { home: freshHome(), screen: true, width: 40 });
  expect(stdout).toContain('nov 22 or 2026-11. Enter');
});

test('help listed 17 commands in one row, with nothing to tell those that write from those that read', async () => {
  const help = await helpOf([]);
  const headings = Array.from(help.matchAll(/^(.+):\n {2}[a-z]/gm), ([, heading]) => heading);
  expect(headings).toEqual(['Write', 'Read', 'Follow up', 'Go back', 'Keep private', 'Set up']);
});

describe('words that one would try were unknown, with no way on', () => {
  test.each([
    { argv: ['show', 'last'], says: 'Use coach journal show.' },
    { argv: ['show', '--help'], says: 'Use coach journal show.' },
    { argv: ['help', 'show'], says: 'Use coach journal show.' },
    { argv: ['Search', 'rain'], says: 'Use coach journal --search.' },
    { argv: ['find'], says: 'Use coach journal --search.' },
    { argv: ['list', '--since', 'today'], says: 'Use coach journal.' },
    { argv: ['export', '--format', 'csv'], says: 'Use coach journal export.' },
    { argv: ['import', 'a.json'], says: 'Use coach journal import.' },
    { argv: ['today'], says: 'Use coach on its own.' },
    { argv: ['status'], says: 'Use coach on its own.' },
    { argv: ['edit', 'last'], says: 'Use coach journal edit.' },
    { argv: ['delete', 'last'], says: 'Use coach journal delete.' },
    { argv: ['new'], says: 'Use coach reflect.' },
    { argv: ['write'], says: 'Use coach reflect, or coach note for a page without questions.' },
    { argv: ['remind'], says: 'Use coach schedule add.' },
    { argv: ['check'], says: 'Use coach checkin, or coach doctor for your files.' },
    { argv: ['journal', 'search', 'rain'], says: 'Use coach journal --search.' },
  ])('$argv', async ({ argv, says }) => {
    const { stdout, stderr, exitCode } = await coach(argv, { home: freshHome() });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toMatch(/^coach: unknown command '\w+'\n {2}/);
    expect(stderr).toContain(`\n  ${says}\n`);
  });

  test('each of them is unknown, and each command that is named is there', () => {
    for (const [word, meant] of Object.entries(MEANT)) {
      expect(named(word)).toBeUndefined();
      for (const one of meant.match(/coach [a-z]+(?: [a-z]+)?/g) ?? []) {
        const known = named(one) ?? named(one.split(' ').slice(0, 2).join(' '));
        expect({ one, isKnown: known !== undefined || one.startsWith('coach on') }).toEqual({
          one,
          isKnown: true,
        });
      }
    }
  });

  function named(call: string): string | undefined {
    return commands.map((words) => ['coach', ...words].join(' ')).find((one) => one === call);
  }
});

test('a question was not found by the part of its id that one remembers', async () => {
  const home = freshHome();
  const asked = async (...argv: readonly string[]): Promise<string> => (await coach(argv, { home })).stderr;
  expect(await asked('checkin', '--question', 'x')).toContain("unknown option '--question'");
  expect(await asked('reflect', 'checkin', '--question', 'trust')).toContain('Did you mean checkin-trust?');
  expect(await asked('reflect', 'member', '--question', 'fel')).toContain('Did you mean member-felt?');
  expect(await asked('reflect', '--question', 'trust')).toMatch(/Did you mean .*\bcheckin-trust\b.*\?/);
  expect(await asked('reflect', 'challenge', '--step', 'see')).toContain('Did you mean step-see?');
});

test('a forgotten argument or a value too many was refused without a way on', async () => {
  for (const { argv, command } of [
    { argv: ['journal', 'show'], command: 'coach journal show' },
    { argv: ['--color', 'never', 'about', 'x'], command: 'coach about' },
    { argv: ['reflect', '--answers'], command: 'coach reflect' },
    { argv: ['--color'], command: 'coach' },
  ]) {
    const { stderr, exitCode } = await coach(argv, { home: freshHome() });
    expect(exitCode).toBe(2);
    expect(stderr.split('\n')[1]).toBe(`  To see how to use it: ${command} --help`);
  }
});

test('between 80 and 100 columns help was wrapped twice, each time at another width', async () => {
  const at80 = await helpOf(['journal']);
  for (const width of [80, 90, 120]) {
    const { stdout } = await coach(['journal', '--help'], { home: freshHome(), screen: true, width });
    expect(stdout).toBe(at80);
  }
});
