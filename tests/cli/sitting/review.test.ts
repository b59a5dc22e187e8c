import { describe, expect, test } from 'vitest';
import { coach, DAY, entryFiles, journalJson, NOON, printed, settledHome } from '../coach.ts';
import { COMMITMENT, CONDITIONAL, planned, PREDICTION } from '../planned.ts';
import { CTRL_C, scripted } from '../scripted.ts';

describe('at a terminal', () => {
  test('three are asked about, each an entry of its own, and what follows is suggested from what was said before', async () => {
    const home = settledHome();
    await planned(home);
    const prompter = scripted(
      'not-yet',
      'no-moment',
      'done',
      { kind: 'save' },
      'yes',
      'They said so in the meeting on Friday, twice even.',
      { value: 4 },
      { value: 0.8 },
      'That they say it again when it is done.',
      { kind: 'save' },
      'untested',
      { value: 0.5 },
      { kind: 'save' },
    );
    const { stdout, exitCode } = await coach(['review'], { home, prompter });
    expect({ exitCode, left: prompter.left() }).toEqual({ exitCode: 0, left: [] });
    expect(stdout).toContain(
      'What became of it · member, about D.\nA plan from 16 November, due 20 November.\n',
    );
    expect(await journalJson(home)).toMatchObject([
      {
        bank: 'review',
        about: 'D.',
        role: 'member',
        answers: [{ value: 'untested', closes: CONDITIONAL }, {}],
      },
      { bank: 'review', answers: [{ value: 'yes', closes: PREDICTION }, {}, {}, {}, {}] },
      { bank: 'review', answers: [{ value: 'not-yet', closes: COMMITMENT }, {}, {}] },
      { bank: 'planned' },
    ]);
    expect((await coach(['review'], { home, prompter: scripted() })).stdout).toBe('Nothing due today.\n');
  });

  test('who leaves in the middle keeps what was saved, and is offered the rest', async () => {
    const home = settledHome();
    await planned(home);
    const first = scripted(
      'kept',
      'A note on the screen helped me to do it.',
      'done',
      { kind: 'save' },
      'no',
      CTRL_C,
    );
    expect((await coach(['review'], { home, prompter: first })).exitCode).toBe(130);
    const again = scripted(
      'Finish',
      'Nothing of the kind was said by anybody there.',
      { value: 3 },
      { value: 0.2 },
      { value: null },
      { kind: 'save' },
      { kind: 'later' },
    );
    await coach(['review'], { home, prompter: again });
    expect(await journalJson(home)).toMatchObject([
      { answers: [{ question: 'review-outcome', value: 'no', closes: PREDICTION }, {}, {}, {}, {}] },
      { answers: [{ question: 'review-status', value: 'kept', closes: COMMITMENT }, {}, {}] },
      { bank: 'planned' },
    ]);
  });

  test('what is passed stays due, and does not keep the others from their turn', async () => {
    const home = settledHome();
    await planned(home);
    await planned(home);
    const pass = { kind: 'skip', skip: 'passed' } as const;
    const all = scripted(pass, pass, pass, pass, pass, pass);
    expect((await coach(['review'], { home, prompter: all })).stdout).not.toContain('more');
    expect(all.left()).toEqual([]);
    expect(entryFiles(home)).toHaveLength(2);
    const [kept, saved] = ['A note on the screen helped me to do it.', { kind: 'save' }] as const;
    const four = scripted(
      pass,
      'kept',
      kept,
      'done',
      saved,
      'untested',
      { value: 0.5 },
      saved,
      'untested',
      { value: 0.5 },
      saved,
    );
    const { stdout } = await coach(['review'], { home, prompter: four });
    expect(stdout).toMatch(/2 more are due: coach review\n$/);
  });

  test('what another window closed meanwhile is not asked again', async () => {
    const home = settledHome();
    await planned(home);
    const closing = async (): Promise<object> =>
      coach(['review', '--answers', '-'], {
        home,
        stdin: `- closes: ${PREDICTION}\n  review-outcome: "no"\n`,
      });
    const prompter = scripted(
      'kept',
      'A note on the screen helped me to do it.',
      'done',
      { kind: 'save' },
      { kind: 'later' },
    );
    const ask = prompter.ask.bind(prompter);
    const slow = {
      ...prompter,
      ask: async (...args: Parameters<typeof ask>) => {
        if (args[0].kind === 'look-over') await closing();
        return ask(...args);
      },
    };
    await coach(['review'], { home, prompter: slow });
    expect(prompter.seen.filter((line) => line === 'ask review-outcome')).toHaveLength(1);
    expect(await coach(['review', '--json'], { home })).toMatchObject({
      stdout: expect.stringContaining(CONDITIONAL),
    });
  });

  test('the guess about a conversation is left to its debrief for a week, unless it is asked for', async () => {
    const home = settledHome('manager');
    const stdin = 'about: D.\nprepare-when: 2026-11-22\nprepare-prediction: 70\n';
    await coach(['reflect', 'prepare', '--answers', '-'], { home, stdin });
    const closes = async (days: number, ...args: readonly string[]): Promise<unknown> => {
      const { stdout } = await coach(['review', '--json', ...args], { home, epoch: NOON + days * DAY });
      return JSON.parse(stdout).map((item: { closes: string }) => item.closes);
    };
    const guess = '001k3x8m2p/prepare-prediction';
    expect(await closes(0)).toEqual([]);
    expect(await closes(7)).toEqual([]);
    expect(await closes(8)).toEqual([guess]);
    expect(await closes(0, '--all')).toEqual([guess]);
    expect(await closes(0, '001k')).toEqual([guess]);
  });

  test('an entry can be named, also before its time', async () => {
    const home = settledHome();
    await planned(home, '2026-12-24');
    const day = { home, epoch: NOON - 4 * DAY };
    const prompter = scripted(
      'kept',
      'It was done at once, and that was good.',
      'done',
      { kind: 'save' },
      { kind: 'later' },
    );
    await coach(['review', '001k'], { ...day, prompter: scripted({ kind: 'later' }) });
    expect((await coach(['review'], { ...day, prompter: scripted() })).stdout).toBe(
      'Nothing due today. The next plan or guess is due on 21 November.\n',
    );
    expect(prompter.left()).not.toEqual([]);
  });

  test('is offered once, in one line, before something new is begun', async () => {
    const home = settledHome();
    await planned(home);
    const prompter = scripted('Not now', { kind: 'later' });
    await coach(['reflect', '--full', '--about', 'D.'], { home, prompter });
    expect(prompter.seen.slice(0, 2)).toEqual([
      'choose Due: 1 plan, 2 guesses. Review them first?',
      'ask member-situation',
    ]);
    const looked = scripted(
      'Yes',
      'kept',
      'A note on the screen helped me to do it.',
      'done',
      { kind: 'save' },
      { kind: 'later' },
      { kind: 'later' },
    );
    await coach(['reflect', '--full', '--about', 'D.'], { home, prompter: looked });
    expect(looked.seen.at(-1)).toBe('ask member-situation');
  });
});

test('the entry itself shows what became of it', async () => {
  const home = settledHome();
  await planned(home);
  const stdin = `- closes: ${COMMITMENT}\n  review-status: not-yet\n  review-not-yet: too-big\n  review-next: smaller\n  review-next-plan: {then: ask one thing, by: 2026-11-30}\n- closes: ${PREDICTION}\n  review-outcome: wait\n  review-wait-until: 2026-12-01\n`;
  await coach(['review', '--answers', '-'], { home, stdin });
  const { stdout } = await coach(['journal', 'show', '001k'], { home });
  expect(stdout).toContain('likely.\n  Not yet, today (to see it: coach journal show 002k3x)\n');
  expect(stdout).toContain('  Due on 1 December (date moved).\n');
  expect(stdout).toContain('  Due today: coach review\n');
});

describe('what a tester found', () => {
  test('a review that is taken up again and left for later is not asked anew at once', async () => {
    const home = settledHome();
    await planned(home);
    await coach(['review'], { home, prompter: scripted('kept', CTRL_C) });
    const again = scripted('Finish', { kind: 'later' });
    const { stdout } = await coach(['review'], { home, prompter: again });
    expect(again.seen.at(-1)).toBe('ask review-kept');
    expect(stdout).toContain('Your answers are kept. To go on: coach review\n');
    // What it is about and what was said so far stand above the question.
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'You planned "When the draft is done, I will say a secret". What became of it? Kept',
    );
  });

  test('a draft of a review says which plan it is about', async () => {
    const home = settledHome();
    await planned(home);
    await coach(['review'], { home, prompter: scripted('kept', CTRL_C) });
    expect((await coach([], { home })).stdout.replaceAll('\n', ' ')).toContain(
      'Unfinished from today: "What became of it", for a plan from 16 November, about D. (1 answer).',
    );
  });

  test('a plan that is not yet kept and goes on in no other one is said to be closed', async () => {
    const home = settledHome();
    await planned(home);
    const prompter = scripted(
      'not-yet',
      'no-moment',
      'again',
      { kind: 'skip', skip: 'passed' },
      { kind: 'save' },
      { kind: 'later' },
    );
    const { stdout } = await coach(['review'], { home, prompter });
    expect(stdout).toContain("That closes it. You won't be asked about it again.\n");
  });

  test('a saved review names the plan that it is about', async () => {
    const home = settledHome();
    await planned(home);
    await coach(['review', '--answers', '-'], {
      home,
      stdin: `- closes: ${COMMITMENT}\n  review-status: kept\n`,
    });
    expect((await coach(['journal', 'show', '002k'], { home })).stdout).toContain(
      '    From 16 November 2026: coach journal show 001k3x\n',
    );
  });

  test('"coach reflect review" is the same as "coach review"', async () => {
    expect(await coach(['reflect', 'review'], { home: settledHome('both') })).toEqual(
      printed('Nothing due today.\n'),
    );
  });

  test('an outcome that is skipped in a file saves nothing, as at the terminal', async () => {
    const home = settledHome();
    await planned(home);
    const stdin = `- closes: ${PREDICTION}\n  review-outcome: {skip: too-close}\n`;
    expect((await coach(['review', '--answers', '-'], { home, stdin })).exitCode).toBe(1);
    expect(entryFiles(home)).toHaveLength(1);
  });

  test('a guess that partly came true was said to be closed for good, as a plan is', async () => {
    const home = settledHome();
    await planned(home, '2026-12-24');
    const prompter = scripted(
      'partly',
      'One of the two things was said by them.',
      { value: 3 },
      { value: 0.5 },
      { value: null },
      { kind: 'save' },
      { kind: 'later' },
    );
    const { stdout } = await coach(['review'], { home, prompter });
    expect(stdout).toContain('Saved.');
    expect(stdout).not.toContain('It is closed');
  });
});

test('the first entry follows what became of its plan to the end, also over plans that took its place', async () => {
  const home = settledHome();
  await planned(home);
  const say = async (stdin: string, days: number): Promise<void> => {
    const ran = await coach(['review', '--answers', '-'], { home, stdin, epoch: NOON + days * DAY });
    expect(ran).toMatchObject({ stderr: '', exitCode: 0 });
  };
  const goesOn = (by: string): string =>
    `review-next: smaller, review-next-plan: {then: ask one thing, by: ${by}}`;
  const shown = async (): Promise<string> => (await coach(['journal', 'show', '001k'], { home })).stdout;
  await say(`- {closes: ${COMMITMENT}, review-status: not-yet, ${goesOn('2026-11-30')}}`, 0);
  expect(await shown()).toContain(
    '  Not yet, today (to see it: coach journal show 002k3x)\n  The plan that replaced it: due on 30 November.\n',
  );
  await say(`- {closes: 002k3x8m2p/review-next-plan, review-status: partly, ${goesOn('2026-12-07')}}`, 8);
  await say('- {closes: 003k3x8m2p/review-next-plan, review-status: kept}', 16);
  expect(await shown()).toContain(
    '  Not yet, today; partly, 30 November; kept, 8 December (to see it: coach\n  journal show 004k3x)\n',
  );
  const html = (await coach(['journal', 'export', '--format', 'html'], { home })).stdout;
  expect(html.match(/<p class="link">.*/g)).toEqual([
    '<p class="link">What became of it: <a href="#e-002k3x8m2p">Not yet, 22 November 2026</a></p>',
    '<p class="link">What became of it: <a href="#e-002k3x8m2p">The new plan from 22 November 2026</a></p>',
    '<p class="link">About the plan from <a href="#e-001k3x8m2p">16 November 2026</a></p>',
    '<p class="link">Replaces the plan from <a href="#e-001k3x8m2p">16 November 2026</a></p>',
    '<p class="link">What became of it: <a href="#e-003k3x8m2p">Partly, 30 November 2026</a></p>',
    '<p class="link">What became of it: <a href="#e-003k3x8m2p">The new plan from 30 November 2026</a></p>',
    '<p class="link">About the plan from <a href="#e-002k3x8m2p">22 November 2026</a></p>',
    '<p class="link">Replaces the plan from <a href="#e-002k3x8m2p">22 November 2026</a></p>',
    '<p class="link">What became of it: <a href="#e-004k3x8m2p">Kept, 8 December 2026</a></p>',
    '<p class="link">About the plan from <a href="#e-003k3x8m2p">30 November 2026</a></p>',
  ]);
});
