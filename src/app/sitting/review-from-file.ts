// Outcomes in a file, saved as an entry each.
import { type Now, today } from '../../domain/time/moment.ts';
import { type Entry, entryPath } from '../../domain/entry/entry.ts';
import { byPlace, CoachError, type Mistake } from '../../domain/text/errors.ts';
import type { Followed } from '../../domain/record/followed-items.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import { isMapping } from '../../formats/answers/answer-value.ts';
import { type AnswersSource, readAnswers } from '../../formats/answers/answers-file.ts';
import * as say from '../../pages/sitting/answers-mistakes.ts';
import type { Journal, ManyEntries } from '../ports/journal.ts';
import type { NewId } from '../ports/machine.ts';
import { entryFile } from '../journal/entry-file.ts';
import { openItems } from '../journal/open-items.ts';
import type { AgendaPorts } from './agenda-from-journal.ts';
import { agendaOfReview } from './agenda-of-review.ts';
import { entryOfAnswers } from './answer-from-file.ts';

/** What saying from a file what became of plans and guesses needs of the world. */
export interface ReviewFilePorts extends AgendaPorts {
  readonly now: Now;
  readonly dayEnds: number;
  readonly newId: NewId;
  readonly journal: ManyEntries & Pick<Journal, 'has'>;
}

/**
 * Saves what a file says of plans and guesses, one entry for each. The file is a list; each item names with `closes` what it is
 * about, and holds answers as a file of answers does. The whole file is checked first: any mistake means that nothing is saved.
 * An item whose answers are all left empty is passed over.
 *
 * @param file - How the file is called in what is said about it.
 * @throws FileMistakes with every mistake, each with its line, the key and what was expected.
 *
 * @example
 * const text = '- closes: p7w2c9d4rt/manager-commitment\n  review-status: let-go\n';
 * (await reviewFromFile(text, 'a.yaml', reviewPorts)).length //=> 1
 */
export async function reviewFromFile(
  text: string,
  file: string,
  ports: ReviewFilePorts,
): Promise<readonly Entry[]> {
  const { readYaml } = await import('../../formats/text/yaml-positions.ts');
  const source = readYaml(text);
  const { items } = await openItems(ports.index);
  const open = items.filter(({ outcomes }) => outcomes.length === 0);
  const mistakes: Mistake[] = [...source.mistakes];
  const entries: Entry[] = [];
  const named = new Set<string>();
  for (const part of partsOf(source, mistakes)) {
    const item = itemNamed(part, open, named, mistakes);
    if (!item) continue;
    const agenda = await agendaOfReview(item, items, ports);
    const answered = withoutKey(part, 'closes');
    const read = readAnswers(answered, agenda, today(ports.now, ports.dayEnds));
    mistakes.push(...headMistakes(answered), ...read.mistakes, ...pastDays(answered, read.answers, ports));
    // Without an outcome it stays due, and there is nothing to keep.
    const outcome = agenda.questions[0]?.question.id;
    if (read.answers.some(({ skip, question }) => skip === null && question === outcome))
      entries.push(entryOfAnswers(agenda, read.answers, { tags: [] }, ports));
  }
  if (mistakes.length === 0 && entries.length === 0) mistakes.push(say.NO_ANSWERS);
  if (mistakes.length > 0) throw say.brokenAnswers(file, mistakes.toSorted(byPlace));
  await saveAll(entries, ports.journal);
  return entries;
}

/** Those before one that cannot be saved are saved, and due no more: that is told. */
async function saveAll(entries: readonly Entry[], journal: ReviewFilePorts['journal']): Promise<void> {
  try {
    await journal.addAll(entries.map((entry) => entryFile(entry)));
  } catch (error) {
    if (!(error instanceof CoachError)) throw error;
    const saved = entries.filter((entry) => journal.has(entryPath(entry))).length;
    throw say.savedInPart(error, saved, entries.length);
  }
}

/** The items of the list; one alone may stand without it. */
function partsOf(source: AnswersSource, mistakes: Mistake[]): readonly AnswersSource[] {
  const { value } = source;
  if (isMapping(value)) return [source];
  if (!Array.isArray(value)) {
    if (mistakes.length === 0) mistakes.push({ line: 1, column: 1, message: say.NO_ITEMS });
    return [];
  }
  return value.flatMap((one: unknown, index): AnswersSource[] => {
    if (isMapping(one)) {
      return [
        {
          value: one,
          mistakes: [],
          at: (path) => source.at([index, ...path]),
          atKey: (path) => source.atKey([index, ...path]),
        },
      ];
    }
    mistakes.push({ ...source.at([index]), message: say.NO_ITEMS });
    return [];
  });
}

/** The open plan or guess that an item names. */
function itemNamed(
  { value, at }: AnswersSource,
  open: readonly Followed[],
  named: Set<string>,
  mistakes: Mistake[],
): Followed | undefined {
  const said = isMapping(value) && Object.hasOwn(value, 'closes') ? value['closes'] : undefined;
  const complain = (message: string): undefined => {
    mistakes.push({ ...at(['closes']), message });
    return undefined;
  };
  if (typeof said !== 'string') return complain(say.NO_ITEM_NAMED);
  const reference = oneLine(said);
  if (named.has(reference)) return complain(say.namedTwice(reference));
  named.add(reference);
  const item = open.find((one) => one.reference === reference);
  const references = open.map((one) => one.reference);
  return item ?? complain(say.notOpen(reference, references));
}

function withoutKey(source: AnswersSource, key: string): AnswersSource {
  if (!isMapping(source.value)) return source;
  const { [key]: _left, ...value } = source.value;
  return { ...source, value };
}

/** A new date is still to come, as at the terminal. */
function pastDays(
  { at }: AnswersSource,
  answers: Entry['answers'],
  { now, dayEnds }: ReviewFilePorts,
): readonly Mistake[] {
  const day = today(now, dayEnds);
  return answers.flatMap((answer) =>
    answer.type === 'date' && answer.skip === null && answer.value < day
      ? [{ ...at([answer.question]), message: say.dayPassed(answer.question) }]
      : [],
  );
}

/** Whose and about whom it is, the first entry says. */
function headMistakes({ value, atKey }: AnswersSource): readonly Mistake[] {
  if (!isMapping(value)) return [];
  return ['role', 'about', 'at', 'tags']
    .filter((key) => Object.hasOwn(value, key))
    .map((key) => ({ ...atKey([key]), message: say.saidBefore(key) }));
}
