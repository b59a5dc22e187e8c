// One Markdown file as doctor reads it: an entry, a mistaken one, or none.
import { type At, parseAt } from '../domain/time/moment.ts';
import type { Answer } from '../domain/entry/answer.ts';
import { isInOwnPlace } from '../domain/entry/copies.ts';
import { wasDueWhenWritten } from '../domain/entry/due-day.ts';
import { type Entry, readEntryName, referenceTo } from '../domain/entry/entry.ts';
import { FileMistakes, type Mistake } from '../domain/text/errors.ts';
import type { FindingCode, Observation } from './finding.ts';
import { discreetMistake } from './redact.ts';
import type { QuestionBank } from '../domain/banks/question-bank.ts';
import { splitEntry } from '../formats/entry/entry-markdown.ts';
import { ownText } from '../domain/text/own-text.ts';
import { resolutionsIn } from '../domain/record/outcomes.ts';
import { secondLook } from './second-look.ts';
import { looksLikeEntry } from './unread.ts';
import { noFrontMatter } from '../pages/journal/entry-file-mistakes.ts';
import { refusalText } from '../pages/machine/file-refusals.ts';
import { shellWord } from '../formats/text/shell-word.ts';
import { parseEntryFile } from '../app/journal/parse-entry-file.ts';
import type { Inspection } from './inspection.ts';
import { inside, type Item } from './walk.ts';
import { leadsText } from './detail-text.ts';

/** A file of the journal as it turned out to be. */
export type FileReading =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'mistaken'; readonly mistakes: readonly Mistake[] }
  | { readonly kind: 'other' }
  /** It could not be opened, or went away meanwhile. */
  | { readonly kind: 'unread' }
  /** It is encrypted, and the journal is locked. */
  | { readonly kind: 'locked' };

/** The bank that an entry answers, in the version that it answers; undefined where there is none. */
export type BankOf = (entry: Pick<Entry, 'bank' | 'bankVersion'>) => Promise<QuestionBank | undefined>;

/** The little that is remembered of each entry, since journals grow large: nothing of what was written. */
export interface KnownEntry {
  readonly path: string;
  readonly id: string;
  readonly isInOwnPlace: boolean;
  readonly at: At | undefined;
  readonly written: At | undefined;
  readonly zone: string | null;
  readonly questions: readonly string[];
  /** References that its answers close. */
  readonly closes: readonly string[];
  readonly continues: readonly string[];
  /** Something in it was due before it was written. */
  readonly hasPastDue: boolean;
}

/**
 * Reads one Markdown file of the journal.
 *
 * @param observe - Called with what is wrong with it.
 * @param bankOf - Gives the bank of its version that an entry answers. Where it is given, what could be meant otherwise than it is
 *   understood is told, too.
 *
 * @example
 * const machine = machineWith({ '/journal/a.md': printEntry(entry) });
 * (await readEntry(machine, '/journal', { name: 'a.md', path: 'a.md', seen: oldFile }, () => {})).kind //=> 'entry'
 */
export async function readEntry(
  inspection: Inspection,
  root: string,
  { name, path, file = path, seen }: Item,
  observe: (observation: Observation) => void,
  bankOf?: BankOf,
): Promise<FileReading> {
  const place = inside(root, file);
  const found = (code: FindingCode, details: readonly string[], commands: readonly string[]): void =>
    observe({ code, paths: [path], details, commands });
  const read = await inspection.open(place);
  if ('refused' in read) {
    if (seen.kind === 'link' && ['ENOENT', 'ELOOP', 'ENOTDIR'].includes(read.refused)) {
      found('link-broken', [leadsText(path, read.refused)], [`ls -l ${shellWord(place)}`]);
    } else if (read.refused !== 'ENOENT' || name.includes('\ufffd')) {
      found('file-unopenable', [`${path}: ${refusalText(read.refused)}`], [`ls -l ${shellWord(place)}`]);
    }
    return { kind: 'unread' };
  }
  if ('closed' in read) {
    if (read.closed === 'locked') found('journal-locked', [], []);
    else found('sealed-unreadable', [`${path}: ${read.reason}`], [`ls -l ${shellWord(place)}`]);
    return { kind: read.closed === 'locked' ? 'locked' : 'unread' };
  }
  const { text, unread } = read.value;
  const isNamed = readEntryName(name) !== undefined;
  // No editor opens what is encrypted.
  const edit =
    file === path
      ? `\${VISUAL:-\${EDITOR:-vi}} ${shellWord(place)}`
      : `coach journal edit --editor ${shellWord(path)}`;
  if (unread !== undefined && (isNamed || splitEntry(text))) {
    const aside = shellWord(`${place}.utf8`);
    found(
      'not-utf8',
      [],
      [`(umask 077 && iconv -f ${unread.encoding ?? 'ENCODING'} -t utf-8 ${shellWord(place)} > ${aside})`],
    );
  }
  try {
    const entry = await parseEntryFile(text, path, isNamed);
    if (!entry) {
      const told = noFrontMatter(path).mistakes.map((mistake) => discreetMistake(path, mistake));
      if (looksLikeEntry(text)) found('not-an-entry', told, file === path ? [edit] : []);
      return { kind: 'other' };
    }
    const remarks = bankOf ? secondLook(text, entry, await bankOf(entry)) : [];
    for (const { line, column, message, isProblem } of remarks)
      found(
        isProblem ? 'reads-otherwise' : 'understood-as',
        [`${path}:${line}:${column}: ${message}`],
        [edit],
      );
    return { kind: 'entry', entry };
  } catch (error) {
    if (!(error instanceof FileMistakes)) throw error;
    const { mistakes } = error;
    const isNewer = mistakes.some(({ message }) => message.startsWith('written by a newer version of coach'));
    const told = mistakes.map((mistake) => discreetMistake(path, mistake));
    if (isNewer) found('newer-format', told, []);
    else if (splitEntry(text)) found('entry-unreadable', told, [edit]);
    else found('not-an-entry', told, file === path ? [edit] : []);
    return { kind: 'mistaken', mistakes };
  }
}

/**
 * An entry as it is remembered. Ids of questions are shared between entries, so that a large journal fits.
 *
 * @param shared - Gives back the same text for the same text.
 *
 * @example
 * knownEntry(entry, entryPath(entry), (text) => text).isInOwnPlace //=> true
 */
export function knownEntry(entry: Entry, path: string, shared: (text: string) => string): KnownEntry {
  const { id, zone, answers } = entry;
  const given = answers.filter(({ skip }) => skip === null);
  const closes = resolutionsIn(entry).flatMap(({ reference, moves }) =>
    moves === undefined ? [reference] : [],
  );
  const named = given.flatMap((answer) => [answer.closes ?? [], answer.continues ?? []].flat());
  return {
    path,
    id,
    isInOwnPlace: isInOwnPlace({ entry, path }),
    at: parseAt(ownText(entry.at)),
    written: parseAt(ownText(entry.written)),
    zone: zone === null ? null : shared(zone),
    questions: answers.map(({ question }) => shared(question)),
    closes: closes.map(ownText),
    continues: named.filter((reference) => !closes.includes(reference)).map(ownText),
    hasPastDue: given.some((answer) => wasDueWhenWritten(entry, dueOf(answer))),
  };
}

function dueOf(answer: Answer): string | null {
  if (answer.skip !== null) return null;
  if (answer.type === 'prediction') return answer.value.due;
  return answer.type === 'commitment' ? answer.value.by : null;
}

/**
 * The references to all answers of an entry.
 *
 * @example
 * referencesOf({ id: 'k3x8m2p9qa', questions: ['member-felt'] }) //=> ['k3x8m2p9qa/member-felt']
 */
export function referencesOf({ id, questions }: Pick<KnownEntry, 'id' | 'questions'>): readonly string[] {
  return questions.map((question) => referenceTo(id, question));
}
