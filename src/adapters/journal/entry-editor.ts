// The editor of the person, opened on private copies of entries.
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Disk } from '../../app/ports/disk.ts';
import type { EntryCodec } from '../../app/ports/entry-codec.ts';
import type { EditedCopy, Editor, PrivateCopy } from '../../app/ports/machine.ts';
import { editedName } from '../../domain/entry/entry.ts';
import { sameBytes } from '../../domain/text/bytes.ts';
import { CoachError } from '../../domain/text/errors.ts';
import { endedBeforeEditor, noTextLeft } from '../../pages/machine/editor-refusals.ts';
import { cannotPutAside } from '../../pages/machine/file-refusals.ts';
import type { Leaving } from '../machine/leaving.ts';
import { freshFolder, leftBehind } from '../machine/own-folder.ts';
import { onDisk } from './journal-files.ts';
import { runEditor } from '../machine/editor.ts';

/** What the file is compared with, when its process was killed. */
const ORIGINAL = 'original';
const PURPOSE = 'entry';

export interface EntryEditorOptions {
  /** Names the editor, and is what it runs in. */
  readonly env: NodeJS.ProcessEnv;
  /** A private folder for the copies, and for those that are kept; made with mode 0700 if it is missing. */
  readonly folder: string;
  readonly disk: Disk;
  readonly codec: EntryCodec;
  /** Says when coach is to end, also while the editor is open. */
  readonly leaving: Leaving;
}

/** Opens the person's editor on private copies of entries, byte for byte as they are. Nothing is dropped unasked. */
export function entryEditor({ env, folder, disk, codec, leaving }: EntryEditorOptions): Editor {
  const keep = async (file: string): Promise<string> => {
    const own = path.dirname(file);
    try {
      chmodSync(file, 0o600);
      const bytes = readFileSync(file);
      const sealed = await codec.seal(bytes);
      const isAsItLies = sameBytes(sealed, bytes);
      for (let number = 1; ; number++) {
        const name = onDisk(editedName(path.basename(file), number), codec);
        const place = path.join(folder, name);
        const isPut = isAsItLies
          ? disk.move(file, place)
          : disk.createAll(folder, [{ name, content: sealed }]) === 1;
        if (!isPut) continue;
        rmSync(own, { recursive: true, force: true });
        return place;
      }
    } catch (error) {
      // Where it cannot be moved, it is safe where it is.
      if (error instanceof CoachError || (error instanceof Error && 'syscall' in error)) return file;
      throw error;
    }
  };
  return {
    copy: (name, bytes) => privateCopy(name, bytes, keep, { env, folder, leaving }),
    async rescue() {
      const kept: string[] = [];
      for (const own of leftBehind(folder, PURPOSE)) {
        const file = changedIn(own);
        if (file === undefined) rmSync(own, { recursive: true, force: true });
        else kept.push(await keep(file));
      }
      return kept;
    },
  };
}

function privateCopy(
  name: string,
  bytes: Uint8Array,
  keep: (file: string) => Promise<string>,
  { env, folder, leaving }: Pick<EntryEditorOptions, 'env' | 'folder' | 'leaving'>,
): PrivateCopy {
  const { own, close } = freshFolder(folder, PURPOSE);
  const file = path.join(own, name);
  try {
    for (const one of [path.join(own, ORIGINAL), file])
      writeFileSync(one, bytes, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    rmSync(own, { recursive: true, force: true });
    throw cannotPutAside(own, cause);
  }
  return {
    edit: () => untilTold(file, env, leaving),
    async keep(last) {
      close();
      if (!existsSync(file)) writeFileSync(file, last, { mode: 0o600 });
      return keep(file);
    },
    drop() {
      rmSync(own, { recursive: true, force: true });
      close();
    },
  };
}

/** @throws Interrupted where coach is told to end before the editor has; what the editor saves stays where it is. */
async function untilTold(file: string, env: NodeJS.ProcessEnv, leaving: Leaving): Promise<EditedCopy> {
  leaving.own();
  const told = new Promise<never>((_resolve, reject) => {
    leaving.told.addEventListener('abort', () => reject(endedBeforeEditor(file)));
  });
  // Told before: nothing is opened any more.
  if (leaving.told.aborted) throw endedBeforeEditor(file);
  const failure = await leaving.lending(() => Promise.race([failureOf(file, env), told]));
  const bytes = existsSync(file) ? readFileSync(file) : undefined;
  return { bytes, failure: failure ?? (bytes ? undefined : noTextLeft()) };
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

/** The copy that a killed process left, where it says something else than the original. */
function changedIn(own: string): string | undefined {
  const names = readdirSync(own);
  const name = names.find((one) => one.endsWith('.md') && !one.startsWith('.'));
  if (name === undefined || !names.includes(ORIGINAL)) return undefined;
  const file = path.join(own, name);
  return sameBytes(readFileSync(file), readFileSync(path.join(own, ORIGINAL))) ? undefined : file;
}
