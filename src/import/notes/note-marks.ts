// The marks in the text of a note: tags, and what is shown there that stands in files of its own.
import { fencedLines } from '../../formats/entry/text-markdown.ts';
import type { Lost } from '../foreign-entry.ts';

/** Endings of files, by what is in them. */
const KINDS: readonly (readonly [Lost, RegExp])[] = [
  ['pictures', /^(?:png|jpe?g|gif|webp|svg|bmp|hei[cf]|avif|tiff?|ico)$/],
  ['audio recordings', /^(?:mp3|m4a|wav|ogg|oga|opus|flac|aac|3gp|amr)$/],
  ['videos', /^(?:mp4|m4v|mov|webm|mkv|avi|ogv)$/],
  ['documents', /^(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|epub|zip)$/],
];
const embedded = /!\[\[([^[\]\n]+)\]\]|!\[[^[\]\n]*\]\((?!https?:)([^()\n]+(?:\([^()\n]*\)[^()\n]*)?)\)/g;
/** A link to an address, or to a heading by its id. */
const leadsElsewhere = /^(?!(?:file|attachment):)[a-z][a-z+.-]+:/i;
const orgLink = /\[\[([^[\]\n]+)\](?:\[[^[\]\n]*\])?\]/g;

/**
 * What a text shows that stands in files of its own and does not come along, each as often as it is shown: pictures by their
 * endings, and so on. A note that is shown within another (`![[Note]]`) is one of them.
 *
 * @example
 * shownIn('![[bridge.png|300]] ![[Note#Section]] ![](a.m4a)', false) //=> ['pictures', 'embedded notes', 'audio recordings']
 */
export function shownIn(text: string, isOrg: boolean): readonly Lost[] {
  if (isOrg) {
    const targets = Array.from(text.matchAll(orgLink), ([, target = '']) => target);
    return targets.flatMap((target) => (leadsElsewhere.test(target) ? [] : (kindOf(target) ?? [])));
  }
  if (!text.includes('![')) return [];
  return Array.from(text.matchAll(embedded), ([, note, file = '']) =>
    note === undefined
      ? (kindOf(file.replace(/(?<!\s)\s+["'].*$/, '')) ?? 'pictures')
      : (kindOf(note) ?? 'embedded notes'),
  );
}

function kindOf(target: string): Lost | undefined {
  const [name = ''] = target.split(/[|#?]/);
  const ending = name
    .slice(name.lastIndexOf('.') + 1)
    .trim()
    .toLowerCase();
  return KINDS.find(([, endings]) => endings.test(ending))?.[0];
}

const inlineTag = /(?<!\S)#(?:([\p{L}\p{M}\p{N}_/-]+)(?![\p{L}\p{M}\p{N}_/-])|\[\[([^[\]\n]+)\]\])/gu;
/** The tags of a headline of Org. */
const headlineTags = /^\*+ .*?[ \t]:([\p{L}\p{N}_@#%:]+):[ \t]*$/gmu;

/**
 * Tags in a text, as Obsidian and Logseq have them: not in code, and with something in them that is no digit; in Org also those at
 * the end of a headline.
 *
 * @example
 * tagsWithin('Back. #walk #[[two words]] `#no`', false) //=> ['walk', 'two words']
 * tagsWithin('* Rome :trip:home:', true) //=> ['trip', 'home']
 */
export function tagsWithin(body: string, isOrg: boolean): readonly string[] {
  const ofHeadlines = isOrg
    ? Array.from(body.matchAll(headlineTags), ([, tags = '']) => tags.split(':')).flat()
    : [];
  if (!body.includes('#')) return ofHeadlines;
  const prose = isOrg ? withoutBlocks(body) : withoutCode(body);
  const words = Array.from(
    prose.matchAll(inlineTag),
    ([, word, linked]) => linked ?? (word ?? '').replace(/(?<!\/)\/+$/, ''),
  );
  return [...ofHeadlines, ...words.filter((tag) => /[^\p{N}]/u.test(tag))];
}

function withoutCode(body: string): string {
  const lines = body.split('\n');
  const code = fencedLines(lines);
  const words = lines.map((line, index) => (code.has(index) ? '' : line)).join('\n');
  return words.replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '`');
}

function withoutBlocks(body: string): string {
  let isInBlock = false;
  const prose = body.split('\n').filter((line) => {
    const isMark = /^[ \t]*#\+(?:begin|end)_/i.test(line);
    if (isMark) isInBlock = /^[ \t]*#\+begin_/i.test(line);
    return !isMark && !isInBlock;
  });
  return prose.join('\n');
}
