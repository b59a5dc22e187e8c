// The screen of coach challenge where nothing is begun: what the programme is, and how to begin it.
import type { QuestionBank, Role } from '../domain/banks/question-bank.ts';
import { plainText } from '../domain/text/plain-text.ts';
import { commandLines } from '../pages/text/command-lines.ts';
import type { Page } from '../pages/text/style.ts';
import { aboutWords } from '../pages/text/words.ts';
import { wrap } from '../pages/text/wrap.ts';
import { aboutFlag } from './state-text.ts';

/** Whom somebody asks for, as far as they said. */
export interface NamedSeat {
  readonly about: string | undefined;
  readonly role: Role | undefined;
}

/**
 * The programme in short, where nothing of it is begun.
 *
 * @param named - What nothing is begun for, where that was said.
 *
 * @example
 * notBegunText(challenge, { about: undefined, role: undefined }, page).split('\n').at(-1) //=> 'coach challenge ready   begin with the first step'
 */
export function notBegunText(bank: QuestionBank, { about, role }: NamedSeat, page: Page): string {
  const { width, style } = page;
  const whom = `${aboutWords(about ?? null)}${role === undefined ? '' : ` as ${role}`}`;
  const flags = `${about === undefined ? '' : aboutFlag(about)}${role === undefined ? '' : ` --role ${role}`}`;
  return [
    ...(whom === '' ? [] : [withStop(`Nothing is begun${whom}`), '']),
    style.strong(plainText(bank.title)),
    plainText(bank.intro),
    '',
    `You set the pace: a step may be repeated, and all of it paused or stopped at any time. All of its questions: coach banks show ${bank.name}`,
    '',
  ]
    .map((line) => wrap(line, width))
    .concat(commandLines(`coach challenge ready${flags}`, 'begin with the first step', width))
    .join('\n');
}

/** A name may end with a stop of its own. */
function withStop(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
