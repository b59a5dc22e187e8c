import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  coach,
  type EntryFields,
  entryText,
  filesBelow,
  freshHome,
  journalOf,
  put,
  putEntry,
  type Ran,
} from '../coach.ts';

// Whatever is done to a journal, file by file: what was not named stays byte for byte what it was, and nothing is lost but
// what was to be deleted for ever.

const BANKS = ['note', 'member', 'checkin'] as const;
const ABOUTS = ['D.', 'K.'] as const;

interface Made extends EntryFields {
  readonly bank: string;
  readonly about: string | undefined;
}

const entries: readonly Made[] = Array.from({ length: 6 }, (_, number) => {
  const about = ABOUTS[number % 3];
  return {
    id: `${number % 2 === 0 ? 'k3x8' : '7q2m'}aaaaa${number}`,
    at: `2026-11-${10 + number}T08:00:00+01:00`,
    bank: BANKS[number % BANKS.length] ?? 'note',
    about,
    front: about === undefined ? '' : `about: ${about}\n`,
    title: `Entry ${number}`,
  };
});

const COPY = 'backup/copy.md';
const BROKEN = '2026/11/2026-11-09-080000-note-brkenzzzz0.md';

/** A journal with entries, a copy that differs, a twin, a broken file, other notes, and something in the trash. */
function filled(): string {
  const home = freshHome();
  for (const one of entries) putEntry(home, one);
  const [first, second] = entries;
  if (!first || !second) throw new Error('there are six');
  const files = {
    [COPY]: entryText({ ...first, title: 'A copy that differs' }),
    'backup/twin.md': entryText(second),
    [BROKEN]: '---\ncoach: 1\nat: later\n---\n',
    'Shopping.md': '# Milk\n',
    '.obsidian/k3x8.md': entryText({ ...first, title: 'Hidden' }),
    'trash/2026/11/2026-11-10-080000-note-k3x8aaaaa0.md': entryText({ ...first, title: 'An older one' }),
    'trash/list.txt': 'not ours',
  };
  for (const [file, text] of Object.entries(files)) put(path.join(journalOf(home), file), text);
  return home;
}

type Files = ReadonlyMap<string, string>;

function filesOf(home: string): Files {
  const drafts = path.join(home, 'state/drafts');
  const below = (folder: string, prefix: string): readonly (readonly [string, string])[] =>
    existsSync(folder)
      ? filesBelow(folder).map(
          (file) => [prefix + file, readFileSync(path.join(folder, file), 'latin1')] as const,
        )
      : [];
  return new Map([...below(journalOf(home), ''), ...below(drafts, 'drafts/')]);
}

/** What a command line may do at most: to which files, told by their paths and what they hold. */
interface Act {
  readonly argv: readonly string[];
  readonly mayTouch: (file: string, text: string) => boolean;
  readonly forever?: boolean;
  readonly editor?: string;
}

const inTrash = (file: string): boolean => file.startsWith('trash/');
const isEntry = (file: string, text: string): boolean =>
  file.endsWith('.md') && !file.startsWith('.') && !file.startsWith('drafts/') && text.includes('coach: 1');
const holdsId = (text: string, beginning: string): boolean => text.includes(`\nid: ${beginning}`);

const names = fc.constantFrom(
  ...entries.map(({ id }) => id),
  'k3x8',
  '7q2m',
  'k3x8aaaaa',
  'last',
  'today',
  '2026-11-12',
  'this month',
  'nonsense',
  'lsat',
  COPY,
  BROKEN,
  'backup/twin.md',
  'Shopping.md',
  '.obsidian/k3x8.md',
  '../x.md',
  'trash/2026/11/2026-11-10-080000-note-k3x8aaaaa0.md',
);

/** Whether a file may be meant by a name. Days and `last` may mean any entry: how they are understood is tested elsewhere. */
function mayMean(name: string, file: string, text: string): boolean {
  if (name.endsWith('.md')) return file === name || file === `trash/${name}` || isTwin(text, name);
  if (/^(?:last|today|this|2026)/.test(name)) return isEntry(file, text);
  return isEntry(file, text) && holdsId(text, name);
}

/** A path names an entry, and the entry is in both files. */
function isTwin(text: string, name: string): boolean {
  return name === 'backup/twin.md' && text === entryText(entries[1] ?? { id: '', at: '' });
}

const filters = fc.oneof(
  fc.constantFrom(...BANKS).map((bank) => ({
    flags: ['--bank', bank],
    fits: (text: string) => text.includes(`\nbank: ${bank}\n`),
  })),
  fc.constantFrom(...ABOUTS).map((about) => ({
    flags: ['--about', about],
    fits: (text: string) => text.includes(`\nabout: ${about}\n`),
  })),
  fc.constantFrom('2026-11-12', '2026-11-14').map((day) => ({
    flags: ['--since', day],
    fits: (text: string) => (/\nday: "(.+)"/.exec(text)?.[1] ?? '') >= day,
  })),
);

const acts: fc.Arbitrary<Act> = fc.oneof(
  filters.map(({ flags }) => ({ argv: ['journal', ...flags], mayTouch: () => false })),
  names.map((name) => ({ argv: ['journal', 'show', name], mayTouch: () => false })),
  fc
    .constantFrom(
      ['journal', '--full'],
      ['journal', 'restore'],
      ['journal', 'delete'],
      ['journal', 'delete', '--all'],
    )
    .map((argv) => ({ argv, mayTouch: () => false })),
  fc
    .record({
      name: names,
      editor: fc.constantFrom('true', 'sed -i s/Entry/Changed/', 'sed -i s/coach/goach/', 'false'),
    })
    .map(({ name, editor }): Act => ({
      argv: ['journal', 'edit', name],
      editor,
      mayTouch: (file, text) => !inTrash(file) && mayMean(name, file, text),
    })),
  fc
    .record({ name: names, more: fc.constantFrom([], ['--yes']), forever: fc.boolean() })
    .map(({ name, more, forever }): Act => ({
      argv: ['journal', 'delete', name, ...more, ...(forever ? ['--forever'] : [])],
      forever,
      mayTouch: (file, text) => more.length > 0 && (forever || !inTrash(file)) && mayMean(name, file, text),
    })),
  fc
    .record({ filter: filters, forever: fc.boolean(), trash: fc.boolean() })
    .map(({ filter: { flags, fits }, forever, trash }): Act => ({
      argv: [
        'journal',
        'delete',
        ...flags,
        '--yes',
        ...(forever ? ['--forever'] : []),
        ...(trash ? ['--trash'] : []),
      ],
      forever,
      mayTouch: (file, text) => inTrash(file) === trash && isEntry(file, text) && fits(text),
    })),
  fc.constantFrom<Act>(
    {
      argv: ['journal', 'delete', '--all', '--yes'],
      mayTouch: (file, text) => !inTrash(file) && isEntry(file, text),
    },
    {
      argv: ['journal', 'delete', '--trash', '--forever', '--yes'],
      forever: true,
      mayTouch: (file, text) =>
        inTrash(file) && (isEntry(file, text) || file.endsWith(path.basename(BROKEN))),
    },
    { argv: ['journal', 'restore', '--all'], mayTouch: (file) => inTrash(file) && file.endsWith('.md') },
  ),
  names.map((name): Act => ({
    argv: ['journal', 'restore', name],
    mayTouch: (file, text) => inTrash(file) && mayMean(name, file, text),
  })),
);

/** What a command line did that it may not do. */
function offences(before: Files, after: Files, act: Act, { exitCode }: Ran): readonly string[] {
  const { mayTouch, forever = false, editor } = act;
  const [known, kept] = [before, after].map((files) => new Set(files.values()));
  const touched = Array.from(before).filter(([file, text]) => after.get(file) !== text);
  const made = Array.from(after).filter(([, text]) => !known?.has(text));
  const isEdited = ([file, text]: readonly [string, string]): boolean =>
    editor !== undefined && after.get(file) === text.replace('Entry', 'Changed');
  return [
    ...touched
      .filter(([file, text]) => exitCode !== 0 || !mayTouch(file, text))
      .map(([file]) => `touched ${file}`),
    ...touched
      .filter((one) => !forever && !isEdited(one) && !kept?.has(one[1]))
      .map(([file]) => `lost what was in ${file}`),
    // What is new holds what something else held before, or is what an editor made of it.
    ...made.filter(() => !editor?.startsWith('sed')).map(([file]) => `made ${file}`),
  ];
}

test('what was not named stays as it was, and nothing is lost that was not to be lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 1, maxLength: 7 }), async (doings) => {
      const home = filled();
      for (const act of doings) {
        const before = filesOf(home);
        const env = { EDITOR: act.editor ?? 'false', PATH: process.env['PATH'] ?? '' };
        const ran = await coach(act.argv, { home, env });
        expect([0, 1, 2]).toContain(ran.exitCode);
        expect({ act, offences: offences(before, filesOf(home), act, ran) }).toEqual({ act, offences: [] });
      }
    }),
    { numRuns: 60 },
  );
});
