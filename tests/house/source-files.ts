import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SRC = path.resolve(import.meta.dirname, '../../src');

/** A file of the program, by its path below `src`, with the files that it imports. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
  readonly imports: readonly string[];
}

export const SOURCE_FILES: readonly SourceFile[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .toSorted()
  .map((name) => {
    const text = readFileSync(path.join(SRC, name), 'utf8');
    const found = [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, target = '']) => target);
    return { name, text, imports: found.map((target) => path.posix.join(path.posix.dirname(name), target)) };
  });

/** What nothing but the program imports. */
export const WINGS = [
  'align',
  'challenge',
  'doctor',
  'encryption',
  'export',
  'history',
  'import',
  'insights',
  'reminders',
  'share',
  'sync',
];

/** What stands at the root of a wing is pure, and so are the rooms that a large one has; the rest of it is in one of these. */
export const WORLD = 'world';
export const COMMAND = 'command';

/** The rooms of wings in which too much is pure for one list. */
export const ROOMS_OF_WINGS: Readonly<Record<string, readonly string[]>> = {
  doctor: ['sealed'],
  import: ['held', 'html', 'jrnl', 'notes', 'others', 'tables'],
};

/** Whether a file has to do without the world: without files, clock, terminal and the like. */
export function isPure({ name }: Pick<SourceFile, 'name'>): boolean {
  const [part = '', room = ''] = name.split('/');
  if (WINGS.includes(part)) return room !== WORLD && room !== COMMAND;
  return ['domain', 'formats', 'pages', 'app'].includes(part);
}

export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
