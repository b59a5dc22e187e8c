// Randomness from the system.
import { readSync } from 'node:fs';
import { whileOpen } from './opened-file.ts';

/**
 * Bytes from the system's cryptographic source. It is read as a file where it is one: Web Crypto takes three milliseconds
 * to load.
 */
export function randomBytes(count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  try {
    if (whileOpen('/dev/urandom', 'r', (source) => readSync(source, bytes)) === count) return bytes;
  } catch {
    // Windows has no such file.
  }
  return crypto.getRandomValues(bytes);
}
