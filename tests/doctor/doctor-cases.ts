import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import type { Inspection, FileLook } from '../../src/doctor/inspection.ts';
import type { FindingCode } from '../../src/doctor/finding.ts';
import { coach, entryText, HOUR, journalOf, NOON, put, putEntry, type Setting } from '../cli/coach.ts';
import { CANARY, FRONT, ID, PLAN, review } from './doctor-homes.ts';
import { LEFTOVER_CASES } from './leftover-cases.ts';
import { LOOK_CASES } from './doctor-look-cases.ts';
import { SEALED_CASES } from './sealed-cases.ts';
import { REMINDER_CASES } from './reminder-cases.ts';
import { scripted } from '../cli/scripted.ts';

/** The damage that makes a sound home have a finding, and how that is told. */
export interface Case {
  /** Damages the home; gives what else belongs to the setting. */
  readonly damage: (home: string) => void | Partial<Setting> | Promise<void | Partial<Setting>>;
  /** The places that the finding names; by default none. */
  readonly paths?: (home: string) => readonly string[];
  /** A part of a detail. */
  readonly says?: string;
  /** A part of a command. */
  readonly command?: string;
}

const OWN = `2026/11/2026-11-20-180000-member-${ID}.md`;
const COPY = `2026/11/2026-11-20-180000-member-${ID} (conflicted copy).md`;
const ACT = '.history/acts/20261122T081405.000Z-4f1c09ab-edit.json';
const inJournal = (home: string, file: string): string => path.join(journalOf(home), file);
const inHome = (file: string) => (home: string) => [path.join(home, file)];
const own = () => [OWN];
const ownText = (home: string): string => readFileSync(inJournal(home, OWN), 'utf8');
const putIn = (home: string, file: string, text: string | Uint8Array): string =>
  put(inJournal(home, file), text);

/** Doctor sees places otherwise than they are. */
function seeing(change: (seen: FileLook, place: string) => Partial<FileLook>): Partial<Setting> {
  const changed =
    (ask: Inspection['look']): Inspection['look'] =>
    (place) => {
      const found = ask(place);
      return 'value' in found ? { value: { ...found.value, ...change(found.value, place) } } : found;
    };
  return { inspected: (real) => ({ ...real, look: changed(real.look), follow: changed(real.follow) }) };
}

/** The journal is on a device of its own. */
const onStick = seeing(({ device }, place) => (place.includes('journal') ? { device: device + 1 } : {}));

/** Leaves a draft, as it is when somebody finishes later. */
async function leaveDraft(home: string): Promise<string> {
  await coach(['reflect', 'member', '--full', '--about', ''], {
    home,
    epoch: NOON - 48 * HOUR,
    prompter: scripted(CANARY, { kind: 'later' }),
  });
  const folder = path.join(home, 'state/drafts');
  return path.join(folder, readdirSync(folder)[0] ?? '');
}

interface DraftFile {
  readonly holder: { readonly pid: number; readonly started: string; readonly host: string };
  readonly draft: { readonly id: string; readonly at: string };
}

async function heldDraft(home: string, holder: Partial<DraftFile['holder']>): Promise<void> {
  const file = await leaveDraft(home);
  const read: DraftFile = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...read, holder: { ...read.holder, ...holder } }));
}

function startOfParent(): string {
  try {
    const status = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

const INDEX = 'cache/index';
const CONTENTS = `${INDEX}/contents.index`;
/** The time that an index is given when coach has written it. */
export const SEAL = new Date(Date.UTC(2001, 0, 1));

/** Has the index made, and its entries believed: what was just written would be read again. */
export async function makeIndex(home: string): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 2100));
  await coach(['journal', '--search', 'nothing'], { home });
  return path.join(home, INDEX);
}

/** Writes a file of the index, which is to be believed. */
function sealed(file: string, text: string | Uint8Array): void {
  put(file, text);
  utimesSync(file, SEAL, SEAL);
}

async function otherwise(home: string): Promise<void> {
  const file = path.join(await makeIndex(home), '2026-11.segment');
  const said = readFileSync(file, 'latin1');
  const at = said.indexOf('"asked": "') + '"asked": "'.length;
  sealed(file, Buffer.from(`${said.slice(0, at)}X${said.slice(at + 1)}`, 'latin1'));
}

const fileInTheWay = (home: string): void => {
  rmSync(journalOf(home), { recursive: true });
  put(journalOf(home), CANARY);
};

/** Each finding, and what leads to it. */
export const CASES: Readonly<Record<FindingCode, Case>> = {
  ...SEALED_CASES,
  'settings-broken': {
    damage: (home) =>
      void put(path.join(home, 'config/settings.json'), `{"role": "${CANARY}", "${CANARY}": 1}`),
    paths: inHome('config/settings.json'),
    says: 'settings.json:1:27: there is no setting "…"',
    command: '${VISUAL:-${EDITOR:-vi}} /',
  },
  'journal-gone': {
    damage: (home) => ({ env: { COACH_JOURNAL: path.join(home, 'stick/journal') } }),
    paths: inHome('stick/journal'),
  },
  'journal-not-a-folder': { damage: fileInTheWay, paths: inHome('data/journal'), command: 'mv -n ' },
  'folder-unreadable': {
    damage(home) {
      rmSync(path.join(home, 'state'), { recursive: true });
      put(path.join(home, 'state'), CANARY);
    },
    paths: inHome('state'),
    says: 'a file is in the way',
  },
  'entry-unreadable': {
    damage: (home) => void putIn(home, OWN, ownText(home).replace('Likelihood: 85', `Likelihood: ${CANARY}`)),
    paths: own,
    says: `${OWN}:21:15: "…" is not a likelihood; expected a whole number from 0 to 100, followed by %`,
    command: '${VISUAL:-${EDITOR:-vi}} /',
  },
  'newer-format': {
    damage: (home) => void putIn(home, OWN, ownText(home).replace('coach: 1', 'coach: 2')),
    paths: own,
    says: 'written by a newer version of coach (format 2); this one reads format 1',
  },
  ...LOOK_CASES,
  'not-an-entry': {
    damage: (home) => void putIn(home, OWN, `${CANARY}\n`),
    paths: own,
    says: 'expected the front matter of an entry: "---" and a line "coach: 1"',
  },
  'not-utf8': {
    damage: (home) =>
      void putIn(home, OWN, Buffer.from(ownText(home).replace('sang', 's\u00e4ng'), 'latin1')),
    paths: own,
    command: 'iconv -f ENCODING -t utf-8 ',
  },
  'file-unopenable': {
    damage: (home) => symlinkSync(home, inJournal(home, '2026/11/folder.md')),
    paths: () => ['2026/11/folder.md'],
    says: 'EISDIR',
    command: 'ls -l /',
  },
  'link-broken': {
    damage: (home) => symlinkSync('round.md', inJournal(home, '2026/11/round.md')),
    paths: () => ['2026/11/round.md'],
    says: 'a symlink loop',
  },
  'name-differs': {
    damage: (home) => renameSync(inJournal(home, OWN), inJournal(home, OWN.replace('11-20', '11-18'))),
    paths: () => [OWN.replace('11-20', '11-18')],
    says: 'its name says a different day',
    command: OWN,
  },
  'copies-differ': {
    damage: (home) => void putIn(home, COPY, `${ownText(home)}\n${CANARY}\n`),
    paths: () => [COPY, OWN].toSorted(),
    says: `${OWN}: this one counts`,
    command: 'diff /',
  },
  'clock-behind': {
    damage: (home) =>
      void putEntry(home, {
        id: 'f1f2f3f4f5',
        at: '2026-11-20T18:00:00',
        front: 'written: "2026-11-23T08:00:00Z"\n',
      }),
    paths: () => ['2026/11/2026-11-20-180000-note-f1f2f3f4f5.md'],
    command: 'date',
  },
  'future-entry': {
    damage: (home) =>
      void putEntry(home, {
        id: 'f1f2f3f4f5',
        at: '2027-02-20T18:00:00+01:00',
        front: 'written: "2026-11-20T08:00:00Z"\n',
      }),
    paths: () => ['2027/02/2027-02-20-180000-note-f1f2f3f4f5.md'],
  },
  'zone-unknown': { damage: () => ({ zone: { name: 'Nowhere/Land', offsetAt: () => 60 } }) },
  'offset-odd': {
    damage: () => ({ zone: { name: 'Europe/Berlin', offsetAt: () => 15 * 60 } }),
    says: '900 minutes east of UTC',
  },
  'open-to-others': {
    damage(home) {
      chmodSync(inJournal(home, OWN), 0o644);
      chmodSync(inJournal(home, '2026/11'), 0o755);
    },
    paths: () => ['2026/11', OWN],
    command: 'chmod -R go= /',
  },
  'not-yours': {
    damage: () => seeing((_seen, place) => (place.endsWith(OWN) ? { isMine: false } : {})),
    paths: own,
    command: 'sudo chown -R "$(id -u)" /',
  },
  'read-only': {
    damage: () => seeing(({ mode }, place) => (place.endsWith('2026/11') ? { mode: mode & 0o555 } : {})),
    paths: () => ['2026/11'],
    command: 'chmod -R u+w /',
  },
  'bank-broken': {
    damage: (home) => void put(path.join(home, 'data/banks/mine.yaml'), 'bank: mine\n'),
    paths: inHome('data/banks/mine.yaml'),
    says: 'needs the key "title"',
    command: 'coach banks check mine',
  },
  'readings-broken': {
    damage: (home) => void put(path.join(home, 'data/readings.json'), `[${CANARY}`),
    paths: inHome('data/readings.json'),
    says: 'these readings are not JSON',
  },
  'draft-broken': {
    damage: (home) => void put(path.join(home, 'state/drafts/001k3x8m2p.json'), CANARY),
    paths: inHome('state/drafts/001k3x8m2p.json'),
    says: 'it is not a draft that this version can read',
    command: 'mv -n /',
  },
  'drafts-misplaced': {
    damage: (home) => void putIn(home, '.drafts/001k3x8m2p.json', CANARY),
    paths: () => ['.drafts/001k3x8m2p.json'],
    command: 'state/drafts/',
  },
  ...LEFTOVER_CASES,
  'index-unreadable': {
    damage: (home) => sealed(path.join(home, CONTENTS), CANARY),
    paths: inHome(INDEX),
    says: 'it holds something unexpected',
    command: 'rm -rf /',
  },
  'index-differs': {
    damage: otherwise,
    paths: own,
    command: 'rm -rf /',
  },
  'index-left': {
    damage(home) {
      put(path.join(home, CONTENTS), CANARY);
      return onStick;
    },
    paths: inHome(INDEX),
    command: 'rm -rf /',
  },
  ...REMINDER_CASES,
  'disk-almost-full': {
    damage: () => ({ inspected: (real) => ({ ...real, freeBytes: () => 3_500_000 }) }),
    says: '3 MB left',
    command: 'df -h /',
  },
  'copies-identical': {
    damage: (home) => void putIn(home, COPY, ownText(home)),
    paths: () => [COPY, OWN].toSorted(),
    command: 'rm ',
  },
  'reference-lost': {
    damage: (home) => void review(home, 'f1f2f3f4f5', { reference: 'zzzzzzzzzz/member-step' }),
    paths: () => ['2026/11/2026-11-22-080000-review-f1f2f3f4f5.md'],
    says: 'is about an entry that is missing',
  },
  'reference-early': {
    damage: (home) => void review(home, 'f1f2f3f4f5', { written: '2026-11-20T18:09:00+01:00' }),
    paths: () => ['2026/11/2026-11-22-080000-review-f1f2f3f4f5.md'],
    says: 'is about something written later or in the same entry',
  },
  'closed-twice': {
    damage(home) {
      review(home, 'f1f2f3f4f5');
      review(home, 'f6f7f8f9f0', { written: '2026-11-22T09:00:00+01:00' });
    },
    paths: () => ['f1f2f3f4f5', 'f6f7f8f9f0'].map((id) => `2026/11/2026-11-22-080000-review-${id}.md`),
    says: 'f6f7f8f9f0.md: this one counts',
  },
  'due-before-written': {
    damage: (home) => void putIn(home, OWN, ownText(home).replace('By: 2026-11-25', 'By: 2026-11-19')),
    paths: own,
  },
  'entry-zone-unknown': {
    damage: (home) => void putIn(home, OWN, ownText(home).replace('Europe/Berlin', CANARY)),
    paths: own,
  },
  'linked-folder': {
    damage(home) {
      mkdirSync(path.join(home, 'archive'), { mode: 0o700 });
      symlinkSync(path.join(home, 'archive'), inJournal(home, 'pictures'));
    },
    paths: () => ['pictures'],
  },
  'read-only-file': { damage: (home) => chmodSync(inJournal(home, OWN), 0o400), paths: own },
  trash: {
    damage: (home) =>
      void putIn(home, 'trash/gone.md', entryText({ id: 'f1f2f3f4f5', at: '2026-01-01', body: PLAN })),
    paths: () => ['trash/gone.md'],
  },
  'trash-unreadable': {
    damage: (home) => void putIn(home, 'trash/gone.md', `---\ncoach: 1\nid: ${CANARY}\n${FRONT}---\n`),
    paths: () => ['trash/gone.md'],
  },
  'act-damaged': {
    damage(home) {
      putIn(home, ACT, `{"format":1,"at":"${CANARY}`);
      putIn(
        home,
        ACT.replace('edit', 'delete'),
        '{"format":1,"at":"2026-11-22T09:14:05+01:00","changes":[]}',
      );
    },
    paths: () => [ACT],
    command: 'rm /',
  },
  'act-newer': { damage: (home) => void putIn(home, ACT, '{"format":2}'), paths: () => [ACT] },
  'earlier-texts': {
    damage: (home) =>
      void putIn(home, `.history/versions/${OWN}/20261122T081405.000Z-4f1c09ab.md`, ownText(home)),
  },
  'earlier-text-unknown': {
    damage: (home) => void putIn(home, `.history/versions/${OWN}/mine.md`, CANARY),
    paths: () => [`.history/versions/${OWN}/mine.md`],
  },
  'draft-waiting': {
    damage: async (home) => void (await leaveDraft(home)),
    paths: inHome('state/drafts/001k3x8m2p.json'),
    says: 'started 20 November',
    command: 'coach reflect',
  },
  'draft-held': {
    damage: (home) => heldDraft(home, { pid: process.ppid, started: startOfParent() }),
    paths: inHome('state/drafts/001k3x8m2p.json'),
  },
  'draft-elsewhere': {
    damage: (home) => heldDraft(home, { host: `not-${hostname()}` }),
    paths: inHome('state/drafts/001k3x8m2p.json'),
  },
  'draft-saved': {
    async damage(home) {
      const { draft }: DraftFile = JSON.parse(readFileSync(await leaveDraft(home), 'utf8'));
      putEntry(home, { id: draft.id, at: draft.at, bank: 'member', body: PLAN });
    },
    paths: inHome('state/drafts/001k3x8m2p.json'),
    command: 'rm /',
  },
  'index-absent': { damage: () => undefined, paths: inHome(INDEX) },
  'index-outdated': {
    damage: (home) => void put(path.join(home, CONTENTS), CANARY),
    paths: inHome(INDEX),
  },
  'index-behind': {
    async damage(home) {
      await makeIndex(home);
      review(home, 'f1f2f3f4f5');
    },
    paths: inHome(INDEX),
  },
  'index-in-use': {
    damage: () => onStick,
    says: 'not used, because the journal is on another device; each search reads the files',
  },
  'other-device': { damage: () => onStick, paths: inHome('data/journal') },
  environment: { damage: () => undefined, says: 'COACH_HOME=/' },
  'day-ends': {
    damage: (home) => void put(path.join(home, 'config/settings.json'), '{"day-ends": 3}'),
    says: 'a day ends at 3:00',
  },
  versions: { damage: () => undefined, says: `Node ${process.versions.node}` },
  'compiled-code': { damage: (home) => void put(path.join(home, 'cache/code-v1'), ''), says: '/code-*' },
};
