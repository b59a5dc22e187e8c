import { parseEntryFile } from '../../../src/app/journal/parse-entry-file.ts';
import type { Answer } from '../../../src/domain/entry/answer.ts';
import { type Entry, NO_EXTRA } from '../../../src/domain/entry/entry.ts';
import { FileMistakes } from '../../../src/domain/text/errors.ts';
import { parseEntry, splitEntry } from '../../../src/formats/entry/entry-markdown.ts';
import { readPlainFrontMatter } from '../../../src/formats/entry/front-matter.ts';
import { readYamlFrontMatter } from '../../../src/formats/entry/front-matter-yaml.ts';

/** The entry in a file's text, as `parseEntryFile` reads it; fails for anything else. */
export function readEntry(text: string): Entry {
  const source = splitEntry(text);
  if (!source) throw new Error('this does not call itself an entry');
  const front = readPlainFrontMatter(source.front, 2) ?? readYamlFrontMatter(source.front, 2, 'a.md');
  return parseEntry(source, front, 'a.md');
}

/** A small entry, to be changed where a test needs it otherwise. */
export function entryWith(changes: Partial<Entry>): Entry {
  return {
    id: 'k3x8m2p9qa',
    at: '2026-11-22T09:14:05+01:00',
    written: '2026-11-22T09:21:40+01:00',
    zone: 'Europe/Berlin',
    day: '2026-11-22',
    bank: 'member',
    bankVersion: 1,
    role: 'member',
    about: 'D.',
    tags: [],
    title: 'When your work is closely managed',
    minutes: 7,
    answers: [],
    extra: NO_EXTRA,
    ...changes,
  };
}

/** A text answer to a question of its own. */
export function textAnswer(value: string, question = 'member-felt'): Answer {
  return { question, asked: 'What did you feel in that moment?', type: 'text', value, skip: null };
}

/** A sound file, to be broken. */
export const sample = `---
coach: 1
id: k3x8m2p9qa
at: "2026-11-22T09:14:05+01:00"
written: "2026-11-22T09:21:40+01:00"
day: "2026-11-22"
bank: member
bank-version: 1
role: member
tags: [drafts]
minutes: 7
---

# When your work is closely managed

## What did you feel?
<!-- coach: member-felt text -->

Small, then angry 👩‍👩‍👧‍👦.

## How did it fit?
<!-- coach: member-fit choice -->

fitting (It did)

## What do you expect?
<!-- coach: member-guess prediction -->

- Expect: rain
- Likelihood: 70 %
- Due: 2026-12-06
- Feeling: feared

## How clear is it?
<!-- coach: member-clear scale closes=8f2qm7c1xy/member-guess -->

3 (1 not clear, 5 clear)
`;

/** What is read from a file called `2026/11/a.md`, or what is wrong with it; anything else that is thrown is a bug. */
export async function tryToRead(
  text: string,
  expected = true,
): Promise<Entry | undefined | readonly string[]> {
  try {
    return await parseEntryFile(text, '2026/11/a.md', expected);
  } catch (error) {
    if (!(error instanceof FileMistakes)) throw error;
    return error.message.split('\n');
  }
}
