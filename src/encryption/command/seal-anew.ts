// Sealing everything anew for another key, with what a sync brings that was sealed for the one before.
import type { Context } from '../../cli/context.ts';
import type { KeyPair, Pin } from '../../domain/entry/key-pin.ts';
import { type Conversion, hindering, totalOf } from '../conversion.ts';
import { someLeft } from '../encrypt-refusals.ts';
import type { KeyRing } from '../key-ring.ts';
import * as say from '../keys-text.ts';
import { alone, runConversion, tellDone } from './run-conversion.ts';
import type { Came } from './syncs-around.ts';

/** A key and those before it. */
export interface KeyChange {
  readonly pair: KeyPair;
  /** Identities of former keys. */
  readonly former: readonly string[];
  readonly pin: Pin;
}

/** Seals all files anew that are sealed for a former key. @throws CoachError where some are left. */
export async function sealAnew(
  { pair, former, pin: { names } }: KeyChange,
  conversion: Conversion,
  context: Context,
): Promise<number> {
  const converted = await runConversion('renew', { ...pair, names, former }, conversion, context);
  conversion.dropIndex();
  const left = hindering(converted.left).length;
  if (left > 0) throw someLeft('renew', left);
  const total = totalOf(converted.counts);
  if (total > 0) tellDone(say.sealedAnew(converted.counts), context);
  return total;
}

/**
 * Syncs, and ends the change of a key. Until a sync has come through, other machines may send what is sealed for the key before: so long
 * it opens that still.
 *
 * @param isSure - Something here is sealed for the key before. What another machine has sealed anew comes first: the same done twice
 *   would be two texts.
 */
export async function endChange(
  change: KeyChange,
  syncAfter: () => Promise<Came>,
  isSure: boolean,
  {
    ring,
    conversion,
    context,
  }: { readonly ring: KeyRing; readonly conversion: Conversion; readonly context: Context },
): Promise<void> {
  const { former: _over, ...pin } = change.pin;
  const came = await syncAfter();
  const isOpen = came === 'by-hand' || came === 'not-now' || (came === 'none' && isSure);
  if (isOpen) return tellDone(say.FORMER_STAYS, context);
  const isNew = isSure || (came !== 'none' && came.in > 0);
  const late = await alone(pin, ring, conversion, async () => {
    const count = isNew ? await sealAnew(change, conversion, context) : 0;
    conversion.keyFolder.dropFormer();
    ring.pins.put(pin.journal, pin);
    return count;
  });
  if (late > 0) await syncAfter();
}
