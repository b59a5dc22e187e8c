// A control sequence that a terminal sends, as a simple terminal would send the key.

/** The keys that are held meanwhile, as terminals count them. */
const [SHIFT, ALT, CTRL, CAPS_LOCK] = [1, 2, 4, 64];
/** Those of the window system's own. */
const SYSTEM = 8 | 16 | 32;
const RELEASED = '3';

/** The keys of a keypad, and of others that send no character, in the newest protocol. */
const ON_KEYPAD = '0123456789./*-+\r=,';
const FIRST_ON_KEYPAD = 57_399;
const FUNCTIONAL = new Map([
  [57_417, '[D'],
  [57_418, '[C'],
  [57_419, '[A'],
  [57_420, '[B'],
  [57_421, '[5~'],
  [57_422, '[6~'],
  [57_423, '[H'],
  [57_424, '[F'],
  [57_425, '[2~'],
  [57_426, '[3~'],
]);
/** Keys that send no character have numbers for private use. */
const [FIRST_PRIVATE, LAST_PRIVATE] = [0xe000, 0xf8ff];
const LAST_CHARACTER = 0x10ffff;

/** What Ctrl makes of signs that are no letters. */
const WITH_CTRL = new Map([
  [' ', '\u0000'],
  ['@', '\u0000'],
  ['2', '\u0000'],
  ['[', '\u001b'],
  ['3', '\u001b'],
  ['\\', '\u001c'],
  ['4', '\u001c'],
  [']', '\u001d'],
  ['5', '\u001d'],
  ['^', '\u001e'],
  ['6', '\u001e'],
  ['_', '\u001f'],
  ['/', '\u001f'],
  ['-', '\u001f'],
  ['7', '\u001f'],
  ['?', '\u007f'],
  ['8', '\u007f'],
]);

/**
 * The key of a control sequence as a simple terminal would send it; nothing for what is no key: a mouse, a window that is
 * looked at, an answer of the terminal's, a key let go.
 *
 * @example
 * legacyKey('100;5', 'u') //=> '\u0004', for Ctrl-D
 */
export function legacyKey(parameters: string, final: string): string {
  if (/^[<-?]/.test(parameters)) return '';
  const [first = '', second = '', third = ''] = parameters.split(';');
  if (final === 'u') return typedKey(first, second, third);
  if (final === '~' && first === '27' && third !== '') return typedKey(third, second, '');
  if (!/^[A-HP-SZa-e~^]$/.test(final)) return '';
  // An answer about where the cursor is looks like F3 with another key.
  if (final === 'R' && first !== '1' && first !== '') return '';
  const [mask = '', event = ''] = second.split(':');
  if (event === RELEASED) return '';
  const held = (Number(mask || 1) - 1) & (SHIFT | ALT | CTRL);
  const number = first.split(':')[0] ?? '';
  if (second === '') return `\u001b[${parameters}${final}`;
  return held === 0
    ? `\u001b[${final === '~' || final === '^' ? number : ''}${final}`
    : `\u001b[${number || '1'};${held + 1}${final}`;
}

function typedKey(key: string, modifiers: string, text: string): string {
  const [code = '', shifted = '', base = ''] = key.split(':');
  const [mask = '', event = ''] = modifiers.split(':');
  const held = Number(mask || 1) - 1;
  const has = (one: number): boolean => (held & one) !== 0;
  if (event === RELEASED || has(SYSTEM)) return '';
  const number = Number(code);
  const functional = FUNCTIONAL.get(number);
  if (functional !== undefined) {
    const [, digits = '', final = ''] = /^\[(\d*)(.)$/.exec(functional) ?? [];
    return legacyKey(`${digits || '1'};${(held & (SHIFT | ALT | CTRL)) + 1}`, final);
  }
  if (text !== '' && !has(ALT) && !has(CTRL))
    return text
      .split(':')
      .map((one) => character(Number(one)))
      .join('');
  const onKeypad = ON_KEYPAD.charAt(number - FIRST_ON_KEYPAD);
  const plain = number >= FIRST_ON_KEYPAD && onKeypad !== '' ? onKeypad : character(number);
  if (plain === '\t' && has(SHIFT)) return '\u001b[Z';
  const alt = has(ALT) ? '\u001b' : '';
  if (has(CTRL)) {
    const sign = number > 0x7f && base !== '' ? character(Number(base)) : plain;
    const control = withCtrl(sign.toLowerCase());
    return control === '' ? '' : alt + control;
  }
  if (has(SHIFT) && shifted !== '') return alt + character(Number(shifted));
  return alt + (has(SHIFT) !== has(CAPS_LOCK) ? plain.toUpperCase() : plain);
}

function withCtrl(sign: string): string {
  if (/^[a-z]$/.test(sign)) return String.fromCharCode(sign.charCodeAt(0) & 0x1f);
  // Enter, Esc and the like, and what Ctrl changes into nothing.
  return WITH_CTRL.get(sign) ?? (sign < ' ' || sign === '\u007f' ? sign : '');
}

function character(code: number): string {
  const isCharacter = code >= 0 && code <= LAST_CHARACTER && !(code >= FIRST_PRIVATE && code <= LAST_PRIVATE);
  return isCharacter ? String.fromCodePoint(code) : '';
}
