import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  type Stats,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { ageSealing } from '../../src/adapters/sealing/age-sealing.ts';
import { printRecipient } from '../../src/formats/sealing/key-file.ts';
import { printPins } from '../../src/formats/sealing/pins-json.ts';
import type { KeyPair } from '../../src/domain/entry/key-pin.ts';
import { readAgeHeader } from '../../src/formats/sealing/age-header.ts';

/** How the files below a home are, by their paths from there. */
export type Marks = Map<string, string>;

/** Where entries are sealed, and for whom. */
export interface Sealed {
  readonly key: KeyPair;
  readonly marks: ReadonlyMap<string, string>;
  /** Folders whose entries are, in full. */
  readonly journals: ReadonlySet<string>;
}

/** Folders of copies for an editor, with names that are drawn at random. */
const OWN_FOLDER = /\/entry-\d+-\w{6}(?:\/|$)/;

export function marksBelow(home: string): Marks {
  const marks: Marks = new Map();
  const look = (below: string): void => {
    for (const name of readdirSync(path.join(home, below)).toSorted()) {
      const file = path.join(below, name);
      const found = lstatSync(path.join(home, file));
      marks.set(file, markOf(found));
      if (found.isDirectory()) look(file);
    }
  };
  look('');
  return marks;
}

function markOf(found: Stats): string {
  const { mode, size, mtimeMs, ctimeMs, ino } = found;
  return found.isDirectory() ? String(mode) : [mode, size, mtimeMs, ctimeMs, ino].join(' ');
}

/**
 * Does in the twin of a home what was done in that since it was last looked at.
 *
 * @param sealed - Absent: all is copied as it is.
 */
export async function followFiles(
  home: string,
  there: (text: string) => string,
  sealed?: Sealed,
): Promise<Marks> {
  const marks = marksBelow(home);
  const before = sealed?.marks ?? new Map<string, string>();
  const twin = there(home);
  mkdirSync(twin, { recursive: true, mode: 0o700 });
  for (const file of marksBelow(twin).keys())
    if (OWN_FOLDER.test(file)) rmSync(path.join(twin, file), { recursive: true, force: true });
  for (const file of [...before.keys()].toReversed())
    if (!marks.has(file))
      for (const place of placesOf(twin, file)) rmSync(place, { recursive: true, force: true });
  for (const [file, mark] of marks) {
    if (before.get(file) === mark && !OWN_FOLDER.test(file)) continue;
    for (const place of placesOf(twin, file)) if (!isFolder(place)) rmSync(place, { force: true });
    await copy(path.join(home, file), path.join(twin, file), there, sealed);
  }
  // What is left of an editor goes by its age.
  for (const file of marks.keys()) {
    const found = lstatSync(path.join(home, file));
    if (found.isDirectory() && /\/drafts\/./.test(file))
      utimesSync(path.join(twin, file), found.atime, found.mtime);
  }
  return marks;
}

const placesOf = (twin: string, file: string): readonly string[] => [
  path.join(twin, file),
  path.join(twin, `${called(file)}.age`),
];

/** The name of an entry that tells its time and its bank. */
const WHOLE_NAME = /\b(\d{4}-\d\d-\d\d)-\d{6}-[a-z][a-z0-9-]*?-([0-9a-hjkmnp-tv-z]{10})(?![\w-])/g;

/** What is said of entries, with their names as the twin has them. */
export function called(text: string): string {
  return namesOf() === 'whole' ? text : text.replaceAll(WHOLE_NAME, '$1-000000-entry-$2');
}

function isFolder(place: string): boolean {
  return lstatSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
}

async function copy(
  from: string,
  to: string,
  there: (text: string) => string,
  sealed: Sealed | undefined,
): Promise<void> {
  const found = lstatSync(from);
  if (found.isDirectory()) {
    mkdirSync(to, { recursive: true });
    chmodSync(to, found.mode & 0o7777);
    return;
  }
  const ending = sealed && isEntry(from, sealed) ? '.age' : '';
  if (found.isSymbolicLink()) {
    const target = there(readlinkSync(from));
    const led = path.resolve(path.dirname(from), readlinkSync(from));
    const isSealed = sealed && isEntry(led, sealed) && lstatSync(led, { throwIfNoEntry: false })?.isFile();
    symlinkSync(isSealed ? `${target}.age` : target, isSealed ? `${to}${ending}` : to);
    return;
  }
  if (found.isFIFO()) return void execFileSync('mkfifo', [to]);
  if (!found.isFile()) return cpSync(from, to, { recursive: true });
  const bytes = Buffer.from(there(readFileSync(from, 'latin1')), 'latin1');
  const isSealed = sealed !== undefined && (ending !== '' || isDraft(from, sealed));
  const place = ending === '' ? to : `${called(to)}${ending}`;
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, isSealed ? await ageSealing.seal(bytes, sealed.key.recipient) : bytes);
  chmodSync(place, found.mode & 0o7777);
  if (found.uid !== process.getuid?.()) chownSync(place, found.uid, found.gid);
  utimesSync(place, found.atime, found.mtime);
}

/** Whether a file is one that is encrypted with its journal. */
function isEntry(file: string, { journals }: Pick<Sealed, 'journals'>): boolean {
  const journal = [...journals].find((one) => file.startsWith(`${one}/`));
  return (
    journal !== undefined &&
    file.endsWith('.md') &&
    !/\/\.(?!history\/versions\/)/.test(file.slice(journal.length))
  );
}

function isDraft(file: string, { journals }: Pick<Sealed, 'journals'>): boolean {
  const isKept = [...journals].some((journal) => path.dirname(file) === path.join(journal, '.drafts'));
  return /^[^.].*\.json$/.test(path.basename(file)) && (isKept || file.includes('/state/drafts/'));
}

/** It looks like a key that is sealed. */
const NO_KEY = `-----BEGIN AGE ENCRYPTED FILE-----
${Buffer.from('age-encryption.org/v1\n').toString('base64')}
-----END AGE ENCRYPTED FILE-----
`;

/** Makes a journal one that is encrypted, and the machine one that knows its key. */
export function putKey(home: string, journal: string, { recipient }: KeyPair): void {
  const folder = path.join(journal, '.key');
  const names = namesOf();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // It is there, and nobody asks for a passphrase.
  writeFileSync(path.join(folder, 'identity.age'), NO_KEY, { mode: 0o600 });
  writeFileSync(path.join(folder, 'recipients'), printRecipient({ recipient, names }), {
    mode: 0o600,
  });
  mkdirSync(path.join(home, 'state'), { recursive: true, mode: 0o700 });
  const pin = { journal, recipient, names, since: '2026-11-22' } as const;
  writeFileSync(path.join(home, 'state/keys.json'), printPins([pin]), { mode: 0o600 });
}

/** What names of entries tell. */
const namesOf = (): 'day' | 'whole' => (process.env['COACH_TEST_TWINS'] === 'day' ? 'day' : 'whole');

/** What is not the same in a journal that is encrypted: its key, what each run keeps for itself, and hashes of files as they lie. */
const OWN = /^cache\/|^state\/(?:keys|due)|(?:^|\/)\.key\/|\.lock$|\.history\/acts\//;

/** The first line of a sheet that coach align seal wrote. */
const IN_LETTERS = '-----BEGIN AGE ENCRYPTED FILE-----';

/** What the files below a home hold once they are opened, by their paths as of an encrypted journal that is opened. */
export async function contentsOf(
  home: string,
  journals: readonly string[],
  key?: KeyPair,
): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const file of marksBelow(home).keys()) {
    const place = path.join(home, file);
    if (OWN.test(file) || file.startsWith('cache/') || OWN_FOLDER.test(file) || !lstatSync(place).isFile())
      continue;
    const bytes = readFileSync(place);
    if (bytes.toString('latin1').startsWith(IN_LETTERS)) {
      // Each time it is written with other random bytes.
      contents[called(file)] = 'sealed with a passphrase';
      continue;
    }
    const isSealed =
      key !== undefined && readAgeHeader(bytes.subarray(0, 64).toString('latin1')) !== undefined;
    const opened = isSealed ? await ageSealing.open(bytes, key.identity) : bytes;
    const name = called(isSealed ? file.replace(/\.age$/, '') : file);
    // What is sealed with words is another each time.
    if (bytes.toString('latin1').startsWith(WITH_WORDS)) contents[name] = WITH_WORDS;
    else if (isSealed || !isEntry(place, { journals: new Set(journals) }) || !key)
      contents[name] = typeof opened === 'string' ? opened : Buffer.from(opened).toString('latin1');
    else contents[name] = 'in clear, in an encrypted journal';
  }
  return contents;
}

const WITH_WORDS = '-----BEGIN AGE ENCRYPTED FILE-----';
