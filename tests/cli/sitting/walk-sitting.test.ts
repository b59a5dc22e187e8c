import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  BOUNDARY,
  BOUNDARY_LINE,
  FIRST_LINE,
  GENTLE,
  PEOPLE_LINE,
  SHARING,
} from '../../../src/pages/sitting/safety-notes.ts';
import { wrap } from '../../../src/pages/text/wrap.ts';
import { coach, DAY, filesBelow, freshHome, journalJson, journalOf, NOON, settledHome } from '../coach.ts';
import { CTRL_C, type Scripted, scripted } from '../scripted.ts';
import { LATER, PASS, SAVE, sit, sitAt } from '../sitting.ts';

const FIRST_RUN = `say ${FIRST_LINE}`;
const CLOSE_CONTROL = `say ${BOUNDARY_LINE}`;
const WHOLE_NOTE = `say ${BOUNDARY.split('\n')[0]}`;
const WHERE =
  'choose Which of these fits you? (You are asked only once. To change it later: coach config set role)';
const LENGTH = 'choose How much time do you have?';
const WHO = 'line Who is this about? Initials will do; Enter for nobody in particular.';
const FULL = ['reflect', '--full'];
const NOBODY = ['--about', ''];

describe('before the first question', () => {
  test('the first run says what this is, asks for the role, and remembers both', async () => {
    const home = freshHome();
    const moves = ['My work is closely managed', 'About', '', LATER];
    const first = await sit(home, ['reflect'], ...moves);
    const asked = [FIRST_RUN, WHERE, LENGTH, CLOSE_CONTROL, WHO, 'ask moment-happened'];
    expect(first.seen).toEqual(asked);
    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    expect(first.stdout).toMatch(/^One moment · member\nOne moment, your part/);
    expect(first.stdout).toMatch(/\nNothing was answered, so nothing was saved\.\n$/);
    expect(readFileSync(path.join(home, 'config/settings.json'), 'utf8')).toContain('"role": "member"');
    const again = (await sit(home, ['reflect', '--full'], '', LATER)).seen;
    expect(again).toEqual([CLOSE_CONTROL, WHO, 'ask member-situation']);
    expect(existsSync(journalOf(home))).toBe(false);
  });

  test('who sits on both chairs is asked each time', async () => {
    const home = settledHome('both');
    const again = await sit(home, [...FULL, ...NOBODY], 'I stay close', LATER);
    expect(again.seen).toEqual(['choose Which side are you writing from?', 'ask manager-situation']);
    const fresh = freshHome();
    const { seen } = await sit(fresh, ['checkin'], 'Both', 'My work', LATER);
    expect(seen.slice(1)).toEqual([WHERE, 'choose Which side are you writing from?', 'ask checkin-trust']);
    expect((await coach(['config', 'get', 'role'], { home: fresh })).stdout).toBe('both\n');
  });

  test('a role on the command line holds for the sitting and is not remembered', async () => {
    const home = freshHome();
    const { seen } = await sit(home, ['checkin', '--role', 'micromanager'], LATER);
    expect(seen).toEqual([FIRST_RUN, 'ask checkin-trust']);
    expect((await coach(['config', 'get', 'role'], { home })).stdout).toBe('');
  });

  test('the whole note about people comes once, before the first sitting that calls for it is saved', async () => {
    const home = freshHome();
    const felt = ['reflect', '--question', 'member-felt', ...NOBODY];
    const ran = await sit(home, felt, 'Small, and a bit angry, for most of the day.', SAVE);
    expect(ran.seen).toEqual([FIRST_RUN, CLOSE_CONTROL, 'ask member-felt', 'look over', WHOLE_NOTE]);
    expect(ran.stdout).toContain('coach schedule add 16:30 --on workdays');
    const again = await sit(home, felt, 'Small, and a bit angry, for most of the day.', SAVE);
    expect(again.seen).toEqual(['ask member-felt', 'remark earlier', 'look over']);
    expect(again.stdout).not.toContain('coach schedule add');
  });

  test('"?" shows the whole of the first note, until something was saved', async () => {
    const home = freshHome();
    const manager = ['reflect', 'manager', '--full', ...NOBODY];
    const { seen } = await sit(home, manager, { kind: 'nudge' }, { kind: 'nudge' }, LATER);
    const more =
      "say This is a notebook that asks questions. It gives no advice and doesn't judge anyone, including you.";
    const help = ['remark nudge', 'ask manager-situation'];
    expect(seen).toEqual([FIRST_RUN, 'ask manager-situation', more, ...help, ...help]);
  });

  test('a mistake on the command line is told before anything is asked', async () => {
    for (const argv of [
      ['nember'],
      ['--role', 'boss'],
      ['member', '--at', 'tomorrow'],
      ['--question', 'x'],
    ]) {
      const home = freshHome();
      const ran = await sit(home, ['reflect', ...argv]);
      expect(ran.exitCode).toBe(2);
      expect(ran.seen.filter((line) => !line.startsWith('say'))).toEqual([]);
    }
  });

  test('Ctrl-C leaves at once', async () => {
    const ran = await sit(freshHome(), ['reflect'], CTRL_C);
    expect(ran).toMatchObject({ stdout: '', stderr: '\n', exitCode: 130 });
  });
});

describe('whom it is about', () => {
  test('is asked for where --about stands alone, and where a programme is for somebody', async () => {
    const home = settledHome();
    const alone = await sit(home, ['reflect', 'member', '--full', '--about'], ' D. ', LATER);
    expect(alone.seen[0]).toBe('line Who or what is this about? Initials or a nickname will do.');
    expect(alone.stdout).toMatch(/^When your work is closely managed · member, about D\.\n/);
    const challenge = await sit(home, ['reflect', 'challenge'], 'Week 1: See the pattern', 'The team', LATER);
    expect(challenge.seen).toEqual([
      'choose Which step?',
      'say One at a time keeps it small enough to finish. Initials or a nickname will do.',
      'line Which relationship or team is this about?',
      'ask challenge-baseline-trust',
    ]);
    expect(challenge.stdout).toMatch(/^From leaning on .+ ·\smember, about\sThe team\n/);
  });

  test('is remembered by the settings, unless it is said otherwise', async () => {
    const home = settledHome();
    await coach(['config', 'set', 'about', 'K.'], { home });
    expect((await sit(home, FULL, LATER)).stdout).toContain('member, about K.\n');
    expect((await sit(home, [...FULL, '--about', 'D.'], LATER)).stdout).toContain('member, about D.\n');
    expect((await sit(home, [...FULL, ...NOBODY], LATER)).stdout).toContain('· member\n');
  });

  test('is asked about once where it is nearly a known name', async () => {
    const home = settledHome();
    const felt = ['reflect', '--question', 'member-felt', '--about'];
    const long = 'Calm and then not calm at all, for a while.';
    await sit(home, [...felt, 'Henrike'], long, SAVE);
    const meant = await sit(home, [...felt, 'Hendrike'], 'I meant Henrike', long, SAVE);
    expect(meant.seen[0]).toBe('choose You have written about Henrike before.');
    await sit(home, [...felt, 'Hendrike'], 'No, Hendrike is someone else', long, SAVE);
    await sit(home, [...felt, 'hendrike '], long, SAVE);
    expect(await journalJson(home)).toMatchObject(
      ['hendrike', 'Hendrike', 'Henrike', 'Henrike'].map((about) => ({ about })),
    );
  });
});

describe('a sitting', () => {
  test('is looked over, saved, and tells where and when to look again', async () => {
    const home = settledHome('manager');
    const ran = await sit(
      home,
      ['reflect', '--question', 'manager-commitment', '--tag', 'one', ...NOBODY],
      'the draft is late',
      'ask first',
      '2026-12-01',
      { value: 0.8 },
      { value: null },
      SAVE,
    );
    expect(ran.seen).toEqual([
      'ask manager-commitment when',
      'ask manager-commitment then',
      'ask manager-commitment by',
      'ask manager-commitment likelihood',
      'ask manager-commitment obstacle',
      'look over',
    ]);
    expect(ran.stdout).toMatch(
      /\n\nSaved\.\nOn 1 December, coach review will ask how it went\.\n2026\/11\/2026-11-22-091405-manager-\w{10}\.md\n$/,
    );
    expect(await journalJson(home)).toMatchObject([{ tags: ['one'], role: 'manager', minutes: null }]);
    expect(filesBelow(path.join(home, 'state'))).toEqual(['shown.json']);
  });

  test('of the short version asks the core questions', async () => {
    const home = settledHome();
    const { seen } = await sit(home, ['checkin', '--short'], PASS, PASS, { value: 'na' }, 'Done');
    expect(seen).toEqual([
      'ask checkin-trust',
      'remark passed',
      'ask checkin-responsibility',
      'remark passed',
      'ask checkin-autonomy',
      'choose ',
    ]);
  });

  test('with nothing in it leaves nothing, unless it was walked to its end', async () => {
    const home = settledHome();
    const felt = ['reflect', '--question', 'member-felt', ...NOBODY];
    const left = await sit(home, felt, LATER);
    expect(left.stdout).toMatch(/\nNothing was answered, so nothing was saved\.\n$/);
    expect((await coach(['journal'], { home })).stderr).toContain('No entries yet.');
    await sit(home, felt, PASS, SAVE);
    expect(await journalJson(home)).toMatchObject([{ answers: [{ skip: 'passed' }] }]);
  });

  test('about an earlier time keeps it', async () => {
    const home = settledHome();
    await sit(home, ['reflect', 'note', '--at', 'yesterday 18:00'], 'That was a day.', SAVE);
    expect(await journalJson(home)).toMatchObject([
      { at: '2026-11-21T18:00:00+01:00', written: '2026-11-22T09:14:05+01:00', day: '2026-11-21' },
    ]);
  });
});

describe('after the last question', () => {
  const both = ['reflect', 'challenge', '--step', 'step-both', '--about', 'D.'];
  const moves = [PASS, PASS, 'The plan of the week.', PASS, PASS, PASS, PASS, SAVE];
  const between = wrap(
    'Have one conversation in which each of you says what you relied on, what you would like more of, and what you will answer for.',
    80,
  );

  test.each(['member', 'manager'] as const)(
    'a step says what to do in between, what sharing means to a %s, and whom to talk to',
    async (role) => {
      const { stdout } = await sit(settledHome(role), both, ...moves);
      const saved = '\nSaved.\n2026/11/2026-11-22-091405-challenge-001k3x8m2p.md\n';
      const round = 'This step runs until 29 November. See where you are: coach challenge';
      const notes = `\n${between}\n${round}\n${wrap(SHARING[role], 80)}\n${PEOPLE_LINE}\n`;
      expect(stdout.endsWith(saved + notes)).toBe(true);
    },
  );

  test.each([
    { minutes: 5, note: '' },
    { minutes: 6, note: `${wrap(GENTLE, 80)}\n` },
  ])('three questions of $minutes minutes each end with "$note"', async ({ minutes, note }) => {
    let epoch = NOON;
    const patient = scripted({ value: 1 }, { value: 2 }, { value: 3 }, 'Done');
    const prompter: Scripted = {
      ...patient,
      ask: (...asked) => {
        if (asked[0].kind === 'ask') epoch += minutes * 60_000;
        return patient.ask(...asked);
      },
    };
    const home = settledHome();
    const { stdout } = await coach(['checkin', '--short'], { home, prompter, epoch: () => epoch });
    expect(stdout.endsWith(`-checkin-001k3x8m2p.md\n${note}`)).toBe(true);
    expect(await journalJson(home)).toMatchObject([{ minutes: 3 * minutes }]);
  });

  test('"too close" is met at once', async () => {
    const home = settledHome();
    const { seen } = await sit(
      home,
      ['reflect', '--question', 'member-felt', ...NOBODY],
      { kind: 'skip', skip: 'too-close' },
      SAVE,
    );
    expect(seen).toEqual(['ask member-felt', 'remark gentle', 'remark rests', 'look over']);
  });

  test('three times "too close" in two weeks points to people, once', async () => {
    const home = settledHome();
    const note = wrap(BOUNDARY, 80).split('\n')[0] ?? '';
    const close = async (day: number, id: string): Promise<boolean> => {
      const argv = ['reflect', '--question', id, ...NOBODY];
      const ran = await sitAt(NOON + day * DAY, home, argv, { kind: 'skip', skip: 'too-close' }, SAVE);
      return ran.stdout.includes(note);
    };
    expect(await close(0, 'member-felt')).toBe(false);
    expect(await close(13, 'member-needs')).toBe(false);
    // The first is two weeks ago by now.
    expect(await close(14, 'member-felt')).toBe(false);
    expect(await close(15, 'member-closeness')).toBe(true);
    expect(await close(16, 'member-felt')).toBe(false);
  });
});

test('whoever came by npx was told around a sitting to type a command that they did not have', async () => {
  const env = { npm_command: 'exec', npm_lifecycle_event: 'npx', npm_lifecycle_script: "'coach' 'reflect'" };
  const home = freshHome();
  const hold = async (argv: readonly string[], prompter: Scripted): Promise<string> =>
    [(await coach(argv, { home, prompter, env })).stdout, ...prompter.seen].join('\n');
  const member = ['reflect', 'member', '--role', 'member', '--full', ...NOBODY];
  const left = await hold(member, scripted('Calm, and then not.', LATER));
  expect(left).toContain('Your answers are kept. To go on: npx coach reflect\n');
  expect(left).toContain('is another matter: npx coach help-people.');
  const note = await hold(['reflect', 'note'], scripted('A thought.', SAVE));
  expect(note).toContain('a reminder in the afternoon:\nnpx coach schedule add 16:30 --on workdays\n');
  expect(note).toMatch(/To\sfinish\sit:\snpx\scoach\sreflect\n/);
});
