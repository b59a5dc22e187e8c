import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { ROOT } from '../cli/coach.ts';

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

/** What a package holds, by its files; nothing is built or written for it. */
function packed(): readonly string[] {
  const printed = execFileSync('npm', ['pack', '--dry-run', '--json', '--silent', '--ignore-scripts'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const [{ files }]: [{ files: readonly { path: string }[] }] = JSON.parse(printed);
  return files.map((file) => file.path);
}

test('links of the README led out of the package', () => {
  const files = packed();
  const pages = files.filter((file) => file.endsWith('.md'));
  expect(pages.length).toBeGreaterThan(20);
  const links = pages.flatMap((page) =>
    Array.from(read(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g), ([, to = '']) => ({ page, to })).filter(
      ({ to }) => !/^[a-z]+:/.test(to),
    ),
  );
  expect(links.length).toBeGreaterThan(30);
  const dead = links.filter(({ page, to }) => {
    const place = path.posix.join(path.posix.dirname(page), to);
    return !files.some((file) => file === place || file.startsWith(`${place}/`));
  });
  expect(dead).toEqual([]);
});

test('npm warned of a script at the installation', () => {
  const { scripts, dependencies } = JSON.parse(read('package.json'));
  const run = ['preinstall', 'install', 'postinstall', 'prepare'].filter((name) => name in scripts);
  expect(run).toEqual([]);
  expect(dependencies).toBeUndefined();
});

test('what is bundled came without its licences', async () => {
  expect(packed()).toContain('dist/licences.txt');
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/program/main.ts'],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    outdir: 'dist',
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const bundled = inputs
    .filter(([file, { bytesInOutput }]) => file.includes('node_modules/') && bytesInOutput > 0)
    .map(([file]) => file.replace(/(.*node_modules\/(?:@[^/]+\/)?[^/]+)\/.*/, '$1'));
  // The build leaves it out: nothing of coach calls it.
  const kept = bundled.filter((folder) => !folder.includes('@noble/post-quantum'));
  const expected = [...new Set(kept)].map((folder) => {
    const { name, version } = JSON.parse(read(`${folder}/package.json`));
    return `${name} ${version}`;
  });
  const parts = read('dist/licences.txt')
    .split(`\n${'-'.repeat(80)}\n\n`)
    .slice(1);
  expect(parts).toHaveLength(expected.length);
  expect(new Set(parts.map((part) => part.split(' (')[0]))).toEqual(new Set(expected));
  expect(expected.some((name) => name.startsWith('commander '))).toBe(true);
  for (const part of parts)
    expect(part).toMatch(/Permission (?:is hereby granted|to use, copy)|Redistribution and use/);
});
