import type { Answer, Given, Skip } from '../../src/domain/entry/answer.ts';
import type { Day } from '../../src/domain/time/day.ts';
import type { Entry } from '../../src/domain/entry/entry.ts';
import type { QuestionType } from '../../src/domain/banks/question-bank.ts';
import { entryWith } from '../formats/entry/entry-samples.ts';

/** An entry of a day, by default at nine about nobody; its id tells entries of the same day apart. */
export function entryOn(
  day: Day,
  bank: string,
  answers: readonly Answer[],
  more: Partial<Entry> = {},
): Entry {
  const at = `${day}T09:00:00+01:00`;
  return entryWith({ at, written: at, day, bank, about: null, answers, ...more });
}

/** An answer of any type, as it stands in an entry. */
export function given(
  question: string,
  what: Given,
  links: Partial<Pick<Answer, 'closes' | 'continues'>> = {},
): Answer {
  return { question, asked: 'What?', ...links, ...what, skip: null };
}

export function skipped(question: string, skip: Skip = 'passed', type: QuestionType = 'text'): Answer {
  return { question, asked: 'What?', type, value: null, skip };
}

export function words(question: string, value = 'words'): Answer {
  return given(question, { type: 'text', value });
}

export function level(question: string, value: number | 'na' = 3): Answer {
  return given(question, { type: 'scale', value });
}

export function guess(question: string, due: Day | null = '2026-12-06'): Answer {
  return given(question, {
    type: 'prediction',
    value: { expect: 'rain', sign: null, likelihood: 0.5, due, feeling: null },
  });
}

export function commitment(question: string, by: Day | null = '2026-12-06'): Answer {
  return given(question, { type: 'commitment', value: { when: null, then: 'ask', by, likelihood: 0.8 } });
}

/** What became of something; `wait` closes nothing. */
export function outcome(closes: string, value = 'yes'): Answer {
  return given('review-outcome', { type: 'choice', value }, { closes });
}
