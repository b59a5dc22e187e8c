import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesIn, withoutName } from '../../src/share/names-in-text.ts';
import { anyText } from '../domain/any-text.ts';

const found = (text: string, ...names: readonly string[]): string =>
  namesIn(text, names)
    .map(({ form, times }) => `${form} ${times}`)
    .join(', ');

describe('names are found', () => {
  test.each([
    { case: 'as whole words', text: 'Jo and Joan, ajo, Jo2 and jo_ and Jo’s', names: ['Jo'], is: 'Jo 2' },
    {
      case: 'with and without the stop of an initial',
      text: 'D. says D must, d. does not',
      names: ['D.'],
      is: 'D. 1, D 1',
    },
    { case: 'with a stop where the name has none', text: 'Ask D.', names: ['D'], is: 'D. 1' },
    {
      case: 'but not the words a and I',
      text: 'I saw a cat. A. and I. did',
      names: ['A.', 'I.'],
      is: 'A. 1, I. 1',
    },
    {
      case: 'in any case, each as it is written',
      text: 'I will ask Will',
      names: ['Will'],
      is: 'will 1, Will 1',
    },
    {
      case: 'of several people in one',
      text: 'K. told D. and Jo',
      names: ['K. and D.', 'Ana/Jo'],
      is: 'K. 1, D. 1, Jo 1',
    },
    {
      case: 'by first or last name',
      text: 'Dana said so. Ms Marks did.',
      names: ['Dana Marks'],
      is: 'Dana 1, Marks 1',
    },
    { case: 'the longest once', text: 'Dana Marks', names: ['Dana', 'Dana Marks'], is: 'Dana Marks 1' },
    { case: 'of links', text: 'ask D.', names: ['[[People/D.|D.]]'], is: 'D. 1' },
    {
      case: 'composed or not',
      text: 'Rene\u0301 and Ren\u00e9',
      names: ['Ren\u00e9'],
      is: 'Rene\u0301 1, René 1',
    },
    { case: 'in scripts without blanks', text: '我和王芳说了', names: ['王芳'], is: '王芳 1' },
    { case: 'from right to left', text: 'שאלתי את דנה היום', names: ['דנה'], is: 'דנה 1' },
    {
      case: 'with signs that mean something in patterns',
      text: 'A+B (x) [y]',
      names: ['(x)', 'B', '[y]', '*'],
      is: 'B 1, (x) 1, [y] 1',
    },
    {
      case: 'not in articles',
      text: 'The team and the rest',
      names: ['The team', 'The Four'],
      is: 'The team 1',
    },
    { case: 'not in words like a first name', text: 'a mark and Mark', names: ['Mark Will'], is: 'Mark 1' },
    { case: 'not in the words of a team', text: 'the sales are up', names: ['the sales team'], is: '' },
    { case: 'as often as they stand there', text: 'Jo, Jo and jo', names: ['Jo', 'jo'], is: 'Jo 2, jo 1' },
    { case: 'nowhere without names', text: 'Jo', names: ['', '.', ' ', '…'], is: '' },
  ])('$case', ({ text, names, is }) => expect(found(text, ...names)).toBe(is));
});

describe('something else in the place of a name', () => {
  test.each([
    { text: 'I asked D. yesterday', form: 'D.', is: 'I asked my lead yesterday' },
    { text: 'I asked D.', form: 'D.', is: 'I asked my lead.' },
    { text: 'I asked D. "Yes."', form: 'D.', is: 'I asked my lead. "Yes."' },
    {
      text: 'I asked D. She said yes.\nD. is right.',
      form: 'D.',
      is: 'I asked my lead. She said yes.\nMy lead is right.',
    },
    { text: 'Will will', form: 'will', is: 'Will my lead' },
    { text: 'Jo’s and Joan', form: 'Jo', is: 'My lead’s and Joan' },
    { text: '$& Jo', form: 'Jo', is: '$& my lead' },
  ])('$text', ({ text, form, is }) => expect(withoutName(text, form, 'my lead')).toBe(is));

  test('a name that is replaced is found no more', () => {
    const parts = fc.array(fc.oneof(fc.constantFrom('Jo', 'D.', 'jo', 'D', '王芳', '. ', ' '), anyText), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(parts, (some) => {
        const text = some.join(' ');
        for (const { form } of namesIn(text, ['Jo', 'D.', '王芳'])) {
          const forms = namesIn(withoutName(text, form, '…'), ['Jo', 'D.', '王芳']).map((one) => one.form);
          expect(forms).not.toContain(form);
        }
      }),
    );
  });

  test('any text and any names are looked through', () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText, { maxLength: 3 }), (text, names) => {
        for (const { form, times } of namesIn(text, names)) {
          expect(text.split(form).length - 1).toBeGreaterThanOrEqual(times);
        }
      }),
    );
  });
});
