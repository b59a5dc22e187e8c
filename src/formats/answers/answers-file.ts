// An answers file: its head, and an answer to each question that it names.
import type { Answer } from '../../domain/entry/answer.ts';
import type { Day } from '../../domain/time/day.ts';
import { type Mistake, byPlace, MOST_MISTAKES } from '../../domain/text/errors.ts';
import type { PlannedQuestion, Agenda } from '../../domain/sitting/agenda.ts';
import { readRole, type Role, ROLES } from '../../domain/banks/question-bank.ts';
import { questionsOf } from '../../domain/banks/bank-questions.ts';
import { inOwnWords } from '../../domain/sitting/said-words.ts';
import { type Sitting } from '../../domain/sitting/sitting.ts';
import { answerTo, askable } from '../../domain/sitting/asked-questions.ts';
import { oneLine, plainText, quoted } from '../../domain/text/plain-text.ts';
import { type ComplainOfValue, isMapping, isNothing, meaning, readAnswer } from './answer-value.ts';
import type { YamlFile } from '../text/yaml-positions.ts';

/** An answers file as it was read: its value, and where each piece stands. */
export type AnswersSource = Pick<YamlFile, 'value' | 'mistakes' | 'at' | 'atKey'>;

/** The head of an answers file. */
export interface AnswersHead {
  readonly role?: Role;
  readonly about?: string;
  readonly at?: string;
  readonly tags?: readonly string[];
  readonly mistakes: readonly Mistake[];
  /** A role is named, but not one that there is. */
  readonly roleIsWrong: boolean;
}

const HEAD_KEYS = ['role', 'about', 'at', 'tags'];

/** Texts of a JSON source; a key is one that is followed by a colon. */
const jsonText = /"(?:[^"\\]|\\.)*"(\s*:)?/g;

/**
 * Reads JSON the quick way, where nothing can be lost by it: a JSON object in which no key stands twice.
 *
 * @returns What the YAML reader would give; undefined where a real reader is needed. The positions are all
 *   the first one: they are asked for only when something is wrong, and then the file is read again.
 *
 * @example
 * readQuickJson('{"checkin-trust": 4}')?.value //=> { 'checkin-trust': 4 }
 */
export function readQuickJson(source: string): AnswersSource | undefined {
  try {
    const value: unknown = JSON.parse(source, (_key, one: unknown) =>
      typeof one === 'string' ? plainText(one) : one,
    );
    if (!isMapping(value) || countKeys(value) !== countWrittenKeys(source)) return undefined;
    const start = { line: 1, column: 1 };
    return { value, mistakes: [], at: () => start, atKey: () => start };
  } catch {
    return undefined;
  }
}

/** Of a key that stands twice, reading keeps one. */
function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value).map(countKeys);
  return (Array.isArray(value) ? 0 : inside.length) + inside.reduce((sum, one) => sum + one, 0);
}

function countWrittenKeys(source: string): number {
  return Array.from(source.matchAll(jsonText)).filter(([, colon]) => colon !== undefined).length;
}

/**
 * Understands the head of an answers file: `role`, `about`, `at`, `tags`, all of them optional.
 *
 * @param readMoment - Understands `at`; undefined for words that are no moment.
 *
 * @example
 * readAnswersHead(readYaml('role: member\n'), () => undefined)
 * //=> { role: 'member', mistakes: [], roleIsWrong: false }
 */
export function readAnswersHead(
  source: AnswersSource,
  readMoment: (words: string) => string | undefined,
): AnswersHead {
  const { value } = source;
  if (!isMapping(value)) {
    const expected = { line: 1, column: 1, message: 'expected "question: answer" lines (see --template)' };
    return { mistakes: source.mistakes.length > 0 ? source.mistakes : [expected], roleIsWrong: false };
  }
  const mistakes: Mistake[] = [...source.mistakes];
  const complain = (key: string, message: string): undefined => {
    mistakes.push({ ...source.at([key]), message: `${key}: ${message}` });
    return undefined;
  };
  const given = (key: string): unknown => (Object.hasOwn(value, key) ? value[key] : null);
  const text = (key: string, expected: string): string | undefined => {
    const word = given(key);
    if (isNothing(word)) return undefined;
    return typeof word === 'string' ? oneLine(word) : complain(key, `expected ${expected}`);
  };
  const roleSaid = text('role', 'manager or member');
  const about = text('about', 'a short name');
  const moment = text('at', MOMENT);
  const role =
    roleSaid === undefined ? undefined : (readRole(roleSaid) ?? complain('role', noRole(roleSaid)));
  const at =
    moment === undefined
      ? undefined
      : (readMoment(moment) ??
        complain('at', `${quoted(moment)} is not a time in the past; expected ${MOMENT}`));
  const tags =
    readTags(given('tags')) ?? complain('tags', 'expected a list of words, for example [one, two]');
  return {
    ...(role !== undefined && { role }),
    ...(about !== undefined && { about }),
    ...(at !== undefined && { at }),
    ...(tags !== undefined && tags.length > 0 && { tags }),
    mistakes,
    roleIsWrong: role === undefined && !isNothing(given('role')),
  };
}

const MOMENT = 'a time such as 2026-11-22T09:14 or "yesterday 18:00"';

function noRole(word: string): string {
  const meant = meaning(word, ROLES);
  return `${quoted(word)} is not a role${meant === '' ? `; expected ${ROLES.toSorted().join(' or ')}` : meant}`;
}

function readTags(given: unknown): readonly string[] | undefined {
  if (isNothing(given)) return [];
  return Array.isArray(given) && given.every((tag) => typeof tag === 'string') ? given : undefined;
}

/**
 * Understands the answers of a file against the questions of a plan.
 *
 * A question that the file does not name is not asked; `null` passes it, `{skip: KIND}` skips it with a kind.
 * Text is text, a choice one of the values, a scale a whole number or `na`, a percent a whole number from 0
 * to 100, a date `YYYY-MM-DD`; a prediction is `{expect, sign, likelihood, due, feeling}` (or the likelihood
 * alone where the statement is fixed), a commitment `{when, then, by, likelihood}`; of their parts only
 * `expect` and `then` are needed. A question whose condition does not hold may be left empty.
 *
 * @param today - A date left out is fourteen days from it.
 * @returns The answers in the order of the plan, and everything that is wrong, each with its line.
 *
 * @example
 * readAnswers(readYaml('member-felt: Small.'), memberAgenda, '2026-11-22').answers[0]?.value //=> 'Small.'
 */
export function readAnswers(
  source: AnswersSource,
  agenda: Agenda,
  today: Day,
): { readonly answers: readonly Answer[]; readonly mistakes: readonly Mistake[] } {
  if (!isMapping(source.value)) return { answers: [], mistakes: [] };
  const file = source.value;
  const ids = agenda.questions.map(({ question }) => question.id);
  const mistakes = Object.keys(file)
    .filter((key) => !HEAD_KEYS.includes(key) && !ids.includes(key))
    .slice(0, MOST_MISTAKES + 1)
    .map((key) => ({ ...source.atKey([key]), message: unknownQuestion(key, ids, agenda) }));
  const answers: Answer[] = [];
  const misread = new Set<string>();
  for (const planned of agenda.questions) {
    const { id } = planned.question;
    if (!Object.hasOwn(file, id)) continue;
    const complain: ComplainOfValue = (message, part, where) => {
      misread.add(id);
      const path = part === undefined ? [id] : [id, part];
      const place = where === 'atKey' ? source.atKey(path) : source.at(path);
      mistakes.push({ ...place, message: `${path.map(oneLine).join('.')}: ${message}` });
      return undefined;
    };
    const answer = readAnswer(planned, file[id], today, answers, complain);
    if (!answer) continue;
    const condition = conditionMissed(planned, { agenda, answers }, misread);
    if (condition === undefined) answers.push(answer);
    else if (answer.skip !== 'passed') complain(`this question is asked only when ${condition}`);
  }
  // A file gives all answers at once, in whatever order.
  const { questions } = inOwnWords({ agenda, answers });
  const askedAs = new Map(questions.map(({ question, asked }) => [question.id, asked]));
  return {
    answers: answers.map((answer) => ({ ...answer, asked: askedAs.get(answer.question) ?? answer.asked })),
    mistakes: mistakes.toSorted(byPlace),
  };
}

function unknownQuestion(key: string, asked: readonly string[], { bank, role }: Agenda): string {
  const known = questionsOf(bank).find(({ id }) => id === key);
  const retired = bank.retired.find(({ id }) => id === key);
  if (retired) {
    return retired.replacedBy === undefined
      ? `${key}: this question is no longer asked`
      : `${key}: this question is no longer asked; use ${retired.replacedBy} instead`;
  }
  if (known?.roles !== undefined && role !== null && !known.roles.includes(role)) {
    return `${key}: this question is only for the role ${known.roles.join(' or ')}`;
  }
  if (known) return `${key}: this question is not asked here`;
  const whose = role === null ? bank.name : `${bank.name} (${role})`;
  return `no question ${quoted(key)} in the question set ${whose}${meaning(key, [...asked, ...HEAD_KEYS])}`;
}

/** In words, the condition of a question that does not hold; nothing where what it looks at could not be read. */
function conditionMissed(
  planned: PlannedQuestion,
  sitting: Pick<Sitting, 'agenda' | 'answers'>,
  misread: ReadonlySet<string>,
): string | undefined {
  const { showIf } = planned.question;
  if (showIf === undefined || !('question' in showIf) || misread.has(showIf.question)) return undefined;
  if (askable(sitting).includes(planned)) return undefined;
  // What came of a step may be told without the question whether it was done.
  if (planned.step !== undefined && !answerTo(sitting, showIf.question)) return undefined;
  return `${showIf.question} is ${showIf.values.join(' or ')}`;
}
