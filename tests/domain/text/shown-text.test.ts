import { describe, expect, test } from 'vitest';
import { shownText } from '../../../src/domain/text/plain-text.ts';
import { screenText } from '../../../src/pages/text/screen-text.ts';

describe('what is not seen does not reach the screen', () => {
  test.each([
    { what: 'the other direction', text: 'a\u202eb\u202cc', is: 'abc' },
    { what: 'a direction apart', text: '\u2066a\u2069 \u2067b\u2069 \u2068c\u2069', is: 'a b c' },
    { what: 'marks of a direction', text: 'a\u200eb\u200fc\u061cd', is: 'abcd' },
    { what: 'blanks without a width', text: 'pass\u200bword\u2060s\ufeff', is: 'passwords' },
    { what: 'joiners that join nothing', text: 'a\u200cb\u200dc', is: 'abc' },
    { what: 'hyphens that are not there', text: 'co\u00adach', is: 'coach' },
    { what: 'copies of letters', text: 'a\u{e0041}\u{e0042}b', is: 'ab' },
    { what: 'line marks', text: 'a\u2028b\u2029c', is: 'a b c' },
    { what: 'control sequences', text: 'a\u001b[2J\u001b]0;t\u0007b\u009b1mc\u0007', is: 'abc' },
  ])('$what', ({ text, is }) => expect(shownText(text)).toBe(is));
});

test.each([
  { what: 'Persian', text: 'می‌خواهم' },
  { what: 'Sinhala', text: 'ශ්‍රී' },
  { what: 'a family', text: '👩‍👩‍👧 🏳️‍🌈 👩🏽‍🚀' },
  { what: 'a flag', text: '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}!' },
  { what: 'Hebrew', text: 'שלום world' },
  { what: 'Korean and accents', text: '한글 e\u0301 ñ' },
])('$what is written as it was', ({ text }) => expect(shownText(text)).toBe(text));

test('styles of our own stay, others go', () => {
  const text = '\u001b[1ma\u202e\u001b[22m \u001b[31mb\u001b[7m \u001b[36mc\u001b[39m';
  expect(screenText(text)).toBe('\u001b[1ma\u001b[22m b \u001b[36mc\u001b[39m');
});
