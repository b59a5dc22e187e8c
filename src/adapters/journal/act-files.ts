// The files of acts: read together, those that belong to one act as one.
import path from 'node:path';
import type { SeenActs } from '../../app/ports/history.ts';
import type { JournalAct } from '../../domain/history/act.ts';
import { CoachError, FileMistakes } from '../../domain/text/errors.ts';
import { NewerAct, parseAct } from '../../formats/history/act-json.ts';
import { readActName } from '../../formats/history/act-name.ts';
import { unreadableFile } from '../../pages/journal/journal-refusals.ts';
import { namesIn, readRegular } from '../machine/regular-file.ts';
import { codeOf } from '../machine/system-errors.ts';

/** The folder of the history in that of the journal, and that of acts in it. */
export const HISTORY = '.history';
export const ACTS = 'acts';

/**
 * The acts of a journal, the earliest first. A part that cannot be understood is named, and the others count.
 *
 * @param folder - Of the journal.
 * @param machine - The token of this machine.
 */
export function seenActs(folder: string, machine: string): SeenActs {
  const acts = new Map<string, JournalAct>();
  const unread: FileMistakes[] = [];
  const newer: FileMistakes[] = [];
  const named = namesIn(path.join(folder, HISTORY, ACTS)).flatMap((name) => {
    const read = readActName(name);
    return read ? [{ ...read, name }] : [];
  });
  const inOrder = named.toSorted((one, other) =>
    one.id === other.id ? one.part - other.part : one.id < other.id ? -1 : 1,
  );
  for (const { id, machine: token, kind, part, name } of inOrder) {
    const read = readAct(folder, `${HISTORY}/${ACTS}/${name}`);
    if (read === undefined) continue;
    if (read instanceof FileMistakes) {
      (read instanceof NewerAct && token === machine ? newer : unread).push(read);
      continue;
    }
    const { at, of, changes } = read;
    const { changes: before = [], parts = 0 } = acts.get(id) ?? {};
    acts.set(id, {
      id,
      machine: token,
      kind,
      at,
      changes: before.concat(changes),
      parts: Math.max(parts, part),
      ...(of !== undefined && { of }),
    });
  }
  return { acts: [...acts.values()], unread, newer };
}

/** Undefined for one that went away. */
function readAct(folder: string, file: string): ReturnType<typeof parseAct> | FileMistakes | undefined {
  try {
    const bytes = readRegular(path.join(folder, file));
    return bytes && parseAct(bytes.toString(), file);
  } catch (error) {
    if (error instanceof FileMistakes) return error;
    if (codeOf(error) === '' && !(error instanceof CoachError)) throw error;
    return unreadableFile(file, codeOf(error));
  }
}
