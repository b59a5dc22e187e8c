import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Terminal } from '../../src/app/ports/terminal.ts';
import { slowProgress } from '../../src/cli/slow-progress.ts';
import { plainStyle } from '../../src/pages/text/style.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['hrtime'] }));
afterEach(() => void vi.useRealTimers());

function terminalThatKeeps(lines: string[]): Terminal {
  return {
    out: () => undefined,
    err: () => undefined,
    gone: false,
    status: (line) => void lines.push(line),
    width: 80,
    talkWidth: undefined,
    rows: 24,
    keyboard: false,
    interactive: false,
    screen: false,
    style: plainStyle,
    useColour: () => Promise.resolve(),
  };
}

test('says nothing for a second, then ten times a second at most, and leaves nothing', () => {
  const lines: string[] = [];
  const progress = slowProgress('Reading the journal', terminalThatKeeps(lines));
  for (let done = 1; done <= 12_000; done++) {
    vi.advanceTimersByTime(0.1);
    progress(done, 12_000);
  }
  expect(lines).toEqual([
    'Reading the journal: 10,001 of 12,000',
    'Reading the journal: 11,001 of 12,000',
    '',
  ]);
});

test('what is done within a second is not spoken of', () => {
  const lines: string[] = [];
  const progress = slowProgress('Reading the journal', terminalThatKeeps(lines));
  for (let done = 1; done <= 9000; done++) {
    vi.advanceTimersByTime(0.1);
    progress(done, 9000);
  }
  expect(lines).toEqual([]);
});

test('where it does not show yet how many there will be, it says how many are done', () => {
  const lines: string[] = [];
  const progress = slowProgress('Reading', terminalThatKeeps(lines));
  for (let done = 1; done <= 1500; done++) {
    vi.advanceTimersByTime(1);
    progress(done, Infinity);
  }
  progress(1500, 1500);
  expect(lines.slice(0, 2)).toEqual(['Reading: 1,001', 'Reading: 1,101']);
  expect(lines.at(-1)).toBe('');
});
