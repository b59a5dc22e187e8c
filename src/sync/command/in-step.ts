// A sync that another command waits for, because what it does is about both sides.
import type { KeysApart, OtherSide } from '../../app/ports/other-side.ts';
import type { Context } from '../../cli/context.ts';
import { CoachError, Interrupted } from '../../domain/text/errors.ts';
import { MINUTE } from '../../domain/time/day.ts';
import { remoteAddress } from '../remote-address.ts';
import { stateIn } from '../stop-text.ts';
import type { Synced } from '../sync-once.ts';
import type { SyncContext } from '../sync-world.ts';
import { afterAnother } from './after-another.ts';
import { runSync } from './sync.ts';

const APART: readonly KeysApart[] = ['keys-differ', 'unlock-first', 'decrypted-there', 'encrypt-first'];

/** @returns Undefined where this journal has none. @throws CoachError where it cannot be told. */
export async function otherSide(context: Context & SyncContext): Promise<OtherSide | undefined> {
  const world = await context.syncWorld();
  const record = world.read();
  if (!record || record.setup.journal !== context.places.journal()) return undefined;
  return {
    shown: remoteAddress(record.setup.address, world.absolute).shown,
    mayBeRead: record.setup.readable,
    copy: world.repository(),
    follows: context.settings().sync !== 'by-hand',
    async inStep(isLong) {
      const manner = { span: (isLong ? 10 : 1) * MINUTE, asks: false };
      try {
        const act = (): Promise<Synced> => runSync(world.read() ?? record, {}, manner, false, context);
        return (await afterAnother(act, manner.span, context)).in;
      } catch (error) {
        if (!(error instanceof CoachError) || error instanceof Interrupted) throw error;
        const state = stateIn(error);
        return { error, apart: APART.find((one) => one === state) };
      }
    },
  };
}
