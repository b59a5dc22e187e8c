// The settings as a JSON file.
import { mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import type { SettingsFile } from '../../app/ports/machine.ts';
import { shownText } from '../../domain/text/bytes.ts';
import type { Settings } from '../../domain/banks/settings.ts';
import { parseSettings } from '../../formats/text/settings-json.ts';
import { FileMistakes } from '../../domain/text/errors.ts';
import { locked } from './lock.ts';
import { isThere, readOrRefuse } from './regular-file.ts';

/** Settings as a JSON file: read as plain JSON, which is quick, and written with conf, which is careful. */
export function settingsFile(folder: string): SettingsFile {
  const file = path.join(folder, 'settings.json');
  return {
    path: file,
    read: () => read(file),
    async set(key, value) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const { default: Conf } = await import('conf');
      return locked(file, () => {
        const aside = keepBrokenAside(file);
        const conf = new Conf<Settings>({ cwd: folder, configName: 'settings', configFileMode: 0o600 });
        if (value === undefined) conf.delete(key);
        else conf.set(key, value);
        return aside;
      });
    },
  };
}

function read(file: string): Settings {
  const bytes = readOrRefuse(file);
  return bytes ? parseSettings(shownText(bytes), file) : {};
}

/** Mistakes in the file are the person's to mend: it is moved, never overwritten. */
function keepBrokenAside(file: string): string | undefined {
  try {
    read(file);
    return undefined;
  } catch (error) {
    // What cannot even be read may name the journal: it is the person's to mend.
    if (!(error instanceof FileMistakes)) throw error;
    let number = 1;
    while (isThere(`${file}.broken-${number}`)) number++;
    renameSync(file, `${file}.broken-${number}`);
    return `${file}.broken-${number}`;
  }
}
