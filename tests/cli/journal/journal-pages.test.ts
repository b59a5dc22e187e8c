import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, entryText, freshHome, journalOf, put, putEntry } from '../coach.ts';
import { filled } from './journal-entries.ts';

describe('a list on a screen', () => {
  const LIST = `November 2026
  Sun 22  08:00  A free page                                                n600
  Sat 21  18:00  A free page                                           D.   n500
  Mon 16  09:00  A free page                                           Åsa  n400
  Sun 1   09:00  A free page                                                n300

October 2026
  Sat 31  09:00  A free page                                           d.   n200

December 2025
  Wed 31  23:30  A free page                                                n100
`;

  test('stands by months, with days, times, titles, people and the beginnings of ids', async () => {
    expect(await coach(['journal'], { home: filled(), screen: true })).toEqual({
      stdout: LIST,
      stderr: '',
      exitCode: 0,
    });
  });

  test('leaves out people and cuts titles at 40 columns', async () => {
    const home = freshHome();
    const title = 'Über die Schwierigkeit, 静かに zu schreiben';
    putEntry(home, { id: 'k3x8m2p9qa', at: '2026-11-02T08:00:00+01:00', title, front: 'about: D.\n' });
    const { stdout } = await coach(['journal'], { home, screen: true, width: 40 });
    expect(stdout).toBe('November 2026\n  Mon 2   08:00  Über die Schwier…  k3x8\n');
  });

  test('gives people with wide letters their room', async () => {
    const home = freshHome();
    putEntry(home, { id: 'k3x8m2p9qa', at: '2026-11-02T08:00:00+01:00', front: 'about: 山田さん\n' });
    const { stdout } = await coach(['journal'], { home, screen: true });
    expect(stdout).toContain('  山田さん  k3x8\n');
  });

  test('shows as much of the ids as tells them apart', async () => {
    const home = freshHome();
    putEntry(home, { id: 'aaaaaa1111', at: '2026-11-02T08:00:00+01:00' });
    putEntry(home, { id: 'aaaaaa2222', at: '2026-11-02T07:00:00+01:00' });
    const { stdout } = await coach(['journal'], { home, screen: true });
    expect(stdout).toMatch(/ aaaaaa1\n.* aaaaaa2\n$/);
  });

  test('says that there are older ones', async () => {
    const home = filled();
    const { stderr } = await coach(['journal', '--limit', '5'], { home, screen: true });
    expect(stderr).toBe('Showing the newest 5. To see all of them: --limit all\n');
    expect((await coach(['journal', '--limit', '6'], { home })).stderr).toBe('');
  });

  test('says what to do where there is nothing', async () => {
    const home = freshHome();
    const nothing = (stderr: string): object => ({ stdout: '', stderr, exitCode: 0 });
    expect(await coach(['journal'], { home })).toEqual(
      nothing('No entries yet. To write the first: coach reflect\n'),
    );
    expect(await coach(['journal', '--tag', 'x'], { home })).toEqual(nothing('No entries match.\n'));
    expect(await coach(['journal', '--json'], { home })).toEqual({
      stdout: '[]\n',
      stderr: '',
      exitCode: 0,
    });
  });
});

describe('every word, and JSON', () => {
  const file = '2026/11/2026-11-21-180000-member-k3x8m2p9qa.md';
  const text = `---
coach: 1
id: k3x8m2p9qa
at: "2026-11-21T18:00:00+01:00"
written: "2026-11-21T18:09:30+01:00"
zone: Europe/Berlin
day: "2026-11-21"
bank: member
bank-version: 1
role: member
about: D.
tags: [review]
minutes: 9
mood: calm
---

# When your work is closely managed

Added by hand.

## What happened?
<!-- coach: member-situation text -->

They asked twice.

I waited.

## What did you feel?
<!-- coach: member-felt text -->

*too close*

## How did the closeness fit the task?
<!-- coach: member-closeness choice -->

too-much (It was more than the task needed)

### My own thoughts

Later.

## How clear is it?
<!-- coach: member-decisions-clear scale -->

2 (1 not clear at all, 5 completely clear)

## What do you expect?
<!-- coach: member-prediction prediction vague -->

- Expect: It gets better
- Likelihood: 70 %
- Due: 2026-12-05
- Feeling: hoped

## What will you try?
<!-- coach: member-commitment commitment -->

- When: the draft is late
- Then: ask first
- By: 2026-11-29
- Likelihood: 80 %
`;

  function written(): string {
    const home = freshHome();
    put(path.join(journalOf(home), file), text);
    return home;
  }

  test('--full shows what was written, and what was added by hand', async () => {
    expect(await coach(['journal', '--full'], { home: written() })).toEqual({
      stdout: `When your work is closely managed
21 November 2026, 18:00 · member, about D. · #review
mood: calm

Added by hand.

What happened?
  They asked twice.

  I waited.

What did you feel?
  Too close right now.

How did the closeness fit the task?
  It was more than the task needed

### My own thoughts

Later.

How clear is it?
  2 (1 not clear at all, 5 completely clear)

What do you expect?
  It gets better
  70%, somewhat likely. You will know by 5 December 2026. Hoped for.

What will you try?
  When the draft is late, I will ask first. By 29 November 2026. 80%, likely.

${file}
`,
      stderr: '',
      exitCode: 0,
    });
  });

  test('--json is an array in the documented shape, and holds all entries', async () => {
    const home = written();
    const { stdout, stderr, exitCode } = await coach(['journal', '--json'], { home });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    const answer = (question: string, asked: string, type: string, value: unknown, more = {}): object => ({
      question,
      asked,
      type,
      value,
      skip: null,
      ...more,
    });
    const entry = {
      format: 1,
      id: 'k3x8m2p9qa',
      at: '2026-11-21T18:00:00+01:00',
      written: '2026-11-21T18:09:30+01:00',
      zone: 'Europe/Berlin',
      day: '2026-11-21',
      bank: 'member',
      bankVersion: 1,
      role: 'member',
      about: 'D.',
      tags: ['review'],
      title: 'When your work is closely managed',
      path: file,
      minutes: 9,
      answers: [
        answer('member-situation', 'What happened?', 'text', 'They asked twice.\n\nI waited.'),
        answer('member-felt', 'What did you feel?', 'text', null, { skip: 'too-close' }),
        answer('member-closeness', 'How did the closeness fit the task?', 'choice', 'too-much', {
          legend: 'It was more than the task needed',
        }),
        answer('member-decisions-clear', 'How clear is it?', 'scale', 2, {
          legend: '1 not clear at all, 5 completely clear',
        }),
        answer(
          'member-prediction',
          'What do you expect?',
          'prediction',
          { expect: 'It gets better', sign: null, likelihood: 70, due: '2026-12-05', feeling: 'hoped' },
          { vague: true },
        ),
        answer('member-commitment', 'What will you try?', 'commitment', {
          when: 'the draft is late',
          then: 'ask first',
          by: '2026-11-29',
          likelihood: 80,
        }),
      ],
      extra: {
        front: 'mood: calm',
        sections: [
          { after: null, text: 'Added by hand.' },
          { after: 'member-closeness', text: '### My own thoughts\n\nLater.' },
        ],
      },
    };
    expect(stdout).toBe(`${JSON.stringify([entry], null, 2)}\n`);
    for (let second = 10; second < 30; second++) {
      putEntry(home, { id: `${second}00000000`, at: `2026-11-20T18:00:${second}+01:00` });
    }
    expect(JSON.parse((await coach(['journal', '--json'], { home })).stdout)).toHaveLength(21);
    expect(JSON.parse((await coach(['journal', '--json', '--limit', '3'], { home })).stdout)).toHaveLength(3);
  });

  test('no control sequence from a file reaches the terminal', async () => {
    const home = freshHome();
    const bell = '\u001b]0;title\u0007\u001b[31mred';
    const body = `\n## What?${bell}\n<!-- coach: note-text text -->\n\nText${bell}\n`;
    const front = `about: D${bell}\ntags: [a${bell}]\n`;
    const entry = entryText({
      id: '1111111111',
      at: '2026-11-20T10:00:00+01:00',
      title: `T${bell}`,
      front,
      body,
    });
    put(path.join(journalOf(home), `evil${bell}.md`), entry);
    put(path.join(journalOf(home), `worse${bell}.md`), '---\ncoach: 1\n---\n');
    for (const options of [['--full'], ['--json'], []]) {
      const { stdout, stderr } = await coach(['journal', ...options], { home });
      expect(stdout).toContain('red');
      expect(stdout + stderr).not.toContain('\u001b');
      expect(stdout + stderr).not.toContain('\u0007');
    }
    const list = await coach(['journal'], { home, screen: true });
    expect(list.stdout).not.toContain('\u001b');
  });
});
