// The findings that coach doctor knows, their grades and words, and the cases of which each is made.
import { NOTE_TEXTS } from './note-text.ts';
import { PROBLEM_TEXTS, type FindingText } from './problem-text.ts';

/** `problem`: something written is at risk, hidden or open to others. `note`: worth knowing, and nothing has to be done. */
export type Grade = 'problem' | 'note';

/** Everything that doctor can find, in words, in the order in which it is told (docs/doctor.md). A code keeps its meaning for good. */
export const FINDINGS = { ...PROBLEM_TEXTS, ...NOTE_TEXTS };

/** The stable name of a finding. */
export type FindingCode = keyof typeof FINDINGS;

/** One case of a finding, as a check came upon it. Nothing of what somebody wrote is in it. */
export interface Observation {
  readonly code: FindingCode;
  /** The files and folders it is about: below the journal folder relative to it, others in full. */
  readonly paths: readonly string[];
  /** More about the case, a line each. */
  readonly details?: readonly string[];
  /** Commands that mend it, ready to be pasted into a shell. */
  readonly commands?: readonly string[];
}

/** Hears of each case. */
export type Observe = (observation: Observation) => void;

/** All cases of one finding together. */
export interface Finding {
  readonly code: FindingCode;
  readonly grade: Grade;
  /** How many cases. */
  readonly count: number;
  readonly paths: readonly string[];
  readonly details: readonly string[];
  readonly commands: readonly string[];
}

/**
 * Puts the cases of each finding together, in the order of `FINDINGS`; paths, details and commands are told once each.
 *
 * @example
 * findingsOf([{ code: 'link-broken', paths: ['a.md'] }, { code: 'link-broken', paths: ['b.md'] }])[0]?.count //=> 2
 */
export function findingsOf(observations: readonly Observation[]): readonly Finding[] {
  return CODES.flatMap((code): Finding[] => {
    const cases = observations.filter((one) => one.code === code);
    if (cases.length === 0) return [];
    return [
      {
        code,
        grade: gradeOf(code),
        count: cases.length,
        paths: once(cases.flatMap(({ paths }) => paths)).toSorted(),
        details: once(cases.flatMap(({ details = [] }) => details)),
        commands: once(cases.flatMap(({ commands = [] }) => commands)),
      },
    ];
  });
}

/** Every code, in the order in which findings are told. */
export const CODES: readonly FindingCode[] = Object.keys(FINDINGS).filter(isFindingCode);

/**
 * The grade of a finding, which is that of the words it is told in.
 *
 * @example
 * gradeOf('trash') //=> 'note'
 */
export function gradeOf(code: FindingCode): Grade {
  return Object.hasOwn(PROBLEM_TEXTS, code) ? 'problem' : 'note';
}

function isFindingCode(word: string): word is FindingCode {
  return Object.hasOwn(FINDINGS, word);
}

function once(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}

/** These are told of every journal; they alone are no reason to point at the notes. */
const STANDING: readonly FindingCode[] = [
  'index-in-use',
  'index-absent',
  'index-behind',
  'environment',
  'day-ends',
  'versions',
  'earlier-texts',
  'compiled-code',
];

/**
 * How many findings are problems, and how many notes say more than how things are set up.
 *
 * @example
 * gradesOf(findingsOf([{ code: 'versions', paths: [] }])) //=> { problems: 0, notes: 0 }
 */
export function gradesOf(findings: readonly Finding[]): {
  readonly problems: number;
  readonly notes: number;
} {
  const problems = findings.filter(({ grade }) => grade === 'problem').length;
  const notes = findings.filter(({ grade, code }) => grade === 'note' && !STANDING.includes(code)).length;
  return { problems, notes };
}

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
 * findingText('link-broken', 2).what //=> '2 links do not lead to a file.'
 */
export function findingText(code: FindingCode, count: number): ToldFinding {
  const { what, risk = '', mend = '' }: FindingText = FINDINGS[code];
  const [one, several] = typeof what === 'string' ? [what, what] : what;
  return { what: count === 1 ? one : several.replace('#', String(count)), risk, mend };
}
