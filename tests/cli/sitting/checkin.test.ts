import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  coach,
  DAY,
  entryFiles,
  failed,
  freshHome,
  HOUR,
  journalJson,
  NOON,
  printed,
  put,
  refused,
  settledHome,
} from '../coach.ts';
import { bankNamed } from '../../domain/plans.ts';
import type { Move } from '../scripted.ts';
import { LATER, sit, sitAt } from '../sitting.ts';

const WAITING = printed('A check-in is waiting: coach checkin\n');
const QUIET = printed('');
const SAVED = printed('Saved.\n2026/11/2026-11-22-091405-checkin-001k3x8m2p.md\n');

const AS_MEMBER = ['checkin', '--role', 'member', '--answers', '-'];

describe('answers', () => {
  test('as JSON from standard input are saved as one entry', async () => {
    const home = freshHome();
    const stdin = '{"checkin-trust": 4, "checkin-responsibility": "na", "rot-m-waited": "A reply."}';
    expect(await coach(AS_MEMBER, { home, stdin })).toEqual(SAVED);
    const [file = ''] = entryFiles(home);
    expect(readFileSync(file, 'utf8')).toBe(`---
coach: 1
id: 001k3x8m2p
at: "2026-11-22T09:14:05+01:00"
written: "2026-11-22T09:14:05+01:00"
zone: Europe/Berlin
day: "2026-11-22"
bank: checkin
bank-version: 2
role: member
---

# Two minutes today

## Today, how much could you count on the other person to do their part?
<!-- coach: checkin-trust scale -->

4 (1 not at all, 5 fully)

## Today, how much did you take on without waiting to be asked?
<!-- coach: checkin-responsibility scale -->

na (It didn't come up today)

## What did you wait for today?
<!-- coach: rot-m-waited text -->

A reply.
`);
  });

  test('as YAML from a file say the same', async () => {
    const home = freshHome();
    put(path.join(home, 'today.yaml'), 'role: micromanaged\ncheckin-trust: 4\nrot-m-waited: A reply.\n');
    expect(await coach(['checkin', '--answers', 'today.yaml'], { home })).toEqual(SAVED);
    expect(readFileSync(entryFiles(home)[0] ?? '', 'utf8')).toContain('\nrole: member\n');
  });

  test('may be of any question of the role’s rotation, and of the weekly scale', async () => {
    const home = freshHome();
    const stdin = 'rot-g-relied: Q.\nrot-g-changed: R.\ncheckin-load: 5\n';
    expect(await coach(['checkin', '--role', 'manager', '--answers', '-'], { home, stdin })).toEqual(SAVED);
  });

  test('take about, tags and time from the file, and rather from the command line', async () => {
    const home = freshHome();
    const stdin = 'role: member\nabout: K.\ntags: [one, two]\nat: yesterday 18:00\ncheckin-trust: 3\n';
    await coach(['checkin', '--answers', '-'], { home, stdin });
    await coach(['checkin', '--answers', '-', '--about', 'D.', '--tag', '#one', '--at', '2026-11-20'], {
      home,
      stdin,
    });
    expect(await journalJson(home)).toMatchObject([
      { about: 'K.', tags: ['one', 'two'], at: '2026-11-21T18:00:00+01:00', day: '2026-11-21' },
      { about: 'D.', tags: ['one', 'two'], at: '2026-11-20', day: '2026-11-20' },
    ]);
  });

  test('need a role, which the settings may know', async () => {
    const home = freshHome();
    const stdin = 'checkin-trust: 3\n';
    const which = refused(
      'coach: which role?\n  Add --role member or --role manager, or run: coach config set role member\n',
    );
    expect(await coach(['checkin', '--answers', '-'], { home, stdin })).toEqual(which);
    await coach(['config', 'set', 'role', 'both'], { home });
    expect(await coach(['checkin', '--answers', '-'], { home, stdin })).toEqual(which);
    await coach(['config', 'set', 'role', 'manager'], { home });
    expect(await coach(['checkin', '--answers', '-'], { home, stdin })).toEqual(SAVED);
  });

  test.each([
    { stdin: 'checkin-trust: 6', says: '1:16: checkin-trust: expected a whole number from 1 to 5, or na' },
    { stdin: 'checkin-trust: 2.5', says: '1:16: checkin-trust: expected a whole number from 1 to 5, or na' },
    { stdin: 'checkin-trust: high', says: '1:16: checkin-trust: expected a whole number from 1 to 5, or na' },
    {
      stdin: '{"checkin-trust": "4"}',
      says: '1:19: checkin-trust: expected a whole number from 1 to 5, or na',
    },
    {
      stdin: 'checkin-trust: {skip: later}',
      says: '1:16: checkin-trust: expected {skip: passed | not-today',
    },
    {
      stdin: 'checkin-trsut: 4',
      says: '1:1: no question "checkin-trsut" in the question set checkin (member); did you mean checkin-trust?',
    },
    { stdin: 'rot-g-relied: x', says: '1:1: rot-g-relied: this question is only for the role manager' },
    { stdin: 'rot-m-waited: 4', says: '1:15: rot-m-waited: expected text; put it in quotes or under a "|"' },
    { stdin: 'about: {a: 1}\nrot-m-waited: x', says: '1:8: about: expected a short name' },
    {
      stdin: 'tags: one\nrot-m-waited: x',
      says: '1:7: tags: expected a list of words, for example [one, two]',
    },
    {
      stdin: 'at: tomorrow\nrot-m-waited: x',
      says: '1:5: at: "tomorrow" is not a time in the past; expected a time such as',
    },
    {
      stdin: 'role: boss\nrot-m-waited: x',
      says: '1:7: role: "boss" is not a role; expected manager or member',
    },
    {
      stdin: 'role: mamber\nrot-m-waited: x',
      says: '1:7: role: "mamber" is not a role; did you mean member?',
    },
    { stdin: '', says: '1:1: expected "question: answer" lines (see --template)' },
    { stdin: '- 4', says: '1:1: expected "question: answer" lines (see --template)' },
    { stdin: '[4]', says: '1:1: expected "question: answer" lines (see --template)' },
    { stdin: '{"checkin-trust": 4', says: '1:' },
    { stdin: '{"checkin-trust": 4, "checkin-trust": 5}', says: '1:22: ' },
    { stdin: 'a: b: c', says: '1:' },
    { stdin: 'checkin-trust:\nrot-m-waited: ""', says: '1:1: has no answers' },
  ])('are refused, and nothing is saved: $stdin', async ({ stdin, says }) => {
    const home = freshHome();
    const { stdout, stderr, exitCode } = await coach(AS_MEMBER, { home, stdin });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toContain(`coach: standard input:${says}`);
    expect(stderr).toContain('\n  Nothing was saved. ');
    expect((await coach(['journal'], { home })).stderr).toContain('No entries yet.');
  });

  test('that are wrong in many places are told of all of them, by line', async () => {
    const stdin = `role: member
at: next week
checkin-trust: 7
chekin-load: 2
checkin-autonomy: {skip: never}
rot-m-waited: [1, 2]
`;
    expect(await coach(['checkin', '--answers', '-'], { home: freshHome(), stdin })).toEqual(
      failed(`coach: standard input:2:5: at: "next week" is not a time in the past; expected a time such as 2026-11-22T09:14 or "yesterday 18:00"
standard input:3:16: checkin-trust: expected a whole number from 1 to 5, or na
standard input:4:1: no question "chekin-load" in the question set checkin (member); did you mean checkin-load?
standard input:5:19: checkin-autonomy: expected {skip: passed | not-today | not-mine | too-close}
standard input:6:15: rot-m-waited: expected text; put it in quotes or under a "|"
  Nothing was saved. Fix the file and try again.
`),
    );
  });
});

describe('without a terminal and without answers', () => {
  test('one line a day says that a check-in waits', async () => {
    const home = freshHome();
    expect(await coach(['checkin'], { home })).toEqual(WAITING);
    expect(await coach(['checkin'], { home })).toEqual(QUIET);
    const nextMorning = NOON + DAY - 5 * HOUR - 15 * 60_000;
    expect(await coach(['checkin'], { home, epoch: nextMorning })).toEqual(QUIET);
    expect(await coach(['checkin'], { home, epoch: nextMorning + HOUR })).toEqual(WAITING);
  });

  test('nothing is said once there was a check-in', async () => {
    const home = freshHome();
    await coach(AS_MEMBER, { home, stdin: 'checkin-trust: 4' });
    expect(await coach(['checkin'], { home })).toEqual(QUIET);
    expect(await coach(['checkin'], { home, epoch: NOON + DAY })).toEqual(WAITING);
  });

  test('a check-in about yesterday is not one of today, nor is another entry', async () => {
    const home = freshHome();
    await coach([...AS_MEMBER, '--at', 'yesterday'], { home, stdin: 'checkin-trust: 4' });
    await coach(['reflect', 'note'], { home, stdin: 'x' });
    expect(await coach(['checkin'], { home })).toEqual(WAITING);
  });

  test('what was remembered may be lost', async () => {
    const home = freshHome();
    for (const text of ['not JSON', '[]', '{"shown": 3}', '{"remindedOn": 5}', 'null']) {
      put(path.join(home, 'state', 'shown.json'), text);
      expect(await coach(['checkin'], { home })).toEqual(WAITING);
      expect(await coach(['checkin'], { home })).toEqual(QUIET);
    }
  });
});

describe('on workdays only', () => {
  const workdays = async (): Promise<string> => {
    const home = freshHome();
    await coach(['config', 'set', 'checkin-days', 'workdays'], { home });
    return home;
  };

  test('nothing is said on a Saturday and a Sunday', async () => {
    const home = await workdays();
    expect(await coach(['checkin'], { home, epoch: NOON - DAY })).toEqual(QUIET);
    expect(await coach(['checkin'], { home })).toEqual(QUIET);
    expect(await coach(['checkin'], { home, epoch: NOON + DAY })).toEqual(WAITING);
  });

  test('the night after Friday is Friday still, that after Sunday is Sunday', async () => {
    const home = await workdays();
    const oneInTheNight = -8 * HOUR;
    expect(await coach(['checkin'], { home, epoch: NOON + oneInTheNight - DAY })).toEqual(WAITING);
    expect(await coach(['checkin'], { home, epoch: NOON + oneInTheNight + DAY })).toEqual(QUIET);
  });

  test('a check-in can be made on any day', async () => {
    const home = await workdays();
    expect(await coach(AS_MEMBER, { home, stdin: 'checkin-trust: 4' })).toEqual(SAVED);
  });
});

describe('after a silence', () => {
  const ONE = 'Two minutes today · member\nWelcome back. One question.\n';
  const checkedIn = async (): Promise<string> => {
    const home = settledHome();
    await coach(AS_MEMBER, { home, stdin: 'checkin-trust: 4' });
    return home;
  };

  test('of ten days one question is asked, and no number', async () => {
    const home = await checkedIn();
    const ran = await sitAt(NOON + 11 * DAY, home, ['checkin'], 'A reply.', 'Done');
    expect(ran.seen).toEqual(['ask rot-m-small-own', 'choose ']);
    expect(ran.stdout.startsWith(ONE)).toBe(true);
    const next = await sitAt(NOON + 12 * DAY, home, ['checkin'], LATER);
    expect(next.seen).toEqual(['ask checkin-trust']);
    expect(next.stdout).not.toContain('A few numbers and one question.');
  });

  test.each([
    { case: 'of less', days: 10, argv: [] },
    { case: 'for who asks for the scales', days: 30, argv: ['--short'] },
    { case: 'for who writes about another day', days: 30, argv: ['--at', 'yesterday'] },
  ])('$case all is as ever', async ({ days, argv }) => {
    const ran = await sitAt(NOON + days * DAY, await checkedIn(), ['checkin', ...argv], LATER);
    expect(ran.seen).toEqual(['ask checkin-trust']);
    expect(ran.stdout).not.toContain('Welcome back');
  });

  test('where every question of the rotation was put away, the scales are asked', async () => {
    const home = await checkedIn();
    const rotation = bankNamed('checkin').rotation.map(({ id }) => `"${id}": {"skip": "not-mine"}`);
    for (const role of ['member', 'manager']) {
      const own = rotation.filter((line) => line.startsWith(role === 'member' ? '"rot-m' : '"rot-g'));
      await coach(['checkin', '--role', role, '--answers', '-'], { home, stdin: `{${own.join(', ')}}` });
    }
    const ran = await sitAt(NOON + 30 * DAY, home, ['checkin'], LATER);
    expect(ran.seen).toEqual(['ask checkin-trust']);
    expect(ran.stdout).not.toContain('Welcome back');
  });

  test('a first check-in is no return', async () => {
    expect((await sit(settledHome(), ['checkin'], LATER)).seen).toEqual(['ask checkin-trust']);
  });
});

describe('from both seats', () => {
  const scales: readonly Move[] = [{ value: 3 }, { value: 3 }, { value: 3 }, 'Done'];
  const WHICH = 'choose Which side are you writing from?';
  const ALREADY = "choose You've checked in today. Check in again?";
  const OTHER = 'choose Answer from the other side too?';
  const ASKED = ['ask checkin-trust', 'ask checkin-responsibility', 'ask checkin-autonomy', 'choose '];

  test('the other one is offered once, and walked at once', async () => {
    const home = settledHome('both');
    const moves = ['I stay close', ...scales, 'Yes, as member', ...scales];
    const ran = await sit(home, ['checkin', '--short'], ...moves);
    expect(ran.seen).toEqual([WHICH, ...ASKED, OTHER, ...ASKED]);
    expect(await journalJson(home)).toMatchObject([{ role: 'member' }, { role: 'manager' }]);
    const again = await sit(home, ['checkin', '--short'], 'Yes', 'I stay close', ...scales);
    expect(again.seen.filter((line) => !line.startsWith('remark'))).toEqual([ALREADY, WHICH, ...ASKED]);
  });

  test('the other one is offered at the very first check-in, too', async () => {
    const moves = ['Both', 'I stay close', ...scales, 'Not now'];
    expect((await sit(freshHome(), ['checkin', '--short'], ...moves)).seen.at(-1)).toBe(OTHER);
  });

  test('one of them is enough for the reminder', async () => {
    const home = settledHome('both');
    await sit(home, ['checkin', '--short'], 'My work', ...scales, 'Not now');
    expect(await coach(['checkin'], { home })).toEqual(QUIET);
  });

  test('nothing is offered to who named a seat, nor after nothing was saved', async () => {
    const home = settledHome('both');
    const named = await sit(home, ['checkin', '--short', '--role', 'member'], ...scales);
    expect(named.seen).toEqual(ASKED);
    const left = await sit(home, ['checkin', '--short'], 'I stay close', LATER);
    expect(left.seen).toEqual([WHICH, 'ask checkin-trust']);
  });
});

test('where all scales were put away and no question is left, it says how to get at one', async () => {
  const home = settledHome();
  const ids = ['checkin-trust', 'checkin-responsibility', 'checkin-autonomy'];
  const stdin = JSON.stringify(Object.fromEntries(ids.map((id) => [id, { skip: 'not-mine' }])));
  await coach([...AS_MEMBER, '--about', 'D. and K.'], { home, stdin });
  const ran = await sit(home, ['checkin', '--short', '--about', 'D. and K.'], 'Yes');
  expect(ran.stderr).toBe(
    `coach: the question set checkin has nothing to ask right now: its questions are resting or have been put away
  coach reflect --question checkin-trust --about 'D. and K.' asks one of them anyway, and answering brings it back.
`,
  );
  await sit(home, ['reflect', '--question', 'checkin-trust', '--about', 'D. and K.'], { value: 4 }, 'Done');
  const back = await sit(home, ['checkin', '--short', '--about', 'D. and K.'], 'Yes', LATER);
  expect(back.seen.at(-1)).toBe('ask checkin-trust');
});

test('where nothing can be remembered, the line comes each time', async () => {
  const home = freshHome();
  put(path.join(home, 'state'), 'not a folder');
  expect(await coach(['checkin'], { home })).toEqual(WAITING);
  expect(await coach(['checkin'], { home })).toEqual(WAITING);
});

describe('--template', () => {
  test('holds the scales and every question of the rotation', async () => {
    const { stdout } = await coach(['checkin', '--template', '--role', 'manager'], { home: freshHome() });
    const keys = Array.from(stdout.matchAll(/^([a-z-]+):/gm), ([, key]) => key);
    expect(keys.slice(0, 6)).toEqual([
      'role',
      'checkin-trust',
      'checkin-responsibility',
      'checkin-autonomy',
      'checkin-load',
      'rot-g-held-back',
    ]);
    expect(keys).toHaveLength(5 + 12);
  });

  test('of the short version holds the scales', async () => {
    const argv = ['checkin', '--template', '--short', '--role', 'member'];
    const { stdout } = await coach(argv, { home: freshHome() });
    expect(Array.from(stdout.matchAll(/^(checkin|rot)-/gm))).toHaveLength(3);
  });

  test('needs a role, too', async () => {
    expect((await coach(['checkin', '--template'], { home: freshHome() })).exitCode).toBe(2);
  });
});

test.each([
  { argv: ['--role', 'boss'], says: 'there is no role "boss"\n  The roles are manager and member.' },
  {
    argv: ['--at', 'tomorrow'],
    says: '"tomorrow" is not a time in the past\n  Write it as 2026-11-20T18:00, "yesterday 18:00", "last monday" or "2 hours ago".',
  },
  {
    argv: ['today'],
    says: "too many arguments for 'checkin'. Expected 0 arguments but got 1.\n  To see how to use it: coach checkin --help",
  },
  { argv: ['--anwsers', '-'], says: "unknown option '--anwsers'\n  Did you mean --answers?" },
])('refuses $argv', async ({ argv, says }) => {
  expect(await coach(['checkin', ...argv], { home: freshHome() })).toEqual(refused(`coach: ${says}\n`));
});
