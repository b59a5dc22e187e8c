import { QUESTION_TYPES } from '../../../src/domain/banks/question-bank.ts';
import * as fc from 'fast-check';
import type { Answer, Given, Skip } from '../../../src/domain/entry/answer.ts';
import { FEELINGS, shareOf, SKIPS } from '../../../src/domain/entry/answer.ts';
import { isoAt } from '../../../src/domain/time/moment.ts';
import { type Entry, type Extra, ID_ALPHABET } from '../../../src/domain/entry/entry.ts';
import { plainEntry } from '../../../src/domain/entry/plain-entry.ts';
import { plainText, withoutBlankEnds } from '../../../src/domain/text/plain-text.ts';

// Entries as they may come from people, other programs and enemies. Texts are not normalised here: what a file gives back
// is the entry in its plain form.

/** What means something to Markdown, to YAML, to terminals or to coach itself. */
const meaningful = [
  '# · ## · # one · ## two · ##\ttab · ### three · ###### six · #none · ## closed ##',
  '--- · === · = · - · - - - · *** · +++ · ... · ~ · | · >',
  '``` · ```` · ```js · ``` a ` b · ```x``` · ~~~ · ~~~~~ · ~~~ text · ~~ · `',
  '<!-- coach: member-felt text --> · <!-- coach: a text · <!--coach: b scale--> · <!-- coach: · --> · <!--',
  '<script> · </pre> · <DIV> · <details · <?php · <!DOCTYPE html> · <![CDATA[ · <x-y/> · <a@b.c> · <3',
  '<https://example.org> · *passed* · *not today* · *not mine* · *Too Close* · *passed* or not · **passed**',
  '> quote · > ``` · - item · - ``` · * <!-- · 1. ~~~ · 2) two ·     ## indented · \t``` · | a | b |',
  '- Expect: rain · + Likelihood: 170 % · - When: never · 70 % · 4 (1 low, 5 high) · na · [a]: /b · ![x](y)',
  'coach: 1 · id: k3x8m2p9qa · 2026-11-22 · 2026-11-22T09:14:05+01:00 · null · yes · No · 012 · 1e3',
  '" · \' · \\ · \\\\ · \\" · :  ·  # · [ · ] · { · } · , · &amp; · %% · $$ · @ · ! · ?',
  '\ufeff · \u2028 · \u2029 · \u0085 · \u00a0 · \u3000 · \u200b · \u202eback\u202c · \u2066x · \ufffe',
  '\u0000 · \u0007 · \u000b · \u000c · \u001b[31m · \u001b]0;title\u0007 · \u001b · \u009b2J · \u007f · \r',
  '\ud800 · \udc00 · \ud83d\ude00 · 👩‍👩‍👧‍👦 · e\u0301 · é · שלום · مرحبا · 你好 · \t ·   ·     · ',
].flatMap((row) => row.split(' · '));

const unit = fc.nat(0xffff).map((code) => String.fromCharCode(code));

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...meaningful) },
  { weight: 2, arbitrary: fc.string({ maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ unit, maxLength: 6 }) },
);

const line = fc
  .tuple(
    fc.constantFrom('', '', '', ' ', '   ', '    ', '\t', '\u00a0'),
    fc.constantFrom('', '', '', '\\', '\\\\', '\\\\\\'),
    fc.array(word, { maxLength: 3 }),
    fc.constantFrom('', '', ' ', '\t', '\\'),
  )
  .map(([indent, slashes, words, end]) => `${indent}${slashes}${words.join(' ')}${end}`);

/** One line, and sometimes more: names and wordings are made one line when they are kept. */
export const hostileLine = fc.oneof(
  line,
  line,
  fc.tuple(line, line).map(([one, two]) => `${one}\n${two}`),
);

const lines = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n', '\n\n', '\r\n', '\u2028')), { maxLength: 8 })
  .map((each) => each.flat().join(''));

const fenced = fc
  .tuple(
    fc.constantFrom('```', '~~~', '`````', '``` sh', ' ```'),
    lines,
    fc.constantFrom('```', '~~~', '`````'),
  )
  .map(([open, inside, close]) => `${open}\n${inside}\n${close}\n`);

/** Many lines that look like what they are not. */
export const hostileText = fc.oneof(
  line,
  lines,
  fc.array(fc.oneof(lines, fenced), { maxLength: 3 }).map((blocks) => blocks.join('')),
);

const slug = fc
  .array(fc.string({ unit: fc.constantFrom('a', 'b', 'x', 'z', '0', '9'), minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((words) => words.join('-'));
const id = fc.oneof(
  fc.string({ unit: fc.constantFrom(...ID_ALPHABET.split('')), minLength: 10, maxLength: 10 }),
  fc.constantFrom('0123456789', '1e23456789', '0x12345678', '123456789e', 'n000000000', '000000000n'),
);
const reference = fc.tuple(id, slug).map((parts) => parts.join('/'));
const moment = fc
  .tuple(fc.integer({ min: Date.UTC(1000, 0), max: Date.UTC(9999, 10) }), fc.integer({ min: -720, max: 840 }))
  .map(([epoch, offset]) => isoAt(epoch, offset));
const day = moment.map((at) => at.slice(0, 10));
const share = fc.integer({ min: 0, max: 100 }).map(shareOf);
const orNull = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(value, { freq: 3 });

const legend = fc.record({ legend: hostileLine }, { requiredKeys: [] });

const given: fc.Arbitrary<Given> = fc.oneof(
  { weight: 6, arbitrary: hostileText.map((value): Given => ({ type: 'text', value })) },
  fc.tuple(slug, legend).map(([value, rest]): Given => ({ type: 'choice', value, ...rest })),
  fc
    .tuple(fc.oneof(fc.constant('na' as const), fc.integer({ min: -999, max: 9999 })), legend)
    .map(([value, rest]): Given => ({ type: 'scale', value, ...rest })),
  share.map((value): Given => ({ type: 'percent', value })),
  day.map((value): Given => ({ type: 'date', value })),
  fc
    .record({
      expect: hostileLine,
      sign: orNull(hostileLine),
      likelihood: orNull(share),
      due: orNull(day),
      feeling: orNull(fc.constantFrom(...FEELINGS)),
    })
    .map((value): Given => ({ type: 'prediction', value })),
  fc
    .record(
      {
        when: orNull(hostileLine),
        then: hostileLine,
        by: orNull(day),
        likelihood: orNull(share),
        because: hostileLine,
        obstacle: hostileLine,
        response: hostileLine,
      },
      { requiredKeys: ['when', 'then', 'by', 'likelihood'] },
    )
    .map((value): Given => ({ type: 'commitment', value })),
);

const outcome = fc.oneof(
  { weight: 5, arbitrary: given.map((one) => ({ ...one, skip: null })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...QUESTION_TYPES), fc.constantFrom<Skip[]>(...SKIPS))
      .map(([type, skip]) => ({ type, value: null, skip })),
  },
);

const answer: fc.Arbitrary<Answer> = fc
  .tuple(
    fc.record({ question: slug, asked: hostileLine }),
    fc.record(
      { closes: reference, continues: reference, step: slug, vague: fc.constant(true as const) },
      { requiredKeys: [] },
    ),
    outcome,
  )
  .map(([asked, links, what]) => ({ ...asked, ...links, ...what }));

/** Lines that a person adds to the front matter: each with a key of its own. */
export const ownFront = fc
  .subarray([
    'aliases: []',
    'cssclasses:\n  - wide',
    '# a comment of mine',
    'mood: 7 # out of ten',
    "'a key': 'it''s'",
    'nested:\n  deeper: {one: 1, two: [a, b]}\n  # inside\n  list:\n    - x',
    'note: |\n  ## not a heading\n  <!-- coach: not-mine text -->\n\n  after a gap',
    'due: 2026-12-24 10:30:00',
    'folded: >-\n  one\n  two',
    '? [a, b]\n: complex',
    'empty:',
  ])
  .map((lines) => lines.join('\n'));

/** Sections of a person's own, of the kind that is possible after an answer. */
function ownSection(after: Answer | null): fc.Arbitrary<Extra['sections']> {
  const needsHeading = after?.type === 'text' && after.skip === null;
  const beginning = needsHeading
    ? fc.constantFrom('# Mine\n', '## Mine\n\n')
    : fc.constantFrom('Mine\n', '### M\n', '> ', '- mine\n');
  return fc.tuple(beginning, hostileText).map(([first, rest]) => {
    const text = plainText(`${first}${rest}`).replaceAll('coach:', 'coach');
    return [{ after: after?.question ?? null, text: withoutBlankEnds(text) }];
  });
}

function ownSections(answers: readonly Answer[]): fc.Arbitrary<Extra['sections']> {
  const none = fc.constant<Extra['sections']>([]);
  const places = [null, ...answers].map((place) =>
    fc.oneof({ weight: 3, arbitrary: none }, { weight: 1, arbitrary: ownSection(place) }),
  );
  return fc.tuple(...places).map((sections) => sections.flat());
}

const body: fc.Arbitrary<Pick<Entry, 'answers' | 'extra'>> = fc
  .uniqueArray(answer, { selector: ({ question }) => question, maxLength: 6 })
  .chain((answers) =>
    fc.record({
      answers: fc.constant(answers),
      extra: fc.record({ front: ownFront, sections: ownSections(answers) }),
    }),
  );

/** Any entry at all, its texts as they came. */
export const hostileEntry: fc.Arbitrary<Entry> = fc
  .tuple(
    fc.record({
      id,
      at: fc.oneof(moment, day),
      written: moment,
      zone: orNull(fc.oneof(hostileLine, fc.constantFrom('Europe/Berlin', 'Etc/GMT+5'))),
      day,
      bank: slug,
      bankVersion: fc.nat(999_999),
      role: orNull(fc.constantFrom('manager', 'member')),
      about: orNull(hostileLine),
      tags: fc.array(hostileLine, { maxLength: 4 }),
      title: hostileLine,
      minutes: orNull(fc.nat(999_999)),
    }),
    body,
  )
  .map(([head, rest]) => ({ ...head, ...rest }));

/** The same in the form in which entries are kept. */
export const plainHostileEntry: fc.Arbitrary<Entry> = hostileEntry.map(plainEntry);
