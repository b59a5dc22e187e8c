import { readdirSync, readFileSync } from 'node:fs';
import type { QuestionBank } from '../../src/domain/banks/question-bank.ts';
import { parseBank } from '../../src/formats/banks/bank-yaml.ts';

const prompts = new URL('../../prompts/', import.meta.url);

/** A bank that coach brings along: its file, and what the file says. */
export interface BuiltInBank {
  readonly file: string;
  readonly source: string;
  readonly bank: QuestionBank;
}

/** Every bank under `prompts/`. */
export const builtInBanks: readonly BuiltInBank[] = readdirSync(prompts)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => {
    const source = readFileSync(new URL(file, prompts), 'utf8');
    return { file, source, bank: parseBank(source, `prompts/${file}`) };
  });
