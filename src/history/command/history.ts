// The command coach history: what was done, newest first.
import { meantBy, takenBack } from '../../domain/history/act.ts';
import type { Context } from '../../cli/context.ts';
import { actLines, actRows, actsAsJson, type ListedAct } from '../act-list.ts';
import { NO_HISTORY } from '../history-text.ts';
import { nameUnread } from './name-unread.ts';

export async function listHistory({ json }: { readonly json?: true }, context: Context): Promise<void> {
  const { terminal } = context;
  const history = await context.history();
  const { acts, unread, newer } = history.acts();
  nameUnread([...newer, ...unread], context);
  const machine = history.machine();
  const taken = takenBack(acts);
  const named = new Map(acts.map((act) => [act.id, act]));
  const listed = acts
    .map((act): ListedAct => ({
      act,
      meant: meantBy(act, named),
      isTakenBack: taken.has(act.id),
      isHere: act.machine === machine,
    }))
    .toReversed();
  if (json) return terminal.exact(actsAsJson(listed));
  if (listed.length === 0) return terminal.err(`${NO_HISTORY}\n`);
  if (terminal.screen) return terminal.page(actRows(listed, terminal.width));
  return terminal.out(actLines(listed));
}
