// Every finding of coach doctor in words.
import type { FindingCode, FindingText } from './finding.ts';
import { NOTE_TEXTS } from './note-text.ts';
import { PROBLEM_TEXTS } from './problem-text.ts';

const FINDING_TEXTS: Readonly<Record<FindingCode, FindingText>> = { ...PROBLEM_TEXTS, ...NOTE_TEXTS };

/** A finding as it is told. */
export interface ToldFinding {
  readonly what: string;
  /** Empty for a finding that puts nothing at risk. */
  readonly risk: string;
  /** Empty where there is nothing to mend. */
  readonly mend: string;
}

/**
 * The words for a finding of so many cases (docs/doctor.md).
 *
 * @example
 * findingText('link-broken', 2).what //=> '2 links lead to no file.'
 */
export function findingText(code: FindingCode, count: number): ToldFinding {
  const { what, risk = '', mend = '' } = FINDING_TEXTS[code];
  const [one, several] = typeof what === 'string' ? [what, what] : what;
  return { what: count === 1 ? one : several.replace('#', String(count)), risk, mend };
}
