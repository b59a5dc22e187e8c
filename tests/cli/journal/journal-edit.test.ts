import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, entryText, filesBelow, freshHome, journalOf, put, putEntry, type Ran } from '../coach.ts';
import { CTRL_C, type Move, type Scripted, scripted } from '../scripted.ts';

const NOTE = {
  id: 'k3x8m2p9qa',
  at: '2026-11-22T08:00:00+01:00',
  body: '\n## Q\n<!-- coach: q text -->\n\nfar\n',
};
const NOTE_PATH = '2026/11/2026-11-22-080000-note-k3x8m2p9qa.md';
const NAME = '2026-11-22-080000-note-k3x8m2p9qa';

interface Edit {
  readonly home: string;
  /** Lines of a shell script; `$1` is the file, `$HOME_` the home, `$N` how often the editor was opened before. */
  readonly editor: string;
  readonly moves?: readonly Move[];
  readonly which?: string;
}

/** `coach journal edit` with an editor that is a script. */
async function edit({
  home,
  editor,
  moves,
  which = 'last',
}: Edit): Promise<Ran & { readonly seen: Scripted['seen'] }> {
  const script = path.join(home, 'the editor');
  const count = 'N=$(cat "$HOME_/count" 2>/dev/null || echo 0); echo $((N + 1)) >"$HOME_/count"';
  writeFileSync(script, `#!/bin/sh\n${count}\n${editor}\n`);
  chmodSync(script, 0o700);
  const env = { EDITOR: `"${script}"`, PATH: process.env['PATH'] ?? '', HOME_: home };
  const prompter = moves && scripted(...moves);
  const ran = await coach(['journal', 'edit', '--editor', which], {
    home,
    env,
    ...(prompter && { prompter }),
  });
  return { ...ran, seen: prompter?.seen ?? [] };
}

function withNote(): string {
  const home = freshHome();
  putEntry(home, NOTE);
  return home;
}

const note = (home: string, file = NOTE_PATH): string => path.join(journalOf(home), file);
const read = (home: string, file = NOTE_PATH): string => readFileSync(note(home, file), 'utf8');
const drafts = (home: string): readonly string[] => {
  const folder = path.join(home, 'state/drafts');
  return existsSync(folder) ? filesBelow(folder) : [];
};
const kept = (home: string, name: string): string =>
  readFileSync(path.join(home, 'state/drafts', name), 'utf8');

describe.skipIf(process.platform === 'win32')('an edited entry', () => {
  test('takes the place of the one that was opened', async () => {
    const home = withNote();
    const before = read(home);
    expect(await edit({ home, editor: 'sed -i s/far/good/ "$1"' })).toEqual({
      stdout: `Saved.\n${NOTE_PATH}\n`,
      stderr: '',
      exitCode: 0,
      seen: [],
    });
    expect(read(home)).toBe(before.replace('far', 'good'));
    expect(statSync(note(home)).mode & 0o777).toBe(0o600);
    expect(filesBelow(journalOf(home))).toEqual([NOTE_PATH]);
    expect(drafts(home)).toEqual([]);
  });

  test('was a private copy with its own name', async () => {
    const home = withNote();
    await edit({
      home,
      editor: 'echo "$1" >"$HOME_/place"; ls -ld "$1" "$(dirname "$1")" | cut -c 1-10 >"$HOME_/modes"',
    });
    expect(readFileSync(path.join(home, 'place'), 'utf8')).toMatch(
      new RegExp(`^${home}/state/drafts/entry-\\d+-\\w+/${NAME}\\.md\n$`),
    );
    expect(readFileSync(path.join(home, 'modes'), 'utf8')).toBe('drwx------\n-rw-------\n');
  });

  test('that says the same leaves the file untouched', async () => {
    const home = withNote();
    const { mtimeMs, ino } = statSync(note(home));
    expect(await edit({ home, editor: 'touch "$1"' })).toMatchObject({
      stdout: 'Nothing was changed.\n',
      stderr: '',
      exitCode: 0,
    });
    expect(statSync(note(home))).toMatchObject({ mtimeMs, ino });
  });

  test.each([
    { case: 'line ends of Windows', bytes: entryText(NOTE).replaceAll('\n', '\r\n') },
    { case: 'a byte order mark', bytes: `\ufeff${entryText(NOTE)}` },
    { case: 'no line feed at the end', bytes: entryText(NOTE).trimEnd() },
    { case: 'blank lines at the end', bytes: `${entryText(NOTE)}\n\n` },
    { case: 'mixed line ends', bytes: entryText(NOTE).replace('\n\n', '\r\n\n') },
  ])('keeps every byte that was not touched: $case', async ({ bytes }) => {
    const home = freshHome();
    put(note(home), bytes);
    await edit({ home, editor: 'LC_ALL=C sed -i s/far/good/ "$1"' });
    expect(read(home)).toBe(bytes.replace('far', 'good'));
  });

  test('may be one that could not be read before, named by its path', async () => {
    const home = withNote();
    const broken = '2026/11/2026-11-21-080000-note-7q2m8k3x9b.md';
    put(note(home, broken), entryText({ id: '7q2m8k3x9b', at: 'later', day: '2026-11-21' }));
    const ran = await edit({ home, which: broken, editor: 'sed -i s/later/2026-11-21T08:00:00+01:00/ "$1"' });
    expect(ran).toMatchObject({ stdout: `Saved.\n${broken}\n`, stderr: '', exitCode: 0 });
  });

  test('that is a link is written where it leads to', async () => {
    const home = freshHome();
    const file = put(path.join(home, 'elsewhere/note.md'), entryText(NOTE));
    mkdirSync(path.dirname(note(home)), { recursive: true });
    symlinkSync(file, note(home));
    await edit({ home, editor: 'sed -i s/far/good/ "$1"' });
    expect(readFileSync(file, 'utf8')).toContain('good');
    expect(readFileSync(note(home), 'utf8')).toContain('good');
  });
});

describe.skipIf(process.platform === 'win32')('what its name says', () => {
  test.each([
    { change: 's/bank: note/bank: prepare/', path: '2026/11/2026-11-22-080000-prepare-k3x8m2p9qa.md' },
    {
      change: 's/^at: .*/at: "2026-10-01T08:00:00+02:00"/',
      path: '2026/10/2026-10-01-080000-note-k3x8m2p9qa.md',
    },
    { change: 's/^id: .*/id: 7q2m8k3x9b/', path: '2026/11/2026-11-22-080000-note-7q2m8k3x9b.md' },
  ])('is told when an edit changes it: $change', async ({ change, path: fitting }) => {
    const home = withNote();
    expect(await edit({ home, editor: `sed -i '${change}' "$1"` })).toMatchObject({
      stdout: `Saved.\n${NOTE_PATH}\n`,
      stderr: `The file's name no longer matches the entry, and coach lists entries by file name. Rename it to ${fitting}\n`,
    });
    expect((await edit({ home, which: NOTE_PATH, editor: 'sed -i s/far/good/ "$1"' })).stderr).toBe('');
  });

  test('does not matter where a person named it', async () => {
    const home = freshHome();
    put(note(home, 'My day.md'), entryText(NOTE));
    expect((await edit({ home, editor: 'sed -i "s/bank: note/bank: prepare/" "$1"' })).stderr).toBe('');
  });
});

describe.skipIf(process.platform === 'win32')('an edited text that cannot be read', () => {
  const BREAK = 'sed -i "s/^at: .*/at: later/; s/^bank: .*//" "$1"';
  const MISTAKES = `${NOTE_PATH}:1:1: the front matter is missing "bank", the question bank, for example member\n`;

  test('without anybody to ask, leaves the entry, and is kept', async () => {
    const home = withNote();
    const before = read(home);
    const ran = await edit({ home, editor: BREAK });
    expect(ran).toMatchObject({ stdout: '', exitCode: 1 });
    expect(ran.stderr).toBe(
      `coach: ${MISTAKES}${NOTE_PATH}:4:5: "later" is not a time; expected something like "2026-11-22T09:14:05+01:00"\n` +
        `  The entry is as it was. Your edit is kept: ${home}/state/drafts/${NAME} (edited 1).md\n`,
    );
    expect(read(home)).toBe(before);
    expect(drafts(home)).toEqual([`${NAME} (edited 1).md`]);
    expect(kept(home, `${NAME} (edited 1).md`)).toContain('at: later\n');
    expect(statSync(path.join(home, `state/drafts/${NAME} (edited 1).md`)).mode & 0o777).toBe(0o600);
    await edit({ home, editor: BREAK.replace('later', 'never') });
    expect(kept(home, `${NAME} (edited 2).md`)).toContain('at: never\n');
    expect(kept(home, `${NAME} (edited 1).md`)).toContain('at: later\n');
  });

  test('is shown with its places, and is edited on', async () => {
    const home = withNote();
    const editor = `if [ $N = 0 ]; then ${BREAK}; else cp "$1" "$HOME_/second"; sed -i "s/^at: .*/at: 2026-11-22T08:00:00+01:00\\nbank: note/" "$1"; fi`;
    const ran = await edit({ home, editor, moves: ['Keep editing'] });
    expect(ran.seen).toEqual([
      `say ${MISTAKES.trim()}`,
      "choose coach can't read the entry as you edited it.",
    ]);
    expect(ran).toMatchObject({ stdout: `Saved.\n${NOTE_PATH}\n`, exitCode: 0 });
    expect(readFileSync(path.join(home, 'second'), 'utf8')).toContain('at: later\n');
    expect(drafts(home)).toEqual([]);
  });

  test('is kept when the editor takes it away at the second time', async () => {
    const home = withNote();
    const ran = await edit({
      home,
      editor: `if [ $N = 0 ]; then ${BREAK}; else rm "$1"; fi`,
      moves: ['Keep editing'],
    });
    expect(ran.stderr).toMatch(/^coach: the editor left no text behind\n.* Your edit is kept: /);
    expect(kept(home, `${NAME} (edited 1).md`)).toContain('at: later\n');
  });

  test('is saved as it is', async () => {
    const home = withNote();
    const ran = await edit({ home, editor: BREAK, moves: ['Save it'] });
    expect(ran).toMatchObject({ stdout: `Saved.\n${NOTE_PATH}\n`, exitCode: 0 });
    expect(read(home)).toContain('at: later\n');
  });

  test('is left', async () => {
    const home = withNote();
    const before = read(home);
    const ran = await edit({ home, editor: BREAK, moves: ['Leave'] });
    expect(ran).toMatchObject({ stdout: '', exitCode: 0 });
    expect(ran.stderr).toBe('The entry is as it was.\n');
    expect(read(home)).toBe(before);
    expect(drafts(home)).toEqual([]);
  });

  test('is kept after Ctrl-C', async () => {
    const home = withNote();
    const ran = await edit({ home, editor: BREAK, moves: [CTRL_C] });
    expect(ran.exitCode).toBe(130);
    expect(ran.stderr.replaceAll(/\s+/g, ' ')).toContain('Your edit is kept:');
    expect(drafts(home)).toEqual([`${NAME} (edited 1).md`]);
  });

  test('as it is no text any more', async () => {
    const home = withNote();
    const ran = await edit({ home, editor: String.raw`printf 'f\303\274r caf\351\n' >>"$1"` });
    expect(ran.stderr).toMatch(/^coach: .*:15:8: this is not UTF-8 text\n/);
    expect(ran.exitCode).toBe(1);
  });

  test('as it is no entry any more', async () => {
    const home = withNote();
    const ran = await edit({ home, editor: ': >"$1"' });
    expect(ran.stderr).toMatch(/:1:1: expected the front matter of an entry/);
    expect(drafts(home)).toEqual([]);
    expect(read(home)).toBe(entryText(NOTE));
  });
});

describe.skipIf(process.platform === 'win32')('an editor that fails', () => {
  const FAILED = 'coach: the editor failed with exit status 3: ';

  test('and changed nothing is told', async () => {
    const home = withNote();
    const ran = await edit({ home, editor: 'exit 3', moves: [] });
    expect(ran).toMatchObject({ stdout: '', exitCode: 1, seen: [] });
    expect(ran.stderr).toMatch(
      /^coach: the editor failed with exit status 3: .*\n {2}Anything you had before is kept\.\n$/,
    );
    expect(drafts(home)).toEqual([]);
  });

  test.each([
    { case: 'fails', end: 'exit 3', says: FAILED },
    { case: 'is killed', end: 'kill -9 $$', says: 'coach: the editor was stopped by SIGKILL\n' },
  ])('without anybody to ask, what it changed is kept: it $case', async ({ end, says }) => {
    const home = withNote();
    const ran = await edit({ home, editor: `sed -i s/far/good/ "$1"; ${end}` });
    expect(ran).toMatchObject({ stdout: '', exitCode: 1 });
    expect(ran.stderr).toContain(says);
    expect(ran.stderr).toContain(`Your edit is kept: ${home}/state/drafts/${NAME} (edited 1).md\n`);
    expect(kept(home, `${NAME} (edited 1).md`)).toContain('good');
    expect(read(home)).toBe(entryText(NOTE));
  });

  test.each([
    { move: 'Use the changed text', then: [], text: 'good', left: [] },
    { move: 'Leave', then: [], text: 'far', left: [] },
    { move: 'Edit the text again', then: ['Use the changed text'], text: 'goodgood', left: [] },
    { move: CTRL_C, then: [], text: 'far', left: [`${NAME} (edited 1).md`] },
  ])('with somebody to ask: $move', async ({ move, then, text, left }) => {
    const home = withNote();
    const editor = 'sed -i "s/^far/good/; t; s/^good/goodgood/" "$1"; exit 3';
    const ran = await edit({ home, editor, moves: [move, ...then] });
    expect(ran.seen[0]).toMatch(
      /^say The editor failed with exit status 3.*It had already changed the text\.$/,
    );
    expect(read(home)).toContain(`\n${text}\n`);
    expect(drafts(home)).toEqual(left);
  });

  test('that takes the file away, or cannot be started, costs nothing', async () => {
    const home = withNote();
    expect((await edit({ home, editor: 'rm "$1"' })).stderr).toBe('coach: the editor left no text behind\n');
    const env = { EDITOR: 'no-such-editor', PATH: process.env['PATH'] ?? '' };
    expect(await coach(['journal', 'edit', 'last'], { home, env })).toMatchObject({
      stderr: expect.stringMatching(/^coach: cannot start the editor: no-such-editor\n/),
      exitCode: 1,
    });
    expect(read(home)).toBe(entryText(NOTE));
    expect(drafts(home)).toEqual([]);
  });
});
