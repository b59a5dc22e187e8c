// A question bank from its YAML file.
import * as v from 'valibot';
import { byPlace, FileMistakes, type Mistake } from '../../domain/text/errors.ts';
import { placesIn, withoutOwnWords } from '../../domain/banks/own-words.ts';
import type {
  ByRole,
  Condition,
  ProgrammeStep,
  Question,
  QuestionBank,
  QuestionType,
  RetiredQuestion,
  ReviewDialogue,
} from '../../domain/banks/question-bank.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import { checkBank } from './bank-checks.ts';
import { bankSchema, type BankFile } from './bank-schema.ts';
import type { FileQuestion } from './question-schema.ts';
import { isCount } from './question-rules.ts';
import { expectedWords } from './schema-shapes.ts';
import { shapeMistakes } from './shape-mistakes.ts';
import { readYaml } from '../text/yaml-positions.ts';

/** Days between two times of a weekly scale that names no interval of its own. */
const WEEK = 7;

/**
 * Reads a question bank from its YAML source, as `docs/banks.md` describes it.
 *
 * @param file - The name that messages give the file.
 * @throws FileMistakes with every mistake, in the order of the file: what is no YAML, unknown and missing keys, values
 * of the wrong kind, ids that stand twice, keys on questions that do not use them, conditions that cannot hold.
 *
 * @example
 * parseBank(bankTemplate('mine'), 'mine.yaml').questions[0]?.id //=> 'mine-moment'
 */
export function parseBank(source: string, file: string): QuestionBank {
  const yaml = readYaml(source);
  if (yaml.value === undefined) {
    throw new FileMistakes(file, yaml.mistakes.length > 0 ? yaml.mistakes : [emptyFile]);
  }
  const bank = tidied(yaml.value);
  const parsed = v.safeParse(bankSchema, bank);
  const checks = checkBank(bank).map(({ path, message, atKey }) => ({
    ...(atKey === true ? yaml.atKey(path) : yaml.at(path)),
    message,
  }));
  const shape = shapeMistakes(parsed.issues ?? [], yaml, expectedWords);
  const mistakes = inOrder(yaml.mistakes, [...shape, ...checks]);
  if (!parsed.success || mistakes.length > 0) throw new FileMistakes(file, mistakes);
  return toBank(parsed.output);
}

const emptyFile: Mistake = { line: 1, column: 1, message: 'expected a question bank, found an empty file' };

/** Texts stand on one line, as they are printed in headings and beside answers; an intro may have paragraphs. */
function tidied(value: unknown, key?: string): unknown {
  if (typeof value === 'string') return key === 'intro' ? value.trim() : oneLine(value);
  if (Array.isArray(value)) return value.map((one: unknown) => tidied(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, tidied(one, name)]));
}

/** By place in the file. What no YAML reader understands is said once, and not again as a value of the wrong kind. */
function inOrder(unreadable: readonly Mistake[], mistakes: readonly Mistake[]): readonly Mistake[] {
  const isElsewhere = ({ line, column }: Mistake): boolean =>
    !unreadable.some((one) => one.line === line && one.column === column);
  return [...unreadable, ...mistakes.filter(isElsewhere)].toSorted(byPlace);
}

function toBank(file: BankFile): QuestionBank {
  const { take, commitment, prediction, tell } = file.closing ?? {};
  return {
    name: file.bank,
    version: file.version,
    role: file.role,
    title: file.title,
    intro: file.intro,
    asksAbout: file.asks_about ?? false,
    safety: file.safety ?? [],
    context: (file.context ?? []).map(toTyped),
    scales: (file.scales ?? []).map((one) => toQuestion(one, 'scale')),
    weeklyScales: (file.weekly_scales ?? []).map((one) => ({ everyDays: WEEK, ...toQuestion(one, 'scale') })),
    questions: (file.questions ?? []).map((one) => ({ ...toTyped(one), core: one.core ?? false })),
    rotation: (file.rotation ?? []).map((one) => toQuestion(one, 'text')),
    closing: [
      ...(take ? [{ ...toQuestion(take, 'text'), gathers: true }] : []),
      ...(commitment ? [toQuestion(commitment, 'commitment')] : []),
      ...(prediction ? [toQuestion(prediction, 'prediction')] : []),
      ...(tell ? [toTyped(tell)] : []),
    ],
    scope: (file.scope ?? []).map(toTyped),
    steps: (file.steps ?? []).map(toStep),
    advance: file.advance ? toAdvance(file.advance) : [],
    review: toReview(file),
    retired: (file.retired ?? []).map(toRetired),
  };
}

/** The question of what was learned is for those who stop. */
function toAdvance({ next, stopped }: NonNullable<BankFile['advance']>): readonly Question[] {
  return [toTyped(next), { ...toTyped(stopped), showIf: { question: next.id, values: ['stop'] } }];
}

function toStep({ questions, evidence, ...step }: NonNullable<BankFile['steps']>[number]): ProgrammeStep {
  return {
    ...step,
    weeks: step.weeks ?? 1,
    ideas: step.ideas ?? [],
    questions: questions.map(toTyped),
    evidence: evidence.map(toTyped),
  };
}

function toReview({ commitment, prediction }: BankFile): ReviewDialogue {
  return {
    ...(commitment && {
      commitment: {
        status: toTyped(commitment.status),
        kept: toTyped(commitment.kept),
        partly: toTyped(commitment.partly),
        notYet: toTyped(commitment['not-yet']),
        letGo: toTyped(commitment['let-go']),
        next: toTyped(commitment.next),
        plan: toTyped(commitment.plan),
      },
    }),
    ...(prediction && {
      prediction: {
        outcome: toTyped(prediction.outcome),
        until: toTyped(prediction.until),
        seen: toTyped(prediction.seen),
        compared: toTyped(prediction.compared),
        again: toTyped(prediction.again),
        learned: toTyped(prediction.learned),
      },
    }),
  };
}

function toTyped(file: FileQuestion & { readonly type: QuestionType }): Question {
  return toQuestion(file, file.type);
}

function toRetired({ replaced_by, ...file }: NonNullable<BankFile['retired']>[number]): RetiredQuestion {
  return { ...toTyped(file), ...(replaced_by !== undefined && { replacedBy: replaced_by }) };
}

/** Everything belongs to the short version; only the list `questions` says otherwise. */
function toQuestion(file: FileQuestion, type: QuestionType): Question {
  const {
    ask,
    ask_without_recall,
    show_if,
    every_days,
    resolves,
    one_word,
    due_from,
    suggest_from,
    ...same
  } = file;
  return {
    ...same,
    type,
    ask: changed(ask, withoutOwnWords),
    ...(hasPlaces(ask) && { worded: ask }),
    core: true,
    ideas: file.ideas ?? [],
    ...(one_word === true && { oneWord: true }),
    ...(ask_without_recall !== undefined && { askWithoutRecall: ask_without_recall }),
    ...(show_if !== undefined && { showIf: toCondition(show_if) }),
    ...(every_days !== undefined && { everyDays: every_days }),
    ...(due_from !== undefined && { dueFrom: due_from }),
    ...(suggest_from !== undefined && { suggestFrom: suggest_from }),
    ...(resolves !== undefined && { resolves: typeof resolves === 'string' ? [resolves] : resolves }),
  };
}

function hasPlaces(wording: ByRole<string>): boolean {
  const wordings = typeof wording === 'string' ? [wording] : Object.values(wording);
  return wordings.some((one) => placesIn(one).length > 0);
}

function changed(wording: ByRole<string>, change: (wording: string) => string): ByRole<string> {
  if (typeof wording === 'string') return change(wording);
  return { manager: change(wording.manager), member: change(wording.member) };
}

function toCondition(condition: NonNullable<FileQuestion['show_if']>): Condition {
  const [key = '', wanted = []] = Object.entries(condition)[0] ?? [];
  if (typeof wanted !== 'string') return { question: key, values: wanted };
  if (!isCount(key)) throw new TypeError(`unchecked condition ${key}`);
  return { count: key, atLeast: Number(wanted.slice('>='.length)) };
}
