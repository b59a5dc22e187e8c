// A JSON list of any length, taken apart line by line.

/** One item of a list, as it is written. */
export interface ListItem {
  readonly text: string;
  /** The number of its first line, from 1. */
  readonly line: number;
}

const MARKS = '[]{},';

/** Where the next sign of a line stands that counts between the items of a list, or its end. No sign in a string counts. */
function nextMark(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '"') at = endOfString(text, at);
    else if (MARKS.includes(sign)) return at;
  }
  return text.length;
}

/** Where a string of JSON ends, or its line. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text.charAt(before - 1) === '\\') before--;
    if ((end - before) % 2 === 0) return end;
  }
  return text.length;
}

/**
 * Takes a JSON list of any length apart, line by line, without understanding its items. No string goes on over the end of
 * a line, so that each line can be looked at alone.
 *
 * @param lines - All of the document, in order; numbers count from 1.
 * @returns The text of each item. What stands there against the rules of JSON comes as an item that is no JSON either.
 *
 * @example
 * [...listItems([{ number: 1, text: '[{},' }, { number: 2, text: '2]' }])]
 * //=> [{ text: '{}', line: 1 }, { text: '\n2', line: 1 }]
 */
export function* listItems(
  lines: Iterable<{ readonly number: number; readonly text: string }>,
): Generator<ListItem> {
  let parts: string[] = [];
  let begun = 1;
  let count = 0;
  let depth = 0;
  let part: 'before' | 'in' | 'after' = 'before';
  for (const { number, text } of lines) {
    let from = 0;
    for (let index = nextMark(text, 0); index < text.length; index = nextMark(text, index + 1)) {
      const mark = text.charAt(index);
      if (part === 'before' && mark === '[') {
        part = 'in';
        from = index + 1;
        begun = number;
      } else if (part === 'in' && depth === 0 && (mark === ',' || mark === ']')) {
        const item = [...parts, text.slice(from, index)].join('\n');
        if (mark === ',' || count > 0 || item.trim() !== '') yield { text: item, line: begun };
        count++;
        parts = [];
        from = index + 1;
        begun = number;
        if (mark === ']') part = 'after';
      } else if (mark === '[' || mark === '{') depth++;
      else if (mark === ']' || mark === '}') depth--;
    }
    parts.push(text.slice(from));
  }
  const rest = parts.join('\n');
  // No JSON begins with this bracket.
  if (part !== 'after' || rest.trim() !== '') yield { text: `]${rest}`, line: begun };
}
