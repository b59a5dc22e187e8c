// The second look at a front matter: keys and values that could be meant otherwise.
import { nearest } from '../domain/text/nearest.ts';
import { linkedName, oneLine } from '../domain/text/plain-text.ts';
import { HEAD_KEYS } from '../formats/entry/entry-head.ts';
import { COMMENT_BEHIND, type DoubtfulPlace, LINK_AS_NAME, nearlyKey, ONLY_COMMENT } from './look-text.ts';

const keyLine = /^(["']?)([A-Za-z][\w -]{0,99})\1[ \t]*:(?:[ \t]+(.*))?$/;

/**
 * The places in a front matter that could mean something else.
 *
 * @param front - Its lines, of which the first is line 2 of the file.
 *
 * @example
 * headRemarks(['coach: 1', 'abuot: D.']).map(({ line }) => line) //=> [3]
 */
export function headRemarks(front: readonly string[]): readonly DoubtfulPlace[] {
  const found = front.map((text) => keyLine.exec(text));
  const there = new Set(found.map((match) => match?.[2]));
  const absent = HEAD_KEYS.filter((key) => !there.has(key));
  return found.flatMap((match, at): readonly DoubtfulPlace[] => {
    if (!match) return [];
    const [, , key = '', rest = ''] = match;
    const remark = (message: string, isProblem: boolean): readonly DoubtfulPlace[] => [
      { line: at + 2, column: 1, message, isProblem },
    ];
    if (!HEAD_KEYS.includes(key)) {
      const near = nearest(key.replace(/[ _]/g, '-'), absent);
      return near === undefined ? [] : remark(nearlyKey(near), false);
    }
    if (rest.startsWith('#') && !isBlockBelow(front[at + 1])) return remark(ONLY_COMMENT, true);
    if (/^[^"'#[][^#]*\s#\S/.test(rest)) return remark(COMMENT_BEHIND, false);
    const value = rest === '' ? (front[at + 1] ?? '').replace(/^[ \t]*-/, '') : rest;
    const bare = oneLine(value).replace(/^(["'])(.*)\1$/, '$2');
    return key === 'about' && linkedName(bare) !== oneLine(bare) ? remark(LINK_AS_NAME, false) : [];
  });
}

/** A list or a text that goes on below its key. */
function isBlockBelow(next: string | undefined): boolean {
  return /^(?:[ \t]+\S|-[ \t])/.test(next ?? '');
}
