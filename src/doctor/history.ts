// The check of what is kept to undo things: notes of acts, and earlier texts.
import { FileMistakes } from '../domain/text/errors.ts';
import { NewerAct, parseAct } from '../formats/history/act-json.ts';
import { actEpoch, readActName } from '../formats/history/act-name.ts';
import { refusalText } from '../pages/machine/file-refusals.ts';
import { shellWord } from '../formats/text/shell-word.ts';
import type { Observation } from './finding.ts';
import type { Inspection } from './inspection.ts';
import { inside, walk } from './walk.ts';

const ACTS = '.history/acts';
const VERSIONS = '.history/versions';

/**
 * The history of a journal: acts that cannot be read, and how many earlier texts are kept. Nothing of what these say is told.
 *
 * @param root - The journal folder.
 *
 * @example
 * const name = '.history/acts/20261122T081405.000Z-4f1c09ab-edit.json';
 * checkHistory(machineWith({ [`/journal/${name}`]: 'half a {' }), '/journal')[0]?.code //=> 'act-damaged'
 */
export function checkHistory(inspection: Inspection, root: string): readonly Observation[] {
  return [...checkActs(inspection, root), ...checkVersions(inspection, root)];
}

function checkActs(inspection: Inspection, root: string): readonly Observation[] {
  const listed = inspection.list(inside(root, ACTS));
  // What cannot be listed is told where its permissions are looked at.
  const names = 'value' in listed ? listed.value.filter((name) => readActName(name) !== undefined) : [];
  return names.flatMap((name): readonly Observation[] => {
    const path = `${ACTS}/${name}`;
    const place = inside(root, path);
    const read = inspection.read(place);
    if ('refused' in read) {
      const details = [`${path}: ${refusalText(read.refused)}`];
      return [{ code: 'act-damaged', paths: [path], details, commands: [`ls -l ${shellWord(place)}`] }];
    }
    try {
      parseAct(read.value.text, path);
      return [];
    } catch (error) {
      if (error instanceof NewerAct) return [{ code: 'act-newer', paths: [path] }];
      if (!(error instanceof FileMistakes)) throw error;
      return [{ code: 'act-damaged', paths: [path], commands: [`rm ${shellWord(place)}`] }];
    }
  });
}

function checkVersions(inspection: Inspection, root: string): readonly Observation[] {
  const found: Observation[] = [];
  const visits = walk(
    inspection,
    inside(root, VERSIONS),
    () => true,
    () => undefined,
  );
  for (const { folder, items } of visits) {
    for (const { name, path, seen } of items) {
      if (seen.kind === 'folder' || name.startsWith('.')) continue;
      const isOne =
        folder.endsWith('.md') &&
        actEpoch(inspection.nameOf(name)?.slice(0, -'.md'.length) ?? '') !== undefined;
      const paths = isOne ? [] : [`${VERSIONS}/${path}`];
      found.push({ code: isOne ? 'earlier-texts' : 'earlier-text-unknown', paths });
    }
  }
  return found;
}
