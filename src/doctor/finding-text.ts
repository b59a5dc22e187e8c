import type { FindingCode } from './finding.ts';
import type { FindingText } from './finding-words.ts';
import { NOTE_TEXTS } from './finding-notes.ts';
import { PROBLEM_TEXTS } from './problem-text.ts';

/**
 * Every finding in words (docs/doctor.md).
 *
 * @example
 * FINDING_TEXTS['link-broken'].what(2) //=> '2 links lead to no file.'
 */
export const FINDING_TEXTS: Readonly<Record<FindingCode, FindingText>> = { ...PROBLEM_TEXTS, ...NOTE_TEXTS };
