import { expect, test } from 'vitest';
import { TERMINAL } from '../cli/program.ts';
import { createProgram } from '../../src/program/program.ts';

/** The commands that are made for a command line, and those below `journal`. */
function made(...words: readonly string[]): { readonly top: number; readonly belowJournal: number } {
  const launch = { version: '1.2.3', terminal: TERMINAL, open: () => Promise.reject(new Error('not run')) };
  const { commands } = createProgram(launch, words);
  const journal = commands.find((command) => command.name() === 'journal');
  return { top: commands.length, belowJournal: journal?.commands.length ?? 0 };
}

test('coach alone made every command', () => {
  expect(made().top).toBe(0);
  expect(made('--help').top).toBeGreaterThan(20);
});

test.each([
  ['journal'],
  ['journal', '--search', 'late'],
  ['journal', '--search', 'edit', '--limit', '5'],
  ['journal', '--search', '--json'],
])('a list made what edits, deletes and imports: %s %s %s', (...words) => {
  expect(made(...words)).toEqual({ top: 1, belowJournal: 1 });
});

test.each([
  ['journal', 'edit', 'last'],
  ['journal', '--json', 'edit'],
  ['journal', '--search', 'late', 'edti'],
  ['journal', '--help'],
  ['journal', '--search', '-late'],
])('a word that may be a command below journal finds all of them: %s %s %s', (...words) => {
  expect(made(...words)).toEqual({ top: 1, belowJournal: 7 });
});
