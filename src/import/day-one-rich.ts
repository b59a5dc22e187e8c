// The rich text of Day One: the words of an entry with what they look like, in a JSON text of its own.
import { isMapping } from '../formats/answers/answer-value.ts';
import type { DayOneMedia } from './day-one-media.ts';
import { type Backslashes, backslashesIn } from './day-one-text.ts';
import { jsonValue } from './foreign-entry.ts';

/** The rich text of an entry, as far as it is understood. */
export interface DayOneRich {
  /** Its words, and words in the place of media. */
  readonly text: (media: DayOneMedia) => string;
  /** Whether they look like anything, such as bold or a list. */
  readonly isFormatted: boolean;
  readonly backslashes: Backslashes;
}

/**
 * The rich text of an entry; undefined where there is none.
 *
 * @param value - As it stands in the entry.
 *
 * @example
 * dayOneRich('{"contents": [{"text": "Rain."}]}')?.text(dayOneMedia({})) //=> 'Rain.'
 */
export function dayOneRich(value: unknown): DayOneRich | undefined {
  const document = typeof value === 'string' ? jsonValue(value) : value;
  if (!isMapping(document) || !Array.isArray(document['contents'])) return undefined;
  const nodes = document['contents'].filter(isMapping);
  const counts = { words: 0, code: 0 };
  for (const node of nodes) counts[isCode(node) ? 'code' : 'words'] += backslashesIn(wordsOf(node));
  return {
    text: (media) => shownParts(nodes, media).join(''),
    isFormatted: nodes.some(({ attributes }) => isMapping(attributes) && Object.keys(attributes).length > 0),
    backslashes: counts,
  };
}

type Node = Readonly<Record<string, unknown>>;

function isCode({ attributes }: Node): boolean {
  if (!isMapping(attributes)) return false;
  const { inlineCode, line } = attributes;
  return inlineCode === true || (isMapping(line) && line['codeBlock'] === true);
}

function wordsOf(node: Node): string {
  return [textOf(node['text']), ...objectsIn(node).map(markdownOf)].join('');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function objectsIn({ embeddedObjects }: Node): readonly Node[] {
  return Array.isArray(embeddedObjects) ? embeddedObjects.filter(isMapping) : [];
}

/** Tables and code, which are Markdown in the rich text, too. */
function markdownOf({ contents, markdown }: Node): string {
  return textOf(contents) || textOf(markdown);
}

/** Something between the words stands on lines of its own. */
function shownParts(nodes: readonly Node[], media: DayOneMedia): readonly string[] {
  const parts: string[] = [];
  let last = '\n';
  const put = (part: string): void => {
    if (part !== '') parts.push((last = part));
  };
  for (const node of nodes) {
    // A mark of Day One beside some pictures.
    put(textOf(node['text']).replaceAll('\ufffc', ''));
    for (const object of objectsIn(node)) {
      const shown = shownObject(object, media, last);
      if (shown !== '') put(`${last.endsWith('\n') ? '' : '\n'}${shown}\n`);
    }
  }
  return parts;
}

/** @param before - The words before it: a preview follows the link that it shows, or stands in the place of it. */
function shownObject(object: Node, media: DayOneMedia, before: string): string {
  const { type, identifier, url } = object;
  if (type === 'horizontalRuleLine' || type === 'horizontalLineRule') return '---';
  if (type === 'externalVideo' || type === 'externalAudio' || type === 'preview')
    return before.trimEnd().endsWith(textOf(url)) ? '' : textOf(url);
  const isMedium = typeof type === 'string' && /^(?:photo|video|audio|pdfAttachment)$/.test(type);
  return isMedium && typeof identifier === 'string' ? media.placed(identifier, type) : markdownOf(object);
}
