// The screen that insights are laid out for.
import type { Day } from '../domain/time/day.ts';
import type { DrawnPage } from '../pages/text/drawing.ts';
import { wrap } from '../pages/text/wrap.ts';
import type { Wordings } from './wordings.ts';

/** A screen, the day it is read on, and what things are called on it. */
export interface InsightScreen extends DrawnPage {
  readonly today: Day;
  readonly wordings: Wordings;
}

/**
 * Those of some texts that say anything, each wrapped.
 *
 * @example
 * said(['', 'Nothing stands out.'], page) //=> ['Nothing stands out.']
 */
export function said(texts: readonly string[], { width }: Pick<InsightScreen, 'width'>): readonly string[] {
  return texts.filter((text) => text !== '').map((text) => wrap(text, width));
}
