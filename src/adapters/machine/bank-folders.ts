// The question banks on this machine: a folder of the person's own, and the built-in ones.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Banks, ListedBank } from '../../app/ports/machine.ts';
import { FileMistakes, UsageError } from '../../domain/text/errors.ts';
import { nearestHint } from '../../domain/text/nearest.ts';
import type { QuestionBank } from '../../domain/banks/question-bank.ts';
import { oneLine } from '../../domain/text/plain-text.ts';

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

/** Banks as YAML files. One that was compiled by the build and not changed since is not parsed again. */
export function bankFolders({ own, builtIn, compiled }: BankFolders): Banks {
  const list = (): readonly ListedBank[] => {
    const mine = namesIn(own).map((name) => ({ name, file: path.join(own, `${name}.yaml`), own: true }));
    const theirs = namesIn(builtIn)
      .filter((name) => !mine.some((one) => one.name === name))
      .map((name) => ({ name, file: path.join(builtIn, `${name}.yaml`), own: false }));
    return [...theirs, ...mine];
  };
  return {
    list,
    async load(name) {
      const found = list().find((bank) => bank.name === name);
      if (!found) throw unknownBank(name, list());
      const source = readFileSync(found.file, 'utf8');
      const ready = found.own ? undefined : readCompiled(path.join(compiled, `${name}.json`));
      if (ready?.source === source) return ready.bank;
      const { parseBank } = await import('../../formats/banks/bank-yaml.ts');
      const bank = parseBank(source, found.file);
      if (bank.name !== name) throw misnamed(bank, name, source, found.file);
      return bank;
    },
  };
}

function unknownBank(name: string, banks: readonly ListedBank[]): UsageError {
  const names = banks.map((bank) => bank.name);
  return new UsageError(`there is no question bank "${oneLine(name)}"`, {
    hint: nearestHint(name, names, `The banks are ${names.join(', ')}.`),
  });
}

function misnamed(bank: QuestionBank, name: string, source: string, file: string): FileMistakes {
  const line = source.split('\n').findIndex((text) => text.startsWith('bank:')) + 1;
  const message = `bank: expected ${name}, the name of the file, not ${bank.name}`;
  return new FileMistakes(file, [{ line: Math.max(1, line), column: 1, message }], 'Rename one of the two.');
}

function namesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /^[a-z0-9]+(?:-[a-z0-9]+)*\.yaml$/.test(file))
    .map((file) => file.slice(0, -'.yaml'.length))
    .toSorted();
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
