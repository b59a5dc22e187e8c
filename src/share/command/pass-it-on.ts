// The line after a sitting whose answers are all meant for others.
import type { Context } from '../../cli/context.ts';
import { asRun } from '../../pages/text/as-run.ts';
import { wrap } from '../../pages/text/wrap.ts';
import { PASS_IT_ON } from '../share-text.ts';

/** Says on a screen how such answers are passed on; a script is told nothing. */
export function sayWhatNext({ terminal: { screen, out, width }, env }: Context): void {
  if (screen) out(`${wrap(asRun(PASS_IT_ON, env), width)}\n`);
}
