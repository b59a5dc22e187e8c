// How long what was replaced is kept.
import type { KeepVersions } from '../../domain/banks/settings.ts';
import { DAY_LENGTH } from '../../domain/time/day.ts';
import type { JournalHistory } from '../ports/history.ts';

/** Unless the person set something else. */
export const KEPT_DAYS = 90;

/** What was done can be undone for as long, whatever is kept of texts. */
export interface Keeping {
  /** Texts are kept at all. */
  readonly isOn: boolean;
  /** Undefined: for ever. */
  readonly days: number | undefined;
}

/**
 * How long texts and acts are kept.
 *
 * @example
 * keepingOf('30d') //=> { isOn: true, days: 30 }
 * keepingOf('forever').isOn //=> true
 * keepingOf('no') //=> { isOn: false, days: 90 }
 */
export function keepingOf(setting: KeepVersions = `${KEPT_DAYS}d`): Keeping {
  if (setting === 'forever') return { isOn: true, days: undefined };
  return setting === 'no'
    ? { isOn: false, days: KEPT_DAYS }
    : { isOn: true, days: Number(setting.slice(0, -1)) };
}

/**
 * Takes away what is older than it is to be kept.
 *
 * @param now - Milliseconds since 1970.
 *
 * @example
 * pruneHistory(emptyHistory, keepingOf('30d'), now.epoch) //=> undefined
 */
export function pruneHistory(
  history: Pick<JournalHistory, 'prune'>,
  { isOn, days }: Keeping,
  now: number,
): void {
  if (days === undefined) return;
  const before = now - days * DAY_LENGTH;
  history.prune({ acts: before, versions: isOn ? before : now });
}
