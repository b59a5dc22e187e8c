import { describe, expect, test } from 'vitest';
import { decodedText, likelyEncoding, shownText, textOrPlace } from '../../../src/domain/text/bytes.ts';

const words = 'Größe ✓ 👩‍👩‍👧‍👦\r\nline two\n';
const little = Buffer.from(`\ufeff${words}`, 'utf16le');
const big = Buffer.from(little).swap16();

describe('text of another encoding became other letters', () => {
  test.each([
    ['UTF-8', Buffer.from(words), words],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${words}`), `\ufeff${words}`],
    ['UTF-16 as PowerShell writes it', little, `\ufeff${words}`],
    ['UTF-16 the other way round', big, `\ufeff${words}`],
    ['a zero among many letters', Buffer.from('a\0 few letters more'), 'a\0 few letters more'],
    ['nothing', Buffer.from(''), ''],
    ['nothing but a mark', Buffer.of(0xff, 0xfe), '\ufeff'],
  ])('%s is read', (_, bytes, text) => {
    expect(decodedText(bytes)).toBe(text);
    expect(shownText(bytes)).toBe(text);
  });

  test.each([
    ['Latin 1', Buffer.from('Gr\u00f6\u00dfe', 'latin1'), undefined, { line: 1, column: 3 }],
    // These were said to be Latin 1, which makes other letters of them.
    ['GBK', Buffer.of(0x61, 0x0a, 0xc4, 0xe3, 0xba, 0xc3), undefined, { line: 2, column: 1 }],
    ['KOI8-R', Buffer.of(0xf0, 0xd2, 0xc9), undefined, { line: 1, column: 1 }],
    ['UTF-16 without a mark', Buffer.from('Some words', 'utf16le'), 'utf-16le', { line: 1, column: 1 }],
    [
      'the same the other way round',
      Buffer.from('Words', 'utf16le').swap16(),
      'utf-16be',
      { line: 1, column: 1 },
    ],
    ['half of a letter of UTF-16', little.subarray(0, 7), 'utf-16', { line: 1, column: 1 }],
  ])('%s is refused, with what it likely is', (_, bytes, encoding, place) => {
    expect(decodedText(bytes)).toBeUndefined();
    expect(likelyEncoding(bytes)).toBe(encoding);
    expect(textOrPlace(bytes)).toEqual(place);
  });
});
