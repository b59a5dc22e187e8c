// The JSON of what this machine remembers of encrypted journals.
import type { Pin } from '../../domain/entry/key-pin.ts';
import { isRecipient } from './key-file.ts';

/**
 * Pins as JSON.
 *
 * @example
 * printPins([]) //=> '{"format":1,"pins":[]}\n'
 */
export function printPins(pins: readonly Pin[]): string {
  return `${JSON.stringify({ format: 1, pins })}\n`;
}

/**
 * Reads pins.
 *
 * @returns `newer` for those of a later version; undefined for what is no list of them.
 *
 * @example
 * parsePins('{"format":1,"pins":[]}') //=> []
 * parsePins('{"format":2,"pins":[]}') //=> 'newer'
 */
export function parsePins(text: string): readonly Pin[] | 'newer' | undefined {
  let value: { readonly format?: unknown; readonly pins?: unknown } | null;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { format, pins } = value ?? {};
  if (typeof format === 'number' && format > 1) return 'newer';
  return format === 1 && Array.isArray(pins) && pins.every(isPin) ? pins : undefined;
}

function isPin(value: unknown): value is Pin {
  if (typeof value !== 'object' || value === null) return false;
  const { journal, recipient, names, since, former }: { readonly [key in keyof Pin]?: unknown } = value;
  return (
    typeof journal === 'string' &&
    isRecipient(recipient) &&
    (former === undefined || isRecipient(former)) &&
    (names === 'day' || names === 'whole') &&
    typeof since === 'string'
  );
}
