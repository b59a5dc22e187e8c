import { dayOf, isoIn, type Now, parseAt, today } from '../domain/calendar.ts';
import { type Entry, NO_EXTRA, tagFrom } from '../domain/entry.ts';
import { FileMistakes, type Mistake } from '../domain/errors.ts';
import { planSitting, type SittingPlan } from '../domain/plan.ts';
import { type QuestionBank, questionsOf, type Role } from '../domain/question-bank.ts';
import { isWorthKeeping } from '../domain/sitting.ts';
import { oneLine } from '../domain/text.ts';
import {
  type AnswersSource,
  isMapping,
  readAnswers,
  readAnswersHead,
  readQuickJson,
} from '../formats/answers-file.ts';
import { pastMoment } from './past-moment.ts';
import { NOTHING_KNOWN, planFromJournal } from './plan-sitting.ts';
import type { Banks, EntryIndex, Journal, NewId } from './ports.ts';

/** A file of answers, and what was said beside it. */
export interface AnswersRequest {
  readonly text: string;
  /** How the file is called in what is said about it. */
  readonly file: string;
  readonly bank: QuestionBank;
  readonly role: Role | undefined;
  readonly about: string | null;
  readonly tags: readonly string[];
  readonly at: string | undefined;
  readonly step: string | undefined;
}

/** What answering from a file needs of the world. */
export interface AnswersPorts {
  readonly now: Now;
  readonly dayEnds: number;
  readonly newId: NewId;
  readonly journal: Journal;
  readonly index: EntryIndex;
  readonly banks: Banks;
  /** The role where neither the request nor the file names one. */
  readonly settleRole: (said: Role | undefined) => Promise<Role | null>;
}

/**
 * Saves the answers of a file as one entry. The whole file is checked first: any mistake means that nothing is saved.
 *
 * What was said on the command line counts before what stands at the head of the file.
 *
 * @throws FileMistakes with every mistake, each with its line, the key and what was expected.
 */
export async function answerFromFile(
  request: AnswersRequest,
  ports: AnswersPorts,
): Promise<{ readonly entry: Entry; readonly path: string }> {
  const quick = readQuickJson(request.text);
  const first = quick && (await understand(quick, request, ports));
  const read =
    first && first.mistakes.length === 0
      ? first
      : await understand(await yamlSource(request.text), request, ports);
  const { entry, mistakes } = read;
  if (mistakes.length > 0)
    throw new FileMistakes(request.file, mistakes, 'Nothing was saved. Mend the file and try again.');
  if (!isWorthKeeping(entry.answers)) {
    throw new FileMistakes(
      request.file,
      [{ line: 1, column: 1, message: 'holds no answers' }],
      'Nothing was saved. --template prints a file to fill in.',
    );
  }
  return { entry, path: ports.journal.add(entry) };
}

async function yamlSource(text: string): Promise<AnswersSource> {
  const { readYaml } = await import('../formats/yaml-positions.ts');
  return readYaml(text);
}

async function understand(
  source: AnswersSource,
  { bank, role: said, about, tags, at, step }: AnswersRequest,
  ports: AnswersPorts,
): Promise<{ readonly entry: Entry; readonly mistakes: readonly Mistake[] }> {
  const { now, dayEnds, index, banks } = ports;
  const head = readAnswersHead(source, (words) => pastMoment(words, now, dayEnds)?.text);
  const roleWrong = head.mistakes.length > 0 && head.role === undefined;
  const role = roleWrong ? null : await ports.settleRole(said ?? head.role);
  const day = today(now, dayEnds);
  const scope = scopeOf(source, bank);
  const whom = about ?? head.about ?? scope ?? null;
  const questions = questionsOf(bank);
  const only = questions.map(({ id }) => id);
  // Most banks ask the same whatever was answered before; then the journal need not be read.
  const looksBack = questions.some(
    ({ recall, smaller, resolves, type, showIf }) =>
      recall ?? smaller ?? (type === 'choice' ? resolves : undefined) ?? (showIf && 'count' in showIf),
  );
  const whole = looksBack
    ? await planFromJournal(bank, role, whom, { only }, day, { banks, index })
    : planSitting(bank, role, whom, { only }, { ...NOTHING_KNOWN, today: day });
  const plan = withinStep(whole, step, bank);
  const { answers, mistakes } = readAnswers(source, plan, day);
  const moment = parseAt(at ?? head.at ?? isoIn(now.epoch, now.zone));
  const entry: Entry = {
    id: ports.newId(),
    at: moment?.text ?? '',
    written: isoIn(now.epoch, now.zone),
    zone: now.zone.name,
    day: moment ? dayOf(moment, dayEnds) : day,
    bank: bank.name,
    bankVersion: bank.version,
    role,
    about: whom,
    tags: [...new Set([...tags, ...(head.tags ?? [])].map(tagFrom).filter((tag) => tag !== ''))],
    title: bank.title,
    minutes: null,
    answers: answers.filter(
      ({ question }) => !bank.scope.some(({ id, type }) => id === question && type === 'text'),
    ),
    extra: NO_EXTRA,
  };
  const roleMistakes = roleWrong
    ? mistakes.filter(({ message }) => !message.startsWith('no question'))
    : mistakes;
  return { entry, mistakes: [...head.mistakes, ...roleMistakes] };
}

/** A programme's question about whom it is for names the entry's `about`. */
function scopeOf({ value }: AnswersSource, { scope }: QuestionBank): string | undefined {
  const id = scope.find(({ type }) => type === 'text')?.id;
  if (id === undefined || !isMapping(value)) return undefined;
  const given = value[id];
  return typeof given === 'string' && oneLine(given) !== '' ? oneLine(given) : undefined;
}

/** A step named on the command line is the only one whose questions may be answered. */
function withinStep(plan: SittingPlan, step: string | undefined, bank: QuestionBank): SittingPlan {
  if (step === undefined) return plan;
  const scope = bank.scope.map(({ id }) => id);
  return {
    ...plan,
    questions: plan.questions.filter(
      (planned) => planned.step === step || scope.includes(planned.question.id),
    ),
  };
}
