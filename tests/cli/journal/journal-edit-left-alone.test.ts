import { chmodSync, existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  coach,
  entryText,
  filesBelow,
  freshHome,
  journalOf,
  put,
  putEntry,
  type Ran,
  refused,
} from '../coach.ts';
import { type Move, type Scripted, scripted } from '../scripted.ts';

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

describe.skipIf(process.platform === 'win32')('when the entry changed meanwhile', () => {
  const beside = `${NAME} (edited 1).md`;

  test.each([
    {
      what: 'was changed',
      does: `sed -i s/far/near/ "$HOME_/data/journal/${NOTE_PATH}"`,
      there: [beside, `${NAME}.md`],
    },
    { what: 'was moved or deleted', does: `rm "$HOME_/data/journal/${NOTE_PATH}"`, there: [beside] },
  ])('both are kept and named: $what', async ({ what, does, there }) => {
    const home = withNote();
    const ran = await edit({ home, editor: `sed -i s/far/good/ "$1"; ${does}` });
    expect(ran).toMatchObject({
      stdout: '',
      stderr: `coach: ${NOTE_PATH} ${what} after it was opened\n  Nothing was overwritten. Your edit is here: 2026/11/${beside}\n`,
      exitCode: 1,
    });
    expect(filesBelow(journalOf(home))).toEqual(there.map((name) => `2026/11/${name}`));
    expect(there.map((name) => /far|near|good/.exec(read(home, `2026/11/${name}`))?.[0])).toEqual(
      ['good', 'near'].slice(0, there.length),
    );
    expect(drafts(home)).toEqual([]);
  });

  test('nothing that stands there is overwritten', async () => {
    const home = withNote();
    put(note(home, `2026/11/${beside}`), 'mine');
    const does = `sed -i s/far/near/ "$HOME_/data/journal/${NOTE_PATH}"`;
    const ran = await edit({ home, editor: `sed -i s/far/good/ "$1"; ${does}` });
    expect(ran.stderr).toContain(`${NAME} (edited 2).md\n`);
    expect(read(home, `2026/11/${beside}`)).toBe('mine');
  });

  test('into the same, nothing is wrong', async () => {
    const home = withNote();
    const does = `sed -i s/far/good/ "$HOME_/data/journal/${NOTE_PATH}"`;
    const ran = await edit({ home, editor: `sed -i s/far/good/ "$1"; ${does}` });
    expect(ran).toMatchObject({ stdout: `Saved.\n${NOTE_PATH}\n`, exitCode: 0 });
  });
});

describe.skipIf(process.platform === 'win32')('what an editor left in the place of the text', () => {
  test('was waited for without end: a pipe', async () => {
    const home = withNote();
    const ran = await edit({ home, editor: 'rm "$1"; mkfifo "$1"' });
    expect(ran.stderr).toMatch(/^coach: cannot read .*\.md: it is a pipe\n/);
    expect({ exitCode: ran.exitCode, text: read(home) }).toEqual({ exitCode: 1, text: entryText(NOTE) });
  });

  test('was a bug of coach: a folder', async () => {
    const home = withNote();
    const ran = await edit({ home, editor: 'rm "$1"; mkdir "$1"' });
    expect(ran.stderr).toMatch(/^coach: cannot read .*\.md: it is a folder/);
    expect({ exitCode: ran.exitCode, text: read(home) }).toEqual({ exitCode: 1, text: entryText(NOTE) });
  });

  test('stopped every sitting: a file with the name of a folder for editors', async () => {
    const home = withNote();
    put(path.join(home, 'state/drafts/entry-99999999-x'), 'mine');
    expect(await edit({ home, editor: 'sed -i s/far/good/ "$1"' })).toMatchObject({
      exitCode: 0,
      stderr: '',
    });
  });
});

describe('is refused', () => {
  test('without a terminal and without an editor that is named', async () => {
    expect(await coach(['journal', 'edit', 'last'], { home: withNote() })).toEqual({
      stdout: '',
      stderr:
        'coach: there is no terminal to open an editor in\n  Set EDITOR to a program that changes a file by itself, for example EDITOR="sed -i s/old/new/".\n',
      exitCode: 1,
    });
  });

  test('for a file that is not UTF-8, before the editor opens', async () => {
    const home = freshHome();
    mkdirSync(path.dirname(note(home)), { recursive: true });
    writeFileSync(note(home), Buffer.from(entryText({ ...NOTE, body: 'caf\u00e9\n' }), 'latin1'));
    const env = { EDITOR: 'touch opened' };
    expect(await coach(['journal', 'edit', NOTE_PATH], { home, env })).toEqual({
      stdout: '',
      stderr: `coach: ${NOTE_PATH}:10:4: this is not UTF-8 text\n  coach cannot tell what encoding the text is in. Convert it to UTF-8 first, with the name of its encoding in place of ENCODING: iconv -f ENCODING -t utf-8\n`,
      exitCode: 1,
    });
    expect(existsSync(path.join(home, 'opened'))).toBe(false);
  });

  test('for several, with their ids', async () => {
    const home = withNote();
    putEntry(home, { id: '7q2m8k3x9b', at: '2026-11-22T09:00:00+01:00' });
    const env = { EDITOR: 'false' };
    expect(await coach(['journal', 'edit', 'today'], { home, env })).toEqual(
      refused(
        'coach: "today" matches 2 entries, and only one can be edited at a time\n  Choose one: 7q2m8k3x9b, k3x8m2p9qa\n',
      ),
    );
    expect(await coach(['journal', 'edit', 'k3x7'], { home, env })).toEqual(
      refused('coach: there is no entry "k3x7"\n  Did you mean k3x8?\n'),
    );
  });
});

describe.skipIf(process.platform === 'win32')('an edit whose process was killed', () => {
  test('is kept by the next one, if it changed anything', async () => {
    const home = withNote();
    const folder = path.join(home, 'state/drafts');
    for (const [pid, text] of [
      [999_999_998, 'changed'],
      [999_999_999, 'same'],
    ] as const) {
      put(path.join(folder, `entry-${pid}-abc`, 'original'), 'same');
      put(path.join(folder, `entry-${pid}-abc`, `${NAME}.md`), text);
    }
    put(path.join(folder, 'entry-999999997-abc', 'original'), 'sa');
    // An editor may be open on one for a day.
    const [old, young] = ['entry-999999997-abc', 'entry-999999999-abc'];
    utimesSync(path.join(folder, old), 1, 1);
    const ran = await edit({ home, editor: 'touch "$1"' });
    expect(ran).toMatchObject({
      stdout: 'Nothing was changed.\n',
      stderr: `An earlier edit left text that was never saved. It is kept here: ${folder}/${NAME} (edited 1).md\n`,
    });
    expect(drafts(home)).toEqual([`${NAME} (edited 1).md`, `${young}/${NAME}.md`, `${young}/original`]);
    expect(kept(home, `${NAME} (edited 1).md`)).toBe('changed');
  });
});
