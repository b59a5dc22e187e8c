// The cipher of an index that is kept of an encrypted journal.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { giveBack } from '../machine/give-back.ts';

/** Nothing that was written stands in the cache in clear: it makes what an index says unreadable to all who do not have the key of its journal. */
export interface IndexCipher {
  /** Tells this key from others, and nothing else about it. */
  readonly sign: string;
  /** So many bytes longer is what is encrypted. */
  readonly longer: number;
  /**
   * Encrypts pieces one by one, as they are asked for. Whoever asks for the next needs the one before no more.
   *
   * @param called - What these bytes are: as anything else they are not decrypted.
   */
  encrypt(pieces: Iterable<Uint8Array>, called: string): Iterable<Uint8Array>;
  /**
   * Decrypts bytes in their own place, as what is held outside the heap is given back late.
   *
   * @param bytes - Of no use afterwards.
   * @returns A part of them; undefined for what is damaged, was encrypted with another key, or as something else.
   */
  decrypt(bytes: Uint8Array, called: string): Uint8Array | undefined;
  /** A name that tells nothing of what it stands for. */
  nameFor(folder: string): string;
}

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** So many bytes are decrypted at once, elsewhere at first. */
const AT_ONCE = 2 ** 16;

/** The cipher of an index, with a key of its own that follows from the identity of its journal. */
export function indexCipher(identity: string): IndexCipher {
  const derived = (use: string): Buffer => createHmac('sha256', identity).update(use).digest();
  const key = derived('coach cache 1');
  return {
    sign: derived('coach cache 1, sign').toString('hex').slice(0, 16),
    longer: NONCE + TAG,
    *encrypt(pieces, called) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(called));
      yield nonce;
      for (const piece of pieces) {
        const encrypted = cipher.update(piece);
        yield encrypted;
        giveBack(encrypted);
      }
      yield cipher.final();
      yield cipher.getAuthTag();
    },
    decrypt(bytes, called) {
      if (bytes.length < NONCE + TAG) return undefined;
      const end = bytes.length - TAG;
      const nonce = bytes.subarray(0, NONCE);
      const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG })
        .setAAD(Buffer.from(called))
        .setAuthTag(bytes.subarray(end));
      // What comes of them is as long as they are, and begins where the nonce did, which is needed no more.
      const clear = bytes.subarray(0, end - NONCE);
      for (let at = 0; at < clear.length; at += AT_ONCE) {
        const piece = decipher.update(bytes.subarray(NONCE + at, Math.min(NONCE + at + AT_ONCE, end)));
        clear.set(piece, at);
        giveBack(piece);
      }
      try {
        decipher.final();
      } catch {
        return undefined;
      }
      return clear;
    },
    nameFor: (folder) =>
      createHmac('sha256', derived('coach cache 1, names')).update(folder).digest('hex').slice(0, 32),
  };
}
