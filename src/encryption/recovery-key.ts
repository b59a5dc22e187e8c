// The recovery key as it is written on paper, and how hard a passphrase makes it to guess.
import type { Sealing, WorkFactor } from '../app/ports/sealing.ts';
import { sameBytes } from '../domain/text/bytes.ts';

/** So many characters of it are typed back. */
export const TYPED_BACK = 6;

const BEGINNING = 'AGE-SECRET-KEY-1';
const GROUP = 4;
const GROUPS_A_LINE = 5;

/**
 * An identity in groups, as it is copied by hand: line by line.
 *
 * @example
 * inGroups('AGE-SECRET-KEY-1ABCDEFGH') //=> ['AGE-SECRET-KEY-1', 'ABCD EFGH']
 */
export function inGroups(identity: string): readonly string[] {
  const rest = identity.slice(BEGINNING.length);
  const groups = rest.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? [];
  const lines = [BEGINNING];
  for (let at = 0; at < groups.length; at += GROUPS_A_LINE)
    lines.push(groups.slice(at, at + GROUPS_A_LINE).join(' '));
  return lines;
}

/**
 * Whether somebody has it: its last characters, however they are written.
 *
 * @example
 * isTypedBack('cd ef gh', 'AGE-SECRET-KEY-1ABCDEFGH') //=> true
 * isTypedBack('', 'AGE-SECRET-KEY-1ABCDEFGH') //=> false
 */
export function isTypedBack(typed: string, identity: string): boolean {
  return typed.replace(/[\s-]+/g, '').toUpperCase() === identity.slice(-TYPED_BACK);
}

/** Factors that are used for new keys: a quarter of a gigabyte of memory is not too much, and a guess is not too cheap. */
const FACTORS = { least: 17, most: 19 } as const;

/** So long unlocking is to take at least, in milliseconds. */
const LONG_ENOUGH = 1000;

/**
 * The smallest factor with which unlocking takes a second on this computer, within bounds.
 *
 * @example
 * await workFactor({ timeOf: async (factor) => (factor === 18 ? 1200 : 600) }) //=> 18
 */
export async function workFactor({ timeOf }: Pick<Sealing, 'timeOf'>): Promise<WorkFactor> {
  for (let factor: WorkFactor = FACTORS.least; factor < FACTORS.most; factor++)
    if ((await timeOf(factor)) >= LONG_ENOUGH) return factor;
  return FACTORS.most;
}

/**
 * Whether what is encrypted here can be decrypted here. Computers may be set up so that they know only some kinds of encryption.
 *
 * @example
 * await canSeal(sealing) //=> false
 */
export async function canSeal(sealing: Pick<Sealing, 'newKey' | 'seal' | 'open'>): Promise<boolean> {
  const text = new TextEncoder().encode('coach');
  try {
    const { identity, recipient } = await sealing.newKey();
    const opened = await sealing.open(await sealing.seal(text, recipient), identity);
    return typeof opened !== 'string' && sameBytes(opened, text);
  } catch {
    return false;
  }
}
