import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { EntryCodec } from '../../../src/app/ports/entry-codec.ts';
import { coach, freshHome, put, type Ran, type Setting } from '../coach.ts';

const turned = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => 255 - byte);

/** Entries lie in their files turned over. Both ways take time, and what is read at once has to be got ready before. */
function turningCodec(): EntryCodec {
  const ready = new Set<string>();
  const later = async (bytes: Uint8Array): Promise<Uint8Array> => {
    await setImmediate();
    return turned(bytes);
  };
  return {
    places: (name) => [name.replace(/\.md$/, '.md.turned')],
    placeFor: (name) => name.replace(/\.md$/, '.md.turned'),
    nameOf: (file) => (file.endsWith('.md.turned') ? file.slice(0, -'.turned'.length) : undefined),
    pathOf: (name) => name,
    async prepare(paths) {
      await setImmediate();
      for (const one of paths) ready.add(one);
    },
    text(name, file) {
      if (!ready.has(name)) throw new Error(`${name} was not got ready`);
      try {
        return Buffer.from(turned(readFileSync(file))).toString();
      } catch {
        return undefined;
      }
    },
    open: later,
    seal: later,
  };
}

/** The person's own word, and a beginning that every entry has in clear. */
const IN_CLEAR = /pineapple|coach: 1/;

const JOURNEY: readonly (readonly [argv: readonly string[], more?: Partial<Setting>])[] = [
  [['reflect', 'note', '--answers', '-'], { stdin: 'about: D.\nnote-text: The pineapple.\n' }],
  [['checkin', '--role', 'member', '--answers', '-'], { stdin: 'checkin-trust: 4\n' }],
  [['reflect', 'note', '--answers', '-'], { stdin: 'note-text: Another pineapple.\n' }],
  [['journal']],
  [['journal', '--json']],
  [['journal', '--search', 'pineapple', '--full']],
  [['journal', '--about', 'D.']],
  [['journal', 'show', 'last']],
  [[]],
  [['insights']],
  [['report', '--words']],
  [['report', '--to', 'out.html']],
  [['journal', 'export', '--format', 'json']],
  [['journal', 'export', '--to', 'out/']],
  [['journal', 'export', '--to', 'out.json']],
  [['journal', 'delete', 'last', '--yes']],
  [['journal', 'restore']],
  [['undo', '--yes']],
  [['redo', '--yes']],
  [['history']],
  [['journal', 'restore', '--all']],
  [['journal', 'delete', '--all', '--yes', '--forever']],
  [['journal', 'import', 'out.json', '--yes']],
  [['journal', 'import', 'out.json', '--yes']],
  [['journal', '--json']],
];

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((item) => item.isFile())
    .map((item) => path.join(item.parentPath, item.name));
}

test('everything reads and writes entries by way of the codec, and says the same with any', async () => {
  const [plain, other] = [freshHome(), freshHome()];
  const codec = turningCodec();
  const run = (home: string, argv: readonly string[], more: Partial<Setting>): Promise<Ran> =>
    coach(argv, { home, ...more });
  for (const [argv, more = {}] of JOURNEY) {
    const said = await run(plain, argv, more);
    const { stdout, stderr, exitCode } = await run(other, argv, { ...more, codec });
    const here = (text: string): string => text.replaceAll(other, plain);
    expect({ argv, stdout: here(stdout), stderr: here(stderr), exitCode }).toEqual({ argv, ...said });
    expect({ argv, ...said }).toMatchObject({ argv, exitCode: 0 });
    const files = filesIn(path.join(other, 'data/journal'));
    expect(files.filter((file) => !/\.md\.turned$|\/\.history\/acts\//.test(file))).toEqual([]);
    expect(files.filter((file) => IN_CLEAR.test(readFileSync(file, 'utf8')))).toEqual([]);
  }
});

test('an edit reads and writes by way of the codec', async () => {
  const home = freshHome();
  const codec = turningCodec();
  await coach(['reflect', 'note', '--answers', '-'], { home, codec, stdin: 'note-text: The pineapple.\n' });
  put(path.join(home, 'editor'), '#!/bin/sh\nsed -i s/pineapple/apple/ "$1"\n');
  const env = { EDITOR: `sh "${path.join(home, 'editor')}"`, PATH: process.env['PATH'] ?? '' };
  const edited = await coach(['journal', 'edit', 'last'], { home, codec, env });
  expect(edited).toMatchObject({ stdout: expect.stringMatching(/^Saved\.\n/), exitCode: 0 });
  const [file = '', kept = ''] = filesIn(path.join(home, 'data/journal')).toSorted((one, other) =>
    other.localeCompare(one),
  );
  expect(Buffer.from(turned(readFileSync(kept))).toString()).toContain('The pineapple.');
  const before = await coach(['journal', 'show', 'last', '--version', '1'], { home, codec });
  expect(before.stdout).toContain('The pineapple.');
  expect(Buffer.from(turned(readFileSync(file))).toString()).toContain('The apple.');
  await coach(['undo', '--yes'], { home, codec });
  expect(Buffer.from(turned(readFileSync(file))).toString()).toContain('The pineapple.');
  await coach(['redo', '--yes'], { home, codec });
  expect(Buffer.from(turned(readFileSync(file))).toString()).toContain('The apple.');
});
