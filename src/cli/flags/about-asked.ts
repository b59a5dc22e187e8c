// The flag --about without a name: there is somebody to ask, or it is refused.
import { ASK_ABOUT } from '../../pages/journal/filter-refusals.ts';
import type { Context } from '../context.ts';
import { aboutNeedsName } from './sitting-options.ts';

/** The name that `--about` was given without, so that it does not have to stand on the command line. */
export async function aboutAsked(context: Pick<Context, 'prompter'>): Promise<string> {
  const prompter = await context.prompter();
  if (!prompter) throw aboutNeedsName();
  return prompter.line(ASK_ABOUT);
}
