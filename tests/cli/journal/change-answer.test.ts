import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, entryText, filesBelow, journalOf, put, settledHome } from '../coach.ts';
import { CTRL_C, type Move, scripted } from '../scripted.ts';

const BANK = `bank: mine
version: 2
role: none
title: My own page
intro: Words and numbers.
questions:
  - {id: mine-text, type: text, ask: "What happened now?", nudge: "Who said what?"}
  - id: mine-choice
    type: choice
    ask: Which one?
    options: [{value: left, label: "The left one"}, {value: right, label: "The right one"}]
  - {id: mine-scale, type: scale, ask: "How much?", na: "I can't say", scale: {min: 1, max: 5, low: little, high: much}}
closing:
  commitment: {id: mine-commitment, ask: "What will you try?", when: "If I notice"}
`;

const BODY = `
## What happened?
<!-- coach: mine-text text -->

far

## Which one?
<!-- coach: mine-choice choice closes=8f2qm7c1xy/mine-guess -->

old (The old one)

## How much?
<!-- coach: mine-scale scale -->

4 (1 tiny, 7 huge)

Below the scale.

## When?
<!-- coach: mine-date date -->

2026-10-01

## What do you expect?
<!-- coach: mine-guess prediction vague -->

- Expect: rain
- Likelihood: 70 %
- Due: 2026-11-20

## What will you try?
<!-- coach: mine-commitment commitment -->

* then: ask first
* likelihood: 73%
* by: 2026-11-20

## And you?
<!-- coach: mine-skipped text -->

*not mine*
`;

const PATH = '2026/11/2026-11-10-080000-mine-k3x8m2p9qa.md';

function withEntry({
  bank = BANK,
  body = BODY,
}: { readonly bank?: string; readonly body?: string } = {}): string {
  const home = settledHome();
  if (bank !== '') put(path.join(home, 'data/banks/mine.yaml'), bank);
  const at = '2026-11-10T08:00:00+01:00';
  put(
    path.join(journalOf(home), PATH),
    entryText({ id: 'k3x8m2p9qa', at, bank: 'mine', body, front: '# mine\nmood: low\n' }),
  );
  return home;
}

const read = (home: string): string => readFileSync(path.join(journalOf(home), PATH), 'utf8');

/** Somebody changes one answer, and does these things. */
async function change(home: string, question: string, ...moves: readonly Move[]) {
  const prompter = scripted('Change an answer', question, ...moves);
  const ran = await coach(['journal', 'edit', 'last'], { home, prompter });
  return { ...ran, seen: prompter.seen, left: prompter.left() };
}

/** What a change made of the body. */
async function changedBody(question: string, ...moves: readonly Move[]): Promise<string> {
  const home = withEntry();
  const before = read(home);
  const { stdout, stderr, left } = await change(home, question, ...moves);
  expect({ stdout, stderr, left }).toEqual({ stdout: `Saved.\n${PATH}\n`, stderr: '', left: [] });
  const [head = ''] = before.split('\n## ');
  expect(read(home).startsWith(head)).toBe(true);
  return read(home).slice(before.indexOf('\n## '));
}

const value = (given: string | number | null): Move => ({ value: given });

describe('an answer is changed after saving', () => {
  test.each([
    { question: 'What happened?', moves: ['good'], from: 'far', to: 'good' },
    {
      question: 'What happened?',
      moves: [{ kind: 'skip', skip: 'too-close' } as const],
      from: 'far',
      to: '*too close*',
    },
    { question: 'What happened?', moves: [value(null)], from: 'far', to: '*passed*' },
    {
      question: 'Which one?',
      moves: [value('right')],
      from: 'old (The old one)',
      to: 'right (The right one)',
    },
    { question: 'How much?', moves: [value(7)], from: '4 (1 tiny', to: '7 (1 tiny' },
    { question: 'How much?', moves: [value('na')], from: '4 (1 tiny, 7 huge)', to: "na (I can't say)" },
    { question: 'When?', moves: [value('2026-12-01')], from: '2026-10-01', to: '2026-12-01' },
    { question: 'And you?', moves: ['One.\n\nTwo.'], from: '*not mine*', to: 'One.\n\nTwo.' },
    {
      question: 'What do you expect?',
      moves: [value('2026-12-01'), value('feared')],
      from: 'Due: 2026-11-20',
      to: 'Due: 2026-12-01\n- Feeling: feared',
    },
    {
      question: 'What will you try?',
      moves: [value('it is late'), value('ask first'), value('2026-11-20')],
      from: '* then: ask first\n* likelihood: 73%\n* by: 2026-11-20',
      to: '- When: I notice it is late\n- Then: ask first\n- By: 2026-11-20\n- Likelihood: 73 %',
    },
  ] satisfies readonly { question: string; moves: readonly Move[]; from: string; to: string }[])(
    '$question $to',
    async ({ question, moves, from, to }) => {
      expect(await changedBody(question, ...moves)).toBe(BODY.replace(from, to));
    },
  );

  test('with the words that show what there is to change', async () => {
    const home = withEntry();
    const shown: string[] = [];
    const prompter = scripted('Change an answer', 'Leave it');
    const ran = await coach(['journal', 'edit', 'last'], {
      home,
      prompter: {
        ...prompter,
        choose: (message, choices) => {
          shown.push(message, ...choices.map(({ label }) => label));
          return prompter.choose(message, choices);
        },
      },
    });
    expect(ran).toMatchObject({ stdout: 'Nothing was changed.\n', exitCode: 0 });
    expect(shown).toEqual([
      '',
      'Change an answer',
      'Open the file in an editor',
      'Leave it as it is',
      'Which answer?',
      'What happened? · far',
      'Which one? · The old one',
      'How much? · 4',
      'When? · 1 October 2026',
      'What do you expect? · rain 70%, somewhat likely. You will know by 20 Nove…',
      'What will you try? · I will ask first. By 20 November 2026. 73%, somewhat…',
      'And you? · Not my situation.',
      'Leave it as it is',
    ]);
  });

  test('what was said then is shown and not asked', async () => {
    const guess = await change(
      withEntry(),
      'What do you expect?',
      { kind: 'skip', skip: 'passed' },
      { kind: 'later' },
    );
    expect(guess.seen.slice(2)).toEqual(['say rain', 'ask mine-guess due', 'ask mine-guess due']);
    const plan = await change(
      withEntry(),
      'What will you try?',
      value('late'),
      value(null),
      { kind: 'back' },
      { kind: 'back' },
      { kind: 'back' },
    );
    expect(plan.seen.slice(2)).toEqual([
      'say The likelihood stays as you first gave it: 73%, somewhat likely.',
      'ask mine-commitment when',
      'ask mine-commitment then',
      'remark incomplete',
      'ask mine-commitment then',
      'ask mine-commitment when',
    ]);
    for (const { stdout } of [guess, plan]) expect(stdout).toBe('Nothing was changed.\n');
  });

  test('what a plan said of an obstacle could not be changed', async () => {
    const plan = '* then: ask first\n* likelihood: 73%\n* by: 2026-11-20\n';
    const more = '\n- Obstacle: my haste\n- Response: count to ten\n';
    const start = [value('it is late'), value('ask first'), value('2026-11-20')];
    const body = BODY.replace(plan, `${plan}${more}`);
    const changed = async (...moves: readonly Move[]): Promise<string> => {
      const home = withEntry({ body });
      await change(home, 'What will you try?', ...start, ...moves);
      return read(home).slice(read(home).indexOf('## What will you try?'), read(home).indexOf('## And you?'));
    };
    expect(await changed(value('my worry'), value('breathe'))).toContain(
      '- Likelihood: 73 %\n\n- Obstacle: my worry\n- Response: breathe\n',
    );
    expect(await changed(value(null))).toMatch(/- Likelihood: 73 %\n\n$/);
  });

  test('a plan in the same entry stayed due on the old day, and nothing said so', async () => {
    const home = withEntry({ body: BODY.replace('2026-10-01', '2026-11-20') });
    const { seen } = await change(home, 'When?', value('2026-12-01'));
    expect(seen.at(-1)).toMatch(/^say A plan or guess in this entry is still due on the old date/);
    expect((await change(home, 'When?', value('2026-12-02'))).seen.at(-1)).toBe('ask mine-date');
  });

  test('on a screen it says how the answer reads now', async () => {
    const home = withEntry();
    const prompter = scripted('Change an answer', 'How much?', value(7));
    const ran = await coach(['journal', 'edit', 'last'], { home, prompter, screen: true });
    expect(ran.stdout).toBe('Saved. It now reads:\n  7 (1 tiny, 7 huge)\n');
  });

  test('a link follows what is chosen', async () => {
    const options = '[{value: wait, label: "Too early"}, {value: old, label: "The old one"}]';
    const home = withEntry({ bank: BANK.replace(/\[\{value: left.*\]/, options) });
    await change(home, 'Which one?', value('wait'));
    expect(read(home)).toContain(
      'mine-choice choice continues=8f2qm7c1xy/mine-guess -->\n\nwait (Too early)\n',
    );
    await change(home, 'Which one?', value('old'));
    expect(read(home)).toContain(BODY);
  });

  test('where its bank is gone, as the file tells it', async () => {
    const home = withEntry({ bank: '' });
    const choice = await change(home, 'Which one?', value('old'));
    expect(choice.seen[2]).toMatch(/^say coach no longer knows the other choices\./);
    await change(home, 'How much?', value(6));
    await change(home, 'What happened?', 'good');
    expect(read(home)).toContain(BODY.replace('4 (1', '6 (1').replace('far', 'good'));
  });

  test('the same answer leaves the file untouched, and so does Ctrl-C', async () => {
    const home = withEntry();
    const before = read(home);
    expect(await change(home, 'What happened?', 'far')).toMatchObject({
      stdout: 'Nothing was changed.\n',
      stderr: '',
    });
    const plan = await change(
      home,
      'What will you try?',
      value(null),
      value('ask first'),
      value('2026-11-20'),
    );
    expect(plan.stdout).toBe('Nothing was changed.\n');
    expect(await change(home, 'What happened?', CTRL_C)).toMatchObject({
      stderr: '\nThe entry is as it was.\n',
      exitCode: 130,
    });
    expect(read(home)).toBe(before);
    expect(
      existsSync(path.join(home, 'state/drafts')) ? filesBelow(path.join(home, 'state/drafts')) : [],
    ).toEqual([]);
  });

  test('what has changed meanwhile is left alone', async () => {
    const home = withEntry();
    const theirs = read(home).replace('far', 'near');
    const prompter = scripted('Change an answer', 'What happened?', 'good');
    const ran = await coach(['journal', 'edit', 'last'], {
      home,
      prompter: {
        ...prompter,
        ask: (...asked) => {
          put(path.join(journalOf(home), PATH), theirs);
          return prompter.ask(...asked);
        },
      },
    });
    expect(ran.stderr).toMatch(
      /was changed after it was opened\n.*Your edit is here: .* \(edited 1\)\.md\n$/,
    );
    expect(read(home)).toBe(theirs);
    expect(readFileSync(path.join(journalOf(home), PATH.replace('.md', ' (edited 1).md')), 'utf8')).toContain(
      'good',
    );
  });

  test('text of one’s own that would become part of it is not swallowed', async () => {
    const home = withEntry({ body: BODY.replace('*not mine*', '*not mine*\n\nSince when?') });
    const ran = await change(home, 'And you?', 'Me.');
    expect(ran.stderr).toMatch(/^coach: this answer cannot be changed on its own\n/);
    expect(ran.exitCode).toBe(1);
  });

  test('line by line, an empty line keeps what there is, and what is typed takes its place', async () => {
    const home = withEntry();
    const edit = (...typed: readonly string[]) => coach(['journal', 'edit', 'last'], { home, typed });
    const kept = await edit('1', '1', '');
    expect(kept.stdout).toContain('As saved: far\nAn empty line keeps it. What you type replaces it.\n');
    expect(kept.stdout).toMatch(/Nothing was changed\.\n$/);
    await edit('1', '1', 'good', '.');
    await edit('1', '6', 'it is late', '', '');
    await edit('1', '4', '');
    expect(read(home)).toContain('\n\ngood\n\n## Which');
    expect(read(home)).toContain(
      '- When: I notice it is late\n- Then: ask first\n- By: 2026-11-20\n- Likelihood: 73 %\n',
    );
  });

  test.skipIf(process.platform === 'win32').each([
    { flags: [], moves: ['Open the file'] },
    { flags: ['--editor'], moves: [] },
  ])('or the file is opened in the editor: $flags', async ({ flags, moves }) => {
    const home = withEntry();
    const editor = path.join(home, 'editor');
    writeFileSync(editor, '#!/bin/sh\nsed -i s/far/good/ "$1"\n');
    chmodSync(editor, 0o700);
    await coach(['config', 'set', 'editor', editor], { home });
    const env = { EDITOR: 'no-such-editor', VISUAL: 'nor-this-one', PATH: process.env['PATH'] ?? '' };
    const ran = await coach(['journal', 'edit', ...flags, 'last'], {
      home,
      env,
      prompter: scripted(...moves),
    });
    expect(ran.stdout).toBe(`Saved.\n${PATH}\n`);
    expect(read(home)).toContain('good');
  });
});
