// An edit that can be undone: the old text is kept, the act written down, and then the file changed.
import type { ActHead } from '../../domain/history/act.ts';
import { sameBytes } from '../../domain/text/bytes.ts';
import type { JournalHistory, RawFile } from '../ports/history.ts';
import type { EntryFiles } from '../ports/journal.ts';
import { type Keeping, pruneHistory } from './keeping.ts';

/** What writes down what is done. */
export interface Recorder {
  readonly history: JournalHistory;
  readonly keeping: Keeping;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The files of the journal, as an edit needs them. */
export interface EditFiles extends Pick<EntryFiles, 'bytes'> {
  /** Other bytes for a file that still holds what is expected. @returns False where it holds something else, or is gone. */
  exchange(path: string, expected: Uint8Array, bytes: Uint8Array): Promise<boolean>;
  /** A new file. @returns False where the name is taken. */
  create(path: string, bytes: Uint8Array): Promise<boolean>;
}

/**
 * The files of the journal for an edit that is to be written down. What cannot be written down is not done.
 *
 * @example
 * const files = journalOf({ 'a.md': 'h' });
 * const edits = recordedEdits(files, recorderOf(files));
 * await edits.exchange('a.md', Uint8Array.of(0x68), Uint8Array.of(0x69)) //=> true
 */
export function recordedEdits(files: Pick<EntryFiles, 'bytes'>, recorder: Recorder): EditFiles {
  const { history } = recorder;
  return {
    bytes: (path) => files.bytes(path),
    async exchange(path, expected, bytes) {
      const file = await history.seal(bytes);
      return history.alone(async () => {
        const now = await files.bytes(path);
        if (now === undefined || !sameBytes(now, expected)) return false;
        // What is kept of it is not to be read by others than the entry itself.
        await history.settle(path);
        const was = history.hash(path);
        return was !== undefined && replaceRecorded(path, was, file, recorder);
      });
    },
    async create(path, bytes) {
      const file = await history.seal(bytes);
      return history.alone(async () => {
        if (history.hash(path) !== undefined) return false;
        const head = history.begin('edit');
        return orWithdrawn(head, {}, history, () => {
          history.write(head, [{ kind: 'add', path, hash: file.hash }]);
          return history.create(path, file);
        });
      });
    },
  };
}

/**
 * Replaces the file of an entry that has a hash, and writes it down as an edit. Nobody else may do or undo anything meanwhile.
 *
 * @returns False where it has another hash.
 *
 * @example
 * const recorder = recorderOf(journalOf({ 'a.md': 'h' }));
 * const file = await recorder.history.seal(Uint8Array.of(0x69));
 * replaceRecorded('a.md', recorder.history.hash('a.md'), file, recorder) //=> true
 */
export function replaceRecorded(
  path: string,
  was: string,
  file: RawFile,
  { history, keeping, now }: Recorder,
): boolean {
  const head = history.begin('edit');
  const isDone = orWithdrawn(head, { path }, history, () => {
    if (keeping.isOn) history.keep(path, head);
    history.write(head, [{ kind: 'text', path, was, is: file.hash }]);
    return history.exchange(path, was, file);
  });
  if (isDone) pruneHistory(history, keeping, now);
  return isDone;
}

/** Takes back what was written of an act that did not happen. */
function orWithdrawn(
  head: ActHead,
  written: { readonly path?: string },
  history: Pick<JournalHistory, 'withdraw'>,
  act: () => boolean,
): boolean {
  let isDone = false;
  try {
    isDone = act();
    return isDone;
  } finally {
    if (!isDone) history.withdraw(head, written);
  }
}
