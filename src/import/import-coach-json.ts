// Entries in the JSON that coach itself prints, checked key by key.
import { QUESTION_TYPES, ROLES } from '../domain/banks/question-bank.ts';
import * as v from 'valibot';
import { type Answer, FEELINGS, type Given, shareOf, SKIPS } from '../domain/entry/answer.ts';
import { isDay } from '../domain/time/day.ts';
import { isAt } from '../domain/time/moment.ts';
import { type Entry, NO_EXTRA } from '../domain/entry/entry.ts';
import { plainEntry } from '../domain/entry/plain-entry.ts';
import { isMapping } from '../formats/answers/answer-value.ts';
import { ENTRY_FORMAT } from '../formats/entry/entry-head.ts';
import type { SourceItem } from './foreign-entry.ts';

const slug = v.pipe(v.string('a name'), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a name such as member-step'));
const text = v.string('a text');
const moment = v.pipe(v.string('a time'), v.check(isAt, 'a time such as "2026-11-22T09:14:05+01:00"'));
const day = v.pipe(v.string('a date'), v.check(isDay, 'a date, YYYY-MM-DD'));
const count = v.pipe(
  v.number('a whole number'),
  v.integer('a whole number'),
  v.minValue(0, 'a number, 0 or more'),
  v.maxValue(999_999, 'a number of at most six digits'),
);
const PERCENT = 'a whole number from 0 to 100';
const percent = v.pipe(
  v.pipe(v.number(PERCENT), v.integer(PERCENT), v.minValue(0, PERCENT), v.maxValue(100, PERCENT)),
  v.transform(shareOf),
);
const reference = v.pipe(
  v.string('a reference'),
  v.regex(/^[\w-]+\/[a-z0-9-]+$/, 'a reference such as k3x8m2p9qa/member-step'),
);

const values = {
  text,
  choice: slug,
  scale: v.union([v.literal('na'), v.pipe(v.number(), v.integer())], 'a whole number, or "na"'),
  percent,
  date: day,
  prediction: v.strictObject(
    {
      expect: text,
      sign: v.nullable(text),
      likelihood: v.nullable(percent),
      due: v.nullable(day),
      feeling: v.nullable(v.picklist(FEELINGS, `one of ${FEELINGS.join(', ')}`)),
    },
    'a prediction with "expect", "sign", "likelihood", "due" and "feeling"',
  ),
  commitment: v.strictObject(
    {
      when: v.nullable(text),
      then: text,
      by: v.nullable(day),
      likelihood: v.nullable(percent),
      because: v.exactOptional(text),
      obstacle: v.exactOptional(text),
      response: v.exactOptional(text),
    },
    'a commitment with "when", "then", "by" and "likelihood"',
  ),
};

const answerShape = v.strictObject(
  {
    question: slug,
    asked: text,
    type: v.picklist(QUESTION_TYPES, `one of ${QUESTION_TYPES.join(', ')}`),
    value: v.unknown(),
    skip: v.nullable(v.picklist(SKIPS, `null, or one of ${SKIPS.join(', ')}`)),
    legend: v.exactOptional(text),
    closes: v.exactOptional(reference),
    continues: v.exactOptional(reference),
    step: v.exactOptional(v.pipe(text, v.regex(/^\S+$/, 'one word'))),
    vague: v.exactOptional(v.literal(true, 'true')),
  },
  'an answer with "question", "asked", "type", "value" and "skip"',
);

const roleNames = ROLES.toSorted().map((role) => `"${role}"`);

const entryShape = v.strictObject(
  {
    format: v.literal(ENTRY_FORMAT, `${ENTRY_FORMAT}, the format that this version of coach reads`),
    id: v.pipe(v.string('an id'), v.regex(/^[\w-]{1,64}$/, 'an id of letters and digits')),
    at: moment,
    written: moment,
    zone: v.nullable(text),
    day,
    bank: slug,
    bankVersion: count,
    role: v.nullable(v.picklist(ROLES, `null, ${roleNames.join(' or ')}`)),
    about: v.nullable(text),
    tags: v.array(text, 'a list of tags'),
    title: text,
    path: v.optional(text),
    minutes: v.nullable(count),
    answers: v.array(v.unknown(), 'a list of answers'),
    extra: v.optional(
      v.strictObject(
        {
          front: text,
          sections: v.array(
            v.strictObject({ after: v.nullable(text), text }, 'a section with "after" and "text"'),
            'a list of sections',
          ),
        },
        '"front" and "sections"',
      ),
    ),
  },
  'an entry as coach journal --json prints it',
);

/**
 * Reads one entry of `coach journal --json` (docs/entry-format.md, JSON). An answer to a choice or a scale may have the key
 * `legend`, which holds the words in brackets beside it. `path` decides nothing.
 *
 * @returns The entry in its plain form, or what is wrong: the first thing that is not as expected.
 *
 * @example
 * const printed = JSON.stringify(entryAsJson(entry, 'a.md'));
 * readCoachEntry(JSON.parse(printed), 'journal.jsonl:3') //=> { place: 'journal.jsonl:3', entry: { id: 'k3x8m2p9qa', … } }
 */
export function readCoachEntry(value: unknown, place: string): SourceItem {
  const read = v.safeParse(entryShape, value);
  if (!read.success) return { place, mistake: inWords(read.issues[0]) };
  const { format: _, path: _path, answers: listed, extra = NO_EXTRA, ...head } = read.output;
  const answers: Answer[] = [];
  for (const [index, item] of listed.entries()) {
    const answer = readAnswer(item);
    if (typeof answer === 'string') return { place, mistake: `answer ${index + 1}: ${answer}` };
    if (answers.some(({ question }) => question === answer.question)) {
      return { place, mistake: `answer ${index + 1}: the question ${answer.question} appears twice` };
    }
    answers.push(answer);
  }
  const entry: Entry = { ...head, answers, extra };
  return { place, entry: plainEntry(entry) };
}

/** @returns What is wrong, in words, where it is no answer. */
function readAnswer(item: unknown): Answer | string {
  const read = v.safeParse(answerShape, item);
  if (!read.success) return inWords(read.issues[0]);
  const { type, value, skip, legend, ...shared } = read.output;
  if (skip !== null) {
    return value === null
      ? { ...shared, type, value, skip }
      : 'expected the value null for a skipped question';
  }
  const given = readGiven(type, value, legend);
  return typeof given === 'string' ? given : { ...shared, ...given, skip };
}

function readGiven(type: Given['type'], value: unknown, legend: string | undefined): Given | string {
  const read = v.safeParse(values[type], value);
  if (!read.success) return inWords(read.issues[0], 'value');
  if (legend !== undefined && type !== 'choice' && type !== 'scale')
    return 'a legend is allowed only with a choice or a scale';
  const words = legend === undefined ? {} : { legend };
  // The type chose the schema, which the compiler cannot follow.
  // eslint-disable-next-line typescript/no-unsafe-type-assertion
  return { type, value: read.output, ...words } as Given;
}

function inWords(issue: v.BaseIssue<unknown>, above = ''): string {
  const keys = (issue.path ?? []).map(({ key }) => String(key));
  const at = [above, ...keys].filter((key) => key !== '').join('.');
  if (issue.expected === 'never') return `the key "${at}" is not known`;
  const missing = issue.received === 'undefined' ? ', which is missing' : '';
  if (issue.path?.at(-1)?.origin === 'key') return `the key "${at}" is missing`;
  return `${at === '' ? '' : `"${at}": `}expected ${issue.message}${missing}`;
}

/**
 * Whether a value looks like a coach entry.
 *
 * @example
 * isCoachEntry({ format: 1, answers: [] }) //=> true
 */
export function isCoachEntry(value: unknown): boolean {
  return isMapping(value) && 'format' in value && Array.isArray(value['answers']);
}
