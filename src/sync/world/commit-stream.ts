// The stream of which git's fast-import makes a commit.
import type { Commit, SentFile } from '../sync-ports.ts';

/** The ref that leads to it. */
export const MADE = 'refs/coach/made';

/** Nobody's name. */
const NAME = 'coach';
const DAY = 86_400;

/** What a commit says beside its files. */
interface CommitHead {
  readonly parent: Commit | undefined;
  readonly message: string;
  /** An e-mail address. */
  readonly author: string;
}

/** A commit tells the day, and no moment. */
export function* commitStream(
  { parent, message, author }: CommitHead,
  changes: Iterable<Uint8Array>,
  now: number,
): Generator<Uint8Array> {
  const day = Math.floor(now / 1000 / DAY) * DAY;
  yield Buffer.from(
    `commit ${MADE}\ncommitter ${NAME} <${author}> ${day} +0000\ndata ${Buffer.byteLength(message)}\n${message}\n`,
  );
  if (parent !== undefined) yield Buffer.from(`from ${parent}\n`);
  yield* changes;
  yield Buffer.from('done\n');
}

/** Some files as they go into it. */
export function* changesOf(files: Iterable<SentFile>): Generator<Uint8Array> {
  for (const { path: file, bytes } of files) {
    if (bytes === undefined) yield Buffer.from(`D ${file}\n`);
    else
      yield Buffer.concat([
        Buffer.from(`M 100644 inline ${file}\ndata ${bytes.length}\n`),
        bytes,
        Buffer.from('\n'),
      ]);
  }
}
