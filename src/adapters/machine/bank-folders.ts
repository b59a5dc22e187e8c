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

/** A compiled bank, and the YAML that it was compiled from. */
interface CompiledBank {
  readonly source: string;
  readonly bank: QuestionBank;
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
      const source = shownText(readOrRefuse(found.file) ?? new Uint8Array());
      const ready = found.own ? undefined : readCompiled(path.join(compiled, `${name}.json`));
      if (ready?.source === source) return ready.bank;
      const { parseBank } = await import('../../formats/banks/bank-yaml.ts');
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

/** A bank that the build wrote is taken at its word: it was checked there. Where it cannot be read, the YAML beside it is. */
function readCompiled(file: string): CompiledBank | undefined {
  try {
    const compiled: CompiledBank = JSON.parse(readFileSync(file, 'utf8'));
    return compiled;
  } catch {
    return undefined;
  }
}
