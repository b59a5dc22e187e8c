// Homes with something to import, and what is imported there.
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { freshHome, put } from '../../cli/coach.ts';

export const IMPORT = ['journal', 'import'];

export const LINES = [
  '{"date": "1660-01-11", "text": "This morning I rose."}',
  '{"date": "1660-01-12", "text": "In the morning."}',
  '{"date": "1660-02-01", "text": "Up early."}',
];

/** A home with a file of lines in it. */
export function homeWith(
  lines: readonly string[],
  name = 'old.jsonl',
): { readonly home: string; readonly file: string } {
  const home = freshHome();
  return { home, file: put(path.join(home, name), `${lines.join('\n')}\n`) };
}

/** The bytes of a zip. */
export function zipped(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
    ),
  );
}
