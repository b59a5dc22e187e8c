// Plain text: what coach keeps of what is typed, pasted or read from a file.

/* eslint-disable no-control-regex -- control characters are what this file is about */

/** Lines end as on Windows and the first Macs, too, and in form feeds and the line marks of word processors. */
const lineEnd = /\r\n?|[\u000b\u000c\u0085]/g;
/** Colours, cursor movements and the like (CSI). */
const control = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]/;
/** Window titles, links, the clipboard (OSC and its kin), where they have an end; without one they are words to keep. */
const command =
  /(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0000-\u001f\u007f-\u009f]*(?:\u0007|\u001b\\|\u009c)/;
/** Any other escape, and the beginning of a sequence that has no end. */
const otherEscape = /\u001b[ -/]*[0-~]?/;
const escapeSequence = new RegExp(`${control.source}|${command.source}|${otherEscape.source}`, 'g');
const controlCharacter = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const halfPair = /[\ud800-\udfff]/gu;
/** A quick look, since nearly every text is plain; whole pairs are looked at more closely. */
const notPlain = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff]/;
/** The same on one line, where a blank is the only white space. */
const notOneLine =
  /[\u0000-\u001f\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\ud800-\udfff]/;

/**
 * Text as coach keeps and shows it: line feeds only, no terminal control sequences, no control characters but tab and
 * line feed, no half surrogate pairs. Everything else stays as it was typed, composed or decomposed.
 *
 * @example
 * plainText('one\r\ntwo\u001b[31m red') //=> 'one\ntwo red'
 */
export function plainText(text: string): string {
  if (!notPlain.test(text)) return text;
  return text
    .replace(lineEnd, '\n')
    .replace(escapeSequence, '')
    .replace(controlCharacter, '')
    .replace(halfPair, '\ufffd');
}

/** Marks that are not seen: they turn the direction of writing, or make two words out of what looks like one. */
const unseen =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}]/gu;
/** Lines end there for some programs, and in no terminal. */
const lineMark = /[\u2028\u2029]/g;
/** Letters in the shape of an invisible copy, but for those that make a flag. */
const looseTag = /(?<![\u{1f3f4}\u{e0020}-\u{e007e}])[\u{e0001}\u{e0020}-\u{e007f}]+/gu;
/** A quick look, since nearly every text is without them. */
const notSeen =
  /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0001}-\u{e007f}]/u;

/**
 * Text as it goes to a screen: plain, and without marks that are not seen and change what is, such as those that turn the
 * direction of writing. In files they stay.
 *
 * @example
 * shownText('pay \u202e001\u202c \u200beuros') //=> 'pay 001 euros'
 */
export function shownText(text: string): string {
  const plain = plainText(text);
  if (!notSeen.test(plain)) return plain;
  return withoutLooseJoiners(plain.replace(unseen, '')).replace(looseTag, '').replace(lineMark, ' ');
}

/**
 * Joiners go that stand between signs which do not change for them, as the letters of Arabic or of India do, or pictures. The
 * expression is made here: its classes of letters take a millisecond, and nearly no start needs them.
 */
function withoutLooseJoiners(text: string): string {
  return text.replace(
    /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\p{M}\p{sc=Arab}\p{sc=Syrc}\p{sc=Mong}\p{sc=Nkoo}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{Extended_Pictographic}])/gu,
    '',
  );
}

/**
 * Plain text on one line: runs of white space become one blank, the ends are trimmed.
 *
 * @example
 * oneLine(' the mail\n is there ') //=> 'the mail is there'
 */
export function oneLine(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.includes('  ') && !notOneLine.test(trimmed)) return trimmed;
  return plainText(text).replace(/\s+/gu, ' ').trim();
}

/**
 * The name in a text that is nothing but a link, as note-taking programs write it: its words, or else the last part of where it
 * leads. Any other text as one line.
 *
 * @example
 * linkedName('[[People/D.|D.]]') //=> 'D.'
 * linkedName('[[People/D.]]') //=> 'D.'
 */
export function linkedName(text: string): string {
  const line = oneLine(text);
  if (!line.includes('[')) return line;
  const [, target = '', words = ''] = /^\[\[([^[\]|]*)(?:\|([^[\]]*))?\]\]$/.exec(line) ?? [];
  const last = target.replace(/#.*$/, '').split('/').at(-1)?.replace(/\.md$/, '');
  const [, title = ''] = /^\[([^[\]]+)\]\([^()]*\)$/.exec(line) ?? [];
  return oneLine(words) || oneLine(last ?? '') || oneLine(title) || line;
}

/**
 * Whether two short names for a relationship or a team are one, as `foldedAbout` has them.
 *
 * @example
 * sameAbout('D. ', 'd.') //=> true
 */
export function sameAbout(one: string | null, other: string | null): boolean {
  return foldedAbout(one) === foldedAbout(other);
}

/**
 * A short name for a relationship or a team, as it is compared: as it is shown, trimmed, composed (NFC), without case; of a link, its
 * name. Empty where there is none.
 *
 * @example
 * foldedAbout('[[People/D.|D.]]') //=> 'd.'
 */
export function foldedAbout(about: string | null): string {
  return linkedName(shownText(about ?? ''))
    .normalize('NFC')
    .toLowerCase();
}

/**
 * How many words a text has, in any script; a run of characters without spaces counts as one word.
 *
 * @example
 * wordCount('They asked. I waited.') //=> 4
 */
export function wordCount(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(/\s+/u).length;
}

/**
 * A text from a file as a message quotes it: on one line, cut after 40 characters.
 *
 * @example
 * quoted('fast\n track') //=> '"fast track"'
 */
export function quoted(text: string): string {
  const line = oneLine(text);
  return line.length > MOST_QUOTED ? `"${oneLine(line.slice(0, MOST_QUOTED))}…"` : `"${line}"`;
}

/** Enough to find the place in a file, and half of a screen's line at the most. */
const MOST_QUOTED = 40;

/**
 * A text without the blank lines at its beginning and its end; blanks within its lines stay.
 *
 * @example
 * withoutBlankEnds('\n  one\n\ntwo\n \n') //=> '  one\n\ntwo'
 */
export function withoutBlankEnds(text: string): string {
  if (text === '') return '';
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return first < 0 ? '' : lines.slice(first, last + 1).join('\n');
}
