import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownText } from '../../src/domain/text/plain-text.ts';
import { screenText } from '../../src/pages/text/screen-text.ts';
import { wrap } from '../../src/pages/text/wrap.ts';
import { asItLeaves, outgoingText } from '../../src/share/outgoing.ts';
import { previewText, SHOWN_BELOW } from '../../src/share/share-text.ts';
import { anyText } from '../domain/any-text.ts';

const told = fc.array(fc.record({ question: fc.constant('a'), asked: anyText, words: anyText }), {
  minLength: 1,
  maxLength: 4,
});

/** What a screen shows between the two lines, as one looks at it. */
function seen(outgoing: string, width: number): string {
  const screen = screenText(wrap(previewText(outgoing, []), width));
  const [, , below = ''] = screen.split(SHOWN_BELOW)[1]?.match(/^\n(-+)\n([^]*)\n-+\n/) ?? [];
  return below;
}

const withoutBlanks = (text: string): string => text.replaceAll(/\s/g, '');

test('what is shown is what leaves, sign for sign, whatever was written', () => {
  fc.assert(
    fc.property(told, fc.boolean(), fc.constantFrom(40, 80), (some, withQuestions, width) => {
      const outgoing = outgoingText(some, withQuestions);
      expect(withoutBlanks(seen(outgoing, width))).toBe(withoutBlanks(outgoing));
    }),
  );
});

test('lines that fit stand there as they leave', () => {
  const outgoing = outgoingText(
    [{ question: 'a', asked: 'What helps?', words: 'Quiet.\n  - and\n\n*time*' }],
    true,
  );
  expect(outgoing).toBe('What helps?\n\nQuiet.\n  - and\n\n*time*\n');
  expect(`${seen(outgoing, 40)}\n`).toBe(outgoing);
});

test('nothing leaves that is not seen, and what leaves stays as it is', () => {
  fc.assert(
    fc.property(told, fc.boolean(), (some, withQuestions) => {
      const outgoing = outgoingText(some, withQuestions);
      expect(shownText(outgoing)).toBe(outgoing);
      expect(outgoing.endsWith('\n')).toBe(true);
      for (const { words } of some) expect(asItLeaves(asItLeaves(words))).toBe(asItLeaves(words));
    }),
  );
});
