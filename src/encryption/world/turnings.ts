// The ways to turn files, by the key.
import type { Sealing } from '../../app/ports/sealing.ts';
import { shownText } from '../../domain/text/bytes.ts';
import { AGE } from '../../domain/entry/entry.ts';
import { isSealed } from '../../formats/sealing/age-header.ts';
import type { ConversionKey, ConversionWay } from '../conversion.ts';
import { barePathOf, wholePathOf } from '../file-names.ts';
import type { Turning } from './turned-files.ts';

/** How files are turned in one of the ways. */
export function turningOf(way: ConversionWay, key: ConversionKey, sealing: Sealing): Turning {
  const opened = async (file: Uint8Array, identity: string): Promise<Uint8Array | undefined> => {
    const clear = await sealing.open(file, identity);
    return typeof clear === 'string' ? undefined : clear;
  };
  const sealed: Pick<Turning, 'turned' | 'back' | 'ending'> = {
    turned: (clear) => sealing.seal(clear, key.recipient),
    back: (file) => opened(file, key.identity),
    ending: AGE,
  };
  switch (way) {
    case 'encrypt':
      return {
        ...sealed,
        clearOf: (file) => Promise.resolve(isSealed(file) ? 'done' : file),
        pathOf: (path, clear) =>
          key.names === 'whole' ? Promise.resolve(path) : barePathOf(path, shownText(clear)),
      };
    case 'decrypt':
      return {
        async clearOf(file) {
          for (const identity of [key.identity, ...key.former]) {
            const clear = await opened(file, identity);
            if (clear) return clear;
          }
          return 'unopened';
        },
        turned: (clear) => Promise.resolve(clear),
        back: (file) => Promise.resolve(file),
        pathOf: (path, clear) => wholePathOf(path, shownText(clear)),
        ending: '',
      };
    case 'renew':
      return {
        ...sealed,
        async clearOf(file) {
          if (!isSealed(file)) return 'done';
          for (const identity of key.former) {
            const clear = await opened(file, identity);
            if (clear) return clear;
          }
          return (await opened(file, key.identity)) ? 'done' : 'unopened';
        },
        pathOf: (path) => Promise.resolve(path),
      };
  }
}
