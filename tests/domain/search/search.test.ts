import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../../src/domain/text/graphemes.ts';
import {
  distinctWordsMatched,
  isEmptySearch,
  marksIn,
  matchesSearch,
  mayMatchSearch,
  parseSearch,
  type Search,
  searchTexts,
  type Term,
} from '../../../src/domain/search/search.ts';
import { snippetOf } from '../../../src/domain/search/snippet.ts';
import { foldText, isUnspaced, wordLine, wordsOf } from '../../../src/domain/text/folding.ts';
import { entryWith } from '../../formats/entry/entry-samples.ts';
import { anyText, unspacedRun } from '../any-text.ts';

const term = (words: string): Term => {
  const prefix = words.endsWith('*');
  return { words: (prefix ? words.slice(0, -1) : words).split(' '), prefix };
};

describe('what is typed', () => {
  test.each<{ typed: string; wanted?: string[]; unwanted?: string[] }>([
    { typed: '' },
    { typed: ' - -- " "" * -" ! … -!' },
    { typed: 'Asked  me\nASKED', wanted: ['asked', 'me'] },
    { typed: '"asked me"', wanted: ['asked me'] },
    { typed: '“asked me” „frag mich“ « demande-moi »', wanted: ['asked me', 'frag mich', 'demande moi'] },
    { typed: '"asked me', wanted: ['asked me'] },
    { typed: 'deleg*', wanted: ['deleg*'] },
    { typed: 'deleg**', wanted: ['deleg*'] },
    { typed: '"status rep"* "status rep*"', wanted: ['status rep*'] },
    { typed: '*deleg 2*3 end.*', wanted: ['deleg', '2 3', 'end'] },
    { typed: '-told asked', wanted: ['asked'], unwanted: ['told'] },
    { typed: '-"told me" -deleg* --told', unwanted: ['told me', 'deleg*', 'told'] },
    { typed: '- told', wanted: ['told'] },
    { typed: 'follow-up', wanted: ['follow up'] },
    { typed: '"follow"-up', wanted: ['follow', 'up'] },
    { typed: 'say"ask me"twice', wanted: ['say', 'ask me', 'twice'] },
    { typed: "don't don’t 3.5", wanted: ['don t', '3 5'] },
    { typed: '12"', wanted: ['12'] },
    { typed: 'told -told', wanted: ['told'], unwanted: ['told'] },
    { typed: '今天我们', wanted: ['今天 天我 我们'] },
    { typed: '今', wanted: ['今*'] },
    { typed: '今* 今天*', wanted: ['今*', '今天'] },
    { typed: '"今天 好"', wanted: ['今天 天 好*'] },
    { typed: '今天iPhone', wanted: ['今天 天 iphone'] },
    { typed: 'iPhone今', wanted: ['iphone 今*'] },
    { typed: '-今天', unwanted: ['今天'] },
    { typed: 'ที่', wanted: ['ที ี่'] },
    { typed: '👍', wanted: ['👍'] },
  ])('$typed', ({ typed, wanted = [], unwanted = [] }) => {
    expect(parseSearch(typed)).toEqual({ wanted: wanted.map(term), unwanted: unwanted.map(term) });
    expect(isEmptySearch(parseSearch(typed))).toBe(wanted.length + unwanted.length === 0);
  });

  test('is never an error, and holds only words', () => {
    fc.assert(
      fc.property(anyTyped, (typed) => {
        const { wanted, unwanted } = parseSearch(typed);
        for (const { words } of [...wanted, ...unwanted]) {
          expect(words).not.toEqual([]);
          for (const word of words) expect(word).toMatch(/^[^\s"*-]+$/u);
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe('whether texts match', () => {
  test.each<{ language: string; texts: string[]; typed: string; is: boolean }>([
    { language: 'English', texts: ['They asked.', 'I waited.'], typed: 'waited asked', is: true },
    { language: 'English', texts: ['They asked.', 'I waited.'], typed: '"asked i"', is: false },
    { language: 'English', texts: ['They asked.'], typed: 'ask', is: false },
    { language: 'English', texts: ['They asked.'], typed: 'ask*', is: true },
    { language: 'English', texts: ['They asked.'], typed: 'asked -they', is: false },
    { language: 'English', texts: ['They asked.'], typed: '-told', is: true },
    { language: 'English', texts: ['They asked.'], typed: '-asked', is: false },
    { language: 'English', texts: [], typed: '-asked', is: true },
    { language: 'English', texts: ['They asked.', ''], typed: '', is: false },
    { language: 'English', texts: ['I don’t know'], typed: "don't", is: true },
    { language: 'English', texts: ['a follow up'], typed: 'follow-up', is: true },
    { language: 'German', texts: ['In der Straße, über Öl'], typed: 'STRASSE ol', is: true },
    { language: 'French', texts: ['C’était à l’œuvre'], typed: 'etait oeuvre', is: true },
    { language: 'Polish', texts: ['Zażółć gęślą jaźń w Łodzi'], typed: '"gesla jazn" lodz*', is: true },
    { language: 'Turkish', texts: ['İstanbul’da ışık'], typed: 'istanbul ISIK', is: true },
    { language: 'Greek', texts: ['Ο ΔΡΟΜΟΣ'], typed: 'δρόμος', is: true },
    { language: 'Russian', texts: ['Ещё раз'], typed: 'еще', is: true },
    { language: 'Hebrew', texts: ['שָׁלוֹם לָכֶם'], typed: 'שלום', is: true },
    { language: 'Arabic', texts: ['مُحَمَّدٌ أَخِي'], typed: '"محمد اخي"', is: true },
    { language: 'Hindi', texts: ['मैंने फ़ैसला किया'], typed: '\u092b\u093c\u0948\u0938\u0932\u093e', is: true },
    { language: 'Hindi', texts: ['कि'], typed: 'की', is: false },
    { language: 'Vietnamese', texts: ['Đường đi rất xa'], typed: 'duong "rat xa"', is: true },
    { language: 'Korean', texts: ['오늘은 팀이'], typed: '오늘*', is: true },
    { language: 'Korean', texts: ['오늘은'.normalize('NFD')], typed: '오늘은', is: true },
    { language: 'Thai', texts: ['วันนี้ทีมตัดสินใจ'], typed: 'ทีม', is: true },
    { language: 'Thai', texts: ['วันนี้ทีมตัดสินใจ'], typed: 'มที', is: false },
    { language: 'Chinese', texts: ['我们今天好'], typed: '今天', is: true },
    { language: 'Chinese', texts: ['我们今天好'], typed: '好', is: true },
    { language: 'Chinese', texts: ['我们今天好'], typed: '天今', is: false },
    { language: 'Chinese', texts: ['我们今天，好'], typed: '天好', is: false },
    { language: 'Chinese', texts: ['我们今天，好'], typed: '"今天 好"', is: true },
    { language: 'Chinese', texts: ['用iPhone手机'], typed: 'iphone手', is: true },
    { language: 'Japanese', texts: ['コーヒーを飲む'], typed: 'ｺｰﾋｰ', is: true },
    { language: 'Japanese', texts: ['がんばる'], typed: 'か', is: false },
    { language: 'emoji', texts: ['done👍🏽'], typed: '👍', is: true },
  ])('$language: $typed in $texts: $is', ({ texts, typed, is }) => {
    expect(matchesSearch(texts, parseSearch(typed))).toBe(is);
  });

  test('is what a plain look at the lines of words says', () => {
    fc.assert(
      fc.property(textAndSearch, ([texts, search]) => {
        expect(matchesSearch(texts, search)).toBe(plainlyMatches(texts, search));
      }),
      { numRuns: 2500 },
    );
  });

  test('each word of a text is found in it, alone and by its beginning', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { folded } of wordsOf(text)) {
          // A pair of Thai may begin with a mark, of which alone no word is made.
          if (/^\p{M}/u.test(folded)) continue;
          expect(matchesSearch([text], parseSearch(folded))).toBe(true);
          expect(matchesSearch([text], parseSearch(`"${folded}"`))).toBe(true);
          if (isUnspaced(folded) || !/^[\p{L}\p{N}]/u.test(folded)) continue;
          expect(matchesSearch([text], parseSearch(`${Array.from(folded)[0] ?? ''}*`))).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('each piece of a run without blanks is found in it, and marked where it stands', () => {
    fc.assert(
      fc.property(unspacedRun, fc.nat(), fc.nat(), anyText, (run, one, other, more) => {
        const from = one % run.length;
        const to = from + 1 + (other % (run.length - from));
        const before = `${more} ${run.slice(0, from).join('')}`;
        const piece = run.slice(from, to).join('');
        const text = `${before}${piece}${run.slice(to).join('')}`;
        const search = parseSearch(piece);
        expect(matchesSearch([text], search)).toBe(true);
        const inMarks = marksIn(text, search).some(
          ({ start, end }) => start <= before.length && end >= before.length + piece.length,
        );
        expect(inMarks).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('a quick look overlooks nothing', () => {
    fc.assert(
      fc.property(textAndSearch, ([texts, search]) => {
        const raw = foldText(`---\nid: x\n---\n${texts.join('\n')}\n`);
        expect(mayMatchSearch(raw, search) || !matchesSearch(texts, search)).toBe(true);
      }),
      { numRuns: 1500 },
    );
    expect(mayMatchSearch(foldText('I waited.'), parseSearch('asked'))).toBe(false);
    expect(mayMatchSearch(foldText('I waited.'), parseSearch('-waited'))).toBe(true);
  });
});

test.each([
  { texts: ['Ask, asking: ask!', 'ASKED'], typed: 'ask*', is: 3 },
  { texts: ['Ask, asking: ask!', 'ASKED'], typed: 'ask asked told', is: 2 },
  { texts: ['Ask me. Ask me, ask them.'], typed: '"ask me" "ask th*"', is: 2 },
  { texts: ['今天今年今'], typed: '今', is: 3 },
  { texts: ['asked'], typed: '-told', is: 0 },
  { texts: [], typed: 'ask', is: 0 },
])('$typed matches $is different words of $texts', ({ texts, typed, is }) => {
  expect(distinctWordsMatched(texts, parseSearch(typed))).toBe(is);
});

describe('the marks in a text', () => {
  test.each([
    ['They asked, I ASKED.', 'asked', ['asked', 'ASKED']],
    ['They asked me to ask.', 'ask* -they', ['asked', 'ask']],
    ['a follow-up, a follow up', 'follow-up', ['follow-up', 'follow up']],
    ['one two three', '"one two" "two three"', ['one two three']],
    ['Straße über', 'strasse uber', ['Straße', 'über']],
    ['cafe\u0301s cafe\u0301', 'café', ['cafe\u0301']],
    ['我们今天好', '今天', ['今天']],
    ['我们今天好', '今', ['今']],
    ['我们今天好', '好', ['好']],
    ['我们今天好', '们今 天', ['们今天']],
    ['今天今天', '今天', ['今天今天']],
    ['用iPhone手机吧', 'iPhone手', ['iPhone手']],
    ['ｶﾞｲﾄﾞ', 'ガ', ['ｶﾞ']],
    ['𠮷野家', '𠮷', ['𠮷']],
    ['ที่นี่', 'ท', ['ที่']],
    ['good👍🏽job', '👍', ['👍']],
    ['asked', '-asked', []],
    ['asked', '', []],
  ])('%s, searched for %s', (text, typed, marked) => {
    expect(marksIn(text, parseSearch(typed)).map(({ start, end }) => text.slice(start, end))).toEqual(marked);
  });

  test('are in order, apart and within it, and there are some where a wanted term is', () => {
    fc.assert(
      fc.property(textAndSearch, ([[text = ''], search]) => {
        const marks = marksIn(text, search);
        let last = -1;
        for (const { start, end } of marks) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        const has = search.wanted.some((wanted) => matchesSearch([text], { wanted: [wanted], unwanted: [] }));
        expect(marks.length > 0).toBe(has);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('a snippet', () => {
  const text = 'They never asked me, and I told them so.\n\nThen I waited until they had found it.';

  test.each([
    { typed: 'me', width: 200, line: text.replace('\n\n', ' '), marked: ['me'] },
    { typed: 'me', width: 20, line: '…asked me, and I…', marked: ['me'] },
    { typed: 'they', width: 20, line: 'They never asked…', marked: ['They'] },
    { typed: 'it', width: 20, line: '…they had found it.', marked: ['it'] },
    { typed: 'so then', width: 24, line: '…told them so. Then I…', marked: ['so', 'Then'] },
    { typed: '"asked me and"', width: 10, line: '…asked me…', marked: ['asked me'] },
    { typed: 'waited', width: 5, line: '…wai…', marked: ['wai'] },
    { typed: 'waited', width: 1, line: '…', marked: [] },
    { typed: 'waited', width: 0, line: '', marked: [] },
  ])('of $width columns around $typed', ({ typed, width, line, marked }) => {
    const snippet = snippetOf(text, parseSearch(typed), width);
    expect(snippet?.line).toBe(line);
    expect(snippet?.marks.map(({ start, end }) => line.slice(start, end))).toEqual(marked);
  });

  test('of a text without blanks is cut between characters of two columns', () => {
    const snippet = snippetOf('今天我们让团队自己决定，大家都很高兴。', parseSearch('决定'), 16);
    expect(snippet).toEqual({ line: '…自己决定，大家…', marks: [{ start: 3, end: 5 }] });
  });

  test('has no lines and no control characters', () => {
    expect(snippetOf('one\r\n\u001b[31m two\tthree', parseSearch('two'), 40)).toEqual({
      line: 'one [31m two three',
      marks: [{ start: 9, end: 12 }],
    });
  });

  test('is nothing where nothing is marked', () => {
    expect(snippetOf('They asked.', parseSearch('told'), 40)).toBeUndefined();
    expect(snippetOf('They asked.', parseSearch('-told'), 40)).toBeUndefined();
  });

  test('is one line, no wider than asked for, and shows a mark where there is room', () => {
    fc.assert(
      fc.property(textAndSearch, fc.nat(60), ([[text = ''], search], width) => {
        const snippet = snippetOf(text, search, width);
        expect(snippet === undefined).toBe(marksIn(text, search).length === 0);
        if (snippet === undefined) return;
        const { line, marks } = snippet;
        expect(displayWidth(line)).toBeLessThanOrEqual(width);
        // eslint-disable-next-line no-control-regex
        expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
        for (const { start, end } of marks) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(line.length);
        }
        expect(marks.length > 0 || width < 5).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});

test('an entry is searched by its questions, words, tags and what was added by hand', () => {
  const asked = (question: string): { question: string; asked: string; skip: null } => {
    return { question, asked: `${question}?`, skip: null };
  };
  const entry = entryWith({
    about: 'About',
    title: 'Title',
    tags: ['Q3', 'client'],
    answers: [
      { ...asked('text'), type: 'text', value: 'Words.' },
      { ...asked('choice'), type: 'choice', value: 'kept', legend: 'kept-it' },
      { ...asked('plain'), type: 'choice', value: 'gave' },
      { ...asked('scale'), type: 'scale', value: 4, legend: 'a lot' },
      { ...asked('percent'), type: 'percent', value: 0.7 },
      { ...asked('date'), type: 'date', value: '2026-11-22' },
      {
        ...asked('guess'),
        type: 'prediction',
        value: { expect: 'Late', sign: 'a-mail', likelihood: 0.7, due: '2026-12-01', feeling: 'feared' },
      },
      {
        ...asked('blind'),
        type: 'prediction',
        value: { expect: 'Early', sign: null, likelihood: null, due: null, feeling: null },
      },
      {
        ...asked('plan'),
        type: 'commitment',
        value: { when: 'Late', then: 'Ask', by: '2026-12-02', likelihood: 0.8 },
      },
      {
        ...asked('act'),
        type: 'commitment',
        value: { when: null, then: 'Wait', by: null, likelihood: null },
      },
      { question: 'skipped', asked: 'skipped?', type: 'text', value: null, skip: 'not-today' },
    ],
    extra: {
      front: 'mood: fair',
      sections: [
        { after: null, text: 'First.' },
        { after: 'text', text: 'Later.' },
      ],
    },
  });
  const questions = 'text? Words. choice? kept-it plain? gave scale? percent? date? 2026-11-22'.split(' ');
  const plans = 'guess? Late a-mail blind? Early plan? Late Ask act? Wait skipped?'.split(' ');
  const byHand = ['Q3', 'client', 'First.', 'Later.', 'mood: fair'];
  expect(searchTexts(entry)).toEqual([...questions, ...plans, ...byHand]);
});

const anyTyped = fc.oneof(
  anyText,
  fc
    .array(fc.oneof(fc.constantFrom('"', '“', '»', '-', '*', ' ', ' -', ' "', '" '), anyText), {
      maxLength: 8,
    })
    .map((some) => some.join('')),
);

/** Texts, and a search that is made of pieces of the first more often than not. */
const textAndSearch = fc
  .tuple(
    fc.array(anyText, { minLength: 1, maxLength: 3 }),
    anyTyped,
    fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.nat(5))),
  )
  .map(([texts, typed, pieces]): [string[], Search] => {
    const [first = ''] = texts;
    const cut = pieces.map(([from, length, kind]) => {
      const start = from % (first.length + 1);
      const piece = first.slice(start, start + length + 1);
      return [`"${piece}"`, `"${piece}"*`, piece, `${piece}*`, `-${piece}x`, `-"${piece}"`][kind] ?? piece;
    });
    return [texts, parseSearch([...cut.slice(0, 3), pieces.length % 3 === 0 ? typed : ''].join(' '))];
  });

function plainlyMatches(texts: readonly string[], { wanted, unwanted }: Search): boolean {
  const lines = texts.map(
    (text) =>
      ` ${wordsOf(text)
        .map(({ folded }) => folded)
        .join(' ')} `,
  );
  const stands = ({ words, prefix }: Term): boolean =>
    lines.some((line) => line.includes(` ${words.join(' ')}${prefix ? '' : ' '}`));
  return wanted.length + unwanted.length > 0 && wanted.every(stands) && !unwanted.some(stands);
}

test('the line of words of a text is searched like the text', () => {
  fc.assert(
    fc.property(anyText, anyTyped, (text, typed) => {
      const search = parseSearch(typed);
      if (wordsOf(text).some(({ folded }) => isUnspaced(folded))) return;
      expect(matchesSearch([wordLine(text)], search)).toBe(matchesSearch([text], search));
    }),
  );
});
