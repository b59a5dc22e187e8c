import { describe, expect, test } from 'vitest';
import {
  coach,
  CTRL_D,
  DOWN,
  ENTER,
  ESC,
  expectAsBefore,
  filesBelow,
  freshHome,
  menu,
  openCoach,
  openFromScript,
} from './coach.ts';
import type { AtCoach } from './coach.ts';

const BACKSPACE = '\u007f';
const CTRL_U = '\u0015';

const TEN_LINES = Array.from(
  { length: 10 },
  (_, index) => `${index + 1} 計画 ${'🙂'.repeat(index + 1)} é`,
).join('\n');
const CHINESE = '我还没有说过一个好的结果是什么样子。 Eight words, and then some more of them.';

/** Walks the whole manager bank, in every way that there is to answer. */
async function walkManager(terminal: AtCoach): Promise<void> {
  const { when, says, types, pastes } = terminal;
  await when('Think of one recent moment when you stepped into');
  await pastes(TEN_LINES);
  await says('10 計画');
  await types(CTRL_D);
  await when('What did D. do, or stop doing', 'Waited for the rest of my changes, and sent me less.', CTRL_D);
  await when('What did you notice just before', '?', CTRL_D);
  await when(
    'What came first?',
    'A quiet voice in the call, and then nothing for a whole afternoon.',
    CTRL_D,
  );

  await when('What did you feel', 'Haste', CTRL_D);

  // A short answer is offered its nudge, once.
  await when('What did you want to keep from going wrong?', 'A slip in front of the client', CTRL_D);
  await when('How bad would it really be', '2', ENTER);
  await when('What did you want to keep from going wrong?', ', as in March', CTRL_D);
  await when('what would you notice first?', CTRL_D);

  // One Ctrl-D too many ends nothing. A step back finds what was there.
  await when('how much close attention', DOWN, DOWN, CTRL_D, CTRL_D);
  await when('> 2 That much at first');
  await menu(terminal, 'Back to the previous question');
  await when('what would you notice first?');
  await menu(terminal, 'Back to the previous question');
  await when('│ A slip in front of the client', ', unforgotten', CTRL_D);
  await when('what would you notice first?', CTRL_D);
  await when('how much close attention', '2', ENTER);

  await when('What work, if any, did you hand out');
  await menu(terminal, 'Skip: not today');
  await when('What would it say about you');
  await menu(terminal, 'Skip: not my situation');
  await when('whose success was most on your mind?', DOWN, DOWN, DOWN, ENTER);
  await when('What might D. know', 'Begun and given up');
  await menu(terminal, 'Skip: too close right now');
  await when('what you typed here will be lost', '2', ENTER);
  await when('Nothing has to be solved right now.', 'the report', CTRL_D);
  await when('what a good result looks like', CHINESE, CTRL_D);
  await when('How willing do you believe', '4', ENTER);
  await when('What have you seen D. take responsibility', ENTER);
  await when('Suppose D. took on "the report"', ENTER);

  await when('How could you offer D. "the report"', ENTER);
  await when('What will you give them', ENTER);
  await when('When and how will the two of you', ENTER);
  await when('What could you tell your team', ENTER);
  await when('What do you want to take', ENTER);

  await when('What will you try?', 'soon', ENTER);
  await when('What will you see or hear', '2', ENTER);
  await when('When', CTRL_U, 'the next draft comes', ENTER);
  await when('I will', 'wait for two days', ENTER);
  await when('By when?', '5', ENTER);
  await when('For example', '2099-12-31', ENTER);
  await when('How likely is it that you will do it', '50', ENTER);
  await when('What makes it that likely?', 'I did it in May', ENTER);
  await when('Make the plan smaller', '2', ENTER);
  await when('I will', CTRL_U, 'wait an hour', ENTER);
  // The date that was typed is still the one that Enter keeps.
  await when('> 5 Another date', ENTER);
  await when('│ 2099-12-31', ENTER);
  await when('How likely is it that you will do it', CTRL_U, '80', ENTER);
  await when('How might you get in your own way?', ENTER);
  await when('what do you expect to happen?', 'It will go better', ENTER);
  await when('How will you be able to tell?', ENTER);
  await when('Write something another person could check', '2', ENTER);
  await when('How will you be able to tell?', 'no mail after six', ENTER);
  await when('How likely is it, in percent?', '100', ENTER);
  await when('Nothing at work is that certain', DOWN, ENTER);
  await when('How likely is it, in percent?', CTRL_U, '71', ENTER);
  await when('Type a number from 5 to 95', BACKSPACE, '0', ENTER);
  await when('When will you know?', '1', ENTER);
  await when('Do you hope for it', '2', ENTER);
  await when('Who, if anyone, will you tell?', '1', ENTER);

  await when('Read through your answers before saving', '2', ENTER);
  await when('Which answer?', '5', ENTER);
  await when(
    '│ A slip in front of the client',
    CTRL_U,
    'A slip, as in March; it was small and soon mended.',
    CTRL_D,
  );
  await when('Read through your answers before saving', ENTER);
}

const ANSWERS: Readonly<Record<string, unknown>> = {
  'manager-situation': TEN_LINES,
  'manager-after': 'Waited for the rest of my changes, and sent me less.',
  'manager-trigger': 'A quiet voice in the call, and then nothing for a whole afternoon.',
  'manager-felt': 'Haste',
  'manager-prevent': 'A slip, as in March; it was small and soon mended.',
  'manager-want': 'passed',
  'manager-fit': 'outlived',
  'manager-assigned': 'not-today',
  'manager-identity': 'not-mine',
  'manager-whose-goal': 'customer',
  'manager-they-know': 'too-close',
  'manager-piece': 'the report',
  'manager-expectations': CHINESE,
  'manager-belief': 4,
  'manager-evidence': 'passed',
  'manager-expect': 'passed',
  'manager-offer': 'passed',
  'manager-provide': 'passed',
  'manager-look-together': 'passed',
  'manager-transparent': 'passed',
  'manager-take': 'passed',
  'manager-commitment': {
    when: 'the next draft comes',
    then: 'wait an hour',
    by: '2099-12-31',
    likelihood: 80,
  },
  'manager-commitment-prediction': {
    expect: 'It will go better',
    sign: 'no mail after six',
    likelihood: 70,
    due: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    feeling: 'feared',
  },
  'manager-tell': 'nobody',
};

describe.each([
  { columns: 80, rows: 24 },
  { columns: 40, rows: 20 },
])('a whole sitting at $columns columns and $rows rows', (size) => {
  test('is saved as it was answered, and leaves nothing else behind', async () => {
    const home = freshHome();
    const terminal = openFromScript(['reflect', '--role', 'manager', '--full', '--about', 'D.'], home, size);
    await walkManager(terminal);
    expect(await terminal.exited).toEqual({ exitCode: 0 });

    // A path stays whole, to be copied.
    expect(terminal.brokenRows().filter((row) => !row.endsWith('.md'))).toEqual([]);
    expectAsBefore(terminal, home);
    const name = expect.stringMatching(/^\d{4}\/\d\d\/[\d-]+-manager-\w{10}\.md$/);
    expect(filesBelow(home.journal)).toEqual([name]);
    expect([...filesBelow(home.drafts), ...filesBelow(home.temporary)]).toEqual([]);

    const json = await coach(['journal', 'show', 'last', '--json'], home);
    const [entry, more] = JSON.parse(json.stdout);
    expect(more).toBeUndefined();
    expect(entry).toMatchObject({ bank: 'manager', role: 'manager', about: 'D.', zone: 'Europe/Berlin' });
    const answers: readonly { question: string; value: unknown; skip: string | null }[] = entry.answers;
    expect(Object.fromEntries(answers.map(({ question, value, skip }) => [question, skip ?? value]))).toEqual(
      ANSWERS,
    );

    const page = await coach(['journal', 'show', 'last'], home);
    expect(page).toMatchObject({ stderr: '', exitCode: 0 });
    for (const line of [
      ...TEN_LINES.split('\n'),
      CHINESE,
      'Too close right now.',
      'The sign: no mail after six',
    ]) {
      expect(page.stdout).toContain(line);
    }
  });
});

test('a check-in takes a digit and Enter for each scale, one line, and Enter to save', async () => {
  const home = freshHome();
  const terminal = openCoach(['checkin', '--role', 'member'], home);
  const { when } = terminal;
  let keys = 0;
  const press = async (words: string, ...pressed: readonly string[]): Promise<void> => {
    keys += pressed.length;
    await when(words, ...pressed);
  };
  await press('how much could you count on the other person', '4', ENTER);
  await press('how much did you take on', '2', ENTER);
  await press('how free were you to decide', '3', ENTER);
  await press('how manageable was your workload?', '6', ENTER);
  await press('Enter: done', 'I asked first.', ENTER);
  await press('Saved.', ENTER);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  expect(keys).toBeLessThanOrEqual(11);
  const [entry] = JSON.parse((await coach(['journal', '--json'], home)).stdout);
  const values: readonly { value: unknown }[] = entry.answers;
  expect(values.map(({ value }) => value)).toEqual([4, 2, 3, 'na', 'I asked first.']);
});

test('a short check-in takes two keys a question, and Enter to save', async () => {
  const home = freshHome();
  const terminal = openCoach(['checkin', '--short', '--role', 'member'], home);
  await terminal.when('how much could you count on the other person', '4', ENTER);
  await terminal.when('how much did you take on', '2', ENTER);
  await terminal.when('how free were you to decide', '3', ENTER);
  await terminal.when('Saved.', ENTER);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  const [entry] = JSON.parse((await coach(['journal', '--json'], home)).stdout);
  const values: readonly { value: unknown }[] = entry.answers;
  expect(values.map(({ value }) => value)).toEqual([4, 2, 3]);
});

test('one key of the menu puts a question away, and says how it comes back', async () => {
  const home = freshHome();
  const terminal = openCoach(['checkin', '--short', '--role', 'member'], home);
  await terminal.when('how much could you count on the other person', ESC);
  await terminal.says('Skip: not my situation (n)');
  await terminal.types('n');
  await terminal.says('coach reflect --question checkin-trust');
  await terminal.when('how much did you take on', ESC);
  await terminal.says('Skip: too close right now (c)');
  await terminal.types('c');
  await terminal.says('rest for two weeks');
  await terminal.when('how free were you to decide', '3', ENTER);
  await terminal.when('Saved.', ENTER);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  const [entry] = JSON.parse((await coach(['journal', '--json'], home)).stdout);
  const answers: readonly { skip: unknown }[] = entry.answers;
  expect(answers.map(({ skip }) => skip)).toEqual(['not-mine', 'too-close', null]);
});
