import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fromBytes,
  inBytes,
  parseCrontab,
  printCrontab,
  scheduledLines,
} from '../../src/reminders/crontab-text.ts';

const FIRST = '# >>> coach schedule >>>';
const LAST = '# <<< coach schedule <<<';
const JOB = '0 9 * * * /usr/bin/node /usr/bin/coach checkin --notify\n';

/** Crontabs of any bytes, with ends of lines of both kinds, and with and without one at the end. */
const anyCrontab = fc
  .array(
    fc.oneof(
      fc.constantFrom('\n', '\r\n', '# theirs\n', 'MAILTO=d\n', '@daily x\n', '\u00e9\u00ff\n', '   '),
      fc.string({ unit: fc.integer({ min: 1, max: 255 }).map((byte) => String.fromCharCode(byte)) }),
    ),
  )
  .map((parts) => parts.join(''));

describe('everything else stays, byte for byte', () => {
  test('when a line is added, and when it is taken out again', () => {
    fc.assert(
      fc.property(anyCrontab, (text) => {
        const parsed = parseCrontab(text);
        const added = printCrontab({ ...parsed, lines: [JOB] });
        const end = text === '' || text.endsWith('\n') ? '' : '\n';
        expect(added.startsWith(text + end)).toBe(true);
        expect(scheduledLines(parseCrontab(added)).map(({ at }) => at)).toEqual([0]);
        expect(printCrontab({ ...parseCrontab(added), lines: [] })).toBe(text + end);
      }),
    );
  });

  test('before and after what is ours, and so do marks and lines that somebody changed', () => {
    fc.assert(
      fc.property(anyCrontab, anyCrontab, (before, after) => {
        const start = before === '' || before.endsWith('\n') ? before : `${before}\n`;
        const end = after === '' || after.endsWith('\n') ? after : `${after}\n`;
        const ours = `${FIRST} their remark\r\n# a remark\n${LAST}  \n`;
        const parsed = parseCrontab(start + ours + end);
        expect(printCrontab(parsed)).toBe(start + ours + end);
        expect(printCrontab({ ...parsed, lines: [] })).toBe(start + end);
        expect(printCrontab({ ...parsed, lines: [...parsed.lines, JOB] })).toBe(
          start + ours.replace('# a remark\n', `# a remark\n${JOB}`) + end,
        );
      }),
    );
  });
});

test('a last mark without an end gets one', () => {
  const text = `${FIRST}\n${JOB}${LAST}`;
  expect(printCrontab(parseCrontab(text))).toBe(`${text}\n`);
});

test('lines between the marks are told apart', () => {
  const text = `${FIRST}\n# a remark\n\n${JOB}@daily x\r\n${LAST}\n`;
  const [ours, theirs, ...more] = scheduledLines(parseCrontab(text));
  expect(ours).toMatchObject({ at: 2, text: JOB.trim(), job: { schedule: { hour: 9 } } });
  expect(theirs).toEqual({ at: 3, text: '@daily x', job: undefined });
  expect(more).toEqual([]);
});

test.each([
  { what: 'only the first', text: `a\n${FIRST}\n${JOB}`, at: [`line 2: ${FIRST}`] },
  { what: 'only the last', text: `${JOB}${LAST}\n`, at: [`line 2: ${LAST}`] },
  { what: 'the wrong way round', text: `${LAST}\n${FIRST}\n`, at: [`line 1: ${LAST}`, `line 2: ${FIRST}`] },
  {
    what: 'two pairs',
    text: `${FIRST}\n${LAST}\n${FIRST}\n${LAST}\n`,
    at: ['line 1', 'line 2', 'line 3', 'line 4'],
  },
  {
    what: 'one first and two last',
    text: `${FIRST}\n${LAST}\n${LAST}\n`,
    at: ['line 1', 'line 2', 'line 3'],
  },
])('marks that are damaged are named: $what', ({ text, at }) => {
  for (const place of at) expect(() => parseCrontab(text)).toThrow(place);
});

test('text and its bytes', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fromBytes(inBytes(text)) === text));
  expect(inBytes('é')).toBe('\u00c3\u00a9');
  expect(fromBytes('\u00e9')).toBe('\ufffd');
});
