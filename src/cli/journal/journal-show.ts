// The command coach journal show: entries whole, with what became of their plans and guesses.
import { longDay, type Day } from '../../domain/time/day.ts';
import { countingEntries } from '../../domain/entry/copies.ts';
import { type Entry, referenceTo } from '../../domain/entry/entry.ts';
import { entryIn, followedItems, itemsIn } from '../../domain/record/followed-items.ts';
import { byReference, plansAfter } from '../../domain/record/plan-chain.ts';
import { whatToLookAt } from '../../app/today/waiting.ts';
import { answerText } from '../../pages/record/answer-text.ts';
import { itemWords } from '../../pages/record/item-text.ts';
import { becameLines, lookedBackOn } from '../../pages/record/became-text.ts';
import { entryAsJson, printJson } from '../../formats/entry/entry-json.ts';
import { entryPage } from '../../pages/journal/entry-page.ts';
import { filesDiffer } from '../../pages/journal/named-refusals.ts';
import { type Context, dayOn } from '../context.ts';
import { findNamed, journalShelf, namedQuery } from './named-entries.ts';

/** The answers that an entry looks back on, by question: a review names the plan or guess that it is about. */
async function aboutOf(entry: Entry, context: Context): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const { question, asked, closes, continues, type } of entry.answers) {
    const reference = closes ?? continues;
    if (reference === undefined || type !== 'choice') continue;
    const { entries } = await context.index().newest({ id: entryIn(reference) });
    const first = entries.find((stored) => stored.entry.id === entryIn(reference))?.entry;
    const answer = first?.answers.find((one) => referenceTo(first.id, one.question) === reference);
    if (!first || !answer) continue;
    const words = answer.skip === null ? answerText(answer, null) : answer.asked;
    const [item] = itemsIn({ ...first, answers: [answer] });
    const isSaid = item !== undefined && asked.includes(itemWords(item));
    found.set(question, isSaid ? [lookedBackOn(first)] : [`${longDay(first.day)}:`, ...words.split('\n')]);
  }
  return found;
}

/** The lines of what became of its plans and guesses, by question. Entries without any are not looked up. */
async function becameOf(
  entry: Entry,
  day: Day,
  context: Context,
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (followedItems([entry]).length === 0) return new Map();
  const items = followedItems([entry, ...(await entriesAfter(entry, context))]);
  const own = items.filter((item) => item.entry === entry);
  const isOpen = items.some(({ outcomes }) => outcomes.length === 0);
  const { left } = isOpen
    ? await whatToLookAt({ index: context.index(), banks: context.banks }, day)
    : { left: new Set<string>() };
  const known = byReference(items);
  return new Map(
    own.map((item) => [item.answer.question, becameLines(item, day, plansAfter(item, known), left)]),
  );
}

/** The entries that look back on an entry, and on the plans that came in the place of its own, to the end. */
async function entriesAfter({ id }: Entry, context: Context): Promise<readonly Entry[]> {
  const found = new Map<string, Entry>();
  const asked = new Set([id]);
  for (const one of asked) {
    const { entries } = await context.index().find({ looksBackOn: one });
    for (const entry of countingEntries(entries)) {
      found.set(entry.id, entry);
      if (entry.answers.some(({ type, continues }) => type === 'commitment' && continues !== undefined))
        asked.add(entry.id);
    }
  }
  found.delete(id);
  return [...found.values()];
}

export async function showEntries(
  which: string,
  { json }: { readonly json?: true },
  context: Context,
): Promise<void> {
  const { terminal } = context;
  const day = dayOn(context);
  const { entries } = await findNamed(which, journalShelf(context), context);
  if (json) return terminal.exact(printJson(entries.map(({ entry, path }) => entryAsJson(entry, path))));
  const pages = [];
  for (const stored of entries) {
    const about = await aboutOf(stored.entry, context);
    const became = await becameOf(stored.entry, day, context);
    pages.push(entryPage(stored, terminal, { about, became }));
  }
  await terminal.page(pages.join('\n'));
  const [first] = entries;
  if (namedQuery(which, day).id !== undefined && entries.length > 1 && first) {
    terminal.err(`${filesDiffer(entries.length, first.entry.id)}\n`);
  }
}
