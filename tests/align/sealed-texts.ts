/** A sealed sheet of the lead, with work for a machine of next to nothing. */
export const WORDS = 'pair evolve fortune roof draft';
export const SEALED_FILE = `-----BEGIN AGE ENCRYPTED FILE-----
YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBiY0w2WEp5WDV1d0VlTjIv
SGhFTHN3IDIKcStLWCtkaUhyVytSMlg1czlBZExOaVBZcXFrNmVLR05oNHhtRllL
RndnSQotLS0gSlNzekNIc0ZtRE5hVHdmY3luc290TXJWM3JFZU5GZE52MFhHZnRU
dmpnZwo5SiVfSJ/U4b4BRSfyDK2s/52YMRDvcX50XtUamGO/6YMtmfZeGUUUxFIn
qvWbXyaWsrevwi5M4sFd9F5GrhF3mIRemHmCZLot35NqvTBwlr6IPPWOC2z1NuWw
X2+CrXa9STZIC2LN8rHAs1P2/LtL65U2V0mLSEpiLqccrQ9Wosuw43k9sn7WQZR5
5G1UAQOejgWrIzZMc9jiy4NA1slIlU1llrXOiax4prXwstbasQNqV1o4lAycxysP
IMyrSy635zg59eq3rlv2kVxsRWS5PcR7rWe1o7cxBvva5DHvPWc=
-----END AGE ENCRYPTED FILE-----
`;

/** What no words open, and what is said of it. */
export const UNOPENABLE: readonly { readonly case: string; readonly text: string; readonly says: RegExp }[] =
  [
    { case: 'another file', text: 'Dear D.,\nhere it is.\n', says: /is not a sealed sheet$/ },
    { case: 'an empty file', text: '', says: /is not a sealed sheet$/ },
    {
      case: 'one that was cut off',
      text: SEALED_FILE.slice(0, 400),
      says: /is damaged or cut off$/,
    },
    {
      case: 'one with a hole in it',
      text: SEALED_FILE.replace('qvWb', '…'),
      says: /is damaged or cut off$/,
    },
    {
      case: 'one that is larger than any',
      text: `${SEALED_FILE}${' '.repeat(65_536)}`,
      says: /is larger than 64 kB/,
    },
    {
      case: 'one that would keep the machine busy',
      text: armoured(header(30)),
      says: /\(work factor 30; 18 at most\)$/,
    },
    {
      case: 'one that is sealed for a key',
      text: armoured('age-encryption.org/v1\n-> X25519 abc\nabc\n--- abc\n'),
      says: /is not a sealed sheet$/,
    },
    {
      case: 'one of a later version',
      text: armoured('age-encryption.org/v2\n-> scrypt abc 16\nabc\n--- abc\n'),
      says: /was sealed by a newer version of coach$/,
    },
  ];

function header(factor: number): string {
  return `age-encryption.org/v1\n-> scrypt bcL6XJyX5uwEeN2/HhELsw ${factor}\nq+KX+diHrW+R2X5s9AdLNiPYqqk6eKGNh4xmFYKFwgI\n--- JSszCHsFmDNaTwfcynsotMrV3rEeNFdNv0XGftTvjgg\n9J%_H`;
}

/** A text in the armour of age. */
export function armoured(text: string): string {
  const lines =
    Buffer.from(text, 'latin1')
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN AGE ENCRYPTED FILE-----', ...lines, '-----END AGE ENCRYPTED FILE-----', ''].join('\n');
}
