import { describe, expect, test } from 'vitest';
import { forRole, type Role } from '../../../src/domain/banks/question-bank.ts';
import { BOUNDARY } from '../../../src/pages/sitting/safety-notes.ts';
import { challenge } from '../../domain/challenges.ts';
import {
  coach,
  DAY,
  filesBelow,
  journalJson,
  NOON,
  put,
  putEntry,
  refused,
  settledHome,
} from '../../cli/coach.ts';
import type { Move } from '../../cli/scripted.ts';
import { CTRL_C, scripted } from '../../cli/scripted.ts';
import { LATER, PASS, SAVE, sit, sitAt } from '../../cli/sitting.ts';

const READY = ['challenge', 'ready'];
const SKIP: Move = { kind: 'skip', skip: 'passed' };

/** The scales, passed. */
const PASSED = 'challenge-baseline-trust: null\nchallenge-baseline-room: null\n';

/** A home with some steps behind it, answered from files, a day apart, each step beginning with its questions. */
async function homeAt(
  steps: number,
  { about = 'D.', role = 'member', home = settledHome() } = {},
): Promise<string> {
  const argv = [...READY, '--about', about, '--role', role, '--answers', '-'];
  for (let step = 0; step < steps; step++) {
    const epoch = NOON - (steps - step) * 10 * DAY;
    const { questions, evidence } = challenge.steps[step] ?? { questions: [], evidence: [] };
    const asked = questions.find(({ type }) => type === 'text')?.id;
    const brought = evidence.find(({ type }) => type === 'text')?.id;
    const begun = await coach(argv, { home, epoch, stdin: `${step === 0 ? PASSED : ''}${asked}: Calm.\n` });
    expect(begun).toMatchObject({ exitCode: 0, stderr: '' });
    if (step === steps - 1) break;
    const stdin = `${brought}: Twelve.\nchallenge-next: next\n`;
    expect(await coach(argv, { home, epoch: epoch + 7 * DAY, stdin })).toMatchObject({ exitCode: 0 });
  }
  return home;
}

async function page(home: string, ...more: readonly string[]): Promise<string> {
  const { stdout, stderr, exitCode } = await coach(['challenge', ...more], { home });
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  return stdout;
}

describe('where one is', () => {
  test('where nothing is begun it says what it is and how to begin', async () => {
    const text = await page(settledHome());
    expect(text).toMatch(/^From leaning, to standing, to leaning on each other\nEight small steps/);
    expect(text).toMatch(/\ncoach challenge ready {3}begin with the first step\n$/);
    expect(await page(settledHome(), '--about', 'The team')).toMatch(
      /^Nothing is begun about The team\.\n\n[\s\S]+\ncoach challenge ready --about 'The team' {3}begin/,
    );
    expect(await page(settledHome(), '--json')).toBe('[]\n');
  });

  test('stands on one screen, with the steps, what to try and until when', async () => {
    expect(await page(await homeAt(2))).toMatchInlineSnapshot(`
      "From leaning, to standing, to leaning on each other · D., member
      Step 2 of 8, dependence: Borrow their eyes.
      Since 12 November. The week was round on 19 November, 3 days ago.

        done    1  See the pattern · 2 November to 9 November
        now     2  Borrow their eyes
        ahead   3  Own your share aloud
        ahead   4  Name it and open the door
        ahead   5  Make the edges clear
        ahead   6  Let it run
        ahead   7  Count on each other
        ahead   8  Carry it on

      To try: Ask your one question. Listen without explaining yourself. "Thank you,
      tell me more" is all you need to say.
      To bring back: What did they say, in their words? What did you not expect?
      Caution: If asking this openly is not safe for you, ask a colleague you trust
      how they see the situation, or skip to the next step.

      coach challenge ready   bring back what came of it, at any time
      or, at any time: coach challenge repeat, pause, stop
      "
    `);
  });

  test.each(
    challenge.steps.slice(0, -1).flatMap((_, index) => [
      { step: index + 1, role: 'member' },
      { step: index + 1, role: 'manager' },
    ]),
  )('at step $step a $role sees all of it on 23 lines of 80 columns', async ({ step, role }) => {
    const home = await homeAt(step, { role });
    const lines = (await page(home)).trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(23);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    const text = lines.join(' ').replace(/\s+/g, ' ');
    const { between, caution, evidence } = challenge.steps[step - 1] ?? { between: '?', evidence: [] };
    for (const part of [between, caution ?? '', ...evidence.map(({ ask }) => forRole(ask, 'member'))]) {
      expect(text).toContain(part);
    }
    const narrow = await coach(['challenge'], { home, width: 40 });
    expect(narrow.stdout.split('\n').filter((line) => line.length > 40)).toEqual([]);
  });

  test('several stand side by side, those at rest in a line', async () => {
    const home = await homeAt(2);
    await homeAt(1, { home, about: 'The team', role: 'manager' });
    await homeAt(3, { home, about: 'K.' });
    await coach(['challenge', 'pause', '--about', 'k.'], { home });
    expect(await page(home)).toMatchInlineSnapshot(`
      "The team, manager · Step 1 of 8, dependence: See the pattern
        now 1 · ahead 2 to 8
        Since 12 November. The week was round on 19 November, 3 days ago.
        To try: For five working days, make one mark each time you hand something out
        unasked (leader) or wait to be told (member). Change nothing yet.
        coach challenge ready --about 'The team'

      D., member · Step 2 of 8, dependence: Borrow their eyes
        done 1 · now 2 · ahead 3 to 8
        Since 12 November. The week was round on 19 November, 3 days ago.
        To try: Ask your one question. Listen without explaining yourself. "Thank you,
        tell me more" is all you need to say.
        coach challenge ready --about D.

      K., member · Paused today at step 3, Own your share aloud.

      One of them in full: coach challenge --about NAME
      "
    `);
    expect(await page(home, '--about', 'the team')).toMatch(/\nStep 1 of 8, dependence: See the pattern\.\n/);
    expect(await page(home, '--role', 'manager')).toContain('The team, manager');
  });

  test('is told to scripts, and of the scales only what was rated twice', async () => {
    const home = settledHome();
    const argv = [...READY, '--about', 'D.', '--answers', '-'];
    await coach(argv, { home, stdin: 'challenge-baseline-trust: 2\nsee-my-gain: Calm.\n' });
    const json = await page(home, '--json');
    expect(JSON.parse(json)).toMatchObject([
      { about: 'D.', role: 'member', standing: 'under-way', phase: 'trying', step: 'step-see', scales: [] },
    ]);
    expect(json).not.toContain('Calm');
    const carry = ['reflect', 'challenge', '--step', 'step-carry', '--about', 'D.', '--answers', '-'];
    await coach(carry, { home, stdin: 'carry-trust: 4\n' });
    expect(JSON.parse(await page(home, '--json'))).toMatchObject([
      {
        standing: 'finished',
        scales: [{ question: 'carry-trust', baseline: { value: 2 }, closing: { value: 4 } }],
      },
    ]);
    expect(await page(home)).toContain('count on each other at work? 2 today, 4\ntoday.\n');
  });

  test('a file that cannot be read is named, and hides nothing', async () => {
    const home = await homeAt(1);
    put(
      `${home}/data/journal/2026/11/2026-11-20-090000-challenge-abcdefghjk.md`,
      '---\ncoach: 1\nid: x\n---\n',
    );
    const { stdout, stderr } = await coach(['challenge'], { home });
    expect(stdout).toContain('Step 1 of 8');
    expect(stderr).toContain('This file was skipped and is left as it is.');
  });

  test('what was begun and not finished is mentioned', async () => {
    const home = await homeAt(1);
    await sit(home, READY, 'Twelve marks, of which I would not have believed a single one.', CTRL_C);
    expect(await page(home)).toMatch(/\nBegun and not finished: coach challenge ready offers it\.\n$/);
  });
});

describe('ready', () => {
  const LONG = 'Twelve marks, of which I would not have believed a single one.';

  test('begins by asking whom it is about, rates the scales, and says what to try', async () => {
    const home = settledHome();
    const begun = await sit(home, READY, 'D.', { value: 2 }, { value: 3 }, PASS, PASS, LONG, PASS, SAVE);
    expect(begun.seen.slice(0, 4)).toEqual([
      'say One at a time keeps it small enough to finish. Initials or a nickname will do.',
      'line Which relationship or team is this about?',
      'ask challenge-baseline-trust',
      'ask challenge-baseline-room',
    ]);
    expect(begun.stdout).toContain('The week is round on 29 November.');
    expect(await journalJson(home)).toMatchObject([{ about: 'D.', role: 'member' }]);
  });

  test('brings back a step and goes straight on to the next, as an entry of its own', async () => {
    const home = await homeAt(1);
    const ran = await sit(home, READY, LONG, PASS, { value: 'next' }, SAVE, LONG, PASS, PASS, SKIP, SAVE);
    expect(ran.seen.filter((line) => line.startsWith('ask'))).toEqual([
      'ask see-count',
      'ask see-example',
      'ask challenge-next',
      'ask view-guess',
      'ask view-history',
      'ask view-mine',
      'ask view-question when',
    ]);
    expect(ran.stdout).toContain('\nSee the pattern: what came of it\nIn between: For five working days');
    expect(ran.stdout).toContain('ask a colleague you trust');
    expect(await journalJson(home)).toMatchObject([
      { answers: [{ question: 'view-guess', step: 'step-their-view' }, {}, {}, {}] },
      {
        answers: [
          { question: 'see-count', step: 'step-see' },
          { skip: 'passed' },
          { question: 'challenge-next', value: 'next', step: 'step-see' },
        ],
      },
      {},
    ]);
  });

  test.each([
    {
      value: 'repeat',
      says: 'Once more: See the pattern.',
      then: 'Since today. The week is round on 29 November.',
    },
    {
      value: 'pause',
      says: 'Paused. To take it up again: coach challenge ready',
      then: 'Paused today at step 1',
    },
    {
      value: null,
      says: 'Where to from here is still open: coach challenge ready',
      then: 'Brought back today;',
    },
  ])('ends after "$value"', async ({ value, says, then }) => {
    const home = await homeAt(1);
    const ran = await sit(home, READY, LONG, PASS, { value }, SAVE);
    expect(ran.stdout).toContain(says);
    expect(await page(home)).toContain(then);
  });

  test('asks what was learned of who stops', async () => {
    const home = await homeAt(1);
    const ran = await sit(home, READY, LONG, PASS, { value: 'stop' }, LONG, SAVE);
    expect(ran.seen.slice(-2)).toEqual(['ask challenge-stop-learned', 'look over']);
    expect(ran.stdout).toContain('coach challenge ready --about D.');
    expect(await page(home)).toContain('Stopped today at step 1');
  });

  test('asks only where to from here, where the rest was brought back', async () => {
    const home = await homeAt(1);
    await sit(home, READY, LONG, PASS, PASS, SAVE);
    const ran = await sit(home, READY, { value: 'next' }, SAVE, LATER);
    expect(ran.seen).toEqual(['ask challenge-next', 'look over', 'ask view-guess']);
    expect(ran.stdout).toContain('\nSee the pattern: where to from here\n');
  });

  test('takes up what was paused, as the person says', async () => {
    const home = await homeAt(1);
    await coach(['challenge', 'pause'], { home });
    const left = await sit(home, READY, 'Leave it');
    expect(left.seen).toEqual(['choose Paused today at step 1, See the pattern.']);
    expect((await sit(home, READY, 'Bring back', LATER)).seen[1]).toBe('ask see-count');
    const again = await sit(home, READY, 'Try it once more');
    expect(again.stdout).toMatch(/^Saved\.\n.+\n\nOnce more: See the pattern\.\n/);
    expect((await sit(home, READY, LATER)).seen).toEqual(['ask see-count']);
  });

  test('takes up what was stopped, or begins anew', async () => {
    const home = await homeAt(2);
    await coach(['challenge', 'stop'], { home, epoch: NOON - 1000 });
    const again = [...READY, '--about', 'D.'];
    const stopped = 'choose Stopped today at step 2, Borrow their eyes.';
    expect((await sit(home, again, 'Take it up', LATER)).seen).toEqual([stopped, 'ask view-words']);
    // The scales are rated again, though they were not passed over the first time.
    const anew = await sit(
      home,
      again,
      'Begin anew',
      { value: 1 },
      { value: 2 },
      PASS,
      PASS,
      PASS,
      PASS,
      SAVE,
    );
    expect(anew.seen.slice(0, 2)).toEqual([stopped, 'ask challenge-baseline-trust']);
    expect(await page(home)).toContain('\nStep 1 of 8, round 2, dependence: See the pattern.\n');
  });

  test('asks which one of several, or somebody else', async () => {
    const home = await homeAt(2);
    await homeAt(1, { home, about: 'K.', role: 'manager' });
    const ran = await sit(home, READY, 'manager, about K.: step 1', LATER);
    expect(ran.seen).toEqual(['choose Which one?', 'ask see-count']);
    expect((await sit(home, READY, 'Somebody else', 'L.', LATER)).seen.slice(-2)).toEqual([
      'line Which relationship or team is this about?',
      'ask challenge-baseline-trust',
    ]);
    // Told by name, nothing is asked, and the seat is that of the relationship.
    const named = await sit(home, [...READY, '--about', 'k.'], LATER);
    expect(named.stdout).toMatch(/^From leaning.+ · manager, about K\.\n/);
    const other = await sit(home, [...READY, '--about', 'K.', '--role', 'member'], LATER);
    expect(other.seen).toEqual(['ask challenge-baseline-trust']);
    expect((await coach([...READY, '--template'], { home })).stderr).toBe(
      'coach: which one? There are several\n  coach challenge ready --about K.\n  coach challenge ready --about D.\n',
    );
  });

  test('from a file it goes by the name in the file', async () => {
    const home = await homeAt(2);
    const argv = [...READY, '--answers', '-'];
    const other = await coach(argv, {
      home,
      stdin: 'challenge-scope: K.\nrole: member\nsee-my-gain: Calm.\n',
    });
    expect(other).toMatchObject({ stderr: '', exitCode: 0 });
    const same = await coach(argv, { home, stdin: 'about: d.\nview-words: Calm.\nchallenge-next: pause\n' });
    expect(same).toMatchObject({ stderr: '', exitCode: 0 });
    expect(await journalJson(home)).toMatchObject([{ about: 'D.' }, { about: 'K.' }, {}, {}, {}]);
    const wrong = await coach(argv, { home, stdin: 'about: K.\nview-words: Calm.\n' });
    expect(wrong.stderr).toContain('view-words: is not asked here');
    const broken = await coach(argv, { home, stdin: 'about: [\n' });
    expect(broken.exitCode).toBe(1);
  });

  test('two files within one second lead where they say', async () => {
    const home = settledHome();
    const argv = [...READY, '--about', 'D.', '--answers', '-'];
    for (const stdin of [
      'see-my-gain: Calm.',
      'challenge-next: next',
      'view-guess: Calm.',
      'view-words: Calm.',
    ]) {
      expect(await coach(argv, { home, stdin })).toMatchObject({ exitCode: 0 });
    }
    expect(await page(home)).toContain('Step 2 of 8, dependence: Borrow their eyes.\nBrought back today;');
  });

  test('without a terminal and without a file it says what to do', async () => {
    const ran = await coach(READY, { home: settledHome() });
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr).toContain('coach challenge ready --template >answers.yaml');
  });

  test('refuses what belongs to the page', async () => {
    expect(await coach([...READY, '--json'], { home: settledHome() })).toEqual(
      refused("coach: unknown option '--json'\n  coach challenge ready --help lists what there is.\n"),
    );
  });
});

describe('a draft', () => {
  const WORDS = 'Twelve marks, of which I would not have believed a single one.';
  const LINE =
    'choose Begun today and not finished: "From leaning, to standing, to leaning on each other" about D., ';

  test.each([{ argv: READY }, { argv: ['reflect'] }])(
    'is offered by $argv, and leads back to the same',
    async ({ argv }) => {
      const home = await homeAt(1);
      await sit(home, READY, WORDS, CTRL_C);
      const ran = await sit(home, argv, 'Finish it', PASS, { value: 'repeat' }, SAVE);
      expect(ran.seen.slice(0, 3)).toEqual([`${LINE}1 answer.`, 'ask see-example', 'remark passed']);
      expect(await journalJson(home)).toMatchObject([
        { answers: [{}, {}, { value: 'repeat', step: 'step-see' }] },
        {},
      ]);
    },
  );

  test('of a choice alone still knows its step', async () => {
    const home = await homeAt(2);
    await sit(home, READY, WORDS, PASS, PASS, SAVE);
    await sit(home, READY, { value: 'next' }, CTRL_C);
    const ran = await sit(
      home,
      READY,
      'Finish it',
      { kind: 'change', question: 'challenge-next' },
      { value: 'repeat' },
      SAVE,
    );
    expect(ran.stdout).toContain('Once more: Borrow their eyes.');
    expect(await journalJson(home)).toMatchObject([
      { answers: [{ step: 'step-their-view' }] },
      {},
      {},
      {},
      {},
    ]);
  });

  test('that is finished with "next" goes straight on', async () => {
    const home = await homeAt(1);
    await sit(home, READY, WORDS, CTRL_C);
    const ran = await sit(home, READY, 'Finish it', PASS, { value: 'next' }, SAVE, LATER);
    expect(ran.seen.at(-1)).toBe('ask view-guess');
  });

  test('of a stop asks what was learned', async () => {
    const home = await homeAt(1);
    await sit(home, ['challenge', 'stop'], CTRL_C);
    expect(await page(home)).toContain('Since ');
    const ran = await sit(home, READY, 'Finish it', WORDS, SAVE);
    expect(ran.seen.slice(1)).toEqual(['ask challenge-stop-learned', 'look over']);
    expect(await journalJson(home)).toMatchObject([
      { answers: [{ value: 'stop', step: 'step-see' }, { value: WORDS }] },
      {},
    ]);
  });
});

describe('repeat, pause and stop', () => {
  test('pause and repeat save one answer at once, with its step', async () => {
    const home = await homeAt(2);
    const paused = await coach(['challenge', 'pause', '--at', 'yesterday 18:00', '--tag', 'rest'], { home });
    expect(paused.stdout).toMatch(/^Saved\.\n2026\/11\/2026-11-21-180000-challenge-\w+\.md\n\nPaused\. /);
    const again = await coach(['challenge', 'repeat'], { home });
    expect(again.stdout).toContain('\nOnce more: Borrow their eyes.\nAsk your one question.');
    expect(again.stdout).toContain('\nThe week is round on 29 November. ');
    expect(await journalJson(home)).toMatchObject([
      { answers: [{ question: 'challenge-next', value: 'repeat', step: 'step-their-view' }], about: 'D.' },
      { answers: [{ value: 'pause', step: 'step-their-view' }], tags: ['rest'], day: '2026-11-21' },
      {},
      {},
      {},
    ]);
    expect(filesBelow(`${home}/state`)).toEqual(['shown.json']);
  });

  test('what waits to be asked can be paused, and the step before it tried once more', async () => {
    const home = await homeAt(1);
    await coach([...READY, '--answers', '-'], { home, stdin: 'challenge-next: next\n' });
    await coach(['challenge', 'pause'], { home, epoch: NOON + 1000 });
    expect(await page(home)).toContain('Paused today at step 2, Borrow their eyes.');
    await coach(['challenge', 'repeat'], { home, epoch: NOON + 2000 });
    expect(await page(home)).toContain('Step 1 of 8, dependence: See the pattern.\nSince today.');
  });

  test('stop asks what was learned; without a terminal it asks nothing', async () => {
    const home = await homeAt(1);
    const learned = 'That the marks tell more than the words do, and sooner.';
    const ran = await sit(home, ['challenge', 'stop'], learned, SAVE);
    expect(ran.seen).toEqual(['ask challenge-stop-learned', 'look over']);
    expect(await journalJson(home)).toMatchObject([{ answers: [{ value: 'stop' }, { value: learned }] }, {}]);
    const quiet = await homeAt(1);
    await coach(['challenge', 'stop'], { home: quiet });
    expect(await journalJson(quiet)).toMatchObject([{ answers: [{ value: 'stop', step: 'step-see' }] }, {}]);
    const skipped = await homeAt(1);
    await sit(skipped, ['challenge', 'stop'], PASS, SAVE);
    expect(await page(skipped)).toContain('Stopped today at step 1');
  });

  test('stop takes what was learned from a file, too', async () => {
    const home = await homeAt(1);
    const template = await coach(['challenge', 'stop', '--template'], { home });
    expect(template.stdout).toMatch(/\nchallenge-stop-learned:\n$/);
    const both = await coach(['challenge', 'stop', '--answers', '-'], {
      home,
      stdin: 'challenge-next: pause\n',
    });
    expect(both.stderr).toContain('challenge-next: is not asked here');
    await coach(['challenge', 'stop', '--answers', '-'], { home, stdin: 'challenge-stop-learned: Calm.\n' });
    expect(await journalJson(home)).toMatchObject([{ answers: [{ value: 'stop' }, { value: 'Calm.' }] }, {}]);
  });

  test('what is so already is said, and nothing is saved', async () => {
    const home = await homeAt(1);
    await coach(['challenge', 'pause'], { home });
    const again = await coach(['challenge', 'pause'], { home });
    expect(again.stdout).toBe('Paused today at step 1, See the pattern. Nothing was saved.\n');
    await coach(['challenge', 'stop'], { home });
    const stop = await coach(['challenge', 'stop'], { home });
    expect(stop.stdout).toBe('Stopped today at step 1, See the pattern. Nothing was saved.\n');
    expect(await journalJson(home)).toHaveLength(3);
  });

  test.each([
    {
      argv: ['pause', '--role', 'manager'],
      says: 'no challenge is under way\n  coach challenge ready begins one.',
    },
    {
      argv: ['stop', '--about', 'Henrik'],
      says: 'there is no challenge about Henrik\n  Did you mean Henrike?',
    },
    {
      argv: ['repeat', '--about', 'Henrike', '--role', 'manager'],
      says: 'there is no challenge about Henrike as manager\n  coach challenge ready begins one.',
    },
    {
      argv: ['repeat', '--role', 'boss'],
      says: 'there is no role "boss"\n  The roles are manager and member.',
    },
    { argv: ['pause', '--answers', '-'], says: "unknown option '--answers'" },
  ])('$argv is refused', async ({ argv, says }) => {
    const home = await homeAt(1, { about: 'Henrike' });
    await coach(['challenge', 'stop'], { home });
    expect(await coach(['challenge', ...argv], { home })).toEqual(refused(`coach: ${says}\n`));
  });

  test('a step that was not tried cannot be tried once more', async () => {
    const home = settledHome();
    putEntry(home, {
      id: 'c8p2m9q3kx',
      at: '2026-11-20T18:00:00+01:00',
      bank: 'challenge',
      front: 'role: member\nabout: D.\n',
      body: '\n## Where to?\n<!-- coach: challenge-next choice step=step-see -->\n\nnext (On to the next step)\n',
    });
    const ran = await coach(['challenge', 'repeat'], { home });
    expect(ran).toMatchObject({ exitCode: 1, stdout: '' });
    expect(ran.stderr).toBe(
      'coach: none of the 8 steps was tried yet\n  coach challenge ready asks its questions.\n',
    );
  });

  test('several without a name are listed', async () => {
    const home = await homeAt(1);
    await homeAt(1, { home, role: 'manager' });
    expect((await coach(['challenge', 'pause'], { home })).stderr).toBe(
      'coach: which one? There are several\n  coach challenge pause --about D. --role member\n  coach challenge pause --about D. --role manager\n',
    );
    const ran = await sit(home, ['challenge', 'pause', '--about'], 'manager, about D.');
    expect(ran.stdout).toContain('Paused. ');
    expect(await journalJson(home)).toMatchObject([{ role: 'manager' }, {}, {}]);
  });
});

describe('all eight steps', () => {
  const words = (id: string): string =>
    `Some words about ${id}, enough of them not to be asked for any more.`;

  /** What somebody answers to everything: words, first options, the middle of scales, nothing to plans and guesses. */
  function movesFor(questions: readonly { readonly id: string; readonly type: string }[]): readonly Move[] {
    return questions.map(({ id, type }): Move => {
      if (type === 'text') return words(id);
      if (type === 'scale') return { value: 3 };
      if (id === 'carry-next') return { value: 'help' };
      return type === 'choice' ? { value: id.endsWith('starts') ? 'either' : 'taken' } : SKIP;
    });
  }

  test.each(['member', 'manager'] as const)('are walked by a %s, a week each', async (role: Role) => {
    const home = settledHome(role);
    let epoch = NOON;
    const [first] = challenge.steps;
    const begin = [{ value: 2 }, { value: 2 }, ...movesFor(first?.questions ?? []), SAVE];
    await sitAt(epoch, home, [...READY, '--about', 'D.'], ...begin);
    let last = '';
    for (const [index, { weeks, evidence }] of challenge.steps.slice(0, -1).entries()) {
      epoch += weeks * 7 * DAY;
      const next = challenge.steps[index + 1];
      const ran = await sitAt(
        epoch,
        home,
        READY,
        ...movesFor(evidence),
        { value: 'next' },
        SAVE,
        ...movesFor(next?.questions ?? []),
        SAVE,
      );
      expect(ran.exitCode).toBe(0);
      last = ran.stdout;
      // The baselines are shown beside the closing scales, after these are answered.
      const remarks = ran.seen.filter((line) => line === 'remark earlier');
      expect(remarks).toHaveLength(next === challenge.steps.at(-1) ? 2 : 0);
    }
    expect(last).toContain('That was the last step. ');
    expect(last.replace(/\s+/g, ' ')).toContain(BOUNDARY.replace(/\s+/g, ' '));
    const { stdout } = await coach(['challenge'], { home, epoch });
    expect(stdout).toMatch(
      /\nStep 8 of 8, interdependence: Carry it on\.\nBegun on 22 November 2026, finished today\.\n/,
    );
    expect(stdout.replace(/\s+/g, ' ')).toContain('at work? 2 on 22 November 2026, 3 today. ');
    expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(23);
    expect(stdout).toMatch(/\ncoach challenge ready --about D\. {3}begin another round\n$/);
  });

  test.each([
    { whose: ['--about', 'D.', '--role', 'manager'], baselines: 2 },
    { whose: ['--about', 'D.', '--role', 'member'], baselines: 0 },
    { whose: ['--about', 'K.', '--role', 'manager'], baselines: 0 },
  ])('the closing scales of $whose stand beside $baselines baselines', async ({ whose, baselines }) => {
    const home = settledHome();
    const stdin = 'challenge-baseline-trust: 1\nchallenge-baseline-room: 1\nsee-my-gain: Calm.\n';
    await coach([...READY, '--about', 'D.', '--role', 'manager', '--answers', '-'], { home, stdin });
    const carry = ['reflect', 'challenge', '--step', 'step-carry', ...whose];
    const { seen } = await sit(home, carry, { value: 3 }, { value: 3 }, CTRL_C);
    expect(seen.filter((line) => line === 'remark earlier')).toHaveLength(baselines);
  });
});

describe('what is shown and what is done', () => {
  /** At step 2, whose questions wait. */
  async function waitingHome(home = settledHome(), role = 'member'): Promise<string> {
    await homeAt(1, { home, role });
    const argv = [...READY, '--about', 'D.', '--role', role, '--answers', '-'];
    await coach(argv, { home, stdin: 'see-count: Twelve.\nchallenge-next: next\n', epoch: NOON - DAY });
    return home;
  }

  test('repeat stood beside a step that it did not repeat', async () => {
    const home = await waitingHome();
    const text = await page(home);
    expect(text).toContain('\nStep 2 of 8, dependence: Borrow their eyes.\nIts questions come next.\n');
    expect(text).toMatch(
      /\ncoach challenge repeat {3}try step 1, See the pattern, once more\nor, at any time: coach challenge pause, stop\n$/,
    );
    const again = await coach(['challenge', 'repeat'], { home });
    expect(again.stdout).toContain('\nOnce more: See the pattern.\n');
  });

  test('repeat was offered where no step was tried yet, and refused', async () => {
    const home = settledHome();
    putEntry(home, {
      id: 'c8p2m9q3kx',
      at: '2026-11-20T18:00:00+01:00',
      bank: 'challenge',
      front: 'role: member\nabout: D.\n',
      body: '\n## Where to?\n<!-- coach: challenge-next choice step=step-see -->\n\nnext (On to the next step)\n',
    });
    expect(await page(home)).toMatch(/\nor, at any time: coach challenge pause, stop\n$/);
  });

  test('questions and choices that waited were not mentioned on a later day', async () => {
    const home = await waitingHome();
    await homeAt(1, { home, about: 'K.' });
    const argv = [...READY, '--about', 'K.', '--answers', '-'];
    await coach(argv, { home, stdin: 'see-count: Twelve.\n', epoch: NOON - DAY });
    const { stdout } = await coach([], { home, width: 80 });
    expect(stdout).toContain(
      'The questions of the step "Borrow their eyes" about D. come next:\ncoach challenge ready --about D.\n',
    );
    expect(stdout).toContain(
      'Where to go from the step "See the pattern" about K. is still open:\ncoach challenge ready --about K.\n',
    );
  });

  test('where both seats have one, the command of bare coach asked which', async () => {
    const home = await waitingHome();
    await homeAt(1, { home, role: 'manager' });
    const { stdout } = await coach([], { home });
    expect(stdout).toContain('\ncoach challenge ready --about D. --role member\n');
    const ran = await coach(['challenge', 'pause', '--about', 'D.', '--role', 'member'], { home });
    expect(ran.stdout).toContain('again: coach challenge ready --about D. --role member\n');
  });

  test.each(['repeat', 'pause', 'stop'])(
    '%s for a time before the step began was saved, and changed nothing',
    async (choice) => {
      const home = await homeAt(1);
      expect(await coach(['challenge', choice, '--at', '2026-11-01'], { home })).toEqual(
        refused(
          'coach: 1 November is before what it would change: step 1, See the pattern, since 12 November\n  Give a later time with --at, or leave --at out.\n',
        ),
      );
      expect(await journalJson(home)).toHaveLength(1);
      const early = await coach(['challenge', choice, '--at', '2026-11-12T05:00'], { home });
      expect(early.stderr).toMatch(/^coach: that time is before what it would change: /);
      expect(await coach(['challenge', choice, '--at', '2026-11-13'], { home })).toMatchObject({
        exitCode: 0,
      });
    },
  );

  test('a template for what was stopped asked which role', async () => {
    const home = await homeAt(1);
    await coach(['challenge', 'stop'], { home });
    const { stdout, stderr, exitCode } = await coach([...READY, '--template'], { home });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toContain('\nrole: member\nabout: "D."\n');
    expect(stdout).toContain('\nsee-count:');
  });

  test('at 40 columns lines were wrapped twice', async () => {
    const home = await homeAt(1);
    await homeAt(1, { home, about: 'K.' });
    const { stdout } = await coach(['challenge'], { home, width: 40 });
    expect(stdout).toContain(
      '  To try: For five working days, make\n  one mark each time you hand something\n  out unasked',
    );
  });

  test('commands were broken in their middle at 80 columns', async () => {
    const home = await homeAt(1, { about: 'The team of the client' });
    await homeAt(1, { home, about: 'K.' });
    await coach(['challenge', 'pause', '--about', 'K.'], { home });
    const flags = "--about 'The team of the client'";
    expect(await page(home)).toContain(
      `\ncoach challenge ready ${flags}\n  bring back what came of it, at any time\nor, at any time, in the place of ready: repeat, pause, stop\n`,
    );
    const { stdout } = await coach(['challenge', 'stop', '--about', 'The team of the client'], { home });
    expect(stdout).toMatch(
      /\nStopped\. Should you want to take it up again:\ncoach challenge ready --about 'The team of the client'\n$/,
    );
  });

  test('a name with a stop got a second one, and the role was left out', async () => {
    const home = await homeAt(1);
    const text = await page(home, '--about', 'E.', '--role', 'member');
    expect(text).toMatch(/^Nothing is begun about E\. as member\.\n/);
    expect(text).toMatch(/\ncoach challenge ready --about E\. --role member {3}begin with the first step\n$/);
    expect(await page(home, '--about', 'E.')).toMatch(/^Nothing is begun about E\.\n/);
    expect(await page(home, '--role', 'manager')).toMatch(/^Nothing is begun as manager\.\n/);
  });

  test('stop began with its second question of two', async () => {
    const home = await homeAt(1);
    const prompter = scripted(PASS, SAVE);
    const progress: unknown[] = [];
    const ask: typeof prompter.ask = (step, ...more) => {
      if (step.kind === 'ask') progress.push(step.progress);
      return prompter.ask(step, ...more);
    };
    await coach(['challenge', 'stop'], { home, prompter: { ...prompter, ask } });
    expect(progress).toEqual([{ number: 1, of: 1 }]);
  });

  test.each([
    { days: 0, says: 'The week was round on 19 November, 3 days ago.' },
    { days: 10, says: 'The week was round on 19 November, 13 days ago.' },
    { days: 11, says: 'The week was round on 19 November, 2 weeks ago.' },
    { days: -2, says: 'The week was round yesterday.' },
    { days: -3, says: 'The week is round today.' },
  ])('how long ago the week was round was left to be counted: $says', async ({ days, says }) => {
    const { stdout } = await coach(['challenge'], { home: await homeAt(1), epoch: NOON + days * DAY });
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(says);
  });
});
