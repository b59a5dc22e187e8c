// The plain front matter that coach writes, read without a YAML reader, which takes long to load.

/** One value of a front matter. Every scalar is read as text and understood later. */
export interface FrontValue {
  /**
   * Text, a list of texts, or null for nothing; undefined for anything else, which only a key of the person's
   * own may hold.
   */
  readonly value: string | readonly string[] | null | undefined;
  /** Lines count from 1 in the whole file. */
  readonly line: number;
  readonly column: number;
}

/** The front matter of a file: values by key, and each key's lines (for keys that coach does not know). */
export interface FrontMatter {
  readonly fields: ReadonlyMap<string, FrontValue>;
  /** The source lines of each key, in order. */
  readonly sources: readonly { readonly key: string; readonly source: string }[];
}

/** How a line begins that says something about a key. */
const fieldKey = /^[A-Za-z][\w-]*:(?:[ \t]|$)/;
/**
 * Text of ASCII without quotes that every YAML reader takes as it stands; a colon in it, as in a time, has no blank after it.
 */
const asciiScalar = /^[A-Za-z0-9](?:[A-Za-z0-9 ./+_()'-]|:(?=[A-Za-z0-9]))*$/;
/** Text in double quotes; what JSON makes of it, YAML does too. */
// eslint-disable-next-line no-control-regex
const quotedScalar = /"(?:[^"\\\u0000-\u001f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"/;
const onlyQuotedScalar = new RegExp(`^${quotedScalar.source}$`);
const nothing = /^(?:null|~|)$/i;
const listItem = /^ {0,4}- +(.*)$/s;
/** White space that is none to YAML. */
const oddBlank = /[^\S \t]/;

/**
 * Reads the plain subset of YAML that coach writes, and that other editors turn it into: one `key: value` a line with
 * plain or double-quoted text, `[a, b]`, or a block list of such.
 *
 * @param lines - The lines between the two `---`.
 * @param firstLine - The number of the first of them in the file.
 * @returns Undefined for anything else, which is then a case for a real YAML reader.
 *
 * @example
 * readPlainFrontMatter(['id: k3x8', 'tags: [a, b]'], 2)?.fields.get('tags')
 * //=> { value: ['a', 'b'], line: 3, column: 7 }
 */
export function readPlainFrontMatter(lines: readonly string[], firstLine: number): FrontMatter | undefined {
  const fields = new Map<string, FrontValue>();
  const sources: { key: string; source: string }[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    if (!fieldKey.test(line) || oddBlank.test(line)) return undefined;
    const colon = line.indexOf(':');
    const key = line.slice(0, colon);
    if (fields.has(key)) return undefined;
    const rest = line.slice(colon + 1).trimStart();
    const text = rest.trimEnd();
    const items = text === '' ? itemsBelow(lines, at) : noItems;
    const value =
      items.length > 0 ? allTexts(items) : text.startsWith('[') ? readList(text) : readScalar(text);
    if (value === undefined) return undefined;
    const next = at + 1 + items.length;
    fields.set(key, { value, line: firstLine + at, column: line.length - rest.length + 1 });
    sources.push({ key, source: items.length === 0 ? line : lines.slice(at, next).join('\n') });
    at = next;
  }
  return { fields, sources };
}

const noItems: readonly string[] = [];

/** The items of a block list that begins on the line after a key. */
function itemsBelow(lines: readonly string[], key: number): readonly string[] {
  const items: string[] = [];
  for (let at = key + 1; at < lines.length; at++) {
    const item = listItem.exec(lines[at] ?? '')?.[1];
    if (item === undefined || oddBlank.test(item)) break;
    items.push(item.trim());
  }
  return items;
}

function readScalar(text: string): string | null | undefined {
  if (text.startsWith('"')) return onlyQuotedScalar.test(text) ? unquoted(text) : undefined;
  if (text.length <= 'null'.length && nothing.test(text)) return null;
  return asciiScalar.test(text) || isPlainScalar(text) ? text : undefined;
}

/**
 * As `asciiScalar`, in the letters of the world. The expression is made here: their classes take a millisecond, and nearly no start
 * needs them.
 */
function isPlainScalar(text: string): boolean {
  return /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ./+_()'-]|:(?=[\p{L}\p{N}]))*$/u.test(text);
}

function unquoted(text: string): string {
  if (!text.includes('\\')) return text.slice(1, -1);
  const value: unknown = JSON.parse(text);
  return typeof value === 'string' ? value : '';
}

/** The items as texts; undefined where one is something else. */
function allTexts(items: readonly string[]): readonly string[] | undefined {
  const values = items.map(readScalar);
  return values.every((value) => typeof value === 'string') ? values : undefined;
}

const listPart = new RegExp(`([ \\t]*${quotedScalar.source}[ \\t]*|[^",[\\]{}]+)(?:,|$)`, 'y');

function readList(text: string): readonly string[] | undefined {
  if (!text.endsWith(']')) return undefined;
  const inner = text.slice(1, -1).trim();
  const items: string[] = [];
  for (let at = 0; at < inner.length; at = listPart.lastIndex) {
    listPart.lastIndex = at;
    const item = listPart.exec(inner)?.[1];
    if (item === undefined) return undefined;
    items.push(item.trim());
  }
  return allTexts(items);
}

/** Words that some YAML reader takes for something other than text. */
const reserved = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf|e-?\d+)$/i;

/**
 * One text as a YAML scalar: plain where every YAML reader takes it for that text, double-quoted otherwise.
 *
 * @example
 * printScalar('D.') //=> 'D.'
 * printScalar('2026-11-22') //=> '"2026-11-22"'
 */
export function printScalar(text: string): string {
  const letters = /^[A-Za-z][A-Za-z0-9 ./_'-]*$/.test(text) || /^\p{L}[\p{L}\p{M}\p{N} ./_'-]*$/u.test(text);
  const plain = letters && !text.endsWith(' ') && !reserved.test(text);
  const letterLater = /^\d+[a-z][a-z0-9]*$/.test(text) && !/^\d+e\d+$|^0[xob]/i.test(text);
  return plain || letterLater ? text : JSON.stringify(text);
}
