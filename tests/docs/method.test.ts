import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { questionsOf } from '../../src/domain/question-bank.ts';
import { BOUNDARY, GENTLE, SHARING } from '../../src/formats/notes.ts';
import { builtInBanks } from '../prompts/banks.ts';

const method = readFileSync(new URL('../../docs/method.md', import.meta.url), 'utf8');

/** The rows of the table of ideas: the number of the idea, and what stands in backticks in its last column. */
const rows = method.split('\n').flatMap((line) => {
  const [, idea, , where = ''] = /^\| (S\d+) \| ([^|]+) \| ([^|]+) \|$/.exec(line) ?? [];
  return idea === undefined
    ? []
    : [{ idea, names: Array.from(where.matchAll(/`([^`]+)`/g), ([, name = '']) => name) }];
});

const ideas = Array.from({ length: 66 }, (_, index) => `S${index + 1}`);
const steps = builtInBanks.flatMap(({ bank }) => bank.steps);
const questions = builtInBanks
  .flatMap(({ bank }) => questionsOf(bank))
  .filter(({ id }) => !id.endsWith('-follow'));
const ids = new Set([...steps, ...questions].map(({ id }) => id));
const banks = new Set(builtInBanks.map(({ bank }) => bank.name));
const commands = new Set([
  'reflect',
  'checkin',
  'pause',
  'journal',
  'insights',
  'banks',
  'config',
  'about',
  'readings',
  'help-people',
]);

/** A question, a step, a bank, or a command with what follows it. */
function exists(name: string): boolean {
  const command = /^coach (\S+)/.exec(name)?.[1];
  return command === undefined ? ids.has(name) || banks.has(name) : commands.has(command);
}

describe('the table of ideas', () => {
  test('has a row for each of the 66 ideas, in order', () => {
    expect(rows.map(({ idea }) => idea)).toEqual(ideas);
  });

  test('says for each idea where it is at work', () => {
    expect(rows.filter(({ names }) => names.length === 0)).toEqual([]);
  });

  test('names only what exists', () => {
    expect(rows.flatMap(({ names }) => names).filter((name) => !exists(name))).toEqual([]);
  });

  test('lists every question and step under each idea that it is tagged with', () => {
    const missing = [...steps, ...questions].flatMap(({ id, ideas: tags }) =>
      tags
        .filter((tag) => !rows.some(({ idea, names }) => idea === tag && names.includes(id)))
        .map((tag) => `${tag} ${id}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('the rest of the page', () => {
  const text = method
    .split('\n')
    .filter((line) => !/^\| S\d+ /.test(line))
    .join('\n');
  const names = Array.from(text.matchAll(/`([^`]+)`/g), ([, name = '']) => name);

  test('names only questions, steps and commands that exist', () => {
    const claimed = names.filter((name) => name.startsWith('coach ') || /^[a-z]+-[a-z-]+$/.test(name));
    expect(claimed.filter((name) => name !== 'step-').filter((name) => !exists(name))).toEqual([]);
  });

  test('has a row for every bank', () => {
    expect([...banks].filter((name) => !text.includes(`| \`${name}\` |`))).toEqual([]);
  });

  test('gives the minutes that the banks give', () => {
    const wrong = builtInBanks.filter(({ bank: { name, minutes } }) => {
      const row = text.split('\n').find((line) => line.startsWith(`| \`${name}\` |`)) ?? '';
      const { core, full } = minutes ?? {};
      return (
        full !== undefined && !row.includes(`${full} minutes`) && !row.includes(`${core} to ${full} minutes`)
      );
    });
    expect(wrong.map(({ bank }) => bank.name)).toEqual([]);
  });

  test('links to sections that are there', () => {
    const anchors = Array.from(method.matchAll(/\]\(#([^)]+)\)/g), ([, anchor]) => anchor);
    const headings = Array.from(method.matchAll(/^## (.+)$/gm), ([, heading = '']) =>
      heading.toLowerCase().replace(/ /g, '-'),
    );
    expect(new Set(anchors)).toEqual(new Set(headings));
  });

  test('quotes the safety notes as they are shown', () => {
    const quotes = fold(method.replace(/^> ?/gm, ''));
    const notes = [...BOUNDARY.split('\n\n'), GENTLE, SHARING.member, SHARING.manager];
    expect(notes.filter((note) => !quotes.includes(fold(note)))).toEqual([]);
  });

  test('has the numbers right that the banks decide', () => {
    const rotation = builtInBanks.find(({ bank }) => bank.name === 'checkin')?.bank.rotation ?? [];
    expect(
      ['member', 'manager'].map(
        (role) => rotation.filter(({ roles }) => roles?.some((one) => one === role)).length,
      ),
    ).toEqual([12, 12]);
  });
});

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
