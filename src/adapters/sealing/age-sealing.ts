// Sealing with the library of age's own author.
import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Sealing } from '../../app/ports/sealing.ts';
import { joinedBytes } from '../../domain/text/bytes.ts';
import type { Unopened } from '../../domain/text/unopened.ts';
import { readAgeHeader } from '../../formats/sealing/age-header.ts';
import { damagedRecipient, damagedSession } from '../../pages/journal/lock-refusals.ts';

/** A header is not longer than this, in bytes, as far as it is looked at. */
const LOOKED_AT = 512;

/** One that is longer was made to be slow: each recipient in it is tried. In bytes; there is room for forty. */
const LONGEST_HEADER = 4096;

/** With this factor the time of a passphrase is measured, and with one before it what is slow the first time is done. */
const MEASURED = 14;

/** Seals with `age-encryption`. It waits for no key and asks nobody. */
export const ageSealing: Sealing = {
  async newKey() {
    const identity = await generateX25519Identity();
    return { identity, recipient: await identityToRecipient(identity) };
  },
  async recipientOf(identity) {
    try {
      return await identityToRecipient(identity);
    } catch {
      return undefined;
    }
  },
  async seal(bytes, recipient) {
    const encrypter = new Encrypter();
    try {
      encrypter.addRecipient(recipient);
    } catch (error) {
      throw damagedRecipient(recipient, error);
    }
    return wholeOf(await encrypter.encrypt(streamOf(bytes)));
  },
  open: async (sealed, identity) => opened(decrypterOf(identity), sealed),
  async sealWithPassphrase(bytes, passphrase, factor) {
    return armor.encode(await sealedWith(bytes, passphrase, factor));
  },
  async openWithPassphrase(text, passphrase, most) {
    const sealed = unarmoured(text);
    if (!sealed) return 'damaged';
    const header = headerOf(sealed);
    if (header?.kind === 'passphrase' && header.factor > most) return 'too-hard';
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    return opened(decrypter, sealed);
  },
  async timeOf(factor) {
    const nothing = new Uint8Array();
    await sealedWith(nothing, '', MEASURED - 1);
    const began = performance.now();
    await sealedWith(nothing, '', MEASURED);
    return (performance.now() - began) * 2 ** (factor - MEASURED);
  },
};

/** What opens files of one identity, made once: its recipient is worked out each time anew. */
let known: { readonly identity: string; readonly decrypter: Decrypter } | undefined;

function decrypterOf(identity: string): Decrypter {
  if (known?.identity !== identity) {
    const decrypter = new Decrypter();
    try {
      decrypter.addIdentity(identity);
    } catch (error) {
      throw damagedSession(error);
    }
    known = { identity, decrypter };
  }
  return known.decrypter;
}

/** Bytes as a stream. What is given as bytes the library reads by way of an answer of the network, which takes twenty milliseconds to load. */
function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

async function wholeOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) pieces.push(next.value);
  return joinedBytes(pieces);
}

async function sealedWith(bytes: Uint8Array, passphrase: string, factor: number): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(factor);
  return wholeOf(await encrypter.encrypt(streamOf(bytes)));
}

function unarmoured(text: string): Uint8Array | undefined {
  try {
    return armor.decode(text);
  } catch {
    return undefined;
  }
}

const headerOf = (sealed: Uint8Array): ReturnType<typeof readAgeHeader> =>
  readAgeHeader(Buffer.from(sealed.subarray(0, LOOKED_AT)).toString('latin1'));

function endsInTime(sealed: Uint8Array): boolean {
  const longest = sealed.subarray(0, LONGEST_HEADER);
  return longest.length < LONGEST_HEADER || Buffer.from(longest).includes('\n--- ');
}

async function opened(decrypter: Decrypter, sealed: Uint8Array): Promise<Uint8Array | Unopened> {
  const header = headerOf(sealed);
  if (header?.kind === 'newer') return 'newer';
  if (header && !endsInTime(sealed)) return 'too-hard';
  try {
    return await wholeOf(await decrypter.decrypt(streamOf(sealed)));
  } catch (error) {
    if (error instanceof RangeError) return 'no-memory';
    // The library tells these in words alone.
    const words = error instanceof Error ? error.message : '';
    if (words.includes('maxmem') || words.includes('work factor is too high')) return 'too-hard';
    return words.startsWith('no identity matched') ? 'other' : 'damaged';
  }
}
