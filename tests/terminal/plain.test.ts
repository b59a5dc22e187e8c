import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { AS_BEFORE, SIMPLE } from '../../src/adapters/terminal/keyboard.ts';
import {
  coach,
  CTRL_C,
  CTRL_D,
  ENTER,
  expectAsBefore,
  filesBelow,
  freshHome,
  openCoach,
  openFromScript,
  openShell,
} from './coach.ts';

const SHORT_MEMBER = ['reflect', 'member', '--short', '--about', ''];
const ANSWERS: Readonly<Record<string, unknown>> = {
  'member-situation': 'Every mail of mine was read again.\n\nTwice, as it seems to me. 計画',
  'member-my-move': 'I had sent it late, and afterwards I said nothing.',
  'member-not-mine': 'Their boss.',
  'member-other-seat': 'They were asked for it.\nFind two, they say.',
  'member-want': 'not-today',
  'member-piece': 'the report',
  'member-hold-back': 'too-close',
  'member-say-it': 'I would like to run the next one, start to end.',
  'member-take': 'passed',
  'member-commitment': {
    when: 'the draft is due',
    then: 'send it unasked',
    by: '2099-12-31',
    likelihood: 80,
    obstacle: 'I go quiet',
    response: 'say half of it',
  },
  'member-commitment-prediction': {
    expect: 'it goes well',
    sign: null,
    likelihood: 70,
    due: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    feeling: 'neither',
  },
  'member-tell': 'nobody',
};

describe.each([
  { how: '--plain', args: [...SHORT_MEMBER, '--plain'], env: {} },
  { how: 'TERM=dumb', args: SHORT_MEMBER, env: { TERM: 'dumb' } },
])('line by line, with $how', ({ args, env }) => {
  test('a whole sitting', async () => {
    const home = freshHome();
    const terminal = openFromScript(args, home, { env });
    const { when, says, types } = terminal;
    const lines = (...typed: readonly string[]): string => typed.map((line) => line + ENTER).join('');
    await when(
      'What happened?',
      lines('Every mail of mine was read again.', '', 'Twice, as it seems to me. 計画', '.'),
    );
    await when(
      'just before that moment, and just after?',
      lines('I had sent it late, and afterwards I said nothing.', '.'),
    );
    await when('not yours to change?', lines('Their boss.', '.'));
    await when('staying so close?', lines('They were asked for it.', '.'));
    await when('2. Add to it', lines('2'));
    await when('So far: They were asked for it.', lines('Find two, they say.', '.'));
    await when('what would you notice first?', lines(':skip not-today'));
    await when('Which piece of work', lines('the report', '.'));
    await when('keeps you from taking on "the report"?', lines(':skip too-close'));
    await when('how would you tell', lines(':back'));
    await when('keeps you from taking on "the report"?', lines(':skp'));
    await says('Did you mean :skip?');
    await types(lines(':skip too-close'));
    await when('how would you tell', lines('?'));
    await when('For example: ', lines('I would like to run the next one, start to end.', '.'));
    await when('What do you want to take', lines(''));
    await when('What will you try?', lines('the draft is due'));
    await when('I will', lines('send it unasked'));
    await when('By when?', lines('2099-12-31'));
    await when('How likely is it that you will do it', lines('80'));
    await when('How might you get in your own way?', lines('I go quiet'));
    await when('If so, I will', lines('say half of it'));
    await when('what do you expect to happen?', lines('it goes well'));
    await when('How will you be able to tell?', lines(''));
    await when('How likely is it, in percent?', lines('seventy'));
    await when('Type a number from 5 to 95, in steps', lines('70 %'));
    await when('When will you know?', lines(''));
    await when('Do you hope for it', lines('4'));
    await when('Type a number from 1 to', lines('3'));
    await when('Who, if anyone, will you tell?', lines('9'));
    await when('Type a number from 1 to', lines('1'));
    await when('Read through your answers before saving.', lines('1'));
    expect(await terminal.exited).toEqual({ exitCode: 0 });

    // Nothing moves and nothing is drawn twice: words may be set off, and keys come simple.
    const written = [SIMPLE, AS_BEFORE].reduce((text, modes) => text.replace(modes, ''), terminal.written());
    // eslint-disable-next-line no-control-regex
    expect(written.replaceAll(/\u001b\[\d+m/g, '')).not.toContain('\u001b');
    expect(terminal.written().includes('\u001b')).toBe(!('TERM' in env));
    expectAsBefore(terminal, home);
    expect(filesBelow(home.drafts)).toEqual([]);
    const [entry] = JSON.parse((await coach(['journal', '--json'], home)).stdout);
    const answers: readonly { question: string; value: unknown; skip: string | null }[] = entry.answers;
    expect(Object.fromEntries(answers.map(({ question, value, skip }) => [question, skip ?? value]))).toEqual(
      ANSWERS,
    );
  });
});

test('lines that were pasted into one question answered the next ones', async () => {
  const home = freshHome();
  const terminal = openFromScript([...SHORT_MEMBER, '--plain'], home, {});
  const { when, says, types } = terminal;
  const lines = (...typed: readonly string[]): string => typed.map((line) => line + ENTER).join('');
  const pasted = lines('', 'Pasted: every mail.', '', ':skip', '.', ':later', ':back', 'Twice.', '.');
  await when('What happened?', pasted);
  await when(
    'just before that moment, and just after?',
    lines('I said nothing, and then I sent it all the same.', '.'),
  );
  await when('not yours to change?', lines('Their boss.', '.'));
  await when('staying so close?', lines('They were asked for it, and so were all of the others.', '.'));
  await when('what would you notice first?', lines(''));
  await when('Which piece of work', lines(''));
  await when('keeps you from taking on', lines(''));
  await when('how would you tell', lines(''));
  await when('What do you want to take', lines(''));
  await when('What will you try?', lines('the draft is due', '1', '1'));
  await says('2 more lines came with that answer. They were not used');
  await types(lines(':later'));
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  const [draft = ''] = filesBelow(home.drafts);
  const text = readFileSync(path.join(home.drafts, draft), 'utf8');
  for (const line of ['Pasted: every mail.', ':skip', ':later', ':back', 'Twice.'])
    expect(text).toContain(line);
});

test('of what was typed ahead, all but the first answer was given up', async () => {
  const home = freshHome();
  const terminal = openFromScript([...SHORT_MEMBER, '--plain'], home, {});
  const typed = [
    '1',
    'Every mail of mine was read again,',
    'twice, before it went to anybody at all.',
    '.',
    'I said nothing, and then I sent it all.',
    '.',
  ];
  await terminal.types([...typed, 'Their boss.', '.', ':later'].join(ENTER) + ENTER);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  const [draft = ''] = filesBelow(home.drafts);
  const text = readFileSync(path.join(home.drafts, draft), 'utf8');
  for (const line of ['Every mail', 'I said nothing', 'Their boss']) expect(text).toContain(line);
  expect(terminal.written()).not.toContain('came with that answer');
});

test('the terminal cut a line without a word', async () => {
  const home = freshHome();
  const { when, says, types, exited } = openFromScript([...SHORT_MEMBER, '--plain'], home, {});
  await when('What happened?', `${'計'.repeat(2000)}${ENTER}`);
  await says('That line is 4,095 bytes long');
  await types(`:later${ENTER}`);
  expect(await exited).toEqual({ exitCode: 0 });
});

test.each([
  { key: 'Ctrl-C', typed: CTRL_C },
  { key: 'Ctrl-D', typed: CTRL_D },
])('$key keeps the lines that were typed', async ({ typed }) => {
  const home = freshHome();
  const args = ['reflect', '--role', 'manager', '--full', '--about', '', '--plain'];
  const terminal = openCoach(args, home);
  await terminal.when('What did you do?', `One line${ENTER}Two lines${ENTER}`);
  await setTimeout(500);
  await terminal.types(`:help${ENTER}`);
  // The terminal shows lines before they are read, and Ctrl-C throws away those that were not.
  await terminal.says('Commands: :back');
  await terminal.types(typed);
  expect(await terminal.exited).toEqual({ exitCode: 130 });
  const again = openCoach(args, home);
  await again.when('Unfinished from today', `1${ENTER}`);
  await again.when('So far: One line Two lines', `.${ENTER}`);
  await again.when('1. Leave it as it is', `1${ENTER}`);
  await again.when('or stop doing', `:later${ENTER}`);
  expect(await again.exited).toEqual({ exitCode: 0 });
});

test.each(['| cat; echo "ended ${PIPESTATUS[0]}"', '</dev/null; echo "ended $?"'])(
  'without a terminal nothing waits: coach reflect --role member %s',
  async (rest) => {
    const home = freshHome();
    const shell = await openShell(home, { columns: 100 });
    await shell.types(`"$NODE" "$COACH" reflect --role member ${rest}${ENTER}`);
    await shell.until(/\ncoach: there is no terminal to ask questions in\n[^]*\nended 1\nsh>$/);
    expect(filesBelow(home.root).filter((file) => file.startsWith('coach'))).toEqual([]);
  },
);
