// Writes prompts/bank.schema.json from the schema that coach itself checks banks with.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['src/formats/banks/bank-json-schema.ts'],
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  write: false,
  logLevel: 'warning',
});
const module = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`;
const { bankJsonSchema } = await import(module);
writeFileSync(path.join(root, 'prompts', 'bank.schema.json'), bankJsonSchema());
