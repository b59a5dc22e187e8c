// A whole bank to read: the page of coach banks show.
import * as banks from '../../domain/banks/question-bank.ts';
import { followOf, questionsOf } from '../../domain/banks/bank-questions.ts';

/**
 * A whole bank to read, as plain text with Markdown headings: everything that a bank file can say, in the
 * order in which it is asked, questions numbered through. Lines are as long as they come; whoever shows them
 * wraps them.
 *
 * @param options - With a `role`, only what that role is asked, in its wording.
 *
 * @example
 * bankAsText(member).split('\n')[0] //=> '# When your work is closely managed'
 */
export function bankAsText(bank: banks.QuestionBank, { role }: { readonly role?: banks.Role } = {}): string {
  const numbers = numbering(bank, role);
  const sections = sectionsOf(bank, role).map(({ heading, before = [], questions, after = [] }) => {
    const asked = questions.flatMap((question) => {
      const number = numbers.get(question.id);
      return number === undefined ? [] : [questionText(question, number, role)];
    });
    const content = [...before, ...asked, ...after];
    return content.length === 0 ? '' : [`## ${heading}`, ...content].join('\n\n');
  });
  return `${[`# ${bank.title}`, bank.intro, headOf(bank), ...sections].filter(Boolean).join('\n\n')}\n`;
}

/** Follow-up questions stand below the choice they follow and have no number of their own. */
function numbering(bank: banks.QuestionBank, role: banks.Role | undefined): ReadonlyMap<string, number> {
  const follows = new Set(questionsOf(bank).flatMap((question) => followOf(question)?.id ?? []));
  const asked = questionsOf(bank).filter(
    ({ id, roles }) =>
      !follows.has(id) && (role === undefined || roles === undefined || roles.includes(role)),
  );
  return new Map(asked.map(({ id }, index) => [id, index + 1]));
}

function headOf({ name, version, role, safety }: banks.QuestionBank): string {
  return [
    `Question set ${name}, version ${version}, role ${role}`,
    ...(safety.length === 0 ? [] : [`Safety notes: ${safety.join(', ')}`]),
  ].join('\n');
}

interface Section {
  readonly heading: string;
  readonly before?: readonly string[];
  readonly questions: readonly banks.Question[];
  readonly after?: readonly string[];
}

function sectionsOf(bank: banks.QuestionBank, role: banks.Role | undefined): readonly Section[] {
  return [
    { heading: 'What it is about', questions: bank.scope },
    { heading: 'First', questions: bank.context },
    { heading: 'Scales, asked each time', questions: bank.scales },
    { heading: 'Scales, asked at intervals', questions: bank.weeklyScales },
    { heading: 'Questions', questions: bank.questions },
    { heading: 'One of these, the one asked least recently', questions: bank.rotation },
    ...bank.steps.flatMap((step, index) => sectionsOfStep(step, index + 1, role)),
    { heading: 'How the challenge continues', questions: bank.advance },
    { heading: 'How a plan went', questions: Object.values(bank.review.commitment ?? {}) },
    { heading: 'How a guess turned out', questions: Object.values(bank.review.prediction ?? {}) },
    { heading: 'At the end', questions: bank.closing },
  ];
}

function sectionsOfStep(
  step: banks.ProgrammeStep,
  number: number,
  role: banks.Role | undefined,
): readonly Section[] {
  const { id, week, weeks, stage, title, aim, ideas, questions, between, evidence, caution } = step;
  const when = weeks === 1 ? `week ${week}` : `weeks ${week} to ${week + weeks - 1}`;
  const about = [
    `Step ${id}, ${when}, stage ${stage}${ideasText(ideas)}`,
    ...wordings(aim, role).flatMap((one) => labelled('Aim', one)),
  ].join('\n');
  return [
    {
      heading: `Step ${number}. ${title}`,
      before: [about, ...wordings(caution ?? '', role).flatMap((one) => labelled('Caution', one))],
      questions,
      after: wordings(between, role).flatMap((one) => labelled('Until next time', one)),
    },
    { heading: `After step ${number}`, questions: evidence },
  ];
}

function questionText(question: banks.Question, number: number, role: banks.Role | undefined): string {
  const mark = `${number}. `;
  const indent = ' '.repeat(mark.length);
  const lines = [...wordings(question.ask, role), ...detailsOf(question, role)];
  return `${mark}${lines.join(`\n${indent}`)}`;
}

/** One wording, or each role's where they differ and no role is chosen. */
function wordings(wording: banks.ByRole<string>, role: banks.Role | undefined): readonly string[] {
  if (role !== undefined || typeof wording === 'string') return [banks.forRole(wording, role ?? null)];
  return [`As a manager: ${wording.manager}`, `As a member: ${wording.member}`];
}

function detailsOf(question: banks.Question, role: banks.Role | undefined): readonly string[] {
  const { id, type, core, ideas, roles, everyDays, options = [], scale, follow } = question;
  const asked = roles === undefined ? '' : `, asked as ${roles.join(' and ')}`;
  const every = everyDays === undefined ? '' : `, every ${everyDays} days`;
  return [
    `${id}, ${type}${asked}${every}${core ? '' : ', not in the short version'}${ideasText(ideas)}`,
    ...(question.share
      ? [
          `${follow === undefined ? 'Meant' : 'What follows is meant'} for others: coach share offers it first`,
        ]
      : []),
    ...(question.private ? ['Private: coach share never offers it'] : []),
    ...labelled('Why', question.why),
    ...labelled('Nudge', question.nudge),
    ...labelled('After two skips', question.smaller),
    ...labelled('For example', sampleLine(question.sample)),
    ...labelled('Statement', question.fixed),
    ...(scale === undefined ? [] : scaleText(scale, role)),
    ...labelled('If it does not apply (na)', question.na),
    ...wordings(question.name ?? '', role).flatMap((one) => labelled('Name of the ratings', one)),
    ...options.map(optionText),
    ...(follow === undefined ? [] : [`Then, unless the answer is nobody: ${follow} (${id}-follow, text)`]),
    ...labelled('When', question.when),
    ...labelled('Then', question.then),
    ...labelled('By', question.by),
    ...labelled('How likely', question.likelihood),
    ...labelled('Obstacle', question.obstacle),
    ...(question.showIf === undefined ? [] : [conditionText(question.showIf)]),
    ...labelled('Shown first, if there is one: the last answer to', question.recall?.join(', ')),
    ...wordings(question.askWithoutRecall ?? '', role).flatMap((one) =>
      labelled('If there is nothing to show first', one),
    ),
    ...labelled('Shown afterwards: the answer to', question.repeats),
    ...labelled(type === 'prediction' ? 'Closed by' : 'Closes', question.resolves?.join(', ')),
  ];
}

function sampleLine(sample: banks.Sample | undefined): string | undefined {
  if (typeof sample !== 'object') return sample?.toString();
  return Object.entries(sample)
    .map(([part, words]) => `${part}: ${words}`)
    .join(', ');
}

function labelled(label: string, text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : [`${label}: ${text}`];
}

function ideasText(ideas: readonly string[]): string {
  return ideas.length === 0 ? '' : `, ideas ${ideas.join(', ')}`;
}

function scaleText(scale: banks.ByRole<banks.Scale>, role: banks.Role | undefined): readonly string[] {
  if (role !== undefined || 'min' in scale) return [endsOf(banks.forRole(scale, role ?? null))];
  return [`As a manager: ${endsOf(scale.manager)}`, `As a member: ${endsOf(scale.member)}`];
}

function endsOf({ min, max, low, high }: banks.Scale): string {
  return `${min} (${low}) to ${max} (${high})`;
}

function optionText({ value, label, suggest, resolves }: banks.Option): string {
  return [
    `- ${value}: ${label}`,
    ...(suggest === undefined ? [] : [`; suggests: ${suggest}`]),
    ...(resolves === undefined ? [] : [`; outcome: ${resolves}`]),
  ].join('');
}

const counted: Readonly<Record<keyof banks.JournalCounts, string>> = {
  resolved_predictions: 'guesses that were closed',
  untested_predictions: 'guesses that were never tested',
  rested_questions: 'resting questions',
  rested_commitments: 'resting plans',
};

function conditionText(condition: banks.Condition): string {
  if ('question' in condition) return `Asked if ${condition.question} is ${condition.values.join(' or ')}`;
  const { count, atLeast } = condition;
  const many = atLeast === 1 ? '' : `${atLeast} or more `;
  return `Asked once there are ${many}${counted[count]} (${count} >=${atLeast})`;
}
