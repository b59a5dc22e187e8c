// The findings that coach doctor knows, their grades, and the cases of which each is made.

/** `problem`: something written is at risk, hidden or open to others. `note`: worth knowing, and nothing has to be done. */
export type Grade = 'problem' | 'note';

/** Everything that doctor can find, in the order in which it is told (docs/doctor.md). A code keeps its meaning for good. */
export const FINDINGS = {
  'settings-broken': 'problem',
  'journal-gone': 'problem',
  'journal-not-a-folder': 'problem',
  'folder-unreadable': 'problem',
  'entry-unreadable': 'problem',
  'newer-format': 'problem',
  'not-an-entry': 'problem',
  'not-utf8': 'problem',
  'file-unopenable': 'problem',
  'link-broken': 'problem',
  'name-differs': 'problem',
  'copies-differ': 'problem',
  'clock-behind': 'problem',
  'future-entry': 'problem',
  'zone-unknown': 'problem',
  'offset-odd': 'problem',
  'open-to-others': 'problem',
  'not-yours': 'problem',
  'read-only': 'problem',
  'bank-broken': 'problem',
  'readings-broken': 'problem',
  'draft-broken': 'problem',
  'drafts-misplaced': 'problem',
  'leftover-file': 'problem',
  'leftover-editing': 'problem',
  'index-unreadable': 'problem',
  'index-differs': 'problem',
  'index-left': 'problem',
  'disk-almost-full': 'problem',
  'copies-identical': 'note',
  'reference-lost': 'note',
  'closed-twice': 'note',
  'due-before-written': 'note',
  'entry-zone-unknown': 'note',
  'linked-folder': 'note',
  'read-only-file': 'note',
  trash: 'note',
  'trash-unreadable': 'note',
  'draft-waiting': 'note',
  'draft-held': 'note',
  'draft-elsewhere': 'note',
  'draft-saved': 'note',
  'index-absent': 'note',
  'index-outdated': 'note',
  'index-behind': 'note',
  'index-in-use': 'note',
  'other-device': 'note',
  environment: 'note',
  'day-ends': 'note',
  versions: 'note',
} as const satisfies Record<string, Grade>;

/** The stable name of a finding. */
export type FindingCode = keyof typeof FINDINGS;

/** The words for a finding. */
export interface FindingText {
  /** The finding itself: of one case, and of several, where `#` stands for how many. */
  readonly what: string | readonly [one: string, several: string];
  /** The risk that comes with it, if any. */
  readonly risk?: string;
  /** The way to mend it, if there is something to mend. */
  readonly mend?: string;
}

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
  const byCode = new Map<FindingCode, Observation[]>();
  for (const observation of observations) {
    const cases = byCode.get(observation.code);
    if (cases) cases.push(observation);
    else byCode.set(observation.code, [observation]);
  }
  return CODES.flatMap((code): Finding[] => {
    const cases = byCode.get(code);
    if (!cases) return [];
    return [
      {
        code,
        grade: FINDINGS[code],
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
