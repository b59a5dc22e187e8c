// Modules of the product as it is, for what the bench makes before it measures.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');

/**
 * What some modules export, whatever Node runs the bench.
 *
 * @param contents - A module that exports it, from paths below the package.
 */
export async function bundled(contents) {
  const folder = mkdtempSync(path.join(tmpdir(), 'coach-bench-'));
  const outfile = path.join(folder, 'modules.mjs');
  try {
    await build({
      stdin: { contents, resolveDir: root },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile,
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
