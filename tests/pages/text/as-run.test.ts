import { describe, expect, test } from 'vitest';
import { asRun, isRunByNpx } from '../../../src/pages/text/as-run.ts';
import { CoachError, Interrupted } from '../../../src/domain/text/errors.ts';
import { main } from '../../../src/program/main.ts';
import { commandsBelow, program, TERMINAL } from '../../cli/program.ts';

const NPX = { npm_command: 'exec', npm_lifecycle_event: 'npx', npm_lifecycle_script: "'coach' 'review'" };

test.each([
  [
    new CoachError('there is no entry "last"', { hint: 'The first one: coach reflect' }),
    'coach: there is no entry "last"\n  The first one: npx coach reflect\n',
  ],
  [new Interrupted('Run coach reflect to go on.'), '\nRun npx coach reflect to go on.\n'],
])(
  'whoever tried coach with npx was told to type a command that they did not have: %s',
  async (failure, told) => {
    let said = '';
    const terminal = { ...TERMINAL, err: (text: string) => (said += text) };
    const open = (): Promise<never> => {
      throw failure;
    };
    await main(['review'], { terminal, version: '1.2.3', env: NPX, open });
    expect(said).toBe(told);
  },
);

test('every command is known', () => {
  const names = commandsBelow(program).map((command) => command.name());
  expect(names.filter((name) => asRun(`coach ${name}`, NPX) !== `npx coach ${name}`)).toEqual([]);
});

describe('stays as it is', () => {
  test.each([
    ['where coach is only spoken of', 'coach cannot tell', NPX],
    ['where npx is there already', 'npx coach review', NPX],
    ['in a path', '/usr/bin/coach review', NPX],
    ['where coach is installed', 'coach review', {}],
    [
      'where npx runs another program, which starts coach',
      'coach review',
      { ...NPX, npm_lifecycle_script: "'vitest'" },
    ],
  ])('%s', (_case, text, env) => expect(asRun(text, env)).toBe(text));
});

test.each(['coach', "'coach'", '"coach" "review"', 'coach review'])('npm tells of %s', (script) => {
  expect(isRunByNpx({ ...NPX, npm_lifecycle_script: script })).toBe(true);
});
