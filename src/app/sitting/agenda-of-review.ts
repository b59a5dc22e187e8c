// The agenda that asks what became of one plan or guess.
import { REVIEW_BANK } from '../../domain/banks/bank-names.ts';
import { countingEntries } from '../../domain/entry/copies.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import * as followed from '../../domain/record/followed-items.ts';
import { timesNotYet } from '../../domain/record/plan-chain.ts';
import type { Agenda } from '../../domain/sitting/agenda.ts';
import { reviewAgenda, type ReviewBackground } from '../../domain/sitting/review-questions.ts';
import { itemWords } from '../../pages/record/item-text.ts';
import { nothingToAsk } from '../../pages/sitting/sitting-refusals.ts';
import type { AgendaPorts } from './agenda-from-journal.ts';
import type { EntryIndex } from '../ports/entry-index.ts';
import type { Banks } from '../ports/machine.ts';
import { soundBank } from './load-if-sound.ts';

/**
 * The sitting that asks what became of one plan or guess.
 *
 * @param items - Those that stand beside it, as `openItems` gives them.
 * @throws CoachError where the review bank has no such dialogue.
 *
 * @example
 * const [plan] = followedItems([planned]);
 * (await agendaOfReview(plan, [plan], ports)).questions[0].question.id //=> 'review-status'
 */
export async function agendaOfReview(
  item: followed.Followed,
  items: readonly followed.Followed[],
  ports: AgendaPorts,
): Promise<Agenda> {
  const bank = await ports.banks.load(REVIEW_BANK);
  const agenda = reviewAgenda(bank, item, await backgroundOf(item, items, ports));
  if (!agenda) throw nothingToAsk({ bank, about: null });
  return agenda;
}

async function backgroundOf(
  item: followed.Followed,
  items: readonly followed.Followed[],
  ports: AgendaPorts,
): Promise<ReviewBackground> {
  const words = itemWords(item);
  if (item.kind === 'commitment') return { notYet: await timesBefore(item, ports.index), words };
  const commitment = await commitmentBehind(item, items, ports.banks);
  return { notYet: 0, words, ...(commitment && { commitment }) };
}

/** How often running the plans in whose place it came were not yet: their entries are looked for one by one. */
async function timesBefore(item: followed.FollowedCommitment, index: EntryIndex): Promise<number> {
  const entries: Entry[] = [item.entry];
  for (let before = item.continues; before !== undefined;) {
    const id = followed.entryIn(before);
    if (entries.some((entry) => entry.id === id)) break;
    const found = countingEntries((await index.find({ id })).entries).filter((one) => one.id === id);
    entries.push(...found);
    const [first] = found;
    before = first?.answers.find(({ question }) => `${id}/${question}` === before)?.continues;
  }
  const known = followed.followedItems(entries);
  const self = known.find(({ reference }) => reference === item.reference);
  return self?.kind === 'commitment' ? timesNotYet(self, known) : 0;
}

/** The plan of the same closing part on which a guess depends: "If you do that, what do you expect to happen?" */
async function commitmentBehind(
  item: followed.Followed,
  items: readonly followed.Followed[],
  banks: Banks,
): Promise<followed.FollowedCommitment | undefined> {
  const beside = items.filter(
    (one): one is followed.FollowedCommitment => one.kind === 'commitment' && one.entry.id === item.entry.id,
  );
  if (beside.length === 0) return undefined;
  const bank = await soundBank(item.entry.bank, banks);
  const closing = bank?.closing.map(({ id }) => id) ?? [];
  if (!closing.includes(item.answer.question)) return undefined;
  return beside.find(({ answer }) => closing.includes(answer.question));
}
