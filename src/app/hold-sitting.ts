import { type Draft, type DraftHead, draftOf, entryFrom, MOST_SECONDS_A_QUESTION } from '../domain/draft.ts';
import type { Entry } from '../domain/entry.ts';
import { CoachError, Interrupted } from '../domain/errors.ts';
import { advance, isWorthKeeping, nextStep, type Sitting } from '../domain/sitting.ts';
import { printEntry } from '../formats/entry-markdown.ts';
import type { Clock, Drafts, Journal, Prompter } from './ports.ts';

/** How a sitting ended. */
export type SittingEnd =
  | { readonly kind: 'saved'; readonly entry: Entry; readonly path: string }
  | { readonly kind: 'later' }
  | { readonly kind: 'nothing' };

/** A sitting that may begin, and what its entry will be called. */
export interface BegunSitting {
  readonly sitting: Sitting;
  readonly head: DraftHead;
  /** Seconds spent in earlier parts of the same sitting. */
  readonly spent: number;
}

/** What a sitting needs of the world. */
export interface SittingPorts {
  readonly clock: Clock;
  readonly journal: Journal;
  readonly drafts: Drafts;
  readonly prompter: Prompter;
  /** The hour at which a day ends. */
  readonly dayEnds: number;
}

/**
 * Walks a sitting to its end. After every act the draft is on disk, so that whatever happens costs at most what is being
 * typed; Ctrl-C keeps that too.
 *
 * @throws Interrupted on Ctrl-C, saying what was kept.
 */
export async function holdSitting(begun: BegunSitting, ports: SittingPorts): Promise<SittingEnd> {
  const { clock, drafts, prompter } = ports;
  const spentOn = new Map<string, number>();
  let sitting = begun.sitting;
  const draft = (): Draft => {
    const spent = Array.from(spentOn.values(), (seconds) => Math.min(seconds, MOST_SECONDS_A_QUESTION));
    return draftOf(sitting, begun.head, begun.spent + Math.round(spent.reduce((sum, one) => sum + one, 0)));
  };
  const keep = keepDrafts(drafts, prompter);

  for (;;) {
    const step = nextStep(sitting);
    if (step.kind === 'end') break;
    const began = clock().epoch;
    let typed = '';
    try {
      const act = await prompter.ask(step, sitting, (text) => (typed = text));
      const question = sitting.current ?? '';
      spentOn.set(question, (spentOn.get(question) ?? 0) + Math.max(0, clock().epoch - began) / 1000);
      const after = advance(sitting, act);
      sitting = after.sitting;
      keep(draft());
      for (const remark of after.remarks) prompter.remark(remark, sitting);
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      sitting = advance(sitting, { kind: 'later', typed }).sitting;
      throw new Interrupted(keep(draft()) ? KEPT : 'Nothing was answered, so nothing is kept.');
    }
  }
  if (sitting.ended === 'save') return save(draft(), ports);
  return keep(draft()) ? { kind: 'later' } : { kind: 'nothing' };
}

const KEPT = 'What you answered is kept. "coach reflect" offers to finish it.';

/** Whether a draft holds anything that is worth coming back to. */
function holdsSomething({ answers, parts }: Draft): boolean {
  return isWorthKeeping(answers) || Object.values(parts).some((part) => part !== null);
}

/** Writes each draft that holds something; the returned function says whether there is one. A full disk is told once. */
function keepDrafts(drafts: Drafts, prompter: Prompter): (draft: Draft) => boolean {
  let kept = false;
  let told = false;
  return (draft) => {
    if (!kept && !holdsSomething(draft)) return false;
    try {
      drafts.save(draft);
      kept = true;
      told = false;
    } catch (error) {
      if (!(error instanceof CoachError)) throw error;
      if (!told)
        prompter.say(
          `${error.message}\nYou can go on: your answers are held in this window until there is room.`,
        );
      told = true;
    }
    return kept;
  };
}

async function save(draft: Draft, ports: SittingPorts): Promise<SittingEnd> {
  const { prompter } = ports;
  for (;;) {
    try {
      return saveDraft(draft, ports);
    } catch (error) {
      if (!(error instanceof CoachError) || error instanceof Interrupted) throw error;
      prompter.say([error.message, error.hint].filter(Boolean).join('\n'));
      const next = await prompter.choose('It is not saved yet.', [
        { value: 'again', label: 'Try again' },
        { value: 'print', label: 'Show all of it here, to be copied' },
        { value: 'later', label: 'Leave it as a draft' },
      ]);
      if (next === 'later') return { kind: 'later' };
      if (next === 'print') prompter.say(printEntry(entryFrom(draft, ports.clock(), ports.dayEnds)));
    }
  }
}

/**
 * Makes an entry of a draft: the entry is on disk before the draft goes.
 *
 * @throws CoachError where the journal cannot take it; the draft stays then.
 */
export function saveDraft(
  draft: Draft,
  { clock, journal, drafts, dayEnds }: Pick<SittingPorts, 'clock' | 'journal' | 'drafts' | 'dayEnds'>,
): SittingEnd {
  const entry = entryFrom(draft, clock(), dayEnds);
  // The draft knows the moment of its entry, so that a next start can tell whether the entry is there.
  if (entry.at !== draft.at) drafts.save({ ...draft, at: entry.at });
  const path = journal.add(entry);
  drafts.drop(draft.id);
  return { kind: 'saved', entry, path };
}
