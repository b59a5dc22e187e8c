// A page that is looked at in a browser as a port: it lies on the disk for as long as it is looked at.

/** Shows pages in the person's browser. */
export interface PageShow {
  /** Whether there is a desktop on which a browser can open. */
  readonly canOpen: boolean;
  /** Asks the browser to open a file, as the person named it. @returns False where there is none, or it refused. */
  open(file: string): Promise<boolean>;
  /**
   * Puts a page where browsers can read it, opens it, and takes it away once it was looked at, or when coach is told to end.
   *
   * @param look - Waits until it was looked at.
   * @throws CoachError where it cannot be put there, or not be taken away.
   */
  show(page: Iterable<string>, look: (shown: ShownPage) => Promise<void>): Promise<void>;
  /** Takes away the pages of runs that were killed meanwhile. @returns Where they lay. */
  sweep(): readonly string[];
}

/** A page while it is looked at. */
export interface ShownPage {
  readonly place: string;
  readonly isOpen: boolean;
}
