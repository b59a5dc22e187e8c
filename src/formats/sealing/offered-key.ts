// The key that another machine has put on the other side of a sync, kept until somebody accepts it.

/** The files of such a key. */
export interface OfferedKey {
  /** The folder of the journal that it is for, in full. */
  readonly journal: string;
  /** The identity, sealed with a passphrase. */
  readonly sealed: string;
  /** For whom entries are sealed, as that file says. */
  readonly recipients: string;
}

const FORMAT = 1;

/**
 * An offered key as JSON.
 *
 * @example
 * parseOffered(printOffered({ journal: '/journal', sealed: 'x', recipients: 'age1x' }))
 * //=> { journal: '/journal', sealed: 'x', recipients: 'age1x' }
 */
export function printOffered({ journal, sealed, recipients }: OfferedKey): string {
  return `${JSON.stringify({ format: FORMAT, journal, sealed, recipients }, null, 2)}\n`;
}

/**
 * Reads one. It is offered again by the next sync that meets it.
 *
 * @returns Undefined for what is none.
 *
 * @example
 * parseOffered('{}') //=> undefined
 */
export function parseOffered(text: string): OfferedKey | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { format, journal, sealed, recipients }: { readonly [name: string]: unknown } = { ...value };
  const isOne =
    format === FORMAT &&
    typeof journal === 'string' &&
    typeof sealed === 'string' &&
    typeof recipients === 'string';
  return isOne ? { journal, sealed, recipients } : undefined;
}
