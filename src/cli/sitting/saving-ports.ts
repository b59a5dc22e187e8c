// The ports of a sitting, taken from the context.
import type { BeginPorts } from '../../app/sitting/begin-sitting.ts';
import { dayEnds } from '../../domain/banks/settings.ts';
import type { Context } from '../context.ts';

/** The part of the world that a sitting needs to be begun and saved, where nobody is asked. */
export function savingPorts(context: Context): Omit<BeginPorts, 'prompter'> {
  const { clock, newId, banks } = context;
  return {
    clock,
    newId,
    banks,
    journal: context.journal(),
    drafts: context.drafts(),
    index: context.index(),
    dayEnds: dayEnds(context.settings()),
  };
}
