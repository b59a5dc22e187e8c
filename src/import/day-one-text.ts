// The text of Day One as a person reads it: without its backslashes, and with words in the place of media.
import { codeParts, type TextPart } from '../formats/entry/code-parts.ts';
import type { DayOneMedia } from './day-one-media.ts';

/** How many backslashes stand in the words of a text, and in its code. */
export interface Backslashes {
  readonly words: number;
  readonly code: number;
}

/**
 * The text of an entry of Day One. It puts a backslash before nearly every sign: `It is snow\-topped\!`. They go where they are
 * Day One's own: where the rich text beside it has as many, the person typed them. In code, where Markdown takes a backslash for a
 * backslash, they go only where the rich text tells that Day One put some there, too.
 *
 * @param rich - How many the rich text of the entry has; undefined where it has none.
 *
 * @example
 * dayOneText('Rain\\.\n\n![](dayone-moment://AA11)', dayOneMedia({}), undefined) //=> 'Rain.\n\n[picture]'
 */
export function dayOneText(text: string, media: DayOneMedia, rich: Backslashes | undefined): string {
  const parts = codeParts(text);
  const inText = {
    words: backslashesIn(joined(parts.filter(({ isCode }) => !isCode))),
    code: backslashesIn(joined(parts.filter(({ isCode }) => isCode))),
  };
  const isEscaped = rich === undefined || inText.words > rich.words;
  const isCodeEscaped = rich !== undefined && inText.code > rich.code;
  return parts
    .map(({ text: part, isCode }) => {
      const placed = isCode ? part : withMediaPlaced(part, media).replace(OWN_SIGNS, '');
      return (isCode ? isCodeEscaped : isEscaped) ? withoutBackslashes(placed) : placed;
    })
    .join('');
}

/**
 * How many backslashes stand in a text.
 *
 * @example
 * backslashesIn('a\\.b') //=> 1
 */
export function backslashesIn(text: string): number {
  return text.split('\\').length - 1;
}

/** A backslash before a sign. Day One puts some before signs, too, before which Markdown knows none: `\°`. */
function withoutBackslashes(text: string): string {
  return text.replace(/\\([\p{P}\p{S}])/gu, '$1');
}

/** `![](dayone-moment://AA11)`, `![](dayone-moment:/video/BB11)`, and `dayone-photo://AA11` as older exports have it. */
const MOMENT =
  /!?\[([^[\]\n]*)\]\(dayone-(?:moment:\/+(?:(photo|video|audio|pdfAttachment)\/)?|(photo|video|audio|pdf):\/+)([\w.-]+)\)/gi;

/** Day One puts a space of no width between a word and what makes it bold, and sometimes a mark of its own beside a picture. */
const OWN_SIGNS = /\u200b(?=[*_~=])|(?<=[*_~=])\u200b|\ufffc/g;

function withMediaPlaced(text: string, media: DayOneMedia): string {
  return text.replace(
    MOMENT,
    (_all, alt: string, kind: string | undefined, old: string | undefined, id: string) =>
      media.placed(id, kind ?? old, alt),
  );
}

function joined(parts: readonly TextPart[]): string {
  return parts.map(({ text }) => text).join('');
}
