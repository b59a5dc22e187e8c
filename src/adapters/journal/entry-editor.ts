// The editor of the person, opened on private copies of entries.
import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Disk } from '../../app/ports/disk.ts';
import type { EntryCodec } from '../../app/ports/entry-codec.ts';
import type { EditedCopy, Editor } from '../../app/ports/machine.ts';
import { editedName } from '../../domain/entry/entry.ts';
import { sameBytes } from '../../domain/text/bytes.ts';
import { CoachError } from '../../domain/text/errors.ts';
import { endedBeforeEditor, noTextLeft } from '../../pages/machine/editor-refusals.ts';
import type { Leaving } from '../machine/leaving.ts';
import {
  FOR_EDITORS,
  freshFolder,
  leftByEditors,
  mayBeOpen,
  putAside,
  unseenIn,
  writingOf,
} from '../machine/own-folder.ts';
import { readOrRefuse, readRegular } from '../machine/regular-file.ts';
import { codeOf } from '../machine/system-errors.ts';
import { AT_ONCE, runEditor } from '../machine/editor.ts';

export interface EntryEditorOptions {
  /** Names the editor, and is what it runs in. */
  readonly env: NodeJS.ProcessEnv;
  /** A private folder for what is kept of copies; made with mode 0700 if it is missing. */
  readonly folder: string;
  /** Where copies lie, if not there as well: where new ones go, and where some may have been left. */
  readonly places?: { readonly fresh: () => Promise<string>; readonly all: () => Promise<readonly string[]> };
  readonly disk: Disk;
  readonly codec: EntryCodec;
  /** Says when coach is to end, also while the editor is open. */
  readonly leaving: Leaving;
  /** An editor that changed nothing within so many milliseconds may not wait for its file to be closed. */
  readonly atOnce?: number;
}

/** Opens the person's editor on private copies of entries, byte for byte as they are. Nothing is dropped unasked. */
export function entryEditor({
  env,
  folder,
  disk,
  codec,
  leaving,
  places = { fresh: () => Promise.resolve(folder), all: () => Promise.resolve([folder]) },
  atOnce = AT_ONCE,
}: EntryEditorOptions): Editor {
  const keep = async (file: string, called: string): Promise<string> => {
    try {
      const bytes = readRegular(file);
      if (!bytes) return file;
      chmodSync(file, 0o600);
      const sealed = await codec.seal(bytes);
      const isAsItLies = sameBytes(sealed, bytes);
      for (let number = 1; ; number++) {
        const name = codec.placeFor(editedName(called, number), sealed);
        const place = path.join(folder, name);
        const isPut = isAsItLies
          ? disk.move(file, place)
          : (await disk.createAll(folder, [{ path: name, content: sealed }])) === 1;
        if (isPut) return place;
      }
    } catch (error) {
      // Where it cannot be moved, it is safe where it is.
      if (error instanceof CoachError || codeOf(error) !== '') return file;
      throw error;
    }
  };
  /** Keeps all that nobody has seen, and takes the rest away. */
  const settle = async (own: string, called: string, seen: readonly Uint8Array[]): Promise<string[]> => {
    const unseen = unseenIn(own, ...seen);
    const kept: string[] = [];
    for (const file of unseen) kept.push(await keep(file, called));
    if (!kept.some((file) => unseen.includes(file))) rmSync(own, { recursive: true, force: true });
    return kept;
  };
  return {
    async copy(name, bytes) {
      const { own, close } = freshFolder(await places.fresh(), FOR_EDITORS.entry);
      const file = putAside(own, name, bytes);
      let hasFailed = false;
      return {
        async edit() {
          const edited = await untilTold(file, env, leaving, atOnce);
          hasFailed = edited.failure !== undefined;
          return edited;
        },
        async keep(last) {
          close();
          // What the editor left in its place may be no file, or none that can be read.
          const whole = holds(file, last) ? file : path.join(own, `edited-${name}`);
          if (whole !== file) writeFileSync(whole, last, { mode: 0o600 });
          const place = await keep(whole, name);
          await settle(own, name, place === whole ? [] : [last]);
          return place;
        },
        async drop(...seen) {
          if (!hasFailed) rmSync(own, { recursive: true, force: true });
          const kept = await settle(own, name, seen);
          close();
          return kept;
        },
      };
    },
    async rescue() {
      const kept: string[] = [];
      for (const own of (await places.all()).flatMap(leftByEditors)) {
        const names = readdirSync(own);
        const called = names.find((one) => one.endsWith('.md') && !one.startsWith('.')) ?? 'answer.md';
        if (unseenIn(own).length > 0 || !mayBeOpen(own)) kept.push(...(await settle(own, called, [])));
      }
      return kept;
    },
  };
}

/** @throws Interrupted where coach is told to end before the editor has; what the editor saves stays where it is. */
async function untilTold(
  file: string,
  env: NodeJS.ProcessEnv,
  leaving: Leaving,
  atOnce: number,
): Promise<EditedCopy> {
  leaving.own();
  const told = new Promise<never>((_resolve, reject) => {
    leaving.told.addEventListener('abort', () => reject(endedBeforeEditor(file)));
  });
  // Told before: nothing is opened any more.
  if (leaving.told.aborted) throw endedBeforeEditor(file);
  const isWritten = writingOf(file);
  const began = performance.now();
  const failure = await leaving.lending(() => Promise.race([failureOf(file, env), told]));
  const { bytes, refusal } = savedIn(file);
  return {
    bytes,
    failure: failure ?? refusal ?? (bytes ? undefined : noTextLeft()),
    mayBeOpen: !failure && !isWritten() && performance.now() - began < atOnce,
  };
}

/** What stands there, or why it cannot be read. */
function savedIn(file: string): { readonly bytes?: Uint8Array | undefined; readonly refusal?: CoachError } {
  try {
    return { bytes: readOrRefuse(file) };
  } catch (error) {
    if (error instanceof CoachError) return { refusal: error };
    throw error;
  }
}

function holds(file: string, bytes: Uint8Array): boolean {
  const { bytes: there } = savedIn(file);
  return there !== undefined && sameBytes(there, bytes);
}

async function failureOf(file: string, env: NodeJS.ProcessEnv): Promise<CoachError | undefined> {
  const { stdin } = process;
  // Who reads line by line goes on reading, and would take keys that are meant for the editor.
  const isRead = stdin.readableFlowing === true;
  if (isRead) stdin.pause();
  try {
    await runEditor(file, env);
    return undefined;
  } catch (error) {
    if (error instanceof CoachError) return error;
    throw error;
  } finally {
    if (isRead) stdin.resume();
  }
}
