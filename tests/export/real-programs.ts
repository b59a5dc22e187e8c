import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * A program of this machine: that which the variable names, or the first of its name on the path.
 *
 * @param variable - For one that is not on the path.
 */
export function programNamed(name: string, variable: string): string | undefined {
  const named = process.env[variable];
  if (named !== undefined && named !== '') return named;
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));
}
