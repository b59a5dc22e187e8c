import { readFileSync } from 'node:fs';
import path from 'node:path';
import { coach, put, type Ran, type Setting } from './coach.ts';

/**
 * Runs a line as a shell would, as far as examples need it: words with quotes, `echo … |` or `cat FILE |` before the command,
 * `>FILE` after it. Files stand in the setting's home.
 *
 * @example
 * await shell('echo "A thought" | coach reflect note', { home })
 */
export async function shell(line: string, setting: Setting): Promise<Ran> {
  const [command = [], before] = splitAt(wordsOf(line), '|').toReversed();
  const [argv = [], target] = splitAt(command, '>');
  const [program, ...args] = argv;
  if (program !== 'coach') throw new Error(`expected a line that runs coach: ${line}`);
  const ran = await coach(args, { ...setting, ...(before && { stdin: outputOf(before, setting.home) }) });
  const [file] = target ?? [];
  if (file === undefined) return ran;
  put(path.join(setting.home, file), ran.stdout);
  return { ...ran, stdout: '' };
}

function outputOf([program, ...args]: readonly string[], home: string): string {
  if (program === 'cat') return args.map((file) => readFileSync(path.join(home, file), 'utf8')).join('');
  if (program === 'echo') return `${args.join(' ')}\n`;
  throw new Error(`expected echo or cat, not ${program}`);
}

/** Words of a line; what stands in quotes is one word or a part of one. Operators are words of their own. */
function wordsOf(line: string): readonly string[] {
  return Array.from(line.matchAll(/[|>]|(?:'[^']*'|"[^"]*"|[^\s'"|>])+/g), ([word]) =>
    word.replace(
      /'([^']*)'|"([^"]*)"/g,
      (_quoted, single?: string, double?: string) => single ?? double ?? '',
    ),
  );
}

function splitAt(words: readonly string[], operator: string): readonly (readonly string[])[] {
  const at = words.indexOf(operator);
  return at < 0 ? [words] : [words.slice(0, at), words.slice(at + 1)];
}
