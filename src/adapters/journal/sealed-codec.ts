// The codec of sealed entries: files of age, which any program that knows them opens with the key.
import type { EntryCodec } from '../../app/ports/entry-codec.ts';
import type { JournalKeys } from '../../app/ports/keys.ts';
import { type FileStamp, NotReady } from '../../app/ports/journal-files.ts';
import type { Sealing } from '../../app/ports/sealing.ts';
import { barePath } from '../../domain/entry/bare-name.ts';
import { AGE, readEntryName, SEALED } from '../../domain/entry/entry.ts';
import { shownText } from '../../domain/text/bytes.ts';
import { FileMistakes } from '../../domain/text/errors.ts';
import { isSealed } from '../../formats/sealing/age-header.ts';
import { unopenedFile } from '../../pages/journal/lock-refusals.ts';
import { onDisk } from './journal-files.ts';
import { stampOf } from './listed-folders.ts';
import { bytesOrRefusal, textOf } from './plain-codec.ts';

/** What a codec of sealed entries needs. */
export interface SealedWorld {
  /** The folder of the journal. */
  readonly folder: string;
  readonly keys: JournalKeys;
  /** Loaded where something is sealed or opened. */
  readonly sealing: () => Promise<Sealing>;
  /** Hears the name of each entry on the way that is not sealed. */
  readonly inClear?: (name: string) => void;
}

/** So many files are opened at once: the library holds some hundred kilobytes for each of them. */
const AT_ONCE = 8;

/** An entry that was got ready, and the stamp that its file had. */
interface Ready {
  readonly stamp: FileStamp | undefined;
  readonly text: string | FileMistakes | undefined;
}

/**
 * Seals each entry for the key of the journal. What lies there in clear, such as an entry that another program has put there, is read as
 * it is, and sealed where it is written anew.
 */
export function sealedCodec({ folder, keys, sealing, inClear }: SealedWorld): EntryCodec {
  const ready = new Map<string, Ready>();
  const open: EntryCodec['open'] = async (bytes, file) => {
    if (!isSealed(bytes)) return bytes;
    const identity = await keys.identity();
    const { open: openWith } = await sealing();
    const opened = await openWith(bytes, identity);
    if (typeof opened !== 'string') return opened;
    // While another key takes the place of one, some are sealed for that one still.
    for (const former of opened === 'other' ? await keys.former() : []) {
      const before = await openWith(bytes, former);
      if (typeof before !== 'string') return before;
    }
    throw unopenedFile(file, opened);
  };
  const textAt = async (file: string, place: string): Promise<Ready['text']> => {
    const bytes = bytesOrRefusal(file, place);
    if (bytes === undefined || bytes instanceof FileMistakes) return bytes;
    try {
      return shownText(await open(bytes, file));
    } catch (error) {
      if (!(error instanceof FileMistakes)) throw error;
      return error;
    }
  };
  const codec: EntryCodec = {
    places: (file) => (file.endsWith('.md') ? [`${file}${AGE}`, file] : [file]),
    placeFor: (file, bytes) => (file.endsWith('.md') && isSealed(bytes) ? `${file}${AGE}` : file),
    nameOf(file) {
      if (file.endsWith(SEALED)) return file.slice(0, -AGE.length);
      if (!file.endsWith('.md')) return undefined;
      if (readEntryName(file)) inClear?.(file);
      return file;
    },
    pathOf: (file) => (keys.pin()?.names === 'whole' ? file : barePath(file)),
    async prepare(files) {
      for (let at = 0; at < files.length; at += AT_ONCE) {
        const some = files.slice(at, at + AT_ONCE);
        await Promise.all(
          some.map(async (file) => {
            const place = onDisk(folder, file, codec);
            const stamp = stampOf(place);
            const before = ready.get(file);
            if (!before || !isSame(before.stamp, stamp))
              ready.set(file, { stamp, text: await textAt(file, place) });
          }),
        );
      }
    },
    release(files) {
      for (const file of files) ready.delete(file);
    },
    text(file, place) {
      // Nothing else is ever sealed.
      if (!file.endsWith('.md')) return textOf(file, place);
      const found = ready.get(file);
      if (!found) throw new NotReady(file);
      return found.text;
    },
    open,
    seal: async (bytes) => (await sealing()).seal(bytes, keys.recipient()),
  };
  return codec;
}

function isSame(one: FileStamp | undefined, other: FileStamp | undefined): boolean {
  return (
    one?.size === other?.size &&
    one?.mtimeMs === other?.mtimeMs &&
    one?.ctimeMs === other?.ctimeMs &&
    one?.ino === other?.ino
  );
}
