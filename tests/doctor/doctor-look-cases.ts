// Findings of what is not read, or could be meant otherwise, and what leads to them.
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { journalOf, put } from '../cli/coach.ts';
import { CANARY, ID } from './doctor-homes.ts';

const OWN = `2026/11/2026-11-20-180000-member-${ID}.md`;
const inJournal = (home: string, file: string): string => path.join(journalOf(home), file);
const own = (): readonly string[] => [OWN];
const ownText = (home: string): string => readFileSync(inJournal(home, OWN), 'utf8');
const putIn = (home: string, file: string, text: string): string => put(inJournal(home, file), text);

/** Some of the cases of `doctor-cases.ts`. */
export const LOOK_CASES = {
  'reads-otherwise': {
    damage: (home: string) => void putIn(home, OWN, ownText(home).replace('about: ', 'about: #')),
    paths: own,
    says: `${OWN}:9:1: YAML reads everything after "#" as a comment`,
    command: '${VISUAL:-${EDITOR:-vi}} /',
  },
  'not-read': {
    damage: (home: string) =>
      renameSync(inJournal(home, OWN), inJournal(home, OWN.replace('.md', '.markdown'))),
    paths: () => [OWN.replace('.md', '.markdown')],
    says: 'coach reads only files whose names end in .md and do not start with a dot',
    command: OWN,
  },
  'unsaved-text': {
    damage: (home: string) => void putIn(home, OWN.replace(/[^/]+$/, '#$&#'), ownText(home)),
    paths: () => [OWN.replace(/[^/]+$/, '#$&#')],
    says: 'Emacs keeps unsaved text here',
    command: 'diff /',
  },
  'lock-in-the-way': {
    damage: (home: string) =>
      mkdirSync(inJournal(home, OWN.replace(/[^/]+$/, '.$&.coach-lock')), { mode: 0o700 }),
    paths: () => [OWN.replace(/[^/]+$/, '.$&.coach-lock')],
    says: 'it is a folder',
    command: 'mv -n /',
  },
  'kept-text': {
    damage: (home: string) => void put(path.join(home, 'state/drafts/not-utf8-1.md'), CANARY),
    paths: (home: string) => [path.join(home, 'state/drafts/not-utf8-1.md')],
    command: 'ls -l ',
  },
  'spare-copy': {
    damage: (home: string) => void putIn(home, `${OWN}.bak`, ownText(home)),
    paths: () => [`${OWN}.bak`],
    command: 'ls -l /',
  },
  'understood-as': {
    damage: (home: string) => void putIn(home, OWN, ownText(home).replace(/about: (.*)/, 'about: "[[$1]]"')),
    paths: own,
    says: `${OWN}:9:1: a link is read as the name it shows`,
  },
};
