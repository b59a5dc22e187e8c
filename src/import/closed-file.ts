// Files that have to be made readable first: encrypted, packed, or of another kind.

/** A file that cannot be read as it is: what it is, and what makes a readable one of it. */
export interface Closed {
  readonly is: string;
  readonly hint: string;
}

const WITH_PASSPHRASE = 'Decrypt it first: age --decrypt FILE >journal.json';
const WITH_KEY_FILE =
  'Decrypt it first. If it was exported from an encrypted journal, the key file is .key/identity.age in the folder of that journal: age --decrypt -i KEYFILE FILE >journal.json';
const JRNL = 'jrnl --export json >journal.json';

/** Files of other kinds, by their first bytes. */
const OTHER_FORMS: readonly (Closed & { readonly begins: readonly string[]; readonly at?: number })[] = [
  { begins: ['PK\u0005\u0006'], is: 'an empty zip', hint: 'Export it again.' },
  {
    begins: ['PK\u0003\u0004'],
    is: 'a zip inside a zip',
    hint: 'Extract the outer zip, and import the one that was in it.',
  },
  { begins: ['\u001f\u008b'], is: 'compressed with gzip', hint: 'Decompress it first: gunzip -k FILE' },
  {
    begins: ['7z\u00bc\u00af'],
    is: 'a 7-Zip archive',
    hint: 'Extract it first, and import the folder: 7z x FILE',
  },
  { begins: ['\u00fd7zXZ\0'], is: 'compressed with xz', hint: 'Decompress it first: unxz -k FILE' },
  { begins: ['BZh'], is: 'compressed with bzip2', hint: 'Decompress it first: bunzip2 -k FILE' },
  {
    begins: ['\u0028\u00b5\u002f\u00fd', 'Rar\u0021'],
    is: 'compressed in a way that coach does not support',
    hint: 'Extract it with the program that made it, and import what is in it.',
  },
  {
    begins: ['ustar'],
    at: 257,
    is: 'a tar archive',
    hint: 'Extract it first, and import the folder: tar -xf FILE',
  },
  {
    begins: ['{\\rtf'],
    is: 'an RTF document',
    hint: 'Save it as plain text under a name that begins with its date, such as 2026-11-22.md.',
  },
  { begins: ['%PDF-'], is: 'a PDF', hint: 'Use the program that made it to export JSON or text.' },
  {
    begins: ['{\0', '[\0', '\0{', '\0['],
    is: 'text in UTF-16',
    hint: 'Convert it to UTF-8 first: iconv -f utf-16 -t utf-8 FILE >journal.txt',
  },
];

/**
 * Tells an encrypted file, or one of another kind that is no text, by its first bytes.
 *
 * @param head - The first bytes, each as one character (Latin-1).
 *
 * @example
 * closedFile('age-encryption.org/v1\n')?.is //=> 'encrypted with age'
 */
export function closedFile(head: string): Closed | undefined {
  if (/^age-encryption\.org\/|^-----BEGIN AGE ENCRYPTED FILE-----/.test(head)) {
    return { is: 'encrypted with age', hint: head.includes('-> X25519') ? WITH_KEY_FILE : WITH_PASSPHRASE };
  }
  if (head.startsWith('-----BEGIN PGP MESSAGE-----') || isOpenPgp(head)) {
    return { is: 'encrypted with gpg', hint: 'Decrypt it first: gpg --decrypt FILE >journal.json' };
  }
  if (/^gAAAAA[\w-]{20}|^JRNLv\d/.test(head)) {
    return { is: 'an encrypted jrnl journal', hint: `Have jrnl make a readable copy: ${JRNL}` };
  }
  if (head.startsWith('SQLite format 3')) {
    return { is: 'an SQLite database', hint: 'Export it as JSON from the program that made it.' };
  }
  for (const { begins, at = 0, is, hint } of OTHER_FORMS) {
    if (begins.some((bytes) => head.startsWith(bytes, at))) return { is, hint };
  }
  return head.includes('\0')
    ? { is: 'not text', hint: `If it is an encrypted journal of jrnl: ${JRNL}` }
    : undefined;
}

/**
 * Whether a message begins as OpenPGP has it (RFC 9580, 4.2 and 5): with the tag of a session key, a length, and a version of it. The tag
 * alone would not tell, since an encrypted journal of jrnl 1 begins with any byte at all.
 */
function isOpenPgp(head: string): boolean {
  const [tag, , third = 0, fourth = 0] = Array.from(head.slice(0, 4), (byte) => byte.charCodeAt(0));
  if (tag === 0x85) return fourth === 3;
  if (tag === 0x84 || tag === 0x8c) return third === 3 || third === 4;
  return (tag === 0xc1 || tag === 0xc3) && [third, fourth].some((version) => version >= 3 && version <= 6);
}
