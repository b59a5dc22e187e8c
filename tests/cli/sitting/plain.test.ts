import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, journalJson, put, type Ran, settledHome } from '../coach.ts';

const BANK = `bank: mine
version: 1
role: none
title: My own page
intro: Words and numbers.
questions:
  - {id: mine-text, type: text, ask: "What happened?", why: "It helps.", nudge: "Who said what?"}
  - id: mine-choice
    type: choice
    ask: Which one?
    options: [{value: left, label: "The left one"}, {value: right, label: "The right one"}]
  - {id: mine-scale, type: scale, ask: "How much?", na: "I can't say", scale: {min: 1, max: 5, low: little, high: much}}
closing:
  commitment: {id: mine-commitment, ask: "What will you try?"}
`;

/** Somebody who is asked line by line types these lines, question by question. */
async function type(...questions: readonly (readonly string[])[]): Promise<{ home: string; ran: Ran }> {
  const home = settledHome();
  put(path.join(home, 'data/banks/mine.yaml'), BANK);
  return { home, ran: await coach(['reflect', 'mine', '--plain'], { home, typed: questions.flat() }) };
}

const TEXT = `
1 of 4 · about 2 minutes left

What happened?
It helps.
Type your answer; a line with a single dot ends it. :help lists the commands.
`;
const CHOICE = `
2 of 4 · about 1 minute left

Which one?
1. The left one
2. The right one
`;
const SCALE = `
3 of 4 · about 1 minute left

How much?
From 1, little, to 5, much.
na: I can't say
`;

describe('a sitting line by line', () => {
  test('asks, complains, skips, makes offers, looks over and saves', async () => {
    const { ran } = await type(
      ['They asked twice whether it was done,', 'and I said that it was.', '.'],
      ['3', 'the right one'],
      ['6', ''],
      ['soon', '2', 'the call ends', 'write it down', '', '97 %', '95'],
      ['1'],
    );
    expect(ran).toEqual({
      stdout: `My own page
Words and numbers.
${TEXT}${CHOICE}Answer (Enter to skip): Type a number from 1 to 2, or the words next to it.
1. The left one
2. The right one
Answer (Enter to skip): ${SCALE}Answer (Enter to skip): Type a whole number from 1 to 5, or na.
From 1, little, to 5, much.
na: I can't say
Answer (Enter to skip): Skipped.

4 of 4 · about 1 minute left

What will you try?
When
Answer (Enter to leave this part out): What will you see or hear when the moment comes?
1. Leave it as it is
2. Change it
Number: 
4 of 4 · about 1 minute left

What will you try?
When
Answer (Enter keeps soon): I will
Answer (Enter to skip): By when?
For example 2026-12-06, friday, in 2 weeks.
Answer (Enter for 6 December): How likely is it that you will do it by then?
5–20 unlikely · 25–45 somewhat unlikely · 50 could go either way · 55–75
somewhat likely · 80–95 likely.
Type a number from 5 to 95, in steps of 5.
Answer (Enter to leave this part out): Type a number from 5 to 95, in steps of 5.
How likely is it that you will do it by then?
5–20 unlikely · 25–45 somewhat unlikely · 50 could go either way · 55–75
somewhat likely · 80–95 likely.
Type a number from 5 to 95, in steps of 5.
Answer (Enter to leave this part out): 
 1  What happened?
    They asked twice whether it was done,
    and I said that it was.
 2  Which one?
    The right one
 3  How much?
    Skipped.
 4  What will you try?
    When the call ends, I will write it down. By 6 December. 95%, likely.

Read through your answers before saving.
1. Save
2. Change an answer
3. Finish later
Number: 
Saved.
On 6 December, coach review will ask how it went.
2026/11/2026-11-22-091405-mine-001k3x8m2p.md
`,
      stderr: '',
      exitCode: 0,
    });
  });

  test('has commands for what the menu does', async () => {
    const { home, ran } = await type(
      [':halp', ':help', '?', ':skip not-mine', ':back'],
      ['A word or two, and then', ':back', '.'],
      ['1', ':skip never', ':skip too-close', ':later'],
    );
    const help =
      'Commands: :back, :skip (or :skip not-today, not-mine, too-close), :plan (to the last step), :later, :nudge.';
    const words = ran.stdout.replace(/\s+/g, ' ');
    expect(words).toContain(`Did you mean :help? ${help} ${help} Who said what? 1 of 4 `);
    expect(words).toContain('So far: A word or two, and then What you type is added. ');
    expect(words).toContain(`na: I can't say Answer (Enter to skip): ${help} From 1, little, `);
    expect(words).toContain('That was a lot. Nothing has to be solved right now.');
    expect(ran.stdout).toMatch(/Your answers are kept\. To go on: coach reflect\n$/);
    await coach(['reflect', '--plain'], { home, typed: ['2'] });
    expect(await journalJson(home)).toMatchObject([
      {
        answers: [
          { value: 'A word or two, and then' },
          { value: 'left' },
          { value: null, skip: 'too-close' },
        ],
      },
    ]);
  });

  test('keeps what was typed when the lines end', async () => {
    const { home, ran } = await type(['One line', 'and another']);
    expect(ran).toMatchObject({
      stderr: '\nYour answers are kept. Run coach reflect to go on.\n',
      exitCode: 130,
    });
    const { stdout } = await coach(['reflect', '--plain'], { home, typed: ['1'] });
    expect(stdout).toContain('So far: One line\nand another\nWhat you type is added. ');
  });

  test('takes a line that begins with a colon for a part of the answer', async () => {
    const { home } = await type([':-) they said, and meant it.', ':later is a word to me', '.'], [':later']);
    await coach(['reflect', '--plain'], { home, typed: ['2'] });
    expect(await journalJson(home)).toMatchObject([
      { answers: [{ value: ':-) they said, and meant it.\n:later is a word to me' }] },
    ]);
  });
});
