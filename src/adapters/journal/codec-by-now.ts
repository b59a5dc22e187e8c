// The codec of a journal that somebody may encrypt or decrypt while this process is at work.
import type { EntryCodec } from '../../app/ports/entry-codec.ts';
import { encryptedByNow } from '../../pages/journal/lock-refusals.ts';

/**
 * Lists and reads as the journal was at first, and writes as it is by now: a sitting may be open for hours, and what is saved at its end
 * is not to lie in clear in a journal that is encrypted by then.
 *
 * @param now - The one that goes by what this machine remembers of the journal, looked at anew.
 */
export function codecByNow(first: EntryCodec, now: () => EntryCodec): EntryCodec {
  let last = first;
  const anew = (): EntryCodec => (last = now());
  return {
    ...first,
    places: (path) => last.places(path),
    placeFor: (path, file) => last.placeFor(path, file),
    nameOf(file) {
      const name = first.nameOf(file);
      // What is kept of a journal in clear is not to tell what is encrypted.
      if (name === undefined && last !== first && last.nameOf(file) !== undefined) throw encryptedByNow();
      return name;
    },
    pathOf: (path) => anew().pathOf(path),
    open: (sealed, path) => last.open(sealed, path),
    seal: (bytes) => anew().seal(bytes),
  };
}
