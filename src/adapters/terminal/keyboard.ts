// The keyboard while coach asks: the terminal as prompts need it, and its keys as those of a simple one.
import { emitKeypressEvents } from 'node:readline';
import { PassThrough } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { isScreen } from '../machine/screens.ts';
import { ESCAPE, SentKeys, type SentPiece } from './sent-keys.ts';

/** What a program that crashed may have left on: keys and a keypad of their own, the mouse, and a window that is looked at. */
const MODES = '1;9;66;1000;1001;1002;1003;1004;1005;1006;1015;1016';
/** On each of its two screens a terminal may have keys of its own. */
export const SIMPLE_KEYS = '\u001b[>0u\u001b[>4;0m';
export const KEYS_AS_BEFORE = '\u001b[<1u\u001b[>4;m';
/** A terminal that takes what it does not know for "back to where the cursor was kept" finds it where it is. */
const HERE = '\u001b7';

/** Puts the terminal into the state that prompts need. It keeps what was before. */
export const SIMPLE = `\u001b[?${MODES}s\u001b[?${MODES};2004l\u001b>${HERE}${SIMPLE_KEYS}`;
/** Puts it back. */
export const AS_BEFORE = `${HERE}${KEYS_AS_BEFORE}\u001b[?${MODES}r`;

/** Changes at once how keys come, where they come from a terminal: one by one, or in lines. */
export function setRawMode(input: NodeJS.ReadableStream, isRaw: boolean): void {
  if (input instanceof Keyboard && !isRaw) input.rest();
  else if ('setRawMode' in input && typeof input.setRawMode === 'function') input.setRawMode(isRaw);
}

/** After one question the next comes sooner than this, in milliseconds, unless something is done in between that takes time. */
const SOON = 300;

/** Esc is told from the beginning of a sequence by a pause, in milliseconds. */
const PAUSE = 100;

const CTRL_C = '\u0003';

/** The part of the world that a keyboard needs. */
export interface KeyboardTerminal {
  readonly source: NodeJS.EventEmitter & {
    pause(): void;
    resume(): void;
    setRawMode(isRaw: boolean): void;
  };
  /** Undefined where the terminal may know no control sequences. */
  readonly write?: ((text: string) => void) | undefined;
  /** Told when the terminal is not there any more. */
  readonly gone: () => void;
}

/**
 * What prompts read from in the place of the terminal itself. It never fails: where the terminal is gone, that is told, and no mode
 * of it is touched any more.
 */
export class Keyboard extends PassThrough {
  readonly isTTY = true;
  isRaw = false;
  readonly #terminal: KeyboardTerminal;
  readonly #sent = new SentKeys();
  readonly #decoder = new StringDecoder('utf8');
  #timer: NodeJS.Timeout | undefined;
  #resting: NodeJS.Timeout | undefined;
  #isGone = false;

  constructor(terminal: KeyboardTerminal) {
    super();
    this.#terminal = terminal;
    emitKeypressEvents(this);
    const { source } = terminal;
    source.on('error', () => this.#lose()).on('end', () => this.#end());
    source.on('data', (bytes) => this.#hear(this.#decoder.write(bytes)));
    source.pause();
  }

  /**
   * With the modes that go with it: while lines are typed, the terminal is as the shell left it. Back from single keys only after a
   * while: what is typed between two questions would stand on the screen twice.
   */
  setRawMode(isRaw: boolean): this {
    clearTimeout(this.#resting);
    if (isRaw) this.#turn(true);
    else if (this.isRaw) this.#resting = setTimeout(() => this.rest(), SOON).unref();
    return this;
  }

  /** Leaves the terminal to others, now. */
  rest(): void {
    clearTimeout(this.#resting);
    this.#turn(false);
  }

  #turn(isRaw: boolean): void {
    if (this.#isGone || isRaw === this.isRaw) return;
    this.isRaw = isRaw;
    const { source, write } = this.#terminal;
    if (!isRaw) write?.(AS_BEFORE);
    source.setRawMode(isRaw);
    if (isRaw) write?.(SIMPLE);
  }

  override pause(): this {
    this.#terminal.source.pause();
    return super.pause();
  }

  override resume(): this {
    if (!this.#isGone) this.#terminal.source.resume();
    return super.resume();
  }

  /** Ctrl-C behind other keys waits for what they open: sent at once, it would be heard by what they have just closed. */
  #hear(text: string): void {
    const interrupt = text.indexOf(CTRL_C);
    if (interrupt < 0) this.#take(text);
    else if (interrupt > 0) {
      this.#take(text.slice(0, interrupt));
      setImmediate(() => this.#hear(text.slice(interrupt)));
    } else {
      this.#send(this.#sent.flush());
      this.#take(text);
    }
  }

  #take(text: string): void {
    clearTimeout(this.#timer);
    this.#send(this.#sent.take(text));
    if (this.#sent.isWaiting) this.#timer = setTimeout(() => this.#send(this.#sent.flush()), PAUSE);
  }

  #send(pieces: readonly SentPiece[]): void {
    for (const piece of pieces) {
      if (piece === ESCAPE)
        this.emit('keypress', undefined, { sequence: ESCAPE, name: 'escape', meta: true });
      else this.emit('data', Buffer.from(piece));
    }
  }

  /** Lines end by Ctrl-D; single keys only with the terminal. */
  #end(): void {
    if (this.isRaw || !isScreen(0)) this.#lose();
    this.emit('end');
  }

  #lose(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#terminal.gone();
  }
}
