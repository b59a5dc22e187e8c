// Leaving a terminal: which signals end coach while it asks, and who is told.
import { constants } from 'node:os';

/**
 * The signals that end a program, as far as one may hear them. Not among them: SIGPIPE and SIGXFSZ, which come as errors of writing;
 * those of a broken program (SIGSEGV, SIGBUS, SIGFPE, SIGILL), after which nothing can be done; SIGKILL, and real-time signals, of
 * which Node knows no names.
 */
const ENDINGS = [
  ...(['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGALRM', 'SIGUSR1', 'SIGUSR2', 'SIGVTALRM'] as const),
  ...(['SIGPROF', 'SIGXCPU', 'SIGPWR', 'SIGSTKFLT', 'SIGTRAP', 'SIGSYS', 'SIGBREAK'] as const),
  // By both of their names: inquirer hears of either.
  ...(['SIGIO', 'SIGPOLL', 'SIGABRT', 'SIGIOT'] as const),
] satisfies readonly NodeJS.Signals[];

/** A key of the terminal's makes them, for the program that has it. */
const OF_KEYS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGQUIT'];
const ignore = (): void => undefined;

/** Windows has few signals, and not each Unix has all. */
const KNOWN = ENDINGS.filter((name) => Object.hasOwn(constants.signals, name));

/** Whoever is told that coach is to end does what is left to do in far less, in milliseconds. */
const GRACE = 1_000;

/** A shell tells so of a program that a signal has ended. */
const ENDED_BY = 128;

/** The process that is left. */
export interface LeftProcess {
  readonly signals: NodeJS.EventEmitter;
  /** Hears the exit code. */
  readonly status: (code: number) => void;
  /** Ends coach where nobody who was told did. */
  readonly exit: (code: number) => void;
}

const THIS_PROCESS: LeftProcess = {
  signals: process,
  status: (code) => void (process.exitCode = code),
  exit: (code) => process.exit(code),
};

/** Tells all who wait for a person that coach is to end. Its exit code is then 128 and the number of the signal. */
export class Leaving {
  readonly #told = new AbortController();
  readonly #process: LeftProcess;
  readonly #heard = new Map<NodeJS.Signals, () => void>();
  #isOwned = false;
  #isLent = false;

  constructor(left: LeftProcess = THIS_PROCESS) {
    this.#process = left;
  }

  /** Aborted when coach is to end; whoever waits for something then gives it up. */
  get told(): AbortSignal {
    return this.#told.signal;
  }

  /**
   * From now on no signal ends coach by itself, so that what was answered is written and the terminal left as it was. Whoever
   * waits has to hear of `told`.
   */
  own(): void {
    if (this.#isOwned) return;
    this.#isOwned = true;
    const { signals } = this.#process;
    for (const name of KNOWN) {
      const hear = (): void => {
        if (!this.#isLent || !OF_KEYS.includes(name)) this.#end(name);
      };
      this.#heard.set(name, hear);
      signals.removeAllListeners(name).on(name, hear);
    }
    // A file that may not grow is an error like a full disk.
    signals.off('SIGXFSZ', ignore).on('SIGXFSZ', ignore);
  }

  /**
   * Signals end coach by themselves again: what is done after the last question, such as an import, hears of nothing until it is
   * over. The one that would open Node's debugger stays.
   */
  disown(): void {
    if (!this.#isOwned || this.told.aborted) return;
    this.#isOwned = false;
    // Only where keys come in lines is Ctrl-C a signal.
    this.onLend();
    for (const [name, hear] of this.#heard) if (name !== 'SIGUSR1') this.#process.signals.off(name, hear);
  }

  /** Keeps them while somebody is waited for. */
  async while<Value>(act: () => Promise<Value>): Promise<Value> {
    const wasOwned = this.#isOwned;
    this.own();
    try {
      return await act();
    } finally {
      if (!wasOwned) this.disown();
    }
  }

  /** The terminal is gone: as if the system had said so. */
  gone(): void {
    this.#end('SIGHUP');
  }

  /** Called where the terminal is left to others: to another program, or to its own keys. */
  onLend: () => void = ignore;

  /** While another program has the terminal, the keys that interrupt are its own. */
  async lending<Value>(act: () => Promise<Value>): Promise<Value> {
    this.#isLent = true;
    this.onLend();
    const { signals } = this.#process;
    for (const name of OF_KEYS) signals.on(name, ignore);
    try {
      return await act();
    } finally {
      this.#isLent = false;
      for (const name of OF_KEYS) signals.off(name, ignore);
    }
  }

  #end(name: (typeof ENDINGS)[number]): void {
    if (this.told.aborted) return;
    const code = ENDED_BY + (constants.signals[name] ?? 0);
    this.#process.status(code);
    this.#told.abort();
    // What is done after a sitting waits for nobody.
    setTimeout(() => this.#process.exit(code), GRACE).unref();
  }
}
