import { FileMistakes } from '../../../src/domain/text/errors.ts';
import { parseBank } from '../../../src/formats/banks/bank-yaml.ts';

/** The head of a bank: what a test adds begins on line 6. */
export const head = 'bank: mine\nversion: 1\nrole: both\ntitle: Mine\nintro: My own.\n';
/** One sound question. */
export const question = '  - {id: mine-one, type: text, ask: "What happened?"}\n';

/** What is wrong in a bank file, as "line:column message"; nothing if it is sound. */
export function mistakesIn(source: string): readonly string[] {
  try {
    parseBank(source, 'mine.yaml');
    return [];
  } catch (error) {
    if (!(error instanceof FileMistakes)) throw error;
    return error.mistakes.map(({ line, column, message }) => `${line}:${column} ${message}`);
  }
}
