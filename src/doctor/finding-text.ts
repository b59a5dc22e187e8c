// Every finding of coach doctor in words.
import { type FindingCode, FINDINGS } from './finding.ts';
import type { FindingText } from './problem-text.ts';

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
  const { what, risk = '', mend = '' }: FindingText = FINDINGS[code];
  const [one, several] = typeof what === 'string' ? [what, what] : what;
  return { what: count === 1 ? one : several.replace('#', String(count)), risk, mend };
}
