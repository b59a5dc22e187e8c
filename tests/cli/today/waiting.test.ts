import { describe, expect, test } from 'vitest';
import { coach, DAY, HOUR, journalJson, NOON, printed, settledHome } from '../coach.ts';
import { CTRL_C, scripted } from '../scripted.ts';

const SECRET = /secret/i;

async function answers(home: string, command: readonly string[], stdin: string, epoch = NOON): Promise<void> {
  const ran = await coach([...command, '--answers', '-'], { home, stdin, epoch });
  expect({ stdin, ...ran }).toMatchObject({ exitCode: 0 });
}

describe('cron says in one line what waits', () => {
  test('once a coach day, without a word of what was written', async () => {
    const home = settledHome();
    await answers(
      home,
      ['reflect', 'member'],
      'about: D.\nat: 2026-11-16\nmember-commitment: {then: a secret, by: 2026-11-20}\nmember-commitment-prediction: {expect: a secret, due: 2026-11-21}\n',
    );
    const said = await coach(['checkin'], { home });
    expect(said).toEqual(printed('Waiting: a check-in, 1 plan, 1 guess. Run: coach\n'));
    expect(said.stdout).not.toMatch(SECRET);
    expect(await coach(['checkin'], { home })).toEqual(printed(''));
    // Whoever checked in is told the rest then, and not again on that day.
    await answers(home, ['checkin'], 'checkin-trust: 3\n', NOON + DAY);
    expect(await coach(['checkin'], { home, epoch: NOON + DAY })).toEqual(printed(''));
  });

  test('a conversation that was prepared for today, also after the check-in', async () => {
    const home = settledHome('manager');
    await answers(home, ['checkin'], 'checkin-trust: 3\n');
    await answers(
      home,
      ['reflect', 'prepare'],
      'about: D.\nprepare-when: 2026-11-22\nprepare-together: a secret\n',
    );
    expect(await coach(['checkin'], { home })).toEqual(printed('Waiting: 1 conversation. Run: coach\n'));
    expect(await coach(['checkin'], { home })).toEqual(printed(''));
  });

  test('what rests is not spoken of', async () => {
    const home = settledHome();
    await answers(
      home,
      ['reflect', 'member'],
      'member-commitment: {then: ask, by: 2026-10-30}\n',
      NOON - 33 * DAY,
    );
    await answers(home, ['checkin'], 'checkin-trust: 3\n');
    expect(await coach(['checkin'], { home })).toEqual(printed(''));
    expect((await coach([], { home })).stdout).not.toContain('plan');
  });
});

test('after a check-in, what else waits is told', async () => {
  const home = settledHome();
  await answers(home, ['reflect', 'member'], 'member-commitment: {then: ask, by: 2026-11-22}\n');
  const prompter = scripted({ value: 3 }, { value: 3 }, { value: 3 }, { value: 3 }, 'Nothing much.', 'Done');
  const { stdout } = await coach(['checkin'], { home, prompter });
  expect(stdout).toMatch(/\nAlso waiting: 1 plan\. Run: coach review\n$/);
});

describe('a debrief', () => {
  const prepare = (home: string, about: string, when: string, intent: string): Promise<void> =>
    answers(
      home,
      ['reflect', 'prepare'],
      `about: ${about}\nprepare-when: ${when}\nprepare-together: ${intent}\nprepare-prediction: 70\n`,
    );

  test('knows its conversation, recalls what was meant, and resolves the guess about it', async () => {
    const home = settledHome('manager');
    await prepare(home, 'D.', '2026-11-22', 'To see the risk in time.');
    const line = "Today's conversation with D.: coach reflect debrief --about D.\n";
    expect((await coach([], { home })).stdout).toContain(line);
    const prompter = scripted({ value: 4 }, 'doer', CTRL_C);
    await coach(['reflect', 'debrief', '--short'], { home, prompter });
    const finishing = scripted(
      'Finish',
      'They decided to send it themselves, on Friday.',
      'ideas',
      'That the risk is smaller than I thought.',
      { value: null },
      { kind: 'skip', skip: 'passed' },
      { kind: 'save' },
    );
    await coach(['reflect'], { home, prompter: finishing });
    const [aim, next] = [
      { asked: 'You wrote down what you wanted from this conversation. How close did you get?' },
      { value: 'doer', closes: '001k3x8m2p/prepare-prediction' },
    ];
    expect(await journalJson(home)).toMatchObject([
      { bank: 'debrief', about: 'D.', answers: [aim, next, {}, {}, {}, {}] },
      { bank: 'prepare' },
    ]);
    expect((await coach([], { home })).stdout).not.toContain('conversation');
  });

  test('recalls nothing of another conversation', async () => {
    const home = settledHome('manager');
    await prepare(home, 'D.', '2026-11-01', 'Of an older one.');
    await answers(home, ['reflect', 'debrief'], 'about: D.\ndebrief-next-step: doer\n');
    await answers(home, ['reflect', 'debrief'], 'about: D.\ndebrief-aim: 4\ndebrief-next-step: reviewer\n');
    expect(await journalJson(home)).toMatchObject([
      {
        answers: [
          { asked: 'When you think of what you wanted from this conversation, how close did you get?' },
          expect.not.objectContaining({ closes: expect.anything() }),
        ],
      },
      { answers: [{ closes: '001k3x8m2p/prepare-prediction' }] },
      {},
    ]);
  });

  test('of several that wait, one is chosen', async () => {
    const home = settledHome('manager');
    await prepare(home, 'D.', '2026-11-21', 'One.');
    await prepare(home, 'K.', '2026-11-22', 'Two.');
    const prompter = scripted("Yesterday's conversation with D.", CTRL_C);
    const { stdout } = await coach(['reflect', 'debrief'], { home, prompter });
    expect(stdout).toContain('manager, about D.');
  });

  test('is offered before something new is begun', async () => {
    const home = settledHome('manager');
    await prepare(home, 'D.', '2026-11-22', 'One.');
    const prompter = scripted("Today's conversation with D.", CTRL_C);
    await coach(['reflect'], { home, prompter });
    expect(prompter.seen).toEqual(['choose Waiting: 1 conversation. Start with it?', 'ask debrief-aim']);
  });
});

describe('a look back', () => {
  test('is offered by the first of a month, and asks for the person’s own summary before it shows anything', async () => {
    const home = settledHome();
    await answers(home, ['reflect', 'member'], 'at: 2026-10-24\nmember-felt: Too old to be shown.\n');
    expect((await coach([], { home, epoch: NOON + 8 * DAY })).stdout).not.toContain('look back');
    const later = { home, epoch: NOON + 9 * DAY };
    expect((await coach([], later)).stdout).toContain('Time for a first look back: coach reflect lookback\n');
    const prompter = scripted('A month with two loud days and many calm ones.', CTRL_C);
    await coach(['reflect', 'lookback'], { ...later, prompter });
    expect(prompter.seen.slice(0, 3)).toEqual([
      'ask lookback-first-word',
      'remark recap',
      'ask lookback-surprise',
    ]);
  });

  test('asks about a plan that rests, and takes it up again', async () => {
    const home = settledHome();
    await answers(
      home,
      ['reflect', 'member'],
      'member-commitment: {then: ask, by: 2026-10-10}\n',
      NOON - 52 * DAY,
    );
    await answers(home, ['reflect', 'lookback'], 'lookback-rested-plans: take-up\n');
    expect(await journalJson(home)).toMatchObject([
      { answers: [{ value: 'take-up', continues: '001k3x8m2p/member-commitment' }] },
      {},
    ]);
    expect((await coach([], { home, epoch: NOON + 14 * DAY })).stdout).toContain(
      'Due: 1 plan from 1 October\n',
    );
  });

  test('what a look back at everything let go of was asked about again in one about D.', async () => {
    const home = settledHome();
    const early = NOON - 52 * DAY;
    const plan = 'member-commitment: {then: ask, by: 2026-10-10}\n';
    await answers(home, ['reflect', 'member'], `about: D.\n${plan}`, early);
    await answers(home, ['reflect', 'member'], `about: K.\n${plan}`, early + HOUR);
    await answers(home, ['reflect', 'lookback'], 'lookback-rested-plans: let-go\n');
    const template = async (about: string): Promise<string> =>
      (await coach(['reflect', 'lookback', '--about', about, '--template'], { home })).stdout;
    expect(await template('D.')).not.toContain('lookback-rested-plans');
    expect(await template('K.')).toContain('lookback-rested-plans');
  });

  test('a question that a look back at everything retired was asked about again in one about D.', async () => {
    const home = settledHome();
    for (const about of ['D.', 'K.']) {
      for (let at = 0; at < 3; at++)
        await answers(
          home,
          ['reflect', 'member'],
          `about: ${about}\nmember-felt: {skip: passed}\nmember-situation: words\n`,
          NOON - (30 - at) * DAY,
        );
    }
    await answers(home, ['reflect', 'lookback'], 'lookback-stepped-past: retire\n');
    const template = async (about: string): Promise<string> =>
      (await coach(['reflect', 'lookback', '--about', about, '--template'], { home })).stdout;
    const asked = [await template('D.'), await template('K.')];
    expect(asked.filter((text) => text.includes('lookback-stepped-past')).length).toBe(1);
  });
});

test('the questions of a role are offered again after two weeks, and no reminder speaks of it', async () => {
  const home = settledHome();
  const five = ['situation', 'felt', 'hold-back', 'easier-now', 'expectations'];
  const stdin = five.map((id) => `member-${id}: Words enough to be a whole answer.\n`).join('');
  await answers(home, ['reflect', 'member'], `at: 2026-11-08\n${stdin}`);
  const line = 'The member questions, last answered on 8 November: coach reflect member\n';
  expect((await coach([], { home, epoch: NOON - DAY })).stdout).not.toContain(line);
  expect((await coach([], { home })).stdout).toContain(line);
  expect(await coach(['checkin'], { home })).toEqual(printed('A check-in is waiting: coach checkin\n'));
});

describe('a question that was stepped past', () => {
  test('is shown by a look back, which decides what becomes of it', async () => {
    const home = settledHome();
    for (const day of [1, 2, 3]) {
      await answers(home, ['reflect', 'member'], `at: 2026-11-0${day}\nmember-felt: {skip: not-today}\n`);
    }
    const felt = (await coach(['reflect', 'member', '--template'], { home })).stdout;
    expect(felt).not.toContain('\nmember-felt:');
    const prompter = scripted(
      'A month with two loud days and many calm ones.',
      'Nothing in it was a surprise to me, I think.',
      'keep',
      CTRL_C,
    );
    await coach(['reflect', 'lookback'], { home, prompter });
    expect(prompter.seen).toContain('ask lookback-stepped-past');
    await coach(['reflect'], { home, prompter: scripted('Save what', CTRL_C) });
    expect(await journalJson(home)).toMatchObject([
      { bank: 'lookback', answers: [{}, {}, { value: 'keep', continues: '003k3x8m2p/member-felt' }] },
      {},
      {},
      {},
    ]);
    expect((await coach(['reflect', 'member', '--template'], { home })).stdout).toContain('\nmember-felt:');
  });
});

describe('what a tester found', () => {
  test('a debrief is from the seat of its conversation, whatever is remembered', async () => {
    const home = settledHome('manager');
    await answers(
      home,
      ['reflect', 'prepare'],
      'about: D.\nprepare-when: 2026-11-22\nprepare-together: One.\n',
    );
    await coach(['config', 'set', 'role', 'member'], { home });
    const prompter = scripted(CTRL_C);
    const { stdout } = await coach(['reflect', 'debrief', '--about', 'D.'], { home, prompter });
    expect(stdout).toContain('After a detailed conversation · manager, about D.\n');
  });

  test('a template for a look back names the plan that it asks about', async () => {
    const home = settledHome();
    await answers(
      home,
      ['reflect', 'member'],
      'member-commitment: {then: ask, by: 2026-10-10}\n',
      NOON - 52 * DAY,
    );
    const { stdout } = await coach(['reflect', 'lookback', '--template'], { home });
    expect(stdout).toContain('#   I will ask. By 10 October 2026.\n# This plan has been resting.');
  });

  test('a pause is kept by a reminder of the look back, which waits until it has ended', async () => {
    const home = settledHome();
    await answers(home, ['reflect', 'member'], 'member-felt: Calm.\n', NOON - 50 * DAY);
    await answers(home, ['reflect', 'member'], 'member-felt: Calm.\n');
    await coach(['pause', '14d'], { home });
    expect(await coach(['reflect', 'lookback', '--notify'], { home })).toEqual(printed(''));
    expect((await coach([], { home })).stdout).toContain('Reminders are paused until 6 December.\n');
    expect(await coach(['checkin', '--notify'], { home, epoch: NOON + DAY })).toEqual(printed(''));
    expect((await coach(['checkin', '--notify'], { home, epoch: NOON + 14 * DAY })).stdout).toContain(
      'look back',
    );
  });

  test('on workdays only, a plan that is due does not speak on Saturday', async () => {
    const home = settledHome();
    await answers(home, ['reflect', 'member'], 'member-commitment: {then: ask, by: 2026-11-22}\n');
    await coach(['config', 'set', 'checkin-days', 'workdays'], { home });
    // A Sunday, and then a Monday.
    expect(await coach(['checkin'], { home })).toEqual(printed(''));
    expect((await coach(['checkin'], { home, epoch: NOON + DAY })).stdout).toContain('1 plan');
  });

  test('a day that comes twice over the date line has one reminder', async () => {
    const home = settledHome();
    const auckland = { name: 'Pacific/Auckland', offsetAt: () => 780 };
    const honolulu = { name: 'Pacific/Honolulu', offsetAt: () => -600 };
    const at = (hours: number, zone: typeof auckland): Promise<{ readonly stdout: string }> =>
      coach(['checkin'], { home, zone, epoch: Date.UTC(2026, 2, 9, hours) });
    expect((await at(0, auckland)).stdout).not.toBe('');
    expect((await at(24, auckland)).stdout).not.toBe('');
    expect((await at(30, honolulu)).stdout).toBe('');
    expect((await at(54, honolulu)).stdout).toBe('');
    expect((await at(78, honolulu)).stdout).not.toBe('');
  });
});
