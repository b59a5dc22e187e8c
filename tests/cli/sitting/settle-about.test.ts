import path from 'node:path';
import { WHO_HELP } from '../../../src/pages/sitting/seat-text.ts';
import { describe, expect, test } from 'vitest';
import { coach, journalJson, put, putEntry, settledHome } from '../coach.ts';
import { CTRL_C, type Scripted, scripted } from '../scripted.ts';
import { LATER, SAVE, sit } from '../sitting.ts';

const WHO = 'choose Who is this about?';
const OR_NOBODY = 'line Who is this about? Initials will do; Enter for nobody in particular.';
const ELSE = 'line Who? Initials will do.';
const FELT = ['reflect', 'felt'];
/** A bank of one question that is about somebody. */
const BANK = `bank: felt
version: 1
role: member
title: What was felt
intro: One question.
asks_about: true
questions:
  - {id: felt-words, type: text, core: true, ask: "What did you feel?"}
`;

function homeWithFelt(): string {
  const home = settledHome();
  put(path.join(home, 'data/banks/felt.yaml'), BANK);
  return home;
}
const LONG = 'Calm and then not calm at all, for a while.';

function homeKnowing(...names: readonly string[]): string {
  const home = homeWithFelt();
  for (const [at, name] of names.entries()) {
    const day = `2026-11-${String(at + 1).padStart(2, '0')}`;
    const front = `about: ${JSON.stringify(name)}\n`;
    putEntry(home, { id: `k3x8m2p9q${at}`, at: `${day}T18:00:00+01:00`, front });
  }
  return home;
}

async function offered(home: string, ...argv: readonly string[]): Promise<readonly string[]> {
  const labels: string[] = [];
  const person = scripted(CTRL_C);
  const prompter: Scripted = {
    ...person,
    choose: (message, choices) => {
      labels.push(...choices.map(({ label }) => label));
      return person.choose(message, choices);
    },
  };
  await coach(argv, { home, prompter });
  return labels;
}

describe('whom a sitting is about', () => {
  test('is asked in a line where no name is known; Enter is for nobody', async () => {
    const home = homeWithFelt();
    const ran = await sit(home, FELT, '  ', LONG, SAVE);
    expect(ran.seen.slice(0, 2)).toEqual([OR_NOBODY, 'ask felt-words']);
    await sit(home, FELT, ' D.  ', LONG, SAVE);
    expect(await journalJson(home)).toMatchObject([{ about: 'D.' }, { about: null }]);
  });

  test('the names that are known are offered, the latest first, each once, five at most', async () => {
    const home = homeKnowing('A.', 'B.', 'C.', 'D.', 'E.', 'b.', 'F.');
    expect(await offered(home, ...FELT)).toEqual([
      'F.',
      'b.',
      'E.',
      'D.',
      'C.',
      'Someone else',
      'Nobody in particular',
    ]);
  });

  test.each([
    { moves: ['D.'], seen: [WHO], about: 'D.' },
    { moves: ['Someone else', 'K.'], seen: [WHO, ELSE], about: 'K.' },
    { moves: ['Someone else', ''], seen: [WHO, ELSE], about: null },
    { moves: ['Nobody'], seen: [WHO], about: null },
  ])('$moves: it is about $about', async ({ moves, seen, about }) => {
    const home = homeKnowing('D.');
    const ran = await sit(home, FELT, ...moves, LONG, SAVE);
    expect(ran.seen.slice(0, -1)).toEqual([...seen, 'ask felt-words']);
    expect(await journalJson(home)).toMatchObject([{ about }, {}]);
  });

  test.each([
    { flags: ['--about', 'K.'], says: ' · member, about K.\n' },
    { flags: ['--about', ''], says: ' · member\n' },
  ])('$flags: is not asked of who said it', async ({ flags, says }) => {
    const ran = await sit(homeKnowing('D.'), [...FELT, ...flags], LATER);
    expect(ran.seen).toEqual(['ask felt-words']);
    expect(ran.stdout).toContain(says);
  });

  test('is not asked where a name is remembered', async () => {
    const home = homeKnowing('D.');
    await coach(['config', 'set', 'about', 'K.'], { home });
    const ran = await sit(home, FELT, LATER);
    expect(ran.seen).toEqual(['ask felt-words']);
    expect(ran.stdout).toContain(' · member, about K.\n');
  });

  test.each(['prepare', 'debrief', 'moment'])('is asked by the bank %s', async (bank) => {
    expect((await sit(settledHome(), ['reflect', bank], CTRL_C)).seen).toEqual([OR_NOBODY]);
  });

  test.each([
    ['checkin'],
    ['reflect', 'note'],
    ['reflect', 'lookback'],
    ['reflect', '--question', 'member-felt'],
  ])('is not asked by %s %s %s', async (...argv) => {
    expect((await sit(homeKnowing('D.'), argv, LATER)).seen).toEqual([expect.stringMatching(/^ask /)]);
  });

  test('a name that is nearly one of the same bank is asked about, once', async () => {
    const home = homeWithFelt();
    await sit(home, FELT, 'Henrike', LONG, SAVE);
    const ran = await sit(home, FELT, 'Someone else', 'Hendrike', 'I meant Henrike', LATER);
    expect(ran.seen.slice(0, 3)).toEqual([WHO, ELSE, 'choose You have written about Henrike before.']);
    expect(ran.stdout).toContain('about Henrike\n');
  });

  test('the questions say the name, and otherwise what they said without one', async () => {
    const home = settledHome();
    const ask = ['reflect', '--question', 'member-other-seat', '--answers', '-'];
    const stdin = 'member-other-seat: A number was wrong in the last one.\n';
    await coach(ask, { home, stdin });
    await coach([...ask, '--about', 'D.'], { home, stdin });
    expect(await journalJson(home)).toMatchObject([
      { answers: [{ asked: expect.stringContaining('might D. have') }] },
      { answers: [{ asked: expect.stringContaining('might the other person have') }] },
    ]);
  });
});

test('"?" was taken for a name; it says what a name is for', async () => {
  const home = settledHome();
  const { seen, stdout } = await sit(home, ['reflect', 'member', '--full'], '?', 'D.', LATER);
  expect(seen).toEqual([OR_NOBODY, `say ${WHO_HELP}`, OR_NOBODY, 'ask member-situation']);
  expect(stdout).toContain('member, about D.\n');
});
