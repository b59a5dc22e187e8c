// Keys from whatever a terminal sends: those of newer protocols are translated, and what is no key goes.
import { legacyKey } from './legacy-key.ts';

const PASTE_START = '\u001b[200~';
const PASTE_END = '\u001b[201~';

/* eslint-disable no-control-regex -- control sequences are what this file is about */

/** Keys of the Linux console and of rxvt, whose ends look like the middle of something longer. */
const oddKey = /^\u001b(?:\[\[[A-E]|\[\d+(?:;\d)?\$)/;
/** The mouse of old terminals, and what it points at. */
const oldMouse = /^\u001b\[M[^]{3}/;
const controlSequence = /^(?:\u001b\[|\u009b)([0-?]*)[ -/]*([@-~])/;
const keypad = /^\u001bO(\d*)([A-Za-z])/;
/** Titles, colours and the like, told by the terminal. */
const controlString = /^(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^]*?(?:\u0007|\u001b\\|\u009c)/;
/** The beginning of one of these. */
const begun =
  /^(?:\u001b|\u001b\u001b|\u001b\[\[?[0-?]*[ -/]*|\u009b[0-?]*[ -/]*|\u001b\[M[^]{0,2}|\u001bO\d*)$|^(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])/;
const escapes = /^\u001b+$/;
/** Not the beginning of Alt with an arrow. */
const escapeTwice = /^\u001b\u001b[^[O]/;
const start = /[\u001b\u0090\u0098\u009b\u009d-\u009f]/;

/* eslint-enable no-control-regex */

/** What stands on the keys of a keypad in its application mode. */
const ON_KEYPAD = new Map([
  ...Array.from('*+,-./0123456789', (sign, at) => ['jklmnopqrstuvwxy'.charAt(at), sign] as const),
  ['M', '\r'],
  ['X', '='],
  ['I', '\t'],
  [' ', ' '],
]);

/** Keys in a row, as text; Esc alone is a piece of its own, or it would be taken for the beginning of Alt. */
export type SentPiece = string;

/** Esc, as a piece. */
export const ESCAPE: SentPiece = '\u001b';

/** Takes what a terminal sends in the parts in which it comes. */
export class SentKeys {
  #rest = '';
  #isPaste = false;

  /** Whether the beginning of something is held back until the rest has come. */
  get isWaiting(): boolean {
    return this.#rest !== '';
  }

  /**
   * The keys that are whole by now.
   *
   * @example
   * new SentKeys().take('a\u001b[100;5u\u001b[I') //=> ['a\u0004'], for Ctrl-D in a newer protocol and a window that is looked at
   */
  take(sent: string): readonly SentPiece[] {
    let left = this.#rest + sent;
    this.#rest = '';
    const pieces: SentPiece[] = [];
    let text = '';
    const end = (): void => {
      if (text !== '') pieces.push(text);
      text = '';
    };
    while (left !== '') {
      const { key, length, isEscape } = this.#isPaste ? this.#pasted(left) : this.#next(left);
      if (length === 0) break;
      left = left.slice(length);
      if (isEscape === true) {
        end();
        pieces.push(ESCAPE);
      } else text += key;
    }
    end();
    this.#rest = left;
    return pieces;
  }

  /** What was held back, as nothing more has come: Esc, Alt with a key, or the beginning of something that nobody typed. */
  flush(): readonly SentPiece[] {
    const rest = this.#rest;
    this.#rest = '';
    if (this.#isPaste) return rest === '' ? [] : [rest];
    if (escapes.test(rest)) return Array.from(rest, () => ESCAPE);
    return rest.length === 2 && rest.startsWith('\u001b') ? [rest] : [];
  }

  /** All up to the end of what is pasted, which may come in parts. */
  #pasted(left: string): Next {
    const at = left.indexOf(PASTE_END);
    if (at >= 0) {
      this.#isPaste = false;
      return whole(left.slice(0, at + PASTE_END.length));
    }
    const held = [5, 4, 3, 2, 1].find((length) => left.endsWith(PASTE_END.slice(0, length))) ?? 0;
    return whole(left.slice(0, left.length - held));
  }

  #next(left: string): Next {
    const at = left.search(start);
    if (at !== 0) return whole(at < 0 ? left : left.slice(0, at));
    if (left.startsWith(PASTE_START)) {
      this.#isPaste = true;
      return whole(PASTE_START);
    }
    const odd = oddKey.exec(left);
    if (odd) return whole(odd[0]);
    const string = controlString.exec(left) ?? oldMouse.exec(left);
    if (string) return { key: '', length: string[0].length };
    if (begun.test(left)) return { key: '', length: 0 };
    const sequence = controlSequence.exec(left);
    if (sequence) {
      const [all, parameters = '', final = ''] = sequence;
      const key = legacyKey(parameters, final);
      return { key, length: all.length, isEscape: key === ESCAPE };
    }
    const [all = '', , letter = ''] = keypad.exec(left) ?? [];
    if (all !== '') return { key: ON_KEYPAD.get(letter) ?? all, length: all.length };
    // Esc twice, or Alt with a key.
    return escapeTwice.test(left)
      ? { key: '', length: 1, isEscape: true }
      : whole(left.slice(0, left.startsWith('\u001b\u001b') ? 1 : 2));
  }
}

interface Next {
  readonly key: string;
  /** None where the rest has yet to come. */
  readonly length: number;
  readonly isEscape?: boolean;
}

function whole(key: string): Next {
  return { key, length: key.length };
}
