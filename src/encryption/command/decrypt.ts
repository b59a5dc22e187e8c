// The command coach decrypt.
import type { Context } from '../../cli/context.ts';
import type { Prompter } from '../../app/ports/prompter.ts';
import { type Conversion, type ConversionKey, hindering } from '../conversion.ts';
import * as refuse from '../encrypt-refusals.ts';
import * as say from '../encrypt-text.ts';
import type { EncryptionContext, KeyRing } from '../key-ring.ts';
import { pinned } from './pinned.ts';
import { syncFirst } from './syncs-around.ts';
import { alone, fitting, keepCopy, refuseOpenWork, runConversion, tellDone } from './run-conversion.ts';

export interface DecryptOptions {
  readonly dryRun?: true;
  readonly yes?: true;
}

/** Makes every entry a readable file again. */
export async function decrypt(
  { dryRun, yes }: DecryptOptions,
  context: Context & EncryptionContext,
): Promise<void> {
  const ring = context.keyWorld();
  const conversion = await context.conversion();
  const pin = pinned(ring);
  const { terminal } = context;
  if (dryRun) {
    const { counts } = await conversion.look('decrypt');
    return terminal.out(`${fitting(say.wouldConvert('decrypt', counts), context)}\n`);
  }
  const prompter = yes ? undefined : await context.prompter();
  if (!yes && !prompter) throw refuse.nobodyToDecrypt();
  const syncAfter = await syncFirst('decrypt', context);
  const identity = await context.keys().identity();
  await refuseOpenWork('decrypt', conversion, context, identity);
  if (prompter && !(await isWanted(prompter))) return terminal.err(`${say.NOT_NOW}\n`);
  const key = { identity, recipient: pin.recipient, names: pin.names, former: await context.keys().former() };
  await alone(pin, ring, conversion, () => decryptAll(key, ring, conversion, context));
  await syncAfter();
}

async function isWanted(prompter: Prompter): Promise<boolean> {
  prompter.say(say.BEFORE_DECRYPTING);
  return (await prompter.line(say.ASK_DECRYPT)).trim().toLowerCase() === 'decrypt';
}

async function decryptAll(
  key: ConversionKey,
  ring: KeyRing,
  conversion: Conversion,
  context: Context,
): Promise<void> {
  conversion.dropActs();
  const converted = await runConversion('decrypt', key, conversion, context);
  const left = hindering(converted.left).length;
  if (left > 0) throw refuse.someLeft('decrypt', left);
  const isKept = keepCopy(key, ring);
  // Without its folder the key is still known here: the same command would go on.
  const aside = conversion.keyFolder.drop();
  ring.pins.put(ring.journal, undefined);
  // What was sealed until a moment ago.
  const late = await runConversion('decrypt', key, conversion, context, converted.left);
  (await ring.sessions()).end(key.recipient);
  conversion.dropIndex();
  // Whoever looked for the key right before it was gone has saved by now.
  const last = await runConversion('decrypt', key, conversion, context, converted.left);
  const counts = { ...converted.counts };
  for (const one of [late, last])
    for (const kind of ['entry', 'trash', 'version', 'draft'] as const) counts[kind] += one.counts[kind];
  const copies = [converted, late, last].flatMap((one) => one.copies);
  tellDone(say.decryptedText({ counts, copies }, { aside, isKept }), context);
}
