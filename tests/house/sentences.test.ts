import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { ROOT } from '../cli/coach.ts';

/** Where nothing is worded that a person reads: what is said there comes from the pages, or from the text files of a wing. */
const WORDLESS = /^(?:domain|app|adapters|program|cli|[a-z]+\/(?:world|command))\//;

/** What stands there all the same, with the reason. */
const EXCEPTIONS: readonly { readonly is: RegExp; readonly because: string }[] = [
  {
    is: /^cli\/flags\/|-flags\.ts:|^program\/program\.ts:/,
    because: 'the help of a flag stands beside the flag',
  },
  {
    is: /^program\/completion\/completion(?:-values)?\.ts:/,
    because: 'what it completes, and what is said beside a value',
  },
  {
    is: /^app\/index\/(?:segment|kept-outlines)\.ts:|^adapters\/journal\/(?:index-contents|segment-folder)\.ts:/,
    because: 'an index that fails is done without, and nobody reads why',
  },
  { is: /^adapters\/machine\/editor\.ts:/, because: 'commands for editors' },
  {
    is: /^adapters\/sealing\/session-files\.ts:|^program\/sync\/background-sync\.ts:/,
    because: 'commands for a shell',
  },
  { is: /^adapters\/journal\/index-cipher\.ts:/, because: 'what keys are derived for' },
  { is: /^adapters\/sealing\/age-sealing\.ts:/, because: 'words by which a library tells its errors apart' },
  {
    is: /^sync\/world\/(?:git-repository|commit-stream|synced-folder)\.ts:/,
    because: 'what git reads: commits, trees and blobs as it writes them',
  },
  { is: /^reminders\/world\/desktop-notifier\.ts:/, because: 'a program for macOS' },
  { is: /^program\/main\.ts:.*then a sync$/, because: 'a way of starting, for what is kept of it' },
  { is: /^program\/code-place\.ts:/, because: 'folders of macOS and Windows' },
  { is: /: (?:align|challenge|reflect) \S+$|: --/, because: 'a command, as it is typed' },
  { is: /: (?:coach: )?(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}[ ,⏎]*)+$/, because: 'nothing but what is put in' },
  {
    is: /^domain\/text\/(?:errors|nearest)\.ts:/,
    because: 'formats say it, too, which cannot know of pages',
  },
  {
    is: /^domain\/time\/(?:day|later-month|moment)\.ts:/,
    because: 'names of days; and a day that is none is refused anywhere',
  },
  { is: /^domain\/time\/(?:typed-\w+|word-forms)\.ts:/, because: 'words that people type' },
  { is: /^domain\/sitting\/(?:suggestions|review-questions)\.ts:/, because: 'drafts keep what was offered' },
  { is: /^domain\/entry\/entry\.ts:.*\.md$/, because: 'the name of a file' },
];

const printed = execFileSync(process.execPath, ['build/sentences.mjs'], { cwd: ROOT, encoding: 'utf8' });
const sentences = printed.split('\n').filter((line) => line !== '');
const elsewhere = sentences.filter((line) => WORDLESS.test(line));

test('every sentence is made on the pages, or in a text file of its wing', () => {
  expect(sentences.length).toBeGreaterThan(1000);
  expect(elsewhere.filter((line) => !EXCEPTIONS.some(({ is }) => is.test(line)))).toEqual([]);
});

test.each(EXCEPTIONS)('an exception is still needed: $because', ({ is }) => {
  expect(elsewhere.some((line) => is.test(line))).toBe(true);
});
