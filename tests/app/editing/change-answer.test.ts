import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeAnswer } from '../../../src/app/editing/change-answer.ts';
import type { Answer, Given } from '../../../src/domain/entry/answer.ts';
import type { Entry } from '../../../src/domain/entry/entry.ts';
import { plainEntry } from '../../../src/domain/entry/plain-entry.ts';
import { CoachError } from '../../../src/domain/text/errors.ts';
import { printEntry } from '../../../src/formats/entry/entry-markdown.ts';
import { hostileEntry, plainHostileEntry } from '../../formats/entry/entry-arbitrary.ts';
import { readEntry, sample } from '../../formats/entry/entry-samples.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const answerTo = (entry: Entry, question: string): Answer => {
  const found = entry.answers.find((answer) => answer.question === question);
  if (!found) throw new Error(`${question} is not there`);
  return found;
};

/** The file with another answer. */
async function changed(text: string, question: string, given: Given | 'passed'): Promise<string> {
  const was = answerTo(readEntry(text), question);
  const { asked, closes, continues } = was;
  const words = {
    question,
    asked,
    ...(closes !== undefined && { closes }),
    ...(continues !== undefined && { continues }),
  };
  const answer: Answer =
    given === 'passed'
      ? { ...words, type: was.type, value: null, skip: 'passed' }
      : { ...words, ...given, skip: null };
  return textOf((await changeAnswer(bytesOf(text), 'a.md', was, answer)).bytes);
}

const SMALL = 'Small, then angry 👩‍👩‍👧‍👦.';
const text = (value: string): Given => ({ type: 'text', value });

describe('another answer', () => {
  test.each([
    { question: 'member-felt', given: text('Calm.\n\nThen glad.'), from: SMALL, to: 'Calm.\n\nThen glad.' },
    { question: 'member-felt', given: 'passed' as const, from: SMALL, to: '*passed*' },
    {
      question: 'member-fit',
      given: { type: 'choice' as const, value: 'too-much', legend: 'Too much' },
      from: 'fitting (It did)',
      to: 'too-much (Too much)',
    },
    {
      question: 'member-clear',
      given: { type: 'scale' as const, value: 5, legend: '1 not clear, 5 clear' },
      from: '3 (1 not clear, 5 clear)',
      to: '5 (1 not clear, 5 clear)',
    },
  ])(
    'takes the lines of the one before and no others: $question, $to',
    async ({ question, given, from, to }) => {
      expect(await changed(sample, question, given)).toBe(sample.replace(from, to));
    },
  );

  test.each([
    { case: 'line ends of Windows', of: (file: string) => file.replaceAll('\n', '\r\n') },
    { case: 'a byte order mark', of: (file: string) => `\ufeff${file}` },
    { case: 'mixed line ends', of: (file: string) => file.replace('-->\n\nSmall', '-->\r\n\nSmall') },
    {
      case: 'keys and comments of one’s own',
      of: (file: string) => file.replace('minutes', '# mine\nmood: low\nminutes'),
    },
    {
      case: 'text below it',
      of: (file: string) => file.replace('## How did', '## Later\n\nIt was so.\n\n## How did'),
    },
  ])('keeps every other byte: $case', async ({ of }) => {
    expect(await changed(of(sample), 'member-felt', text('Calm.'))).toBe(of(sample).replace(SMALL, 'Calm.'));
  });

  test('goes where nothing stood, and the last line may have no end', async () => {
    const empty = sample.replace(`\n${SMALL}\n`, '');
    expect(await changed(empty, 'member-felt', text('Calm.'))).toBe(sample.replace(SMALL, 'Calm.'));
    const [head = ''] = sample.split('\n## How did');
    expect(await changed(head.trimEnd(), 'member-felt', text('Calm.'))).toBe(
      head.trimEnd().replace(SMALL, 'Calm.'),
    );
    const bare = head.slice(0, head.indexOf('-->') + 3);
    expect(await changed(bare, 'member-felt', text('Calm.'))).toBe(`${bare}\n\nCalm.\n`);
  });

  test('is read from UTF-16, and written so again', async () => {
    const wide = Buffer.from(`\ufeff${sample}`, 'utf16le');
    const was = answerTo(readEntry(sample), 'member-felt');
    const { bytes } = await changeAnswer(wide, 'a.md', was, { ...was, ...text('Calm.'), skip: null });
    expect(Buffer.from(bytes).toString('utf16le')).toBe(`\ufeff${sample.replace(SMALL, 'Calm.')}`);
  });

  test('would swallow what a person wrote below a skip, and is refused', async () => {
    const own = sample.replace(SMALL, '*passed*\n\nI had no time.');
    await expect(changed(own, 'member-felt', text('Calm.'))).rejects.toThrow('cannot be changed on its own');
    expect(await changed(own, 'member-fit', 'passed')).toBe(own.replace('fitting (It did)', '*passed*'));
  });
});

test('whatever an entry holds, another answer changes that one alone or is refused', async () => {
  const givens = plainHostileEntry.chain(({ answers }) => fc.constantFrom(...answers, undefined));
  await fc.assert(
    fc.asyncProperty(hostileEntry, givens, fc.nat(), async (hostile, other, at) => {
      const entry = plainEntry(hostile);
      const was = entry.answers[at % Math.max(1, entry.answers.length)];
      if (!was || !other) return;
      const { question, asked, closes, continues, step, vague } = was;
      const links = {
        ...(closes !== undefined && { closes }),
        ...(continues !== undefined && { continues }),
      };
      const words = {
        question,
        asked,
        ...links,
        ...(step !== undefined && { step }),
        ...(vague && { vague }),
      };
      const { question: _q, asked: _a, closes: _c, continues: _o, step: _s, vague: _v, ...given } = other;
      if (given.type !== was.type) return;
      const answer: Answer = { ...given, ...words };
      const before = printEntry(entry);
      const [head] = before.split('\n## ');
      const made = await changeAnswer(bytesOf(before), 'a.md', was, answer).catch((error: unknown) => {
        if (error instanceof CoachError && entry.extra.sections.length > 0) return undefined;
        throw error;
      });
      const answers = entry.answers.map((one) => (one === was ? answer : one));
      const text = made ? textOf(made.bytes) : printEntry({ ...entry, answers });
      expect(readEntry(text)).toEqual(plainEntry({ ...entry, answers }));
      expect(text.startsWith(head ?? '')).toBe(true);
    }),
    { numRuns: 400 },
  );
});
