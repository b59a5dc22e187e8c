// The flag --about, as it is typed, as it is left out, and as it is remembered.
import { UsageError } from '../../domain/text/errors.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import type { Context } from '../context.ts';

/** Whom a sitting or a list is about. */
export interface AboutOption {
  /** True: given without a value, so that it is asked for. */
  readonly about?: string | true;
}

/** `--about` without a name where nobody can be asked for it. */
export function aboutNeedsName(): UsageError {
  return new UsageError('--about needs a name here', { hint: 'For example: --about D.' });
}

/** `--about`: undefined where nothing was said, null where it was said to be about nobody. */
export function aboutSaid({ about }: AboutOption): string | null | undefined {
  if (about === true) throw aboutNeedsName();
  return about === undefined ? undefined : oneLine(about) || null;
}

/** `--about`, or the one that is remembered. */
export function aboutOrRemembered(options: AboutOption, context: Context): string | null {
  const said = aboutSaid(options);
  return said === undefined ? (context.settings().about ?? null) : said;
}
