// A conversion that is run: it says how far it is, what it leaves, and what stood in the way.
import { CoachError } from '../../domain/text/errors.ts';
import type { Pin } from '../../domain/entry/key-pin.ts';
import { rescuedText } from '../../pages/journal/edit-text.ts';
import { asRun } from '../../pages/text/as-run.ts';
import { talkText } from '../../pages/text/talk.ts';
import type { Context } from '../../cli/context.ts';
import { slowProgress } from '../../cli/slow-progress.ts';
import type { Conversion, ConversionKey, Converted, ConversionWay, LeftFile } from '../conversion.ts';
import * as refuse from '../encrypt-refusals.ts';
import * as say from '../encrypt-text.ts';
import type { KeyRing } from '../key-ring.ts';

const DOING: Readonly<Record<ConversionWay, string>> = {
  encrypt: say.ENCRYPTING,
  decrypt: say.DECRYPTING,
  renew: say.ENCRYPTING,
};

/** Keeps what editors have left, and refuses while one or a sitting is open. @throws CoachError */
export async function refuseOpenWork(
  way: ConversionWay,
  conversion: Conversion,
  context: Context,
  identity?: string,
): Promise<Awaited<ReturnType<Conversion['look']>>> {
  for (const file of await (await context.editor()).rescue()) context.terminal.err(`${rescuedText(file)}\n`);
  const found = await conversion.look(way, identity);
  if (found.open) throw refuse.openNow(found.open);
  return found;
}

/** Does something while nobody else converts anything, and only if the journal still has the same key. @throws CoachError */
export function alone<Value>(
  { journal, recipient }: Pick<Pin, 'journal' | 'recipient'>,
  { pins }: Pick<KeyRing, 'pins'>,
  conversion: Conversion,
  act: () => Promise<Value>,
): Promise<Value> {
  return conversion.alone(async () => {
    if (pins.of(journal)?.recipient !== recipient) throw refuse.keyChangedMeanwhile();
    return act();
  });
}

/** Sees to it that this machine has the sealed identity of a journal, where it is to be had. @returns Whether it has. */
export function keepCopy({ recipient }: Pick<Pin, 'recipient'>, { pins, found }: KeyRing): boolean {
  const there = found();
  const isOwn = there?.recipient?.recipient === recipient;
  if (pins.keyFor(recipient) === undefined && isOwn && !there.isDamaged && there.sealed !== undefined)
    pins.keepKey(recipient, there.sealed);
  return pins.keyFor(recipient) !== undefined;
}

/** Converts, and names what is left and was not named before. @throws CoachError where something stood in the way, once it was said how far it got. */
export async function runConversion(
  way: ConversionWay,
  key: ConversionKey,
  conversion: Conversion,
  context: Context,
  named: readonly LeftFile[] = [],
): Promise<Converted> {
  const converted = await conversion.convert(way, key, slowProgress(DOING[way], context.terminal));
  const isNew = (one: LeftFile): boolean => !named.some(({ path }) => path === one.path);
  for (const one of converted.left.filter(isNew)) context.terminal.err(`${say.leftText(one)}\n`);
  if (converted.failure === undefined) return converted;
  if (converted.failure instanceof CoachError)
    context.terminal.err(`${say.doneSoFar(way, converted.counts)}\n`);
  throw converted.failure;
}

/** Says what stays done, line by line. */
export function tellDone(text: string, context: Context): void {
  context.terminal.done(`${fitting(text, context)}\n`);
}

/** A text with its commands as they are called here. Its lines are wrapped for a screen, and stay as they are elsewhere. */
export function fitting(
  text: string,
  { terminal: { screen, width }, env }: Pick<Context, 'terminal' | 'env'>,
): string {
  const called = asRun(text, env);
  return screen ? talkText(called, width) : called;
}
