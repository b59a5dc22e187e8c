// An answers file to be filled in: what --template prints.
import { FEELINGS, SKIP_REASONS } from '../../domain/entry/answer.ts';
import { wordList } from '../text/word-list.ts';
import { answerText } from '../record/answer-text.ts';
import type { PlannedQuestion, Agenda } from '../../domain/sitting/agenda.ts';

/**
 * A commented answers file for a plan, to be filled in. Left as it is, every question is skipped.
 *
 * @example
 * answersTemplate(memberAgenda).split('\n')[0] //=> '# When your work is closely managed'
 */
export function answersTemplate({ bank, role, about, questions }: Agenda): string {
  const head = [
    `# ${bank.title}`,
    `# To skip, leave the answer empty or enter ${wordList(
      SKIP_REASONS.map((reason) => `{skip: ${reason}}`),
      'or',
    )}.`,
    '# Long answers go under a "|", each line indented by two spaces.',
    '',
    role === null ? '# role: member' : `role: ${role}`,
    about === null ? '# about: D.' : `about: ${JSON.stringify(about)}`,
    '# at: yesterday 18:00',
    '# tags: [one, two]',
  ];
  return `${[...head, ...questions.flatMap(templateOf)].join('\n')}\n`;
}

/** Nearly as a terminal asks for it; a file may hold any whole number (docs/entry-format.md). */
const PERCENT = 'a whole number from 5 to 95; 0 and 100 work too';

/**
 * One question of an answers file: what is asked and expected as comments, and its key.
 *
 * @example
 * templateOf(memberAgenda.questions[0]).at(-1) //=> 'member-situation:'
 */
export function templateOf(planned: PlannedQuestion): readonly string[] {
  const { question, asked, scale, closes, recalled, steppedPast } = planned;
  const expects = {
    text: ['text'],
    choice: (question.options ?? []).map(({ value, label }) => `${value}: ${label}`),
    scale: [
      scale === undefined ? '' : `${scale.min} ${scale.low}, up to ${scale.max} ${scale.high}`,
      question.na === undefined ? '' : `na: ${question.na}`,
    ],
    percent: [PERCENT],
    date: ['a date, YYYY-MM-DD'],
    prediction: [
      question.fixed === undefined
        ? `{expect: …, sign: …, likelihood: 70, due: YYYY-MM-DD, feeling: ${FEELINGS.join(' | ')}}`
        : `"${question.fixed}": how likely, ${PERCENT}`,
    ],
    commitment: [
      `{when: …, then: …, by: YYYY-MM-DD, likelihood: 80${question.obstacle === undefined ? '' : ', obstacle: …, response: …'}}`,
    ],
  }[question.type];
  const { showIf } = question;
  const condition =
    showIf && 'question' in showIf ? [`only when ${showIf.question} is ${showIf.values.join(' or ')}`] : [];
  const why = question.why === undefined ? [] : [question.why];
  // What a question is about that is asked about one thing.
  const about = [
    ...(closes === undefined ? [] : recalled.flatMap(({ answer }) => answerText(answer, null).split('\n'))),
    ...(steppedPast ? [steppedPast.asked] : []),
  ].map((line) => `  ${line}`);
  const comments = [...about, asked, ...why, ...condition, ...expects].filter((line) => line !== '');
  return ['', ...comments.map((line) => `# ${line}`), `${question.id}:`];
}
