import { describe, expect, test } from 'vitest';
import { drawUpAgenda } from '../../src/domain/sitting/draw-up-agenda.ts';
import { type Question, type Role, ROLES } from '../../src/domain/banks/question-bank.ts';
import { questionsOf } from '../../src/domain/banks/bank-questions.ts';
import { NOTHING_KNOWN } from '../../src/app/sitting/agenda-from-journal.ts';
import { isFor } from '../../src/domain/sitting/choose-questions.ts';
import { readAnswers } from '../../src/formats/answers/answers-file.ts';
import type { Agenda, Selection } from '../../src/domain/sitting/agenda.ts';
import { builtInBanks } from './banks.ts';
import { TODAY } from '../domain/plans.ts';

/** Somebody who types 35 words a minute, of five letters and a blank, reads 200, and chooses within three seconds. */
const TYPED = (35 * 6) / 60;
const READ = 200 / 60;
const CHOSEN = 3;

const planned = (bank: (typeof builtInBanks)[number]['bank'], role: Role, selection: Selection): Agenda =>
  drawUpAgenda(bank, role, null, selection, { ...NOTHING_KNOWN, today: TODAY });

function seconds({ ask, why = '', sample, type, options = [], scale }: Question, role: Role): number {
  const wording = typeof ask === 'string' ? ask : ask[role];
  const words = [wording, why, ...options.map(({ label }) => label)].join(' ').split(/\s+/).length;
  const reading = words / READ;
  if (type === 'choice' || type === 'scale' || scale) return reading + CHOSEN;
  if (typeof sample !== 'object') return reading + String(sample).length / TYPED;
  const typed = ['when', 'then', 'expect', 'sign', 'obstacle', 'response'].map(
    (part) => String(sample[part] ?? '').length / TYPED,
  );
  const chosen = type === 'commitment' ? 2 : 3;
  return reading + typed.reduce((sum, one) => sum + one, 0) + chosen * CHOSEN;
}

describe.each(builtInBanks.filter(({ bank }) => bank.name !== 'review'))('$file', ({ bank }) => {
  const core = questionsOf(bank).filter(
    ({ id, core: isCore }) =>
      isCore &&
      !id.endsWith('-follow') &&
      ![...bank.rotation, ...bank.advance].some((one) => one.id === id) &&
      !bank.scope.some((one) => one.type === 'text' && one.id === id) &&
      !bank.steps.some(({ evidence }) => evidence.some((one) => one.id === id)),
  );

  test('every core question has an answer that somebody might have given', () => {
    expect(core.filter(({ sample }) => sample === undefined).map(({ id }) => id)).toEqual([]);
  });

  test('every such answer is one that a file of answers could give', () => {
    for (const role of ROLES) {
      const asked = questionsOf(bank).filter((one) => one.sample !== undefined && isFor(one, role));
      const agenda = planned(bank, role, { only: asked.map(({ id }) => id) });
      const value = Object.fromEntries(
        asked.filter(({ showIf }) => showIf === undefined).map(({ id, sample }) => [id, sample]),
      );
      const place = () => ({ line: 1, column: 1 });
      const read = readAnswers({ value, mistakes: [], at: place, atKey: place }, agenda, TODAY);
      expect(read.mistakes.map(({ message }) => message)).toEqual([]);
    }
  });
});

describe('the minutes that are promised', () => {
  const timed = builtInBanks.filter(({ bank }) => ['member', 'manager', 'moment'].includes(bank.name));
  const cases = timed.flatMap(({ bank }) =>
    (bank.role === 'both' ? ROLES : ROLES.filter((role) => role === bank.role)).flatMap((role) =>
      [true, false].map((short) => ({ bank, role, short })),
    ),
  );

  test.each(cases)('$bank.name as $role, short: $short', ({ bank, role, short }) => {
    const { minutes = 0, questions } = planned(bank, role, { short });
    const typed = questions
      .map(({ question }) => question)
      .filter(({ sample }) => sample !== undefined)
      .reduce((sum, question) => sum + seconds(question, role), 0);
    expect(Math.abs(typed / 60 - minutes) / minutes).toBeLessThanOrEqual(0.2);
  });

  test('are eight at the most for the core questions, and three for one moment', () => {
    const short = cases.filter((one) => one.short && one.bank.name !== 'moment');
    expect(short.map(({ bank, role }) => planned(bank, role, { short: true }).minutes)).toEqual([8, 8]);
    const moment = cases.filter(({ bank }) => bank.name === 'moment');
    expect(new Set(moment.map(({ bank, role }) => planned(bank, role, {}).minutes))).toEqual(new Set([3]));
  });
});
