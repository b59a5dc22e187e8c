// The knowledge of question banks that it takes to tell what entries say.
import { ANOTHER_EACH_TIME } from '../domain/banks/bank-names.ts';
import type { Entry } from '../domain/entry/entry.ts';
import type { BankKnowledge } from '../domain/record/insight.ts';
import type { Meanings } from '../domain/record/outcomes.ts';
import type { Outcome } from '../domain/banks/outcome-names.ts';
import type { ByRole, QuestionBank, Scale } from '../domain/banks/question-bank.ts';
import { everQuestionsOf } from '../domain/banks/bank-questions.ts';
import type { Banks } from '../app/ports/machine.ts';
import { soundBank } from '../app/sitting/load-if-sound.ts';

/** The bank that asks nothing but what one would like to write down. */
const FREE_PAGE = 'note';

/**
 * The banks that some entries are of, those that are still there and sound.
 *
 * @example
 * (await banksOf([entry, ...trustRated], thereAreBanks)).map(({ name }) => name) //=> ['checkin', 'member']
 */
export async function banksOf(entries: readonly Entry[], banks: Banks): Promise<readonly QuestionBank[]> {
  const named = new Set<string>();
  for (const { bank } of entries) named.add(bank);
  const found: QuestionBank[] = [];
  for (const { name } of banks.list()) {
    const bank = named.has(name) ? await soundBank(name, banks) : undefined;
    if (bank) found.push(bank);
  }
  return found;
}

/**
 * The knowledge of banks that it takes to tell what entries say.
 *
 * @example
 * knowledgeOf([review]).obstacles //=> new Set(['review-not-yet'])
 */
export function knowledgeOf(banks: readonly QuestionBank[]): BankKnowledge {
  const reviews = banks.map(({ review }) => review);
  const isReview = ({ review }: QuestionBank): boolean =>
    review.commitment !== undefined || review.prediction !== undefined;
  return {
    meanings: meaningsOf(banks),
    obstacles: new Set(reviews.flatMap(({ commitment }) => (commitment ? [commitment.notYet.id] : []))),
    again: new Set(reviews.flatMap(({ prediction }) => (prediction ? [prediction.again.id] : []))),
    repeats: new Map(
      banks
        .flatMap(everQuestionsOf)
        .flatMap(({ id, repeats }): [string, string][] => (repeats === undefined ? [] : [[repeats, id]])),
    ),
    scales: new Map(
      banks
        .flatMap(everQuestionsOf)
        .flatMap(({ id, scale }): [string, ByRole<Scale>][] => (scale === undefined ? [] : [[id, scale]])),
    ),
    asksNothing: new Set([
      FREE_PAGE,
      ...ANOTHER_EACH_TIME,
      ...banks.filter(isReview).map(({ name }) => name),
    ]),
  };
}

/** The outcomes that choices in some banks stand for, where they resolve a guess. */
function meaningsOf(banks: readonly QuestionBank[]): Meanings {
  const known = new Map<string, Outcome>();
  for (const { id, options = [] } of banks.flatMap(everQuestionsOf)) {
    for (const { value, resolves } of options) {
      // Too early to say closes nothing.
      if (resolves !== undefined && resolves !== 'wait') known.set(`${id} ${value}`, resolves);
    }
  }
  return (question, value) => known.get(`${question} ${value}`);
}
