import { describe, expect, test } from 'vitest';
import { sample, tryToRead } from './entry-samples.ts';

const mistakes: readonly {
  readonly broken: string;
  readonly from: string;
  readonly to: string;
  readonly is: readonly string[];
}[] = [
  {
    broken: 'no end of the front matter',
    from: 'minutes: 7\n---\n',
    to: 'minutes: 7\n',
    is: ['1:1: the front matter that begins here has no end; expected a line "---"'],
  },
  {
    broken: 'a newer format, whatever else is in it',
    from: 'coach: 1\nid: k3x8m2p9qa',
    to: 'coach: 2\nname: k3x8m2p9qa',
    is: ['2:8: written by a newer version of coach (format 2); this one reads format 1'],
  },
  {
    broken: 'another kind of coach',
    from: 'coach: 1',
    to: 'coach: John',
    is: ['2:8: "John" is not a format version (must be 1)'],
  },
  {
    broken: 'no version',
    from: 'coach: 1',
    to: 'coach:',
    is: ['2:7: the front matter is missing "coach", the version of the format, 1'],
  },
  {
    broken: 'version nought',
    from: 'coach: 1',
    to: 'coach: 0',
    is: ['2:8: "0" is not a format version (must be 1)'],
  },
  {
    broken: 'no id, no moment, no bank',
    from: sample.slice(sample.indexOf('id:'), sample.indexOf('role:')),
    to: '',
    is: [
      '1:1: the front matter is missing "id", the name of the entry, as in its file name',
      '1:1: the front matter is missing "at", the moment it is about, for example "2026-11-22T09:14:05+01:00"',
      '1:1: the front matter is missing "bank", the question bank, for example member',
    ],
  },
  {
    broken: 'an empty id',
    from: 'id: k3x8m2p9qa',
    to: 'id: " "',
    is: ['3:5: the front matter is missing "id", the name of the entry, as in its file name'],
  },
  {
    broken: 'an id that is a path',
    from: 'id: k3x8m2p9qa',
    to: 'id: ../../x',
    is: ['3:5: "../../x" is not an id; expected letters and digits'],
  },
  {
    broken: 'a bank that is a path',
    from: 'bank: member',
    to: 'bank: "../x"',
    is: ['7:7: "../x" is not the name of a bank, such as member'],
  },
  {
    broken: 'a list of two for a text',
    from: 'bank: member',
    to: 'bank: [member, manager]',
    is: ['7:7: expected a text value for "bank"'],
  },
  {
    broken: 'a mapping for a text',
    from: 'role: member',
    to: 'role:\n  name: member',
    is: ['9:1: expected a text value for "role"'],
  },
  {
    broken: 'a mapping for tags',
    from: 'tags: [drafts]',
    to: 'tags: {a: b}',
    is: ['10:1: expected a list of text values for "tags"'],
  },
  {
    broken: 'a time that does not exist',
    from: 'at: "2026-11-22T09:14:05+01:00"',
    to: 'at: "2026-02-30T09:14:05+01:00"',
    is: [
      '4:5: "2026-02-30T09:14:05+01:00" is not a time; expected something like "2026-11-22T09:14:05+01:00"',
    ],
  },
  {
    broken: 'words for a time',
    from: 'written: "2026-11-22T09:21:40+01:00"',
    to: 'written: yesterday',
    is: ['5:10: "yesterday" is not a time; expected something like "2026-11-22T09:14:05+01:00"'],
  },
  {
    broken: 'a day of another calendar',
    from: 'day: "2026-11-22"',
    to: 'day: 22.11.2026',
    is: ['6:6: "22.11.2026" is not a date; expected YYYY-MM-DD'],
  },
  {
    broken: 'an unknown role',
    from: 'role: member',
    to: 'role: boss',
    is: ['9:7: "boss" is not a role; expected member or manager'],
  },
  {
    broken: 'half a minute',
    from: 'minutes: 7',
    to: 'minutes: 7.5',
    is: ['11:10: "7.5" is not a whole number'],
  },
  {
    broken: 'a quote left open',
    from: 'tags: [drafts]',
    to: 'about: "D.',
    is: ['11:11: the front matter is not YAML: Missing closing "quote'],
  },
  {
    broken: 'a key twice',
    from: 'minutes: 7',
    to: 'role: member',
    is: ['11:1: the front matter is not YAML: Map keys must be unique'],
  },
  {
    broken: 'a line that is no key',
    from: 'minutes: 7',
    to: 'minutes',
    is: ['11:1: the front matter is not YAML: Implicit map keys need to be followed by map values'],
  },
  {
    broken: 'two keys on a line',
    from: 'minutes: 7',
    to: 'tags2: ["x"]: []',
    is: ['11:13: expected one key on each line'],
  },
  {
    broken: 'a question twice',
    from: 'member-fit choice',
    to: 'member-felt choice',
    is: ['22:1: the question member-felt appears twice'],
  },
  {
    broken: 'an unknown type',
    from: 'member-felt text',
    to: 'member-felt txt',
    is: ['17:25: "txt" is not a type of answer; did you mean text?'],
  },
  {
    broken: 'a type nothing is like',
    from: 'member-felt text',
    to: 'member-felt melody',
    is: [
      '17:25: "melody" is not a type of answer; expected one of text, choice, scale, percent, date, prediction, commitment',
    ],
  },
  {
    broken: 'no type',
    from: 'member-felt text',
    to: 'member-felt',
    is: ['17:1: the comment gives no answer type; expected something like <!-- coach: member-felt text -->'],
  },
  {
    broken: 'no question',
    from: 'coach: member-felt text',
    to: 'coach:',
    is: [
      '17:1: the comment does not say which question; expected something like <!-- coach: member-felt text -->',
    ],
  },
  {
    broken: 'a comment left open',
    from: 'member-felt text -->',
    to: 'member-felt text',
    is: [
      '17:1: the comment does not end on the same line; expected something like <!-- coach: member-felt text -->',
    ],
  },
  {
    broken: 'a comment without its question',
    from: '## How did it fit?\n',
    to: '### How did it fit?\n',
    is: ['22:1: this comment has lost its question; expected a line "## …" above it'],
  },
  {
    broken: 'a comment below a heading of another level',
    from: '## How did it fit?',
    to: '# How did it fit?',
    is: ['22:1: this comment has lost its question; expected a line "## …" above it'],
  },
  {
    broken: 'an unknown link',
    from: 'closes=8f2qm7c1xy/member-guess',
    to: 'close=8f2qm7c1xy/member-guess',
    is: [
      '35:32: "close=8f2qm7c1xy/member-guess" cannot be read; expected closes=, continues=, step= or vague',
    ],
  },
  {
    broken: 'a link to nothing',
    from: 'closes=8f2qm7c1xy/member-guess',
    to: 'closes=member-guess',
    is: [
      '35:39: "member-guess" does not refer to an answer; expected something like k3x8m2p9qa/member-prediction',
    ],
  },
  {
    broken: 'two words for a choice',
    from: 'fitting (It did)',
    to: 'it did fit',
    is: ['24:1: expected the value of one option, followed by its meaning in brackets'],
  },
  {
    broken: 'a word for a number',
    from: '3 (1',
    to: 'three (1',
    is: ['37:1: expected a whole number or "na", followed by its meaning in brackets'],
  },
  {
    broken: 'half a step of a scale',
    from: '3 (1',
    to: '3.5 (1',
    is: ['37:1: expected a whole number or "na", followed by its meaning in brackets'],
  },
  {
    broken: 'more than certain',
    from: '70 %',
    to: '170 %',
    is: ['30:15: "170 %" is not a likelihood; expected a whole number from 0 to 100, followed by %'],
  },
  {
    broken: 'less than impossible',
    from: '70 %',
    to: '-5 %',
    is: ['30:15: "-5 %" is not a likelihood; expected a whole number from 0 to 100, followed by %'],
  },
  {
    broken: 'a share',
    from: '70 %',
    to: '0.7',
    is: ['30:15: "0.7" is not a likelihood; expected a whole number from 0 to 100, followed by %'],
  },
  {
    broken: 'an impossible day',
    from: '2026-12-06',
    to: '2026-13-06',
    is: ['31:8: "2026-13-06" is not a date; expected YYYY-MM-DD'],
  },
  {
    broken: 'an unknown feeling',
    from: ': feared',
    to: ': dreaded',
    is: ['32:12: "dreaded" is not a feeling; expected hoped, feared, neither'],
  },
  {
    broken: 'a misspelt part',
    from: '- Likelihood',
    to: '- Liklihood',
    is: ['30:1: no such part; expected "- Likelihood: …"'],
  },
  {
    broken: 'an unknown part',
    from: '- Likelihood',
    to: '- Weather',
    is: ['30:1: no such part; expected one of Expect, Sign, Likelihood, Due, Feeling'],
  },
  {
    broken: 'a part twice',
    from: '- Feeling: feared',
    to: '- Due: 2026-12-07',
    is: ['32:1: "Due" appears twice'],
  },
  {
    broken: 'no part that is needed',
    from: '- Expect: rain\n',
    to: '',
    is: ['29:1: a prediction needs a line "- Expect: …"'],
  },
  {
    broken: 'words for a list',
    from: '- Expect: rain\n',
    to: 'Rain, I think.\n',
    is: ['29:1: a prediction needs a line "- Expect: …"'],
  },
  {
    broken: 'several things, in the order of the file',
    from: 'minutes: 7\n---',
    to: 'minutes: x\nrole2: y\n---\n\n<!-- coach: lost text -->',
    is: [
      '11:10: "x" is not a whole number',
      '15:1: this comment has lost its question; expected a line "## …" above it',
    ],
  },
  {
    broken: 'two things, in the order of the file although the keys are in another',
    from: sample.slice(sample.indexOf('id: '), sample.indexOf('at: ')),
    to: 'zone: [x, y]\nid: "a b"\n',
    is: ['3:7: expected a text value for "zone"', '4:5: "a b" is not an id; expected letters and digits'],
  },
  {
    broken: 'a front matter that would take for ever',
    from: 'minutes: 7',
    to: `own: ${'['.repeat(501)}`,
    is: ['2:1: the front matter is longer than 10000 characters, or nested too deeply'],
  },
  {
    broken: 'a front matter of many pages',
    from: 'minutes: 7',
    to: `# ${'x'.repeat(10_000)}`,
    is: ['2:1: the front matter is longer than 10000 characters, or nested too deeply'],
  },
];

describe('law 4: a file that does not parse is named, with what is wrong and where', () => {
  test('the sample itself is sound', async () => {
    expect(await tryToRead(sample)).toMatchObject({ id: 'k3x8m2p9qa', answers: { length: 4 } });
  });

  test.each(mistakes)('$broken', async ({ from, to, is }) => {
    expect(sample).toContain(from);
    expect(await tryToRead(sample.replace(from, () => to))).toEqual(
      is.map((mistake) => `2026/11/a.md:${mistake}`),
    );
  });

  test.each([
    ['an empty file', ''],
    ['another note', '# Shopping\n'],
    ['nothing but noughts', '\u0000'.repeat(4096)],
    [
      'bytes that are no text',
      Buffer.from(Uint8Array.from({ length: 4096 }, (_, n) => (n * 97) % 256)).toString(),
    ],
    ['a front matter of another program', '---\ntitle: x\n---\n'],
  ])('%s is no entry, and a mistake where one is expected', async (_, text) => {
    expect(await tryToRead(text, false)).toBeUndefined();
    expect(await tryToRead(text)).toEqual([
      '2026/11/a.md:1:1: expected the front matter of an entry: "---" and a line "coach: 1"',
    ]);
  });

  test('a long value is cut in what is said about it', async () => {
    const x = 'x'.repeat(100_000);
    expect(await tryToRead(sample.replace('70 %', x))).toEqual([
      `2026/11/a.md:30:15: "${x.slice(0, 40)}…" is not a likelihood; expected a whole number from 0 to 100, followed by %`,
    ]);
  });
});
