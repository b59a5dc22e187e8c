// The signs for what became of plans and guesses. Their shapes tell, and not a colour.
import type { Guess } from '../../domain/record/scored-predictions.ts';

type Became = Guess['outcome'];

/** The signs that there are, each with what it stands for. */
const SIGNS = {
  came: 'kept, or it happened',
  partly: 'partly',
  not: 'not yet, or it did not happen',
  dropped: 'let go',
  unknown: 'not put to the test, or nobody can tell',
  open: 'open or resting',
} as const;

type Sign = keyof typeof SIGNS;

const OUTCOMES: Readonly<Record<Became, { readonly sign: Sign; readonly words: string }>> = {
  yes: { sign: 'came', words: 'it happened' },
  kept: { sign: 'came', words: 'kept' },
  partly: { sign: 'partly', words: 'partly' },
  no: { sign: 'not', words: 'it did not happen' },
  'not-yet': { sign: 'not', words: 'not yet' },
  'let-go': { sign: 'dropped', words: 'let go' },
  unclear: { sign: 'unknown', words: 'nobody can tell' },
  untested: { sign: 'unknown', words: 'never put to the test' },
  unsaid: { sign: 'unknown', words: 'closed without an outcome' },
  open: { sign: 'open', words: 'open' },
  resting: { sign: 'open', words: 'resting' },
};

/**
 * What became of a plan or a guess, in words.
 *
 * @example
 * becameWords('no') //=> 'it did not happen'
 */
export function becameWords(became: Became): string {
  return OUTCOMES[became].words;
}

/**
 * Whether nothing was said of it yet.
 *
 * @example
 * isOpen('resting') //=> true
 */
export function isOpen(became: Became): boolean {
  return OUTCOMES[became].sign === 'open';
}

/**
 * The sign for what became of a plan or a guess, at a place in percent across and in pixels down.
 *
 * @example
 * becameSign('kept', 50, 8) //=> '<circle class="seen" cx="50%" cy="8" r="4"/>'
 */
export function becameSign(became: Became, x: number, y: number): string {
  return drawn(OUTCOMES[became].sign, x, y);
}

function drawn(sign: Sign, x: number, y: number): string {
  const circle = (kind: string): string => `<circle class="${kind}" cx="${x}%" cy="${y}" r="4"/>`;
  const shape = (kind: string, path: string): string =>
    `<svg x="${x}%" y="${y}" overflow="visible"><path class="${kind}" d="${path}"/></svg>`;
  switch (sign) {
    case 'came':
      return circle('seen');
    case 'not':
      return circle('unseen');
    case 'partly':
      return circle('unseen') + shape('half', 'M0 -4 A4 4 0 0 0 0 4 Z');
    case 'dropped':
      return shape('dropped', 'M0 -4.5 L4.5 0 L0 4.5 L-4.5 0 Z');
    case 'unknown':
      return circle('unknown');
    case 'open':
      return shape('open', 'M-3 -4 L3 0 L-3 4');
  }
}

/**
 * The mark of a conversation: filled where it was looked back on.
 *
 * @example
 * talkSign(true, '') //=> '<path class="talk" d="M0 -4.5 L4.5 3.5 L-4.5 3.5 Z"></path>'
 */
export function talkSign(isLookedBackOn: boolean, inside: string): string {
  return `<path class="${isLookedBackOn ? 'talk' : 'talk ahead'}" d="M0 -4.5 L4.5 3.5 L-4.5 3.5 Z">${inside}</path>`;
}

/**
 * The key to the signs that occur; empty where none do.
 *
 * @param talks - Of each conversation, whether it was looked back on.
 *
 * @example
 * signKey(['kept', 'yes', 'partly'], [true]).match(/<li>/g).length //=> 3
 */
export function signKey(all: readonly Became[], talks: readonly boolean[]): string {
  const used = new Set(all.map((became) => OUTCOMES[became].sign));
  const signs: readonly Sign[] = ['came', 'partly', 'not', 'dropped', 'unknown', 'open'];
  const talk = (isLookedBackOn: boolean): string =>
    `<svg x="50%" y="7" overflow="visible">${talkSign(isLookedBackOn, '')}</svg>`;
  const rows = [
    ...signs.filter((sign) => used.has(sign)).map((sign) => keyRow(drawn(sign, 50, 7), SIGNS[sign])),
    ...(talks.includes(true) ? [keyRow(talk(true), 'looked back on')] : []),
    ...(talks.includes(false) ? [keyRow(talk(false), 'not looked back on')] : []),
  ];
  return rows.length === 0 ? '' : `<ul class="key">\n${rows.join('\n')}\n</ul>`;
}

function keyRow(sign: string, words: string): string {
  return `<li><svg width="14" height="14" aria-hidden="true" focusable="false">${sign}</svg>${words}</li>`;
}
