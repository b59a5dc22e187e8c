// The signals that stop and continue a program which draws on the terminal.

/** Ctrl-Z, and going on after it. */
export class Suspension {
  #isStopped = false;
  /** Went on before SIGCONT was heard, which another thread may have taken. */
  #isAhead = false;

  /** From Ctrl-Z until coach goes on. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /**
   * Stops the whole group, as when the terminal itself does it, or a script that started us would hang.
   *
   * @param goOn - Called where no SIGCONT comes: where no shell could ever continue us, the system does not stop us.
   */
  stop(goOn: () => void): void {
    this.#isStopped = true;
    this.#isAhead = false;
    process.kill(0, 'SIGTSTP');
    setImmediate(() =>
      setImmediate(() => {
        if (!this.#isStopped) return;
        this.#isStopped = false;
        this.#isAhead = true;
        goOn();
      }),
    );
  }

  /**
   * To be called on SIGCONT.
   *
   * @returns Whether it is news. Drawn once more for the same stop, a prompt would stand there twice.
   */
  continued(): boolean {
    const isNews = !this.#isAhead;
    this.#isStopped = false;
    this.#isAhead = false;
    return isNews;
  }
}
