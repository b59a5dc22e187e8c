import { stripVTControlCharacters } from 'node:util';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Entry, entryPath } from '../../../src/domain/entry/entry.ts';
import { printEntry } from '../../../src/formats/entry/entry-markdown.ts';
import { entryOn, given, guess, outcome, words } from '../../domain/journals.ts';
import { coach, freshHome, journalOf, printed, put, settledHome } from '../coach.ts';

const plan = (question: string, then: string, by: string, continues?: string): Entry['answers'][number] =>
  given(
    question,
    { type: 'commitment', value: { when: 'it is ready', then, by, likelihood: 0.8 } },
    continues === undefined ? {} : { continues },
  );

/** A journal on 22 November with a plan that goes on, one that is due, a guess to come and a plan that rests. */
function journal(): string {
  const home = freshHome();
  const entries = [
    entryOn('2026-09-01', 'member', [plan('member-commitment', 'rest', '2026-09-10')], { id: '1111111111' }),
    entryOn('2026-11-02', 'member', [plan('member-commitment', 'begin', '2026-11-09')], {
      id: '2222222222',
      about: 'D.',
    }),
    entryOn(
      '2026-11-10',
      'review',
      [
        outcome('2222222222/member-commitment', 'not-yet'),
        plan('review-next-plan', 'go on', '2026-11-15', '2222222222/member-commitment'),
      ],
      { id: '3333333333' },
    ),
    entryOn('2026-11-16', 'review', [outcome('3333333333/review-next-plan', 'kept')], { id: '4444444444' }),
    entryOn('2026-11-17', 'member', [plan('member-commitment', 'wait', '2026-11-21')], { id: '5555555555' }),
    entryOn('2026-11-18', 'member', [guess('member-commitment-prediction')], {
      id: '6666666666',
      about: 'K.',
    }),
  ];
  for (const entry of entries) put(path.join(journalOf(home), entryPath(entry)), printEntry(entry));
  return home;
}

const OPEN = `Due
  Plan from 17 November, due yesterday
    When it is ready, I will wait. 80%, likely.

Coming
  Guess from 18 November about K., due 6 December
    rain
    50%, could go either way.
`;

test('shows what is open and what is coming in the words of the person, what is due first', async () => {
  expect(await coach(['plans'], { home: journal() })).toEqual(
    printed(`${OPEN}
See how the due ones went: coach review
1 plan resting: coach plans --resting
`),
  );
});

test('shows those that rest alone', async () => {
  const { stdout } = await coach(['plans', '--resting'], { home: journal() });
  expect(stdout).toBe(`Resting
  Plan from 1 September, due 10 September
    When it is ready, I will rest. 80%, likely.

Review the resting ones: coach review --all
`);
});

test('shows of all what became of them, to the end of the chain', async () => {
  const { stdout } = await coach(['plans', '--all'], { home: journal() });
  expect(stdout).toContain(`Closed
  Plan from 2 November about D.
    When it is ready, I will begin. 80%, likely.
    not-yet, 10 November; kept, 16 November.
`);
  expect(stdout).not.toContain('go on');
});

test('prints the same as JSON', async () => {
  const home = journal();
  const json = async (...flags: readonly string[]): Promise<unknown> =>
    JSON.parse((await coach(['plans', '--json', ...flags], { home })).stdout);
  expect(await json()).toMatchObject([
    { closes: '5555555555/member-commitment', standing: 'due', became: [] },
    { closes: '6666666666/member-commitment-prediction', standing: 'coming', about: 'K.' },
  ]);
  expect(await json('--resting')).toMatchObject([{ standing: 'resting' }]);
  expect(await json('--all')).toMatchObject([
    {},
    {},
    {},
    {
      closes: '2222222222/member-commitment',
      standing: 'closed',
      became: [
        { closes: '2222222222/member-commitment', entry: '3333333333', day: '2026-11-10', value: 'not-yet' },
        { closes: '3333333333/review-next-plan', entry: '4444444444', value: 'kept' },
      ],
    },
  ]);
});

test('says in a sentence that there is nothing, and what leads to a plan', async () => {
  const home = freshHome();
  expect(await coach(['plans'], { home })).toEqual(
    printed('You have no open plans or guesses. To make one: coach reflect\n'),
  );
  expect((await coach(['plans', '--resting'], { home })).stdout).toBe(
    'You have no resting plans or guesses.\n',
  );
  expect((await coach(['plans', '--all', '--json'], { home })).stdout).toBe('[]\n');
});

/** A plan that was looked at on two machines: each went on with it in a way of its own, and the first of these was kept. */
function wentOnTwice(): string {
  const home = freshHome();
  const first = '2222222222/member-commitment';
  const looked = (day: string, id: string, then: string): Entry =>
    entryOn(day, 'review', [outcome(first, 'not-yet'), plan('review-next-plan', then, '2026-11-25', first)], {
      id,
    });
  const entries = [
    entryOn('2026-11-02', 'member', [plan('member-commitment', 'begin', '2026-11-09')], { id: '2222222222' }),
    looked('2026-11-10', '3333333333', 'go one way'),
    looked('2026-11-11', '4444444444', 'go the other way'),
    entryOn('2026-11-16', 'review', [outcome('3333333333/review-next-plan', 'kept')], { id: '5555555555' }),
    entryOn('2026-11-17', 'review', [outcome('4444444444/review-next-plan', 'let-go')], { id: '6666666666' }),
  ];
  for (const entry of entries) put(path.join(journalOf(home), entryPath(entry)), printEntry(entry));
  return home;
}

test('of a plan that went on on two machines, one outcome was in no list', async () => {
  const home = wentOnTwice();
  const { stdout } = await coach(['plans', '--all', '--json'], { home });
  expect(JSON.parse(stdout)).toMatchObject([
    { closes: '3333333333/review-next-plan', became: [{ entry: '5555555555', value: 'kept' }] },
    {
      closes: '2222222222/member-commitment',
      became: [{ entry: '4444444444' }, { entry: '6666666666', value: 'let-go' }],
    },
  ]);
  expect((await coach(['plans', '--all'], { home })).stdout).toContain('go one way');
});

test('an open plan was shown with the outcome of another that was written in its place', async () => {
  const home = freshHome();
  const first = '2222222222/member-commitment';
  const next = '3333333333/review-next-plan';
  const entries = [
    entryOn('2026-11-02', 'member', [plan('member-commitment', 'begin', '2026-11-19')], { id: '2222222222' }),
    // Its outcome was taken out by hand.
    entryOn('2026-11-10', 'review', [plan('review-next-plan', 'go on', '2026-11-15', first)], {
      id: '3333333333',
    }),
    entryOn('2026-11-16', 'review', [outcome(next, 'kept')], { id: '4444444444' }),
  ];
  for (const entry of entries) put(path.join(journalOf(home), entryPath(entry)), printEntry(entry));
  const [open] = JSON.parse((await coach(['plans', '--json'], { home })).stdout);
  const all = JSON.parse((await coach(['plans', '--all', '--json'], { home })).stdout);
  expect(open).toMatchObject({ closes: first, standing: 'due', became: [] });
  expect(all).toMatchObject([open, { closes: next, became: [{ value: 'kept' }] }]);
  const { stdout } = await coach(['journal', 'show', '2222222222'], { home });
  expect(stdout).toContain('Due on 19 November: coach review\n');
  expect(stdout).not.toContain('ept,');
});

test('insights and a look back called resting what coach plans leaves to a step of the challenge', async () => {
  const home = settledHome();
  const answers = [words('own-share'), plan('own-commitment', 'say it', '2026-09-08')];
  const begun = entryOn('2026-09-01', 'challenge', answers, { about: 'D.', role: 'member' });
  put(path.join(journalOf(home), entryPath(begun)), printEntry(begun));
  const said = async (...argv: readonly string[]): Promise<string> => (await coach(argv, { home })).stdout;
  expect(JSON.parse(await said('plans', '--json'))).toMatchObject([{ standing: 'elsewhere' }]);
  expect(await said('plans', '--resting', '--json')).toBe('[]\n');
  expect(JSON.parse(await said('insights', '--json')).plans).toMatchObject({ open: 1, resting: 0 });
  expect(await said('reflect', 'lookback', '--template')).not.toContain('lookback-rested-plans');
});

test('fits a screen of 40 columns', async () => {
  const { stdout } = await coach(['plans', '--all'], { home: journal(), screen: true, width: 40 });
  expect(stripVTControlCharacters(stdout)).not.toMatch(/.{41}/);
});

test('takes --resting or --all', async () => {
  expect((await coach(['plans', '--all', '--resting'], { home: freshHome() })).exitCode).toBe(2);
});
