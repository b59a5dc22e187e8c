// The findings about an encrypted journal in words.

/** Its problems (docs/doctor.md). */
export const SEALED_PROBLEMS = {
  'key-unknown': {
    what: 'The journal is encrypted, and this computer does not know its key yet.',
    risk: 'Until it does, nothing is read from the journal or written to it.',
    mend: 'Give it the passphrase once: coach unlock',
  },
  'key-folder-differs': {
    what: 'The folder .key is missing or damaged, or it holds another key.',
    risk: 'New entries are encrypted for the key known here, so this computer reads them. Other computers need that key, too.',
    mend: 'If it is missing or damaged, coach encrypt puts it back. If it holds another key: coach keys says more.',
  },
  'sealed-unreadable': {
    what: ['One encrypted file cannot be decrypted.', '# encrypted files cannot be decrypted.'],
    risk: 'Lists and searches skip such a file. It is left as it is.',
    mend: 'If it is damaged, get it back from another computer or a backup. If it is for another key, the computer that wrote it may not have taken the new one yet. There: coach keys accept',
  },
} as const;

/** Its notes. */
export const SEALED_NOTES = {
  'journal-locked': {
    what: [
      'The journal is locked, so one file was not looked at.',
      'The journal is locked, so # files were not looked at.',
    ],
    mend: 'To have them checked as well, unlock the journal first: coach unlock',
  },
  'not-encrypted': {
    what: ['One entry is not encrypted yet.', '# entries are not encrypted yet.'],
    mend: 'To encrypt them, too: coach encrypt',
  },
  'swap-on': {
    what: 'This computer may write memory to a disk that is not encrypted.',
    risk: 'What you read or write could be found there later.',
    mend: 'Encrypt the swap space, or turn it off, if this computer is yours.',
  },
} as const;
