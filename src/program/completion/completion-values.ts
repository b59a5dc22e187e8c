// The values of flags and arguments, for the Tab key: names and ids, never a word that somebody wrote.
import { statSync } from 'node:fs';
import { journalFiles, trashFiles } from '../../adapters/journal/journal-files.ts';
import { plainCodec } from '../../adapters/journal/plain-codec.ts';
import type { EntryCodec } from '../../app/ports/entry-codec.ts';
import type { JournalFiles } from '../../app/ports/journal-files.ts';
import type { Context } from '../../cli/context.ts';
import { ORDERS } from '../../domain/search/query.ts';
import { ROLES } from '../../domain/banks/question-bank.ts';
import { questionsOf } from '../../domain/banks/bank-questions.ts';
import { isBare } from '../../domain/entry/bare-name.ts';
import { AGE, readEntryName, SEALED } from '../../domain/entry/entry.ts';
import { EXPORT_FORMATS } from '../../export/export-format.ts';
import { SETTING_KEYS } from '../../formats/text/setting-values.ts';
import { DAY_WORDS } from '../../reminders/schedule.ts';
import { spanAsTyped, SYNC_SPANS } from '../../reminders/sync-schedule.ts';
import type { Place } from './completion-place.ts';

/** The shells that a script can be printed for. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** A value to complete, and what is said beside it. */
export type Completed = readonly [value: string, says: string];

/** What may stand in one place: values, names of files, or both. */
export interface Values {
  readonly offers?: readonly Completed[];
  readonly files?: boolean;
}

type Finder = (place: Place, context: Context) => Values | Promise<Values>;

const among =
  (values: readonly string[]): Finder =>
  () => ({ offers: values.map((value) => [value, '']) });

const files: Finder = () => ({ files: true });

const banks: Finder = (_, context) => ({ offers: context.banks.list().map(({ name }) => [name, '']) });

/** What each flag may have, by the name of what it gives; what is not here takes words of the person's own. */
export const FLAG_VALUES: Readonly<Record<string, Finder>> = {
  answers: files,
  bank: banks,
  format: among(EXPORT_FORMATS),
  html: files,
  limit: among(['all']),
  on: among(DAY_WORDS),
  passphraseFile: files,
  question: questions,
  role: among(ROLES.toSorted()),
  sort: among(ORDERS),
  step: steps,
  sync: among(SYNC_SPANS.map(spanAsTyped)),
  to: files,
};

/** The same for arguments. */
export const ARGUMENT_VALUES: Readonly<Record<string, Finder>> = {
  bank: banks,
  entry: entries,
  file: async (place, context) => ({ ...(await banks(place, context)), files: true }),
  key: among(SETTING_KEYS),
  path: files,
  'sealed-file': files,
  shell: among(SHELLS),
  value: settingValues,
};

/** The ids of the questions of the bank that is named on the line, or of all banks; a bank that cannot be read has none. */
async function questions({ given, args }: Place, { banks: { list, load } }: Context): Promise<Values> {
  // A pipe would be waited for.
  const known = list().flatMap(({ name, file }) =>
    statSync(file, { throwIfNoEntry: false })?.isFile() ? [name] : [],
  );
  const named = [...args.slice(0, 1), ...(given.get('bank') ?? [])].filter((name) => known.includes(name));
  const found = await Promise.allSettled((named.length > 0 ? named : known).map(load));
  const ids = found
    .flatMap((one) => (one.status === 'fulfilled' ? questionsOf(one.value) : []))
    .map(({ id }) => id);
  return { offers: [...new Set(ids)].map((id) => [id, '']) };
}

async function steps(_: Place, { banks: { load } }: Context): Promise<Values> {
  return { offers: (await load('challenge')).steps.map(({ id }) => [id, '']) };
}

/** As many are shown as one can choose from. */
const MOST_ENTRIES = 30;

/** Knows the names of encrypted entries, and opens none. */
const byNames: EntryCodec = {
  ...plainCodec,
  nameOf: (file) => (file.endsWith(SEALED) ? file.slice(0, -AGE.length) : plainCodec.nameOf(file)),
};

/** The newest, by the names of their files: none is opened. */
function entries({ typed, command }: Place, { places }: Context): Values {
  // Some of the commands take the path of a file, too.
  if (/[/~]/.test(typed)) return { files: true };
  const listed = command.name() === 'restore' ? trashFiles : journalFiles;
  const found = newest(listed(places.journal(), byNames), typed);
  return { offers: [['last', 'the newest'], ...found] };
}

function newest(journal: JournalFiles, typed: string): readonly Completed[] {
  const found: Completed[] = [];
  for (const { names } of journal.folders()) {
    for (const name of names.toReversed()) {
      const entry = readEntryName(name);
      if (entry?.id.startsWith(typed))
        found.push([entry.id, isBare(entry) ? entry.day : `${entry.day} ${entry.bank}`]);
      if (found.length >= MOST_ENTRIES) return found;
    }
  }
  return found;
}

const SETTING_WORDS: Readonly<Record<string, readonly string[]>> = {
  role: [...ROLES.toSorted(), 'both'],
  'checkin-days': ['workdays'],
  'keep-inside': ['yes', 'no'],
  'show-plans': ['yes', 'no'],
  'on-this-day': ['yes', 'no'],
  'keep-versions': ['90d', 'forever', 'no'],
  'remember-due': ['yes', 'no'],
  sync: ['after', 'by-hand'],
  plain: ['yes', 'no'],
};

function settingValues({ args: [key = ''] }: Place): Values {
  if (key === 'journal') return { files: true };
  return { offers: (SETTING_WORDS[key] ?? []).map((value) => [value, '']) };
}
