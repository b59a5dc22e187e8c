import { insightsPage } from '../../src/insights/insights-page.ts';
import { knowledgeOf } from '../../src/insights/bank-knowledge.ts';
import { wordingsOf } from '../../src/insights/wordings.ts';
import type { Answer } from '../../src/domain/entry/answer.ts';
import type { Entry } from '../../src/domain/entry/entry.ts';
import { insightsOf } from '../../src/domain/record/insight.ts';
import { addDays } from '../../src/domain/time/day.ts';
import { drawingOn } from '../../src/pages/text/drawing.ts';
import { plainStyle, type Style } from '../../src/pages/text/style.ts';
import { entryOn } from '../domain/journals.ts';
import { bankNamed, TODAY } from '../domain/plans.ts';

/** A style that can be told from none, and leaves the width as it is. */
export const coloured: Style = { ...plainStyle, accent: (text) => text.replaceAll('●', '◉') };

const banks = ['review', 'checkin', 'member', 'challenge'].map(bankNamed);
const knowledge = knowledgeOf(banks);

export function pageOf(entries: readonly Entry[], width = 80, style = plainStyle, ownWords = false): string {
  const insights = insightsOf(entries, {}, knowledge, TODAY);
  return insightsPage(insights, wordingsOf(banks, ownWords), TODAY, {
    width,
    style,
    drawing: drawingOn({ width, style }, {}, false),
  });
}

export const inOwnWords = (entries: readonly Entry[]): string => pageOf(entries, 80, plainStyle, true);

export const idOf = (number: number): string => String(number).padStart(10, '0');

export function ratings(
  question: string,
  values: readonly (number | 'na')[],
  about: string | null = null,
): readonly Entry[] {
  return values.map((value, at) => {
    const legend = value === 'na' ? 'We had no contact today' : '1 not at all, 5 fully';
    const answer: Answer = { question, asked: 'How far?', type: 'scale', value, legend, skip: null };
    return entryOn(addDays('2026-10-01', at), 'checkin', [answer], { id: idOf(at), about });
  });
}

export const several = <Value>(count: number, value: Value): readonly Value[] =>
  Array.from({ length: count }, () => value);
export const fold = (text: string): string => text.replaceAll(/\s+/g, ' ');
