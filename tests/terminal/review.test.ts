import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { daysAgo, dueIn, homeWithThree, questionIn, reviewsIn } from '../faults/reviews.ts';
import { CTRL_C, CTRL_D, ENTER, expectAsBefore, filesBelow, openCoach, openFromScript } from './coach.ts';

const HELPED = 'They read the first page, and the second one with half an eye.';

test.each([80, 40])('three are looked at: one goes on, one is too early, on %i columns', async (columns) => {
  const home = await homeWithThree();
  const terminal = openFromScript(['review'], home, { columns });
  await terminal.when('What became of it?', '2', ENTER);
  await terminal.when('Which part happened?', HELPED, CTRL_D);
  await terminal.when('What comes next for this plan?', '2', ENTER);
  // The old words stand there, to be taken over or changed.
  await terminal.when('What is your plan from here?');
  await terminal.until(/│ the draft is done$/m);
  await terminal.types(ENTER);
  await terminal.when('I will');
  await terminal.until(/│ send it unasked$/m);
  await terminal.types(', the first page of it');
  await terminal.types(ENTER);
  await terminal.when('By when', '3', ENTER);
  await terminal.when('How likely is it that you will do it', '75', ENTER);
  await terminal.when('Read through your answers before saving', ENTER);

  await terminal.when('What happened?', '6', ENTER);
  await terminal.when('When will you know?', daysAgo(-20), ENTER);
  await terminal.when('Read through your answers before saving', ENTER);

  await terminal.when('What happened?', '1', ENTER);
  await terminal.when('What did you actually see or hear?', ENTER);
  await terminal.when('how was it for you?', '4', ENTER);
  await terminal.when('how likely would you say it is?', '80', ENTER);
  await terminal.when('What will you expect next time?', ENTER);
  await terminal.when('Read through your answers before saving', ENTER);
  expect((await terminal.exited).exitCode).toBe(0);
  expectAsBefore(terminal, home);
  // The path of a file is printed as it is, to be copied.
  expect(terminal.brokenRows().filter((row) => !row.endsWith('.md'))).toEqual([]);

  expect(await reviewsIn(home)).toEqual([
    'member-commitment partly',
    'member-commitment-prediction yes',
    'member-prediction wait',
  ]);
  const texts = filesBelow(home.journal).map((file) => readFileSync(path.join(home.journal, file), 'utf8'));
  const plan =
    /- When: the draft is done\n- Then: send it unasked, the first page of it\n- By: [-\d]+\n- Likelihood: 75 %\n/;
  expect(texts.filter((text) => plan.test(text) && text.includes(HELPED))).toHaveLength(1);
  const after = openCoach(['review'], home, { columns });
  expect((await after.exited).exitCode).toBe(0);
  expect(after.screen()).toMatch(/^Nothing due today\. The next plan or\sguess is due/);
});

test('who leaves with Ctrl-C in the second one keeps the first, and is offered the rest', async () => {
  const home = await homeWithThree();
  const terminal = openFromScript(['review'], home);
  await terminal.when('What became of it?', '4', ENTER);
  await terminal.when('What makes it right to let this go?', ENTER);
  await terminal.when('Read through your answers before saving', ENTER);
  await terminal.when('What happened?', '2', ENTER);
  await terminal.when('What did you actually see or hear?', 'Nobody said', CTRL_C);
  expect((await terminal.exited).exitCode).toBe(130);
  expectAsBefore(terminal, home);
  expect(await reviewsIn(home)).toEqual(['member-commitment let-go']);
  const again = openCoach(['review'], home);
  await again.when('> 1 Finish it', ENTER);
  await again.when('What did you actually see or hear?', ' a word.', CTRL_D);
  await again.when('how was it for you?', ENTER);
  await again.when('how likely would you say it is?', ENTER);
  await again.when('What will you expect next time?', ENTER);
  await again.when('Read through your answers before saving', ENTER);
  // The plan on which it depends was let go, so that this is suggested.
  await again.when('What happened?');
  await again.until(/> 5 It was never put to the test/);
  await again.types(ENTER);
  await again.when('how likely would you say it is?', ENTER);
  await again.when('Read through your answers before saving', ENTER);
  expect((await again.exited).exitCode).toBe(0);
  expect(await reviewsIn(home)).toEqual([
    'member-commitment let-go',
    'member-commitment-prediction untested',
    'member-prediction no',
  ]);
  expect((await dueIn(home)).map(questionIn)).toEqual([]);
});
