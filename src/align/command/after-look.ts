// The line that is shown once the look at an agreement was reviewed.
import type { Entry } from '../../domain/entry/entry.ts';
import type { Context } from '../../cli/context.ts';
import { afterLookText } from '../align-page.ts';
import { pageOf } from './align.ts';

/** Says how to go on where a review closed the plan of an agreement. */
export function showAfterLook({ answers }: Entry, context: Context): void {
  if (!answers.some(({ closes }) => closes?.endsWith('/agreement-look') === true)) return;
  context.terminal.out(`${afterLookText(pageOf(context))}\n`);
}
