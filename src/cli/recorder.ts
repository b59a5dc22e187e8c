// The recorder of what a command does to the journal, as the settings want it kept.
import { keepingOf } from '../app/history/keeping.ts';
import type { Recorder } from '../app/history/recorded-edit.ts';
import type { Context } from './context.ts';

/** What writes down what is done, so that it can be undone. */
export async function recorderOf(context: Context): Promise<Recorder> {
  const keeping = keepingOf(context.settings()['keep-versions']);
  return { history: await context.history(), keeping, now: context.clock().epoch };
}
