// Randomness from the system.
import { closeSync, openSync, readSync } from 'node:fs';

/**
 * Bytes from the system's cryptographic source. It is read as a file where it is one: Web Crypto takes three milliseconds
 * to load.
 */
export function randomBytes(count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  try {
    const source = openSync('/dev/urandom', 'r');
    try {
      if (readSync(source, bytes) === count) return bytes;
    } finally {
      closeSync(source);
    }
  } catch {
    // Windows has no such file.
  }
  return crypto.getRandomValues(bytes);
}
