// A sitting, from its first question to its entry or its draft.
import { type Draft, type DraftHead, draftOf, entryFrom, type Spent } from '../../domain/sitting/draft.ts';
import { type Act, advance } from '../../domain/sitting/act.ts';
import type { Agenda } from '../../domain/sitting/agenda.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { CoachError, Interrupted } from '../../domain/text/errors.ts';
import { isWorthKeeping, nextStep, type Sitting } from '../../domain/sitting/sitting.ts';
import { printEntry } from '../../formats/entry/entry-markdown.ts';
import * as say from '../../pages/sitting/draft-text.ts';
import { standing } from '../../pages/text/words.ts';
import type { Drafts, Journal } from '../ports/journal.ts';
import type { Clock } from '../ports/machine.ts';
import type { Prompter } from '../ports/prompter.ts';

/** How a sitting ended. */
export type SittingEnd =
  | {
      readonly kind: 'saved';
      readonly entry: Entry;
      readonly path: string;
    }
  | { readonly kind: 'later' }
  | { readonly kind: 'nothing' };

/** A sitting that may begin, and what its entry will be called. */
export interface BegunSitting {
  readonly sitting: Sitting;
  readonly head: DraftHead;
  /** In earlier parts of the same sitting. */
  readonly spent: Spent;
  /** It is saved once all is answered, without a look over all of it. */
  readonly savesAtEnd?: boolean;
}

/** What a sitting needs of the world. */
export interface SittingPorts {
  readonly clock: Clock;
  readonly journal: Journal;
  readonly drafts: Drafts;
  readonly prompter: Prompter;
  /** The hour at which a day ends. */
  readonly dayEnds: number;
  /** Said once, with the first help that is asked for. */
  readonly more?: string;
  /** Called before a sitting is saved. */
  beforeSave?(agenda: Agenda): void;
}

/**
 * Walks a sitting to its end. After every act the draft is on disk, so that whatever happens costs at most what is being
 * typed; Ctrl-C keeps that too.
 *
 * @throws Interrupted on Ctrl-C, saying what was kept. CoachError where the person leaves without room for the draft.
 *
 * @example
 * const ports = portsWith({ kind: 'later' });
 * await holdSitting(await beginAnew(request, ports), ports) //=> { kind: 'nothing' }
 */
export async function holdSitting(begun: BegunSitting, ports: SittingPorts): Promise<SittingEnd> {
  const { clock, prompter } = ports;
  let { sitting, spent } = begun;
  let typed: string | undefined;
  let { more } = ports;
  const draft = (): Draft => draftOf(sitting, begun.head, spent);
  const keep = keepDrafts(ports, holdsSomething(draft()));
  try {
    // A draft that is taken up is held by this process from now on.
    await keep(draft());
    // A question that is taken up in its middle is shown from its beginning, and so is one that left an offer open.
    if (nextStep(sitting).kind === 'offer') sitting = advance(sitting, { kind: 'back' }).sitting;
    sitting = { ...sitting, field: 0 };
    let step = nextStep(sitting);
    for (; step.kind !== 'end'; step = nextStep(sitting)) {
      typed = undefined;
      const began = clock().epoch;
      const isAtEnd = begun.savesAtEnd === true && step.kind === 'look-over';
      const act: Act = isAtEnd
        ? { kind: 'save' }
        : await prompter.ask(step, sitting, (text) => (typed = text));
      if (act.kind === 'nudge' && more !== undefined) prompter.say(more);
      if (act.kind === 'nudge') more = undefined;
      spent = spentMore(spent, sitting.current, clock().epoch - began);
      const after = advance(sitting, act);
      sitting = after.sitting;
      if (!sitting.ended) await keep(draft());
      for (const remark of after.remarks) prompter.remark(remark, sitting);
    }
    if (sitting.ended === 'save') ports.beforeSave?.(sitting.agenda);
    return await (sitting.ended === 'save' ? save : leave)(draft(), keep, ports);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    sitting = advance(sitting, { kind: 'later', ...(typed !== undefined && { typed }) }).sitting;
    throw await leaveAtOnce(draft(), keep, ports);
  }
}

/** What became of a draft: it is on disk, it holds nothing worth that, or there is no room for it. */
type Keep = (draft: Draft) => Promise<'kept' | 'nothing' | 'no-room'>;

/** A clock that was put back costs no time. */
function spentMore(spent: Spent, question: string | null, milliseconds: number): Spent {
  const id = question ?? '';
  return { ...spent, [id]: (spent[id] ?? 0) + Math.max(0, Math.round(milliseconds / 1000)) };
}

/** Whether a draft holds anything that is worth coming back to. */
function holdsSomething({ answers, hidden, parts }: Draft): boolean {
  return (
    isWorthKeeping([...answers, ...hidden]) || Object.values(parts).some((part) => (part ?? null) !== null)
  );
}

/**
 * Writes each draft that holds something, or that takes the place of one on disk. A full disk is told once.
 *
 * @param begun - There is a draft on disk already.
 */
function keepDrafts({ drafts, prompter }: SittingPorts, begun: boolean): Keep {
  let isOnDisk = begun;
  let isTold = false;
  return async (draft) => {
    if (!isOnDisk && !holdsSomething(draft)) return 'nothing';
    try {
      await drafts.save(draft);
      isOnDisk = true;
      isTold = false;
      return 'kept';
    } catch (error) {
      if (!(error instanceof CoachError)) throw error;
      if (!isTold) prompter.say(`${standing(error.message)}\n${say.HELD_HERE}`);
      isTold = true;
      return 'no-room';
    }
  };
}

/** Ctrl-C asks for no decision; what cannot be kept is shown. */
async function leaveAtOnce(draft: Draft, keep: Keep, ports: SittingPorts): Promise<Interrupted> {
  const keeping = await keep(draft);
  if (keeping === 'no-room') showAll(draft, ports);
  return new Interrupted(say.afterCtrlC(keeping, say.finishing(draft.bank, draft.reviews !== undefined)));
}

/** Leaves the draft for later. Without room for it, nothing is given up before the person says so. */
async function leave(draft: Draft, keep: Keep, ports: SittingPorts): Promise<SittingEnd> {
  for (;;) {
    const keeping = await keep(draft);
    if (keeping !== 'no-room') return { kind: keeping === 'kept' ? 'later' : 'nothing' };
    const next = await ports.prompter.choose(say.NO_ROOM, say.NO_ROOM_CHOICES);
    if (next === 'print') showAll(draft, ports);
    if (next === 'lose') throw say.answersLost();
  }
}

async function save(draft: Draft, keep: Keep, ports: SittingPorts): Promise<SittingEnd> {
  const { prompter } = ports;
  for (;;) {
    try {
      return await saveDraft(draft, ports);
    } catch (error) {
      if (!(error instanceof CoachError) || error instanceof Interrupted) throw error;
      prompter.say([standing(error.message), error.hint].filter(Boolean).join('\n'));
      const next = await prompter.choose(say.NOT_SAVED, say.NOT_SAVED_CHOICES);
      if (next === 'later') return leave(draft, keep, ports);
      if (next === 'print') showAll(draft, ports);
    }
  }
}

function showAll(draft: Draft, { clock, dayEnds, prompter }: SittingPorts): void {
  prompter.say(printEntry(entryFrom(draft, clock(), dayEnds)));
}

/**
 * Makes an entry of a draft: the entry is on disk before the draft goes.
 *
 * @throws CoachError where the journal cannot take it; the draft stays then.
 *
 * @example
 * (await saveDraft(draft, portsWith())).entry.bank //=> 'member'
 */
export async function saveDraft(
  draft: Draft,
  { clock, journal, drafts, dayEnds }: Pick<SittingPorts, 'clock' | 'journal' | 'drafts' | 'dayEnds'>,
): Promise<Extract<SittingEnd, { kind: 'saved' }>> {
  const entry = entryFrom(draft, clock(), dayEnds);
  // The draft knows the moment of its entry, so that a next start can tell whether the entry is there.
  if (entry.at !== draft.at) await drafts.save({ ...draft, at: entry.at });
  const path = await journal.add(entry);
  drafts.drop(draft.id);
  return { kind: 'saved', entry, path };
}
