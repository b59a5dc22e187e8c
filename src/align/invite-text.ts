// The message that asks somebody to fill in a sheet of their own, with coach or on paper.
import { oneLine } from '../domain/text/plain-text.ts';
import { counted } from '../pages/text/words.ts';
import { stepLines } from './decision-steps.ts';
import type { Sheet } from './sheet.ts';

/**
 * A message to send by hand. It holds the names and the examples of pieces of work, and nothing else of a sheet.
 *
 * @returns Lines to be wrapped.
 *
 * @example
 * inviteText(sheet).split('\n')[2] //=> '1. Client pricing (for example: A discount above ten percent)'
 */
export function inviteText({ pieces, role }: Pick<Sheet, 'pieces' | 'role'>): string {
  const [yours, mine] = role === 'manager' ? ['doer', 'lead'] : ['lead', 'doer'];
  return [
    `Could we compare how we see ${pieces.length === 1 ? 'a piece' : 'some'} of our work? This is what I thought of:`,
    '',
    ...pieces.map(({ title, example }, at) =>
      [
        `${at + 1}. ${oneLine(title)}`,
        ...(example === null ? [] : [`(for example: ${oneLine(example)})`]),
      ].join(' '),
    ),
    '',
    `Please write this down${pieces.length === 1 ? '' : ' for each of them'}, on your own, and keep it to yourself until we sit together:`,
    '- the step by which its decisions are made today, 1 to 7',
    '- the step you would like, for now; it can be higher, lower or the same',
    role === 'manager' ? '- what you would need for that' : '- what you would give me for that',
    '- which limits have to hold',
    '- how, and when first, you would like to look at the result together',
    '',
    `The steps. You are the ${yours}, I am the ${mine}:`,
    ...stepLines(),
    'No step is better than another. If you are not sure, put a question mark.',
    '',
    'I have done the same. When we meet, we both say our numbers at the same moment. Paper is all you need; if you use coach, it is: coach align fill',
    ...(role === 'manager' ? ["If you would rather not do this, that's fine, and I won't ask why."] : []),
  ].join('\n');
}

/**
 * What the message holds, beside it.
 *
 * @example
 * inviteNote({ pieces: [piece] }) //=> 'A message to send by hand. Of your sheet it holds the name and the example of 1 piece of work, and none of your marks.'
 */
export function inviteNote({ pieces }: Pick<Sheet, 'pieces'>): string {
  const examples = pieces.filter(({ example }) => example !== null).length;
  const names = [
    pieces.length === 1 ? 'the name' : 'the names',
    ...(examples === 0 ? [] : [examples === 1 ? 'the example' : 'the examples']),
  ].join(' and ');
  return `A message to send by hand. Of your sheet it holds ${names} of ${counted(pieces.length, 'piece of work', 'pieces of work')}, and none of your marks.`;
}
