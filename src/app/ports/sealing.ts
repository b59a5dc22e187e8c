// Sealing as a port: files of age, for a key or for a passphrase.
import type { KeyPair } from '../../domain/entry/key-pin.ts';
import type { Unopened } from '../../domain/text/unopened.ts';

/** How hard a passphrase makes it to guess: the logarithm to base 2 of scrypt's N. One more doubles time and memory; 18 takes 256 MB. */
export type WorkFactor = number;

/** Seals bytes and opens them, whole. What is sealed is a file of age, version 1: any program that knows that format opens it. */
export interface Sealing {
  newKey(): Promise<KeyPair>;
  /** The recipient of an identity; undefined where it is none, as with a typing mistake. */
  recipientOf(identity: string): Promise<string | undefined>;
  /** The same bytes become others each time. */
  seal(bytes: Uint8Array, recipient: string): Promise<Uint8Array>;
  open(sealed: Uint8Array, identity: string): Promise<Uint8Array | Unopened>;
  /** @returns Text: lines of letters, as it can be pasted. */
  sealWithPassphrase(bytes: Uint8Array, passphrase: string, factor: WorkFactor): Promise<string>;
  /** @param most - A higher factor is refused before any work is done. */
  openWithPassphrase(text: string, passphrase: string, most: WorkFactor): Promise<Uint8Array | Unopened>;
  /** Milliseconds that a passphrase takes on this machine with a factor, by what one takes with a low one. */
  timeOf(factor: WorkFactor): Promise<number>;
}
