import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOneMedia } from '../../src/import/day-one-media.ts';
import { dayOneText } from '../../src/import/day-one-text.ts';
import { noteFrom } from '../../src/import/foreign-entry.ts';
import { readDayOneEntry } from '../../src/import/import-day-one.ts';
import { knowledge } from '../../src/import/world/knowledge.ts';
import { hostileText } from '../formats/entry/entry-arbitrary.ts';

/** What becomes of an entry of Day One with these keys. */
function read(entry: Readonly<Record<string, unknown>>): unknown {
  return readDayOneEntry({ creationDate: '2026-11-22T08:14:05Z', ...entry }, 'here', knowledge.offsetIn);
}

const rich = (...contents: readonly unknown[]): string => JSON.stringify({ contents });

describe('the backslashes that Day One puts before signs stayed in the text', () => {
  test.each([
    ['Snow day\\! It is snow\\-topped\\.', 'Snow day! It is snow-topped.'],
    ['\\# 1\\. \\(a\\) \\[b\\] \\~ \\= \\| \\\\ \\° \\§', '# 1. (a) [b] ~ = | \\ ° §'],
    ['https:\\/\\/a\\.example\\/b\\_c', 'https://a.example/b_c'],
    ['C:\\Users and \\n', 'C:\\Users and \\n'],
    ['\tIndented text\\!', '\tIndented text!'],
    ['`a\\.b` and \\`c\\.\\`', '`a\\.b` and `c.`'],
    ['``a ` \\. b`` \\.', '``a ` \\. b`` .'],
    ['one ` and\\.\n\nanother ` then\\.', 'one ` and.\n\nanother ` then.'],
    ['```\na\\.b\n```\na\\.b', '```\na\\.b\n```\na.b'],
    ['for \u200b***me***\u200b, a\u200bb', 'for ***me***, a\u200bb'],
    ['\ufffca cup of tea', 'a cup of tea'],
  ])('%j', (text, is) => {
    expect(dayOneText(text, dayOneMedia({}), undefined)).toBe(is);
  });

  test('nothing but they is changed, whatever stands in the text', () => {
    const seen = (text: string): string => text.replace(/[\\\u200b\ufffc]/g, '');
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(seen(dayOneText(text, dayOneMedia({}), undefined))).toBe(seen(text));
      }),
    );
  });
});

describe('where the rich text stands beside it, that tells which backslashes are of Day One', () => {
  test('all of them, in code, too', () => {
    const text = 'this \\`\\`\\.\n\n`\\\\`\n\n```\na tab\\\\\\.\n```';
    const richText = rich(
      { text: 'this ``.\n\n' },
      { text: '\\', attributes: { inlineCode: true } },
      { text: '\n\n' },
      { text: 'a tab\\.\n', attributes: { line: { codeBlock: true } } },
    );
    expect(read({ text, richText })).toMatchObject({
      foreign: { text: 'this ``.\n\n`\\`\n\n```\na tab\\.\n```' },
    });
  });

  test('none of them, where the words have as many', () => {
    const text = 'I typed \\. and `\\-`';
    const richText = rich({ text: 'I typed \\. and ' }, { text: '\\-', attributes: { inlineCode: true } });
    expect(read({ text, richText })).toMatchObject({ foreign: { text } });
  });
});

describe('pictures and other media of Day One stayed as links that lead nowhere', () => {
  const media = {
    photos: [{ identifier: 'AA11' }, { identifier: 'AA12' }],
    videos: [{ identifier: 'BB11' }],
    audios: [{ identifier: 'CC11' }],
    pdfAttachments: [{ identifier: 'DD11' }],
  };

  test.each([
    ['![](dayone-moment://AA11)', '[picture]'],
    ['![](dayone-moment:/photo/AA11)', '[picture]'],
    ['![](dayone-moment:/video/BB11)', '[video]'],
    ['![](dayone-moment://bb11)', '[video]'],
    ['![](dayone-moment:/audio/CC11)', '[audio]'],
    ['![](dayone-moment:/pdfAttachment/DD11)', '[document]'],
    ['![](dayone-photo://AA11)', '[picture]'],
    ['![](dayone-pdf://DD11)', '[document]'],
    ['![The \\(old\\) bridge](dayone-moment://AA11)', '[picture: The (old) bridge]'],
    ['[](dayone-moment://AA12)', '[picture]'],
    ['a ![](dayone-moment://AA11)![](dayone-moment://AA12) b', 'a [picture][picture] b'],
    ['`![](dayone-moment://AA11)`', '`![](dayone-moment://AA11)`'],
    ['![](https://a.example/b.png)', '![](https://a.example/b.png)'],
    ['[an entry](dayone2://view?entryId=EE11)', '[an entry](dayone2://view?entryId=EE11)'],
  ])('%s', (text, is) => {
    expect(read({ ...media, text })).toMatchObject({
      foreign: {
        text: is,
        lost: ['pictures', 'pictures', 'audio recordings', 'videos', 'documents'],
      },
    });
  });

  test('brackets that nobody closes took the square of their number', () => {
    const started = performance.now();
    expect(dayOneText('!['.repeat(200_000), dayOneMedia({}), undefined)).toHaveLength(400_000);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('one that no list tells of is counted, and once', () => {
    const text = '![](dayone-moment:/video/EE11) ![](dayone-moment:/video/EE11)';
    expect(read({ text, photos: [{ md5: 'x' }] })).toMatchObject({
      foreign: { lost: ['pictures', 'videos'] },
    });
  });

  test('in rich text alone, with lines and tables', () => {
    const richText = rich(
      { text: 'Before' },
      {
        embeddedObjects: [
          { type: 'photo', identifier: 'AA11' },
          { type: 'pdfAttachment', identifier: 'DD11' },
        ],
      },
      { embeddedObjects: [{ type: 'horizontalRuleLine' }] },
      { embeddedObjects: [{ type: 'table', markdown: '| a |\n| - |', rows: [] }] },
      { embeddedObjects: [{ type: 'externalVideo', url: 'https://a.example/v' }, { type: 'preview' }, 7] },
      { text: '\ufffcAfter \\. that' },
    );
    expect(read({ richText })).toMatchObject({
      foreign: {
        text: 'Before\n[picture]\n[document]\n---\n| a |\n| - |\nhttps://a.example/v\nAfter \\. that',
        lost: ['pictures', 'documents'],
      },
    });
  });
});

test('words that are in the rich text alone are read, where there is an empty text, too', () => {
  const richText = rich({ text: 'Rain', attributes: { bold: true } });
  for (const text of [undefined, '', '\n'])
    expect(read({ text, richText })).toMatchObject({ foreign: { text: 'Rain', lost: ['formatting'] } });
});

test.each([
  ['that is not whole', '{"contents": [{"text": "Ra'],
  ['of a form that is not known', { pages: [{ text: 'Rain' }] }],
])('an entry with nothing but a rich text %s came in without words, untold', (_what, richText) => {
  for (const text of [undefined, null, ''])
    expect(read({ text, richText })).toMatchObject({ mistake: expect.stringContaining('"richText"') });
  expect(read({ text: 'Rain', richText })).toMatchObject({ foreign: { text: 'Rain' } });
});

test('a rich text whose list is called nodes gave an entry without words', () => {
  const richText = JSON.stringify({ meta: { version: 1 }, nodes: [{ text: 'Rain' }] });
  expect(read({ richText })).toMatchObject({ foreign: { text: 'Rain' } });
});

test('an entry without any text is one without words', () => {
  for (const richText of [undefined, null, '', '{}', {}])
    expect(read({ text: null, richText })).toMatchObject({ foreign: { text: '', lost: [] } });
});

test('the words of a table without its Markdown were left out without a word', () => {
  const cell = (...texts: readonly string[]): unknown => ({ content: texts.map((text) => ({ text })) });
  const rows = [[cell('Na', 'me'), cell('Value')], [cell('a'), cell()], 7];
  expect(read({ richText: rich({ embeddedObjects: [{ type: 'table', rows }] }) })).toMatchObject({
    foreign: { text: 'Name | Value\na | \n\n', lost: [] },
  });
});

test('an entry without an id came in a second time, since its text is read in another way', () => {
  const before = noteFrom('day-one', { at: '2026-11-22T08:14:05+00:00', text: 'Rain\\.' }, knowledge.hash);
  const now = readDayOneEntry(
    { creationDate: '2026-11-22T08:14:05Z', text: 'Rain\\.', isPinned: true },
    'here',
    knowledge.offsetIn,
  );
  expect('foreign' in now && noteFrom('day-one', now.foreign, knowledge.hash).id).toBe(before.id);
});

describe('parts of an entry of Day One were left out without a word', () => {
  test('what a device added is counted', () => {
    const entry = {
      text: 'x',
      music: { track: 'Mess', artist: 'Real Friends' },
      userActivity: { activityName: 'Walking', stepCount: 461 },
      promptID: '17',
      constructor: 'someone',
    };
    expect(read(entry)).toMatchObject({
      foreign: { lost: ['music', 'activities', 'the key "promptID"', 'the key "constructor"'] },
    });
  });

  test('what a phone suggests, between the words, is counted', () => {
    const richText = rich(
      { text: 'Rain' },
      { embeddedObjects: [{ type: 'stateOfMind', labels: ['calm'] }] },
      { embeddedObjects: [{ type: 'location', placeName: 'Zoo' }, { type: 'workout' }] },
      {
        embeddedObjects: [{ type: 'song', song: 'x' }, { type: 'toString' }, { type: 'horizontalLineRule' }],
      },
    );
    const lost = ['the key "stateOfMind"', 'locations', 'activities', 'music', 'the key "toString"'];
    for (const text of [undefined, 'Rain'])
      expect(read({ text, richText })).toMatchObject({ foreign: { lost } });
  });

  test('facts about devices, and keys without a value, are not', () => {
    const entry = {
      text: 'x',
      creationDevice: 'Phone',
      creationOSName: 'iOS',
      editingTime: 7.25,
      duration: 0,
      sourceString: 'visit-1',
      v: 2,
      template: {},
      comments: [],
      promptID: null,
      isDraft: false,
    };
    expect(read(entry)).toMatchObject({ foreign: { lost: [] } });
  });

  test.each([
    [{ isPinned: true }, 'pinned: true'],
    [{ pinned: true }, 'pinned: true'],
    [{ isPinned: false }, ''],
    [
      { modifiedDate: '2026-07-01T08:00:00Z', timeZone: 'Europe/Berlin' },
      'modified: "2026-07-01T10:00:00+02:00"',
    ],
    [{ modifiedDate: '2026-11-22T08:14:05Z' }, ''],
    [{ modifiedDate: 'yesterday' }, ''],
  ])('%j', (keys, front) => {
    expect(read({ text: 'x', ...keys })).toMatchObject({ foreign: { front } });
  });

  test.each([
    ['export/Work & Life.json', 'source-journal: "Work & Life"'],
    ['2026.json', 'source-journal: "2026"'],
    ['standard input', ''],
  ])('the journal, by its file %s', (file, front) => {
    const entry = { creationDate: '2026-11-22T08:14:05Z', text: 'x' };
    expect(readDayOneEntry(entry, 'here', knowledge.offsetIn, file)).toMatchObject({ foreign: { front } });
  });
});
