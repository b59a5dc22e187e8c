import { describe, expect, test } from 'vitest';
import { coach, journalJson, NOON, refused, settledHome } from '../../cli/coach.ts';
import { CTRL_C, type Move } from '../../cli/scripted.ts';
import { LATER, PASS, SAVE, sit } from '../../cli/sitting.ts';
import { homeAt, page, READY, WORDS } from './challenge-homes.ts';

const SKIP: Move = { kind: 'skip', skip: 'passed' };

describe('ready', () => {
  test('begins by asking whom it is about, rates the scales, and says what to try', async () => {
    const home = settledHome();
    const begun = await sit(home, READY, 'D.', { value: 2 }, { value: 3 }, PASS, PASS, WORDS, PASS, SAVE);
    expect(begun.seen.slice(0, 4)).toEqual([
      'say One at a time keeps it small enough to finish. Initials or a nickname will do.',
      'line Which relationship or team is this about?',
      'ask challenge-baseline-trust',
      'ask challenge-baseline-room',
    ]);
    expect(begun.stdout).toContain('This step runs until 29 November.');
    expect(await journalJson(home)).toMatchObject([{ about: 'D.', role: 'member' }]);
  });

  test('brings back a step and goes on to the next, as an entry of its own', async () => {
    const home = await homeAt(1);
    const back = [WORDS, PASS, { value: 'next' }, SAVE, 'Now'];
    const ran = await sit(home, READY, ...back, WORDS, PASS, PASS, PASS, SKIP, SAVE);
    expect(ran.seen.filter((line) => line.startsWith('ask'))).toEqual([
      'ask see-count',
      'ask see-outcome',
      'ask challenge-next',
      'ask view-guess',
      'ask view-history',
      'ask view-mine',
      'ask view-question-words',
      'ask view-question when',
    ]);
    expect(ran.stdout).toContain('\nSee the pattern: what came of it\nIn between: For five working days');
    expect(ran.stdout).toContain('ask a colleague you trust');
    expect(await journalJson(home)).toMatchObject([
      { answers: [{ question: 'view-guess', step: 'step-their-view' }, {}, {}, {}, {}] },
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
      says: 'You are repeating this step: See the pattern.',
      then: 'Started today. This step runs until 29 November.',
    },
    {
      value: 'pause',
      says: 'Paused. To resume: coach challenge ready',
      then: 'Paused today at step 1',
    },
    {
      value: null,
      says: 'Next, decide whether to go on, repeat the step, pause or stop:\ncoach challenge ready',
      then: 'Answered today.',
    },
  ])('ends after "$value"', async ({ value, says, then }) => {
    const home = await homeAt(1);
    const ran = await sit(home, READY, WORDS, PASS, { value }, SAVE);
    expect(ran.stdout).toContain(says);
    expect(await page(home)).toContain(then);
  });

  test('asks what was learned of who stops', async () => {
    const home = await homeAt(1);
    const ran = await sit(home, READY, WORDS, PASS, { value: 'stop' }, WORDS, SAVE);
    expect(ran.seen.slice(-2)).toEqual(['ask challenge-stop-learned', 'look over']);
    expect(ran.stdout).toContain('coach challenge ready --about D.');
    expect(await page(home)).toContain('Stopped today at step 1');
  });

  test('asks only where to from here, where the rest was brought back', async () => {
    const home = await homeAt(1);
    await sit(home, READY, WORDS, PASS, PASS, SAVE);
    const ran = await sit(home, READY, { value: 'next' }, SAVE, 'Now', LATER);
    expect(ran.seen).toEqual(['ask challenge-next', 'look over', 'choose Go on now?', 'ask view-guess']);
    expect(ran.stdout).toContain('\nSee the pattern: where to go from here\n');
  });

  test('takes up what was paused, as the person says', async () => {
    const home = await homeAt(1);
    await coach(['challenge', 'pause'], { home });
    const left = await sit(home, READY, 'Leave it');
    expect(left.seen).toEqual(['choose Paused today at step 1, See the pattern.']);
    expect((await sit(home, READY, 'Say how', LATER)).seen[1]).toBe('ask see-count');
    const again = await sit(home, READY, 'Try the step once more');
    expect(again.stdout).toMatch(/^Saved\.\n.+\n\nYou are repeating this step: See the pattern\.\n/);
    expect((await sit(home, READY, LATER)).seen).toEqual(['ask see-count']);
  });

  test('takes up what was stopped, or begins anew', async () => {
    const home = await homeAt(2);
    await coach(['challenge', 'stop'], { home, epoch: NOON - 1000 });
    const again = [...READY, '--about', 'D.'];
    const stopped = 'choose Stopped today at step 2, See through their eyes.';
    expect((await sit(home, again, 'Go on from where', LATER)).seen).toEqual([stopped, 'ask view-asked']);
    // The scales are rated again, though they were not passed over the first time.
    const anew = await sit(
      home,
      again,
      'Start over',
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
    expect((await sit(home, READY, 'Someone else', 'L.', LATER)).seen.slice(-2)).toEqual([
      'line Which relationship or team is this about?',
      'ask challenge-baseline-trust',
    ]);
    // Told by name, nothing is asked, and the seat is that of the relationship.
    const named = await sit(home, [...READY, '--about', 'k.'], LATER);
    expect(named.stdout).toMatch(/^From leaning.+ ·\smanager, about\sK\.\n/);
    const other = await sit(home, [...READY, '--about', 'K.', '--role', 'member'], LATER);
    expect(other.seen).toEqual(['ask challenge-baseline-trust']);
    expect((await coach([...READY, '--template'], { home })).stderr).toBe(
      'coach: which challenge? There are several\n  coach challenge ready --about K.\n  coach challenge ready --about D.\n',
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
    expect(wrong.stderr).toContain('view-words: this question is not asked here');
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
    expect(await page(home)).toContain('Step 2 of 8, dependence: See through their eyes.\nAnswered today.');
  });

  test('without a terminal and without a file it says what to do', async () => {
    const ran = await coach(READY, { home: settledHome() });
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr).toContain('coach challenge ready --template >answers.yaml');
  });

  test('refuses what belongs to the page', async () => {
    expect(await coach([...READY, '--json'], { home: settledHome() })).toEqual(
      refused("coach: unknown option '--json'\n  For help: coach challenge ready --help\n"),
    );
  });

  test('a template for what was stopped asked which role', async () => {
    const home = await homeAt(1);
    await coach(['challenge', 'stop'], { home });
    const { stdout, stderr, exitCode } = await coach([...READY, '--template'], { home });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toContain('\nrole: member\nabout: "D."\n');
    expect(stdout).toContain('\nsee-count:');
  });
});

describe('a draft', () => {
  const LINE =
    'choose Unfinished from today: "From leaning on others, through standing alone, to counting on each other" about D. ';

  test.each([{ argv: READY }, { argv: ['reflect'] }])(
    'is offered by $argv, and leads back to the same',
    async ({ argv }) => {
      const home = await homeAt(1);
      await sit(home, READY, WORDS, CTRL_C);
      const ran = await sit(home, argv, 'Finish it', PASS, { value: 'repeat' }, SAVE);
      expect(ran.seen.slice(0, 3)).toEqual([`${LINE}(1 answer).`, 'ask see-outcome', 'remark passed']);
      expect(await journalJson(home)).toMatchObject([
        { answers: [{}, {}, { value: 'repeat', step: 'step-see' }] },
        {},
      ]);
    },
  );

  test('of a choice alone still knows its step', async () => {
    const home = await homeAt(2);
    await sit(home, READY, PASS, PASS, SAVE);
    await sit(home, READY, { value: 'next' }, CTRL_C);
    const ran = await sit(
      home,
      READY,
      'Finish it',
      { kind: 'change', question: 'challenge-next' },
      { value: 'repeat' },
      SAVE,
    );
    expect(ran.stdout).toContain('You are repeating this step: See through their eyes.');
    expect(await journalJson(home)).toMatchObject([
      { answers: [{ step: 'step-their-view' }] },
      {},
      {},
      {},
      {},
    ]);
  });

  test('that is finished with "next" goes on', async () => {
    const home = await homeAt(1);
    await sit(home, READY, WORDS, CTRL_C);
    const ran = await sit(home, READY, 'Finish it', PASS, { value: 'next' }, SAVE, 'Now', LATER);
    expect(ran.seen.at(-1)).toBe('ask view-guess');
  });

  test('that is finished with "next" can leave the next step for later', async () => {
    const home = await homeAt(1);
    const ran = await sit(home, READY, WORDS, PASS, { value: 'next' }, SAVE, 'Later');
    expect(ran.seen.at(-1)).toBe('choose Go on now?');
    expect((await sit(home, READY, LATER)).seen).toEqual(['ask view-guess']);
  });

  test('of a stop asks what was learned', async () => {
    const home = await homeAt(1);
    await sit(home, ['challenge', 'stop'], CTRL_C);
    expect(await page(home)).toContain('Started on 12 November. ');
    const ran = await sit(home, READY, 'Finish it', WORDS, SAVE);
    expect(ran.seen.slice(1)).toEqual(['ask challenge-stop-learned', 'look over']);
    expect(await journalJson(home)).toMatchObject([
      { answers: [{ value: 'stop', step: 'step-see' }, { value: WORDS }] },
      {},
    ]);
  });
});
