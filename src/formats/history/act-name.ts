// The names of acts and of kept texts: a moment, the token of the machine, and what was done.
import { ACT_KINDS, type ActKind } from '../../domain/history/act.ts';

/** What the name of an act's file says without opening it. */
export interface ActName {
  readonly id: string;
  readonly machine: string;
  readonly kind: ActKind;
  /** Long acts are in several files; counts from 1. */
  readonly part: number;
}

const STAMP = String.raw`\d{8}T\d{6}\.\d{3}Z`;
const TOKEN = '[0-9a-f]{8}';

const named = new RegExp(String.raw`^(${STAMP}-(${TOKEN}))-(${ACT_KINDS.join('|')})(?:-(\d{1,6}))?\.json$`);
const identified = new RegExp(`^(${STAMP})-(${TOKEN})$`);

/**
 * The id of an act of a machine.
 *
 * @param epoch - Milliseconds since 1970.
 *
 * @example
 * actId(Date.UTC(2026, 10, 22, 8, 14, 5), '4f1c09ab') //=> '20261122T081405.000Z-4f1c09ab'
 */
export function actId(epoch: number, machine: string): string {
  return `${new Date(epoch).toISOString().replace(/[-:]/g, '')}-${machine}`;
}

/**
 * When an act was done, by its id, in milliseconds since 1970; undefined for any other text.
 *
 * @example
 * actEpoch('20261122T081405.000Z-4f1c09ab') === Date.UTC(2026, 10, 22, 8, 14, 5) //=> true
 */
export function actEpoch(id: string): number | undefined {
  const stamp = identified.exec(id)?.[1];
  if (stamp === undefined) return undefined;
  const epoch = Date.parse(stamp.replace(/^(....)(..)(..T..)(..)/, '$1-$2-$3:$4:'));
  return Number.isNaN(epoch) ? undefined : epoch;
}

/**
 * The name of the file of an act, or of a part of it.
 *
 * @example
 * actName({ id: '20261122T081405.000Z-4f1c09ab', machine: '4f1c09ab', kind: 'import', part: 2 })
 * //=> '20261122T081405.000Z-4f1c09ab-import-2.json'
 */
export function actName({ id, kind, part }: ActName): string {
  return `${id}-${kind}${part === 1 ? '' : `-${part}`}.json`;
}

/**
 * Reads the name of an act's file; anything else is undefined.
 *
 * @example
 * readActName('20261122T081405.000Z-4f1c09ab-edit.json')
 * //=> { id: '20261122T081405.000Z-4f1c09ab', machine: '4f1c09ab', kind: 'edit', part: 1 }
 */
export function readActName(name: string): ActName | undefined {
  const [, id = '', machine = '', kind, part = '1'] = named.exec(name) ?? [];
  const known = ACT_KINDS.find((one) => one === kind);
  return known && actEpoch(id) !== undefined ? { id, machine, kind: known, part: Number(part) } : undefined;
}
