// The rich text of Day One: the words of an entry with what they look like, in a JSON text of its own.
import { isMapping } from '../formats/answers/answer-value.ts';
import type { DayOneMedia } from './day-one-media.ts';
import { type Backslashes, backslashesIn } from './day-one-text.ts';
import { jsonValue, type Lost } from './foreign-entry.ts';

/** The rich text of an entry, as far as it is understood. */
export interface DayOneRich {
  /** Its words, and words in the place of media. */
  readonly text: (media: DayOneMedia) => string;
  /** Whether they look like anything, such as bold or a list. */
  readonly isFormatted: boolean;
  readonly backslashes: Backslashes;
  /** What stands between its words and has none itself, such as the places and the songs that a phone suggests. */
  readonly lost: readonly Lost[];
}

/** Such things, by the names that Day One has for them. */
const SUGGESTED: Readonly<Record<string, Lost>> = {
  location: 'locations',
  motionActivity: 'activities',
  workout: 'activities',
  song: 'music',
  podcast: 'music',
  genericMedia: 'music',
};

const isMedium = /^(?:photo|video|audio|pdfAttachment)$/;
const isOther = /^(?:horizontalRuleLine|horizontalLineRule|externalVideo|externalAudio|preview)$/;

/**
 * The rich text of an entry; undefined where there is none. Its list is called `contents` in exports, and `nodes` by Day One's own
 * account of the format.
 *
 * @param value - As it stands in the entry.
 *
 * @example
 * dayOneRich('{"contents": [{"text": "Rain."}]}')?.text(dayOneMedia({})) //=> 'Rain.'
 */
export function dayOneRich(value: unknown): DayOneRich | undefined {
  const document = typeof value === 'string' ? jsonValue(value) : value;
  if (!isMapping(document)) return undefined;
  const { contents, nodes: named = contents } = document;
  if (!Array.isArray(named)) return undefined;
  const nodes = named.filter(isMapping);
  const counts = { words: 0, code: 0 };
  for (const node of nodes) counts[isCode(node) ? 'code' : 'words'] += backslashesIn(wordsOf(node));
  return {
    text: (media) => shownParts(nodes, media).join(''),
    isFormatted: nodes.some(({ attributes }) => isMapping(attributes) && Object.keys(attributes).length > 0),
    backslashes: counts,
    lost: nodes.flatMap(objectsIn).flatMap(lostIn),
  };
}

function lostIn(object: Node): readonly Lost[] {
  const { type } = object;
  if (typeof type !== 'string' || isMedium.test(type) || isOther.test(type) || markdownOf(object) !== '')
    return [];
  return [Object.hasOwn(SUGGESTED, type) ? (SUGGESTED[type] ?? 'activities') : `the key "${type}"`];
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

/** Tables and code, which are Markdown in the rich text, too. A table may have its cells alone. */
function markdownOf({ contents, markdown, rows }: Node): string {
  return textOf(contents) || textOf(markdown) || (Array.isArray(rows) ? rows.map(rowText).join('\n') : '');
}

function rowText(cells: unknown): string {
  if (!Array.isArray(cells)) return '';
  return cells.map((cell) => (isMapping(cell) ? cellText(cell) : '')).join(' | ');
}

function cellText({ content }: Node): string {
  return Array.isArray(content)
    ? content.map((part) => (isMapping(part) ? textOf(part['text']) : '')).join('')
    : '';
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
  return typeof type === 'string' && isMedium.test(type) && typeof identifier === 'string'
    ? media.placed(identifier, type)
    : markdownOf(object);
}
