// Answers in a file, saved as one entry.
import type { Answer } from '../../domain/entry/answer.ts';
import { isoIn, type Now, today, dayOf, parseAt } from '../../domain/time/moment.ts';
import { type Entry, NO_EXTRA, tagFrom } from '../../domain/entry/entry.ts';
import { type Mistake, byPlace } from '../../domain/text/errors.ts';
import { questionsAfter } from '../../domain/sitting/choose-questions.ts';
import { drawUpAgenda } from '../../domain/sitting/draw-up-agenda.ts';
import type { PlannedQuestion, Selection, Agenda } from '../../domain/sitting/agenda.ts';
import type { Question, QuestionBank, Role } from '../../domain/banks/question-bank.ts';
import { questionsOf } from '../../domain/banks/bank-questions.ts';
import { isWorthKeeping } from '../../domain/sitting/sitting.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import { isMapping } from '../../formats/answers/answer-value.ts';
import {
  type AnswersHead,
  type AnswersSource,
  readAnswers,
  readAnswersHead,
  readQuickJson,
} from '../../formats/answers/answers-file.ts';
import { brokenAnswers, NO_ANSWERS } from '../../pages/sitting/answers-mistakes.ts';
import { pastMoment } from '../journal/past-moment.ts';
import * as agendas from './agenda-from-journal.ts';
import type { Journal } from '../ports/journal.ts';
import type { NewId } from '../ports/machine.ts';

/** A file of answers, and what was said beside it. */
export interface AnswersRequest {
  readonly text: string;
  /** How the file is called in what is said about it. */
  readonly file: string;
  readonly bank: QuestionBank;
  readonly role: Role | undefined;
  /** Undefined: nothing was said; null: it was said to be about nobody. */
  readonly about: string | null | undefined;
  /** Whom sittings are about unless the request or the file says otherwise. */
  readonly rememberedAbout: string | null;
  readonly tags: readonly string[];
  readonly at: string | undefined;
  /** Of a programme, the step and the part of it that is answered. */
  readonly selection: Pick<Selection, 'step' | 'part'>;
  /** What was chosen beside the file, by the ids of questions; the file cannot answer these. */
  readonly chosen?: Readonly<Record<string, string>>;
}

/** What answering from a file needs of the world. */
export interface AnswersPorts extends agendas.AgendaPorts {
  readonly now: Now;
  readonly dayEnds: number;
  readonly newId: NewId;
  readonly journal: Journal;
  /** The role where neither the request nor the file names one. */
  readonly settleRole: (said: Role | undefined) => Promise<Role | null>;
}

/**
 * Saves the answers of a file as one entry. The whole file is checked first: any mistake means that nothing is saved.
 *
 * What was said on the command line counts before what stands at the head of the file.
 *
 * @throws FileMistakes with every mistake, each with its line, the key and what was expected.
 *
 * @example
 * const answers = { ...request, text: 'member-felt: Small.', file: 'a.yaml', rememberedAbout: null };
 * (await answerFromFile(answers, newWorld().answersPorts(member))).entry.answers[0].value //=> 'Small.'
 */
export async function answerFromFile(
  request: AnswersRequest,
  ports: AnswersPorts,
): Promise<{ readonly entry: Entry; readonly path: string }> {
  const quick = readQuickJson(request.text);
  const first = quick && (await understand(quick, request, ports));
  const understood = first?.entry ? first : await understand(await yamlSource(request.text), request, ports);
  const { entry, mistakes } = understood;
  if (!entry) throw brokenAnswers(request.file, mistakes);
  return { entry, path: await ports.journal.add(entry) };
}

async function yamlSource(text: string): Promise<AnswersSource> {
  const { readYaml } = await import('../../formats/text/yaml-positions.ts');
  return readYaml(text);
}

/** What a file says: an entry, or everything that is wrong with it. */
async function understand(
  source: AnswersSource,
  request: AnswersRequest,
  ports: AnswersPorts,
): Promise<{ readonly entry?: Entry; readonly mistakes: readonly Mistake[] }> {
  const { now, dayEnds } = ports;
  const head = readAnswersHead(source, (words) => pastMoment(words, now, dayEnds)?.text);
  if (!isMapping(source.value)) return { mistakes: head.mistakes };
  const inFile = head.about ?? scopeOf(source, request.bank) ?? request.rememberedAbout;
  const about = request.about === undefined ? inFile : request.about;
  const agenda = await planFor(request, head, about, ports);
  const chosen = agendas.chosenAnswers(agenda, request.chosen ?? {}, today(now, dayEnds));
  const isOpen = ({ question: { id } }: PlannedQuestion): boolean =>
    !chosen.some(({ question }) => question === id);
  const open = { ...agenda, questions: agenda.questions.filter(isOpen) };
  const read = readAnswers(source, open, today(now, dayEnds));
  const mistakes = [...head.mistakes, ...read.mistakes].toSorted(byPlace);
  if (mistakes.length > 0) return { mistakes };
  const scope = scopeQuestion(request.bank);
  const answers = [...chosen, ...read.answers.filter(({ question }) => question !== scope)];
  if (!isWorthKeeping(answers)) return { mistakes: [NO_ANSWERS] };
  const said = { at: request.at ?? head.at, tags: [...request.tags, ...(head.tags ?? [])] };
  return { entry: entryOfAnswers(agenda, answers, said, ports), mistakes: [] };
}

/** Every question of the bank that may be answered; where the file's role is none, those of either role. */
async function planFor(
  request: AnswersRequest,
  head: AnswersHead,
  about: string | null,
  ports: AnswersPorts,
): Promise<Agenda> {
  const said = request.role ?? head.role;
  if (said !== undefined || !head.roleIsWrong) {
    return planForRole(request, await ports.settleRole(said), about, ports);
  }
  const [one, other] = await Promise.all([
    planForRole(request, 'member', about, ports),
    planForRole(request, 'manager', about, ports),
  ]);
  const asked = new Set(one.questions.map(({ question }) => question.id));
  const more = other.questions.filter(({ question }) => !asked.has(question.id));
  return { ...one, role: null, questions: [...one.questions, ...more] };
}

async function planForRole(
  { bank, selection }: AnswersRequest,
  role: Role | null,
  about: string | null,
  { now, dayEnds, banks, index }: AnswersPorts,
): Promise<Agenda> {
  const day = today(now, dayEnds);
  const only = questionsOf(bank)
    .map(({ id }) => id)
    .filter((id) => belongsTo(selection, id, bank));
  // Most banks ask the same whatever was answered before; then the journal need not be read.
  return agendas.looksBack(bank)
    ? agendas.agendaFromJournal(bank, role, about, { ...selection, only }, day, { banks, index })
    : drawUpAgenda(bank, role, about, { ...selection, only }, { ...agendas.NOTHING_KNOWN, today: day });
}

/** Of a programme, one step or what comes after it is answered at a time, with the question about whom it is for. */
function belongsTo({ step, part }: AnswersRequest['selection'], id: string, bank: QuestionBank): boolean {
  const named = bank.steps.find((one) => one.id === step);
  if (!named) return step === undefined;
  const { questions, evidence } = named;
  const asked: Readonly<Record<Exclude<typeof part, undefined> | 'whole', readonly Question[]>> = {
    whole: [...bank.scope, ...questions, ...evidence],
    anew: [...bank.scope, ...questions],
    evidence: [...bank.scope.filter(isScopeName), ...questionsAfter(named, 'evidence', bank)],
    choice: [...bank.scope.filter(isScopeName), ...questionsAfter(named, 'choice', bank)],
  };
  return asked[part ?? 'whole'].some((question) => question.id === id);
}

/**
 * Whom a file of answers says it is about, and from which seat; both undefined where it says nothing.
 *
 * @param file - How the file is called in what is said about it.
 * @throws FileMistakes where it cannot be read at all.
 *
 * @example
 * await whoseAnswers('role: member\nchallenge-scope: D.\n', 'a.yaml', challenge) //=> { role: 'member', about: 'D.' }
 */
export async function whoseAnswers(
  text: string,
  file: string,
  bank: QuestionBank,
): Promise<{ readonly role: Role | undefined; readonly about: string | undefined }> {
  const source = readQuickJson(text) ?? (await yamlSource(text));
  if (source.mistakes.length > 0) throw brokenAnswers(file, source.mistakes);
  const { role, about } = readAnswersHead(source, (words) => words);
  return { role, about: about ?? scopeOf(source, bank) };
}

/** A programme's question about whom it is for names the entry's `about`. */
function scopeOf({ value }: AnswersSource, bank: QuestionBank): string | undefined {
  const id = scopeQuestion(bank);
  if (id === undefined || !isMapping(value)) return undefined;
  const given = value[id];
  return typeof given === 'string' && oneLine(given) !== '' ? oneLine(given) : undefined;
}

function scopeQuestion({ scope }: QuestionBank): string | undefined {
  return scope.find(isScopeName)?.id;
}

function isScopeName({ type }: Question): boolean {
  return type === 'text';
}

/**
 * The entry that the answers of a file become.
 *
 * @param said - When it was, now unless it is said, and tags as they were typed.
 *
 * @example
 * entryOfAnswers(agenda, [], { tags: ['#calls'] }, reviewPorts).tags //=> ['calls']
 */
export function entryOfAnswers(
  { bank, role, about }: Agenda,
  answers: readonly Answer[],
  { at, tags }: { readonly at?: string | undefined; readonly tags: readonly string[] },
  { now, dayEnds, newId }: Pick<AnswersPorts, 'now' | 'dayEnds' | 'newId'>,
): Entry {
  const written = isoIn(now.epoch, now.zone);
  const moment = parseAt(at ?? written);
  return {
    id: newId(),
    at: moment?.text ?? written,
    written,
    zone: now.zone.name,
    day: moment ? dayOf(moment, dayEnds) : today(now, dayEnds),
    bank: bank.name,
    bankVersion: bank.version,
    role,
    about,
    tags: [...new Set(tags.map(tagFrom).filter((tag) => tag !== ''))],
    title: bank.title,
    minutes: null,
    answers,
    extra: NO_EXTRA,
  };
}
