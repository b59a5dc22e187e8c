// The key of a journal, which is not loaded where the journal has none.
import type { JournalKeys } from '../app/ports/keys.ts';
import type { Pin } from '../domain/entry/key-pin.ts';
import { once } from './once.ts';

/** What tells a journal in clear. */
export interface KeySigns {
  pin(): Pin | undefined;
  /** Whether the journal holds a key, whosesoever. */
  hasKey(): boolean;
}

/** A key that is the same as another, which is opened when there is something to ask of it: nearly all journals are in clear. */
export function keysWhenAsked(open: () => JournalKeys, { pin, hasKey }: KeySigns): JournalKeys {
  let isOpen = false;
  const keys = once(() => {
    isOpen = true;
    return open();
  });
  const isPlain = (): boolean => !isOpen && pin() === undefined && !hasKey();
  return {
    state: async () => (isPlain() ? 'plain' : keys().state()),
    pin,
    recipient: () => keys().recipient(),
    identity: () => keys().identity(),
    former: () => keys().former(),
    orWithout: async (ask) => isPlain() || keys().orWithout(ask),
    get isWithout() {
      return isOpen && keys().isWithout;
    },
  };
}
