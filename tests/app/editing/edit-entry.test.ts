import { describe, expect, test } from 'vitest';
import { judgeEdit, outgrownName, placeEdited, textOf } from '../../../src/app/editing/edit-entry.ts';
import { parseEntryFile } from '../../../src/app/journal/parse-entry-file.ts';
import { entryText } from '../../cli/coach.ts';
import { memoryFiles } from '../memory-files.ts';

const PATH = '2026/11/2026-11-22-080000-note-k3x8m2p9qa.md';
const NOTE = entryText({ id: 'k3x8m2p9qa', at: '2026-11-22T08:00:00+01:00' });
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('an edited text is', () => {
  test.each([
    { case: 'unchanged', edited: NOTE, kind: 'unchanged' },
    { case: 'sound', edited: `${NOTE}\nMore\n`, kind: 'sound' },
    { case: 'sound with other line ends', edited: NOTE.replaceAll('\n', '\r\n'), kind: 'sound' },
    { case: 'broken', edited: NOTE.replace('2026-11-22T', 'T'), kind: 'broken' },
    { case: 'no entry any more', edited: '# Shopping\n', kind: 'broken' },
    { case: 'from a newer coach', edited: NOTE.replace('coach: 1', 'coach: 2'), kind: 'broken' },
    { case: 'nothing', edited: '', kind: 'broken' },
  ])('$case', async ({ edited, kind }) => {
    expect(await judgeEdit(bytes(NOTE), bytes(edited), PATH)).toMatchObject({ kind });
    // A file that a person named is an entry as well, and is to stay one.
    expect(await judgeEdit(bytes(NOTE), bytes(edited), 'My day.md')).toMatchObject({ kind });
  });

  test('unchanged even when it cannot be read, and was so before', async () => {
    expect(await judgeEdit(bytes('x'), bytes('x'), PATH)).toEqual({ kind: 'unchanged' });
  });
});

describe('a text that is not UTF-8 is named by its place', () => {
  test.each([
    { given: [0xe9], line: 1, column: 1 },
    { given: [0x61, 0x0a, 0x62, 0xe9, 0x0a], line: 2, column: 2 },
    { given: [0xc3, 0xbc, 0x20, 0xff], line: 1, column: 3 },
    { given: [0x0a, 0x0a, 0x61, 0xe2, 0x82], line: 3, column: 2 },
  ])('$given', ({ given, line, column }) => {
    expect(() => textOf(Uint8Array.from(given), 'x.md')).toThrow(
      `x.md:${line}:${column}: this is not UTF-8 text`,
    );
  });

  test('and any other comes as it stands, marks and line ends included', () => {
    expect(textOf(bytes('\ufeffa\r\nü\ufffd'), 'x.md')).toBe('\ufeffa\r\nü\ufffd');
  });
});

describe('an edited text is put', () => {
  test('in the place of what was opened', async () => {
    const files = memoryFiles({ [PATH]: 'old' });
    expect(await placeEdited(PATH, bytes('old'), bytes('new'), files)).toEqual({ kind: 'in-place' });
    expect(files.all()).toEqual({ [PATH]: 'new' });
  });

  test.each([
    { there: { [PATH]: 'theirs' }, isGone: false },
    { there: {}, isGone: true },
  ])('beside what is there now: $there', async ({ there, isGone }) => {
    const files = memoryFiles(there);
    const first = PATH.replace('.md', ' (edited 1).md');
    expect(await placeEdited(PATH, bytes('old'), bytes('new'), files)).toEqual({
      kind: 'beside',
      path: first,
      isGone,
    });
    const second = PATH.replace('.md', ' (edited 2).md');
    expect(await placeEdited(PATH, bytes('old'), bytes('newer'), files)).toMatchObject({ path: second });
    expect(files.all()).toEqual({ ...there, [first]: 'new', [second]: 'newer' });
  });

  test('nowhere, where the same is there already', async () => {
    const files = memoryFiles({ [PATH]: 'new' });
    expect(await placeEdited(PATH, bytes('old'), bytes('new'), files)).toEqual({ kind: 'in-place' });
    expect(files.all()).toEqual({ [PATH]: 'new' });
  });
});

test.each([
  { case: 'nothing of the name', to: {}, path: PATH, is: undefined },
  { case: 'the bank', to: { bank: 'prepare' }, path: PATH, is: PATH.replace('note', 'prepare') },
  {
    case: 'the bank, in another folder',
    to: { bank: 'prepare' },
    path: `x/${PATH}`,
    is: PATH.replace('note', 'prepare'),
  },
  {
    case: 'the bank, in a file of a name of its own',
    to: { bank: 'prepare' },
    path: 'My day.md',
    is: undefined,
  },
])('a name that an edit of $case outgrew', async ({ to, path, is }) => {
  const before = await parseEntryFile(NOTE, path, true);
  if (!before) throw new Error('the note is an entry');
  expect(outgrownName(path, before, { ...before, ...to })).toBe(is);
  expect(outgrownName(path, undefined, { ...before, ...to })).toBe(is);
});
