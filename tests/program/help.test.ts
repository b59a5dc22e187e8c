import { describe, expect, test } from 'vitest';
import { coach, freshHome, refused } from '../cli/coach.ts';
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
      expect(help).toMatch(words.length === 0 ? /\nBegin with:\n {2}\$ / : /\nExamples?:\n {2}\$ /);
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
    'plans',
    'review',
    'challenge',
    'challenge ready',
    'challenge repeat',
    'challenge pause',
    'challenge stop',
    'journal',
    'journal show',
    'journal edit',
    'journal delete',
    'journal restore',
    'journal export',
    'journal import',
    'insights',
    'banks',
    'banks show',
    'banks check',
    'banks new',
    'schedule',
    'schedule add',
    'schedule list',
    'schedule remove',
    'pause',
    'resume',
    'config',
    'config list',
    'config get',
    'config set',
    'config path',
    'doctor',
    'about',
    'readings',
    'help-people',
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
    { argv: ['poem'], says: "unknown command 'poem'\n  coach --help lists what there is." },
    { argv: ['complet'], says: "unknown command 'complet'\n  Did you mean completion?" },
    { argv: ['--versoin'], says: "unknown option '--versoin'\n  Did you mean --version?" },
    { argv: ['--hlep'], says: "unknown option '--hlep'\n  Did you mean --help?" },
    { argv: ['-x'], says: "unknown option '-x'\n  coach --help lists what there is." },
    { argv: ['reflect', '--shrot'], says: "unknown option '--shrot'\n  Did you mean --short?" },
    { argv: ['journal', 'show', 'last', '--jsn'], says: "unknown option '--jsn'\n  Did you mean --json?" },
    { argv: ['banks', '--rloe', 'member'], says: "unknown option '--rloe'" },
    { argv: ['config', 'set', '--x', 'role', 'y'], says: "unknown option '--x'" },
    { argv: ['about', '--colour', 'never'], says: "unknown option '--colour'\n  Did you mean --color?" },
    { argv: ['\u001b[2Jx'], says: "unknown command 'x'\n  coach --help lists what there is." },
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
