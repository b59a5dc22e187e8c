// The run of coach share: chosen answers of one entry.
import type { Prompter } from '../../app/ports/prompter.ts';
import { everQuestionsOf, withFollows } from '../../domain/banks/bank-questions.ts';
import type { Question } from '../../domain/banks/question-bank.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { onlyOneOf } from '../../pages/journal/named-refusals.ts';
import { wrap } from '../../pages/text/wrap.ts';
import type { Context } from '../../cli/context.ts';
import { filesNamed, journalShelf } from '../../cli/journal/named-entries.ts';
import { namesIn } from '../names-in-text.ts';
import { outgoingText } from '../outgoing.ts';
import { type KeptBack, type Shareable, shareableOf } from '../shareable.ts';
import * as refuse from '../share-refusals.ts';
import * as say from '../share-text.ts';
import { askToShare, placeFor } from './ask-to-share.ts';

export interface ShareOptions {
  readonly question?: readonly string[];
  readonly withoutQuestions?: true;
  readonly to?: string;
  readonly plain?: true;
}

export async function shareEntry(
  which: string | undefined,
  options: ShareOptions,
  context: Context,
): Promise<void> {
  const { terminal } = context;
  if (options.to === '') throw refuse.toNeedsName();
  const to = options.to === '-' ? undefined : options.to;
  const prompter = await context.prompter(options.plain);
  if (to !== undefined) await checkPlace(to, prompter, context);
  const entry = await entryNamed(which ?? 'last', context);
  const answers = await answersOf(entry, context);
  const named = options.question && namedAnswers(options.question, answers);
  const shareable = [...answers.values()]
    .filter((one) => typeof one !== 'string')
    .toSorted((one, other) => Number(other.isMeant) - Number(one.isMeant));
  if (shareable.length === 0) {
    const told = say.NOTHING_TO_SHARE;
    return terminal.out(`${terminal.screen ? wrap(told, terminal.width) : told}\n`);
  }
  const withQuestions = options.withoutQuestions !== true;
  const names = await knownNames(context);
  if (prompter) return askToShare({ entry, shareable, named, withQuestions, names, to }, prompter, context);
  if (!named) throw refuse.whichAnswers(shareable.map(({ question }) => question));
  const outgoing = outgoingText(named, withQuestions);
  terminal.exact(outgoing);
  terminal.err(`${say.namesText(namesIn(outgoing, names))}\n`);
}

async function checkPlace(to: string, prompter: Prompter | undefined, context: Context): Promise<void> {
  if (!prompter) throw refuse.unseen();
  await placeFor(to, context);
}

async function entryNamed(which: string, context: Context): Promise<Entry> {
  const [file, ...more] = await filesNamed(which, journalShelf(context), context);
  const ids = [file, ...more].flatMap((one) => one?.entry?.id ?? []);
  if (!file || more.length > 0) throw onlyOneOf(which, ids, 'shared');
  if (!file.entry) throw refuse.cannotBeRead(file.path);
  return file.entry;
}

/** What of each answer may be shared, by its question. A bank that cannot be read might say that one is private. */
async function answersOf(
  { bank: name, role, answers }: Entry,
  { banks }: Context,
): Promise<ReadonlyMap<string, Shareable | KeptBack>> {
  const isThere = banks.list().some((one) => one.name === name);
  const bank = isThere ? await banks.load(name) : undefined;
  const known = bank ? withFollows(everQuestionsOf(bank)) : [];
  const questions = new Map(known.map((question): [string, Question] => [question.id, question]));
  return new Map(
    answers.map((answer) => [answer.question, shareableOf(answer, questions.get(answer.question), role)]),
  );
}

function namedAnswers(
  questions: readonly string[],
  answers: ReadonlyMap<string, Shareable | KeptBack>,
): readonly Shareable[] {
  return [...new Set(questions)].map((question) => {
    const found = answers.get(question);
    const ids = [...answers].flatMap(([id, one]) => (typeof one === 'string' ? [] : [id]));
    if (found === undefined) throw refuse.noSuchAnswer(question, ids);
    if (typeof found === 'string') throw refuse.keptBack(question, found);
    return found;
  });
}

/** The names that entries are about. */
async function knownNames(context: Context): Promise<ReadonlySet<string>> {
  const { about } = context.settings();
  const names = new Set(about === undefined ? [] : [about]);
  const { entries } = await context.index().find({ outline: true });
  for (const { entry } of entries) if (entry.about !== null) names.add(entry.about);
  return names;
}
