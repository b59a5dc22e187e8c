// The check of drafts: how old each is and who holds it.
import type { Day } from '../domain/time/day.ts';
import { dayOf, parseAt } from '../domain/time/moment.ts';
import { entryPath } from '../domain/entry/entry.ts';
import type { FindingCode, Observation } from './finding.ts';
import { parseDraft } from '../formats/answers/draft-json.ts';
import { refusalText } from '../pages/machine/file-refusals.ts';
import { shellWord } from '../formats/text/shell-word.ts';
import type { Inspection } from './inspection.ts';
import { inside } from './walk.ts';
import { draftAge, NO_DRAFT } from './detail-text.ts';

/** The folder in which drafts are looked for, and the one in which they would be were the journal on another device, or not. */
export interface DraftFolders {
  readonly inUse: string;
  readonly other: string;
}

/** The day and the journal that drafts are compared with. */
export interface DraftsMeet {
  readonly today: Day;
  readonly dayEnds: number;
  /** Whether an entry is there, by its path below the journal, or by its id. */
  readonly isSaved: (path: string, id: string) => boolean;
}

/**
 * The drafts of sittings: how old each is and who holds it, and nothing of what it holds.
 *
 * @param shown - How a file is told.
 *
 * @example
 * const machine = machineWith({ '/state/drafts/a.json': 'half a {' });
 * const folders = { inUse: '/state/drafts', other: '/journal/.drafts' };
 * const meet = { today, dayEnds: 4, isSaved: () => false };
 * (await checkDrafts(machine, folders, meet, (place) => place))[0]?.code //=> 'draft-broken'
 */
export async function checkDrafts(
  inspection: Inspection,
  { inUse, other }: DraftFolders,
  meet: DraftsMeet,
  shown: (place: string) => string,
): Promise<readonly Observation[]> {
  const misplaced = filesIn(inspection, other).map((file): Observation => {
    const make = 'refused' in inspection.follow(inUse) ? `mkdir -p -m 700 ${shellWord(inUse)} && ` : '';
    const move = `${make}mv -n ${shellWord(file)} ${shellWord(`${inUse}/`)}`;
    return { code: 'drafts-misplaced', paths: [shown(file)], commands: [move] };
  });
  const drafts: Observation[] = [];
  for (const file of filesIn(inspection, inUse)) {
    drafts.push(await checkDraft(inspection, file, meet, shown(file)));
  }
  return [...misplaced, ...drafts];
}

function filesIn(inspection: Inspection, folder: string): readonly string[] {
  const listed = inspection.list(folder);
  // What cannot be listed is told where its permissions are looked at.
  if ('refused' in listed) return [];
  return listed.value
    .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
    .map((name) => inside(folder, name));
}

async function checkDraft(
  inspection: Inspection,
  file: string,
  { today, dayEnds, isSaved }: DraftsMeet,
  path: string,
): Promise<Observation> {
  const found = (code: FindingCode, detail: string, commands: readonly string[]): Observation => {
    const details = [`${path}: ${detail}`];
    return { code, paths: [path], details, commands };
  };
  const read = await inspection.open(file);
  const aside = `mv -n ${shellWord(file)} ${shellWord(`${file}.aside`)}`;
  if ('refused' in read) return found('draft-broken', refusalText(read.refused), [aside]);
  if ('closed' in read && read.closed === 'locked') return { code: 'journal-locked', paths: [path] };
  if ('closed' in read) return found('sealed-unreadable', read.reason, [aside]);
  const parsed = parseDraft(read.value.text);
  if (!parsed) return found('draft-broken', NO_DRAFT, [aside]);
  const { draft, holder } = parsed;
  const begun = parseAt(draft.at);
  const age = draftAge(begun && dayOf(begun, dayEnds), today);
  if (isSaved(entryPath(draft), draft.id)) return found('draft-saved', age, [`rm ${shellWord(file)}`]);
  const where = inspection.holder(holder);
  if (where === 'here') return found('draft-held', age, []);
  return found(where === 'elsewhere' ? 'draft-elsewhere' : 'draft-waiting', age, ['coach reflect']);
}
