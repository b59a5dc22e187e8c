// The question banks on this machine: a folder of the person's own, and the built-in ones.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Banks, ListedBank } from '../../app/ports/machine.ts';
import { shownText } from '../../domain/text/bytes.ts';
import { CoachError } from '../../domain/text/errors.ts';
import type { QuestionBank } from '../../domain/banks/question-bank.ts';
import { misnamedBank, unknownBank, unseenBank } from '../../pages/banks/bank-refusals.ts';
import { namesIn, readOrRefuse } from './regular-file.ts';

/** Where banks are looked for. */
export interface BankFolders {
  /** The person's own; they count before the built-in ones of the same name. */
  readonly own: string;
  /** Those that come with coach, as YAML. */
  readonly builtIn: string;
  /** The same, checked and compiled by the build; missing where nothing was built. */
  readonly compiled: string;
}

/**
 * Banks as YAML files. One that was compiled by the build and not changed since is not parsed again.
 *
 * @param told - Hears, once, that the person's own folder cannot be read; without it there are the built-in banks all the same.
 */
export function bankFolders(
  { own, builtIn, compiled }: BankFolders,
  told: (refusal: CoachError) => void = () => undefined,
): Banks {
  let refusal: CoachError | undefined;
  const ownBanks = (): readonly ListedBank[] => {
    try {
      return banksIn(own, true);
    } catch (error) {
      if (!(error instanceof CoachError)) throw error;
      if (refusal === undefined) told(error);
      refusal = error;
      return [];
    }
  };
  const list = (): readonly ListedBank[] => {
    const mine = ownBanks();
    const theirs = banksIn(builtIn, false).filter(({ name }) => !mine.some((one) => one.name === name));
    return [...theirs, ...mine];
  };
  const refuseUnseen = (name: string): void => {
    if (!list().some((bank) => bank.name === name) && refusal !== undefined) throw unseenBank(name, own);
  };
  return {
    list,
    refuseUnseen,
    async load(name) {
      const banks = list();
      const found = banks.find((bank) => bank.name === name);
      if (!found) {
        refuseUnseen(name);
        const names = banks.map((bank) => bank.name);
        throw unknownBank(name, names);
      }
      const bytes = readOrRefuse(found.file) ?? new Uint8Array();
      const ready = found.own ? undefined : compiledFrom(bytes, path.join(compiled, name));
      if (ready) return ready;
      const { parseBank } = await import('../../formats/banks/bank-yaml.ts');
      const source = shownText(bytes);
      const bank = parseBank(source, found.file);
      if (bank.name !== name) throw misnamedBank(name, bank.name, { file: found.file, text: source });
      return bank;
    },
  };
}

function banksIn(folder: string, own: boolean): readonly ListedBank[] {
  return namesIn(folder)
    .filter((file) => /^[a-z0-9]+(?:-[a-z0-9]+)*\.yaml$/.test(file))
    .map((file) => file.slice(0, -'.yaml'.length))
    .toSorted()
    .map((name) => ({ name, file: path.join(folder, `${name}.yaml`), own }));
}

/**
 * What the build made of a YAML file: a line of JSON, with that YAML below it. It is taken at its word, as it was checked there. Where it
 * cannot be read, or the file is another by now, the file is.
 */
function compiledFrom(source: Uint8Array, file: string): QuestionBank | undefined {
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf('\n');
    if (!bytes.subarray(end + 1).equals(source)) return undefined;
    const bank: QuestionBank = JSON.parse(bytes.toString('utf8', 0, end));
    return bank;
  } catch {
    return undefined;
  }
}
