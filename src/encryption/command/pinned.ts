// The pin of an encrypted journal, for commands that need one.
import type { Pin } from '../../domain/entry/key-pin.ts';
import { keyIsUnknown } from '../../pages/journal/lock-refusals.ts';
import type { KeyRing } from '../key-ring.ts';
import { notEncrypted } from '../unlock-text.ts';

/** The pin of an encrypted journal. @throws CoachError for any other */
export function pinned({ pin, hasKey }: Pick<KeyRing, 'pin' | 'hasKey'>): Pin {
  const known = pin();
  if (!known) throw hasKey() ? keyIsUnknown() : notEncrypted();
  return known;
}
