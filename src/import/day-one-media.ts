// Pictures and other media of an entry of Day One, of which the words keep the place.
import { isMapping } from '../formats/answers/answer-value.ts';
import type { Lost } from './foreign-entry.ts';

/** The kinds of media, as Day One names them in its texts: what stands in their place, how they are counted, and the list of them. */
const MEDIA = {
  photo: { word: 'picture', lost: 'pictures', list: 'photos' },
  audio: { word: 'audio', lost: 'audio recordings', list: 'audios' },
  video: { word: 'video', lost: 'videos', list: 'videos' },
  pdfattachment: { word: 'document', lost: 'documents', list: 'pdfAttachments' },
} as const satisfies Readonly<Record<string, { word: string; lost: Lost; list: string }>>;

type MediaKind = keyof typeof MEDIA;

const KINDS: readonly MediaKind[] = ['photo', 'audio', 'video', 'pdfattachment'];

/** The keys of an entry that list its media. */
export const MEDIA_LISTS: readonly string[] = KINDS.map((kind) => MEDIA[kind].list);

/**
 * Whether a file beside a journal is one of its media, which are counted where the entries tell of them.
 *
 * @example
 * isDayOneMedium('photos/aa11.jpeg') //=> true
 */
export function isDayOneMedium(file: string): boolean {
  return (
    /^(?:[^/]+\/)?(?:photos|videos|audios|pdfs)\/[^/]+$/.test(file) && !/\.(?:json|md|markdown)$/i.test(file)
  );
}

/** The media of an entry, each counted once, whether it is listed, stands in the text, or both. */
export interface DayOneMedia {
  /**
   * The words that stand in the place of one.
   *
   * @param kind - As it is named there; undefined where it is not, as for pictures.
   * @param alt - What the person wrote about it.
   */
  readonly placed: (identifier: string, kind?: string, alt?: string) => string;
  readonly lost: () => readonly Lost[];
}

/**
 * The media that the lists of an entry tell of; others join them where they stand in its text.
 *
 * @example
 * const media = dayOneMedia({ photos: [{ identifier: 'AA11' }] });
 * media.placed('AA11') //=> '[picture]'
 * media.lost() //=> ['pictures']
 */
export function dayOneMedia(entry: Readonly<Record<string, unknown>>): DayOneMedia {
  const known = new Map<string, MediaKind>();
  let nameless = 0;
  for (const kind of KINDS) {
    for (const item of listIn(entry[MEDIA[kind].list])) {
      const identifier = isMapping(item) ? item['identifier'] : undefined;
      known.set(typeof identifier === 'string' ? identifier.toUpperCase() : `${nameless++}.`, kind);
    }
  }
  return {
    placed: (identifier, named = '', alt = '') => {
      const id = identifier.toUpperCase();
      const kind = kindOf(named) ?? known.get(id) ?? 'photo';
      if (!known.has(id)) known.set(id, kind);
      return alt.trim() === '' ? `[${MEDIA[kind].word}]` : `[${MEDIA[kind].word}: ${alt.trim()}]`;
    },
    lost: () => Array.from(known.values(), (kind) => MEDIA[kind].lost),
  };
}

function kindOf(named: string): MediaKind | undefined {
  const name = named.toLowerCase();
  return KINDS.find((kind) => name !== '' && kind.startsWith(name));
}

function listIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isMapping(value) ? [value] : [];
}
