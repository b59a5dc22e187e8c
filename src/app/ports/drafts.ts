// Drafts as a port.
import type { Draft } from '../../domain/sitting/draft.ts';

/** Drafts of sittings that were not finished, on this machine. */
export interface Drafts {
  /** Writes and syncs; this process holds the draft from then on. */
  save(draft: Draft): Promise<void>;
  /** Drafts that no living process holds, the latest first. */
  waiting(): Promise<readonly Draft[]>;
  drop(id: string): void;
}
