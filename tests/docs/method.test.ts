import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DAYS_OF_SILENCE } from '../../src/app/today/check-in.ts';
import { DAYS_BETWEEN_SITTINGS } from '../../src/domain/record/bank-due.ts';
import { DAYS_TO_DEBRIEF } from '../../src/domain/record/conversation.ts';
import { DEFAULT_DUE_DAYS } from '../../src/domain/entry/due-day.ts';
import { DAYS_OF_REMINDERS, DAYS_UNTIL_LAST } from '../../src/domain/record/reminder-rest.ts';
import { DAYS_UNTIL_REST } from '../../src/domain/record/followed-items.ts';
import { DAYS_A_LOOK_BACK_LASTS } from '../../src/domain/record/look-back-due.ts';
import { DAYS_LOOKED_BACK_ON, MOST_WORDS } from '../../src/domain/record/lookback.ts';
import { LIKELY_ENOUGH } from '../../src/domain/sitting/field.ts';
import { WORDS_WITHOUT_NUDGE } from '../../src/domain/sitting/suggestions.ts';
import { CHECKINS_BETWEEN } from '../../src/domain/sitting/choose-questions.ts';
import { questionsOf } from '../../src/domain/banks/bank-questions.ts';
import {
  LATER_DAYS,
  SKIPS_UNTIL_REST,
  SKIPS_UNTIL_SMALLER,
  TOO_CLOSE_DAYS,
} from '../../src/domain/record/question-standing.ts';
import { REVIEWS_A_SITTING, TIMES_UNTIL_LETTING_GO } from '../../src/domain/sitting/review-questions.ts';
import { TIMES_TOO_CLOSE } from '../../src/domain/record/too-close.ts';
import { BOUNDARY, GENTLE, SHARING } from '../../src/pages/sitting/safety-notes.ts';
import { NOTHING_KNOWN } from '../../src/app/sitting/agenda-from-journal.ts';
import { ROLES } from '../../src/domain/banks/question-bank.ts';
import { drawUpAgenda } from '../../src/domain/sitting/draw-up-agenda.ts';
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
  'resume',
  'review',
  'challenge',
  'journal',
  'insights',
  'report',
  'share',
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

  test('gives the minutes that coach counts', () => {
    const wrong = builtInBanks.filter(({ bank }) => {
      const row = text.split('\n').find((line) => line.startsWith(`| \`${bank.name}\` |`)) ?? '';
      const said = /(?:(\d+) to )?(\d+) minutes/.exec(row);
      if (!said) return false;
      const counted = ROLES.flatMap((role) =>
        [true, false].map(
          (short) =>
            drawUpAgenda(bank, role, null, { short }, { ...NOTHING_KNOWN, today: '2026-11-22' }).minutes ?? 0,
        ),
      );
      const least = Number(said[1] ?? said[2]);
      return least !== Math.min(...counted) || Number(said[2]) !== Math.max(...counted);
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

/** Each number as its section has it, made from the number by which the program goes. */
describe('the numbers are those of the program:', () => {
  const times = TIMES_UNTIL_LETTING_GO;
  const [first, second, further] = DAYS_BETWEEN_SITTINGS;
  test.each([
    ['How the questions are written', `fewer than ${words(WORDS_WITHOUT_NUDGE)} words`],
    ['Predictions', `Without a date it falls due after ${DEFAULT_DUE_DAYS} days`],
    ['Predictions', `at most ${words(REVIEWS_A_SITTING)} plans and guesses at a sitting`],
    ['Predictions', `without one it is ${DEFAULT_DUE_DAYS} days from then`],
    ['Predictions', `After ${words(times - 1)} of these, the ${ordinal(times)} is met with one offer`],
    ['Predictions', `After ${DAYS_UNTIL_REST} days past its date a guess rests`],
    ['Commitments', `Under ${LIKELY_ENOUGH * 100} percent`],
    ['Commitments', `Without a date it is ${DEFAULT_DUE_DAYS} days`],
    ['Commitments', `the ${ordinal(times)} time in a row is met with one offer`],
    ['Commitments', `more than ${DAYS_UNTIL_REST} days after its date rests`],
    ['Before and after a conversation', `for ${DAYS_TO_DEBRIEF} days, \`coach\` offers the debrief`],
    ['Skips', `${capital(words(SKIPS_UNTIL_SMALLER))} in a row, of any kind`],
    ['Skips', `${capital(words(SKIPS_UNTIL_REST))} in a row: it rests`],
    ['Skips', `leave it for ${LATER_DAYS} days`],
    ['Skips', `The question rests for ${TOO_CLOSE_DAYS} days`],
    ['Skips', `The ${ordinal(TIMES_TOO_CLOSE)} time within ${TOO_CLOSE_DAYS} days`],
    ['Check-ins', `never before ${words(CHECKINS_BETWEEN)} others lie between`],
    ['Check-ins', `After ${words(DAYS_OF_SILENCE)} days without a check-in`],
    ['Look backs', `at least ${DAYS_A_LOOK_BACK_LASTS} days before the first of the month`],
    ['Look backs', `or for ${DAYS_LOOKED_BACK_ON} days, whichever is longer`],
    ['Look backs', `of the words the latest ${MOST_WORDS}`],
    ['Look backs', `gives it another date, ${DEFAULT_DUE_DAYS} days on`],
    [
      'Rhythm',
      `${DAYS_OF_REMINDERS} days after the last entry was written they come once a week, ${DAYS_UNTIL_LAST} days`,
    ],
    ['Rhythm', `conversations for ${DAYS_TO_DEBRIEF} days`],
    [
      'Rhythm',
      `${first} days after the first whole sitting, ${second} days after the second, and ${further} days`,
    ],
    ['Limits', `${words(REVIEWS_A_SITTING)} plans and guesses at a sitting, letting go`],
    ['Limits', `offered at the ${ordinal(times)} time, ${DAYS_UNTIL_REST} days until a plan rests`],
    ['Limits', `a look back that lasts ${DAYS_A_LOOK_BACK_LASTS} days`],
    ['Limits', `${DAYS_TO_DEBRIEF} days for a debrief, ${DAYS_LOOKED_BACK_ON} days looked back on`],
  ])('%s: %s', (section, phrase) => {
    const [, text = ''] = method.split(new RegExp(`^## ${section}$`, 'm'));
    expect(fold(text.split(/^## /m)[0] ?? '')).toContain(phrase);
  });
});

function words(count: number): string {
  const known = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
  return known[count] ?? String(count);
}

function ordinal(count: number): string {
  return ['zeroth', 'first', 'second', 'third', 'fourth', 'fifth'][count] ?? `${count}th`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
