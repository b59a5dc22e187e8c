// The machine as the commands of a sync know it.
import type { SyncPorts } from './sync-once.ts';
import type { SyncRecord, SyncSetup } from './sync-record.ts';

/** How long, and whether git may ask the person. */
export interface SyncManner {
  /** Milliseconds. */
  readonly span: number;
  readonly asks: boolean;
}

/** What a sync has of this machine. */
export type MachinePorts = Pick<SyncPorts, 'repository' | 'folder' | 'history'>;

/** The syncs of this machine as they are now. */
export interface SyncsNow {
  /** One is at work, or a command during which none may be. */
  readonly atWork: boolean;
  /** One that follows changes waits for its turn. */
  readonly waiting: boolean;
}

/** This machine. Nothing is called and nothing is opened before `whileOpen` and `email`. */
export interface SyncWorld {
  /** @throws CoachError where it cannot be read. */
  read(): SyncRecord | undefined;
  /** Changes it, and nobody else does meanwhile. What it makes of undefined is the first one. @throws CoachError */
  change(how: (record: SyncRecord | undefined) => SyncRecord | undefined): void;
  /** Takes it away, with a key that the other side offered: sync is no longer set up. @throws CoachError */
  remove(): void;
  /**
   * Waits for a time, where no other process waits.
   *
   * @param span - Asked once it is sure that nobody else waits, in milliseconds.
   * @param isWanted - Asked now and then: what nobody wants any more is not waited for.
   * @returns False where another one waits: what it sends then is all that is here now.
   */
  waitAlone(span: () => number, isWanted: () => boolean): Promise<boolean>;
  now(): SyncsNow;
  /** Whether anything is in the journal that would be sent. @throws CoachError where it cannot be read. */
  holdsEntries(): boolean;
  /** Where the repository of this machine is, in full. */
  repository(): string;
  /** The whole path of a folder as somebody typed it. */
  absolute(typed: string): string;
  /** The address of the person's mail as git knows it. @throws SyncStop where there is no git. */
  email(): Promise<string | undefined>;
  /**
   * Opens the repository for as long as something is done.
   *
   * @throws SyncStop where another process has it, or where it cannot be opened; CoachError where the journal is gone.
   */
  whileOpen<Value>(
    setup: SyncSetup,
    manner: SyncManner,
    act: (ports: MachinePorts) => Promise<Value>,
  ): Promise<Value>;
  /**
   * Makes the repository of this machine anew where it is damaged. The next sync puts both sides together.
   *
   * @returns Whether it was. @throws SyncStop where git cannot make one.
   */
  madeAnew(manner: SyncManner): Promise<boolean>;
  /**
   * Does something while no sync is at work here.
   *
   * @param waiting - Called once where one is, which is waited for.
   * @param patience - For so long, in milliseconds; otherwise for as long as one takes that nobody has given longer.
   * @throws CoachError where it does not end.
   */
  alone<Value>(act: () => Promise<Value>, waiting: () => void, patience?: number): Promise<Value>;
  /**
   * Takes the repository of this machine away. The other side keeps what it has.
   *
   * @param record - As it was until sync was stopped.
   * @returns False where a sync has it open.
   */
  drop(record: SyncRecord): Promise<boolean>;
}

/** The context of the commands of a sync. */
export interface SyncContext {
  syncWorld(): Promise<SyncWorld>;
  /**
   * Starts a sync that nobody waits for, where the journal was changed, one is set up, and it is not to be done by hand.
   *
   * @returns Whether there is one that sends what was changed.
   */
  syncAfterwards(): Promise<boolean>;
  /** The syncs that cron starts for this journal, with the number by which each is removed, and how often it comes, in words. */
  scheduledSyncs(): Promise<readonly { readonly number: number; readonly when: string }[]>;
}
