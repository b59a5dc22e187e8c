// The comment below each question of an entry's file: its id, its type, and what it looks back on.
import type { Answer } from '../../domain/entry/answer.ts';
import { ID_PATTERN } from '../../domain/banks/id-pattern.ts';
import { nearest } from '../../domain/text/nearest.ts';
import { QUESTION_TYPES, type QuestionType } from '../../domain/banks/question-bank.ts';
import { oneLine, quoted } from '../../domain/text/plain-text.ts';
import { type BodyLine, type Complain, placeOf } from './entry-body.ts';
import { heading, skipLine } from './text-markdown.ts';

/** On one line: the first word, the second, and all others. */
const words = /^([^ ]*) ?([^ ]*) ?(.*)$/s;

/** The comment below a question's heading, understood. */
export interface QuestionComment {
  readonly question: string;
  readonly type: QuestionType;
  readonly links: Pick<Answer, 'closes' | 'continues' | 'step' | 'vague'>;
}

/**
 * The comment below a question's heading.
 *
 * @example
 * printComment({ question: 'review-outcome', type: 'choice', closes: 'k3x8m2p9qa/member-prediction' })
 * //=> '<!-- coach: review-outcome choice closes=k3x8m2p9qa/member-prediction -->'
 */
export function printComment(answer: Pick<Answer, 'question' | 'type'> & QuestionComment['links']): string {
  const { question, type, closes, continues, step, vague } = answer;
  const words = [
    question,
    type,
    ...(closes === undefined ? [] : [`closes=${closes}`]),
    ...(continues === undefined ? [] : [`continues=${continues}`]),
    ...(step === undefined ? [] : [`step=${step}`]),
    ...(vague === true ? ['vague'] : []),
  ];
  return `<!-- coach: ${words.join(' ')} -->`;
}

/**
 * Understands the comment below a question's heading. Blanks and the order of the words after the type do not matter.
 *
 * @returns Undefined, after a complaint, where it does not name a question and a type of answer.
 *
 * @example
 * readComment({ text: '<!-- coach: member-felt text -->', line: 14 }, complain)
 * //=> { question: 'member-felt', type: 'text', links: {} }
 */
export function readComment(comment: BodyLine, complain: Complain): QuestionComment | undefined {
  const example = 'expected something like <!-- coach: member-felt text -->';
  const text = comment.text.trim();
  if (!text.endsWith('-->')) {
    complain(placeOf(comment), `the comment does not end on the same line; ${example}`);
    return undefined;
  }
  const match = words.exec(oneLine(text.slice(text.indexOf(':') + 1, -'-->'.length)));
  const question = match?.[1] ?? '';
  const word = match?.[2] ?? '';
  const links = match?.[3] ?? '';
  if (!ID_PATTERN.test(question)) {
    complain(placeOf(comment), `the comment does not say which question; ${example}`);
    return undefined;
  }
  const type = QUESTION_TYPES.find((one) => one === word);
  if (type === undefined) {
    const near = nearest(word, QUESTION_TYPES);
    const meant =
      near === undefined ? `expected one of ${QUESTION_TYPES.join(', ')}` : `did you mean ${near}?`;
    if (word === '') complain(placeOf(comment), `the comment gives no answer type; ${example}`);
    else complain(placeOf(comment, word), `${quoted(word)} is not a type of answer; ${meant}`);
    return undefined;
  }
  return { question, type, links: links === '' ? {} : readLinks(links.split(' '), comment, complain) };
}

function readLinks(
  links: readonly string[],
  comment: BodyLine,
  complain: Complain,
): QuestionComment['links'] {
  const found: { -readonly [Key in keyof QuestionComment['links']]: QuestionComment['links'][Key] } = {};
  for (const word of links) {
    const [, key, value = ''] = /^(closes|continues|step)=(.+)$/s.exec(word) ?? [];
    if (word === 'vague') {
      found.vague = true;
    } else if (key === 'step') {
      found.step = value;
    } else if (key === 'closes' || key === 'continues') {
      found[key] = value;
      if (!/^[\w-]+\/[a-z0-9-]+$/.test(value)) {
        const message = `${quoted(value)} does not refer to an answer; expected something like k3x8m2p9qa/member-prediction`;
        complain(placeOf(comment, value), message);
      }
    } else {
      const message = `${quoted(word)} cannot be read; expected closes=, continues=, step= or vague`;
      complain(placeOf(comment, word), message);
    }
  }
  return found;
}

/**
 * Whether a file may hold a commitment or a prediction, or close one: a quick look at its raw text, which may say yes
 * where there is none, but never no where there is one. What does not begin as an entry may have been one.
 *
 * @example
 * mayHoldFollowed('<!-- coach: member-commitment commitment -->') //=> true
 */
export function mayHoldFollowed(text: string): boolean {
  if (!text.startsWith('---')) return true;
  for (let at = text.indexOf(MARK); at >= 0;) {
    const end = text.indexOf('\n', at);
    const line = text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length : end);
    if (followed.test(line)) return true;
    at = end < 0 ? -1 : text.indexOf(MARK, end);
  }
  return false;
}

/** Stands on each line that makes a heading a question. */
const MARK = 'coach:';
/** Stands on those of what is followed. */
const followed = /commitment|prediction|closes=|continues=/;

/**
 * How many questions a file answers at most: a quick look at its raw text, without what surely is a skip.
 *
 * @example
 * mostAnswers('<!-- coach: member-felt text -->\n\nCalm.\n\n<!-- coach: member-needs text -->\n\n*passed*\n') //=> 1
 */
export function mostAnswers(text: string): number {
  return Array.from(text.matchAll(commented)).filter(([, answer = '']) => !skipLine.test(answer)).length;
}

/** A comment of coach's, and the first line below it. */
const commented = /^ {0,3}<!--[ \t]*coach:[^\n]*-->[ \t\r]*\n(?:\s*\n)?([^\S\n]*\S[^\n\r]*)/gm;

/** The plans and guesses that a file holds and those that it closes, told from its raw text. */
export interface RawFollowed {
  /** The id of the entry; undefined where it stands otherwise than coach writes it. */
  readonly id: string | undefined;
  /** The questions that ask for one, skipped ones included. */
  readonly asked: readonly string[];
  /** References that it surely closes with an answer that is not skipped. */
  readonly closes: readonly string[];
  /** Those, and all others that it may close or give another date. */
  readonly speaksOf: readonly string[];
}

/**
 * Tells which plans and guesses a file holds and closes without understanding the rest of it, for what has to
 * be known of a whole journal at once.
 *
 * @example
 * rawFollowed('---\nid: k3x8m2p9qa\n---\n## What?\n<!-- coach: member-step commitment -->\n\n- Then: ask\n')
 * //=> { id: 'k3x8m2p9qa', asked: ['member-step'], closes: [], speaksOf: [] }
 */
export function rawFollowed(text: string): RawFollowed {
  const head = text.startsWith('---') ? text.slice(0, text.indexOf('\n---', 3) + 1) : '';
  const spoken = Array.from(text.matchAll(linked)).flatMap(([, links = '', answer = '']) =>
    skipLine.test(answer) || heading.test(answer)
      ? []
      : Array.from(links.matchAll(link), ([, word, reference = '']) => ({ word, reference, answer })),
  );
  const moved = spoken.flatMap(({ reference, answer }) => (moving.test(answer) ? [reference] : []));
  // Below an empty answer, the words of a heading whose line is the next one could be taken for it.
  const isSure = !underlined.test(text);
  return {
    id: /^id: "?([\w-]+)"?\r?$/m.exec(head)?.[1],
    asked: Array.from(text.matchAll(ownPlan), ([, question = '']) => question),
    closes: spoken.flatMap(({ word, reference }) =>
      word === 'closes' && isSure && !moved.includes(reference) ? [reference] : [],
    ),
    speaksOf: spoken.map(({ reference }) => reference),
  };
}

const ownPlan = /^ {0,3}<!--[ \t]*coach:[ \t]*(\S+)[ \t]+(?:commitment|prediction)\b/gm;
/** The comment of an answer that looks back on another one, from its first link on, and the first line below it. */
const linked =
  /^ {0,3}<!--[ \t]*coach:[^\n]*?([ \t](?:closes|continues)=[^\n]*)-->[ \t\r]*\n(?:\s*\n)?([^\S\n]*\S[^\n\r]*)/gm;
const link = /[ \t](closes|continues)=(\S+)/g;
/** An answer that gives another date and closes nothing. */
const moving = /^[\s*_`]*(?:wait|take-up)\b/;
/** A heading that a line of hyphens below it makes, and the comment of its question. */
const underlined = /\n {0,3}-+[ \t\r]*\n\s*<!--[ \t]*coach:/;
