import * as fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { describe, expect, test } from 'vitest';
import { insert, textBuffer } from '../../../src/adapters/terminal/text-buffer.ts';
import { layout, placeOf } from '../../../src/adapters/terminal/text-layout.ts';
import { displayWidth, shown } from '../../../src/domain/text/graphemes.ts';
import { columns, family, hostile, placed } from '../../domain/text/hostile-texts.ts';
import { bufferOf } from './buffers.ts';

function rowsOf(text: string, columns: number): readonly string[] {
  return layout(text, columns).map(({ start, end }) => text.slice(start, end));
}

describe('the layout', () => {
  test.each([
    { case: 'nothing', text: '', rows: [''] },
    { case: 'empty lines', text: '\na\n\n', rows: ['', 'a', '', ''] },
    { case: 'words', text: 'They asked me to wait.', rows: ['They ', 'asked me ', 'to wait.'] },
    { case: 'a word that fits without a blank', text: 'abcdefgh ij', rows: ['abcdefgh ', 'ij'] },
    { case: 'a word that is too long', text: 'ab abcdefghijk', rows: ['ab ', 'abcdefgh', 'ijk'] },
    { case: 'many blanks', text: `ab${' '.repeat(10)}c`, rows: [`ab${' '.repeat(7)}`, '   c'] },
    { case: 'wide characters', text: '山山山山山', rows: ['山山山山', '山'] },
    { case: 'wide characters behind a word', text: 'ab 山山山山', rows: ['ab 山山', '山山'] },
    { case: 'an emoji is not cut', text: `abcdefg${family}`, rows: ['abcdefg', family] },
    { case: 'marks take no room', text: 'e\u0301'.repeat(9), rows: ['e\u0301'.repeat(8), 'e\u0301'] },
    { case: 'a tab is two blanks', text: 'abcdef\tg', rows: ['abcdef\t', 'g'] },
  ])('of $case', ({ text, rows }) => {
    expect(rowsOf(text, 9)).toEqual(rows);
  });

  test('leaves out nothing and doubles nothing', () => {
    fc.assert(
      fc.property(hostile, columns, (text, columns) => {
        let joined = '';
        for (const { start, end } of layout(text, columns)) {
          if (start > joined.length) joined += '\n';
          expect(start).toBe(joined.length);
          joined += text.slice(start, end);
        }
        expect(joined).toBe(text);
      }),
    );
  });

  test('has no row wider than its columns, and no word in the last column', () => {
    fc.assert(
      fc.property(hostile, columns, (text, columns) => {
        for (const row of rowsOf(text, columns).map(shown)) {
          expect(displayWidth(row)).toBeLessThanOrEqual(columns);
          expect(displayWidth(row.replace(/ $/, ''))).toBeLessThan(columns);
          // What is drawn is measured, and would be wrapped, by inquirer's own libraries.
          expect(stringWidth(row.normalize())).toBeLessThanOrEqual(columns);
          expect(wrapAnsi(row, columns, { trim: false, wordWrap: false })).not.toContain('\n');
        }
      }),
    );
  });

  test('is the same whatever was laid out before', () => {
    fc.assert(
      fc.property(placed, columns, (given, columns) => {
        const buffer = bufferOf(given);
        layout(buffer.text, columns);
        const next = insert(buffer, 'x y');
        const rows = layout(next.text, columns);
        layout('', columns + 1);
        expect(layout(next.text, columns)).toEqual(rows);
      }),
    );
  });

  test('has a place for every cursor', () => {
    fc.assert(
      fc.property(placed, columns, (given, columns) => {
        const buffer = bufferOf(given);
        const { row, column } = placeOf(buffer, columns);
        const { start = 0, end = 0 } = layout(buffer.text, columns)[row] ?? {};
        expect(start).toBeLessThanOrEqual(buffer.cursor);
        expect(end).toBeGreaterThanOrEqual(buffer.cursor);
        expect(column).toBe(displayWidth(buffer.text.slice(start, buffer.cursor)));
        expect(column).toBeLessThanOrEqual(columns);
      }),
    );
  });

  test('of a long text is made anew only for the lines that changed', () => {
    const lines = Array.from(
      { length: 1500 },
      (_, line) => `${line}: Is it ready – „fertig“ – ? 计划 👩‍👩‍👧 é नमस्ते`,
    );
    let buffer = textBuffer(lines.join('\n'), 20_000);
    // What else this machine does at the time costs this process nothing.
    const spent = (act: () => void): number => {
      const before = process.cpuUsage();
      act();
      return process.cpuUsage(before).user;
    };
    const first = spent(() => placeOf(buffer, 76));
    const keys = spent(() => {
      for (let key = 0; key < 10; key += 1) {
        buffer = insert(buffer, 'x');
        placeOf(buffer, 76);
      }
    });
    expect(keys).toBeLessThan(first * 4);
  });
});
