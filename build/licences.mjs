// The licences of what is bundled, which have to travel with it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The licence of each package that is in a bundle, in the order of their names.
 *
 * @param outputs - What esbuild tells of the bundle: which files each part of it holds.
 * @param root - The folder that these files are named from.
 * @throws Error for a package that comes without a licence.
 */
export function licencesOf(outputs, root) {
  const files = Object.values(outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).filter((file) => inputs[file].bytesInOutput > 0),
  );
  const folders = new Set(files.map((file) => PACKAGE.exec(file)?.[0]).filter((folder) => folder));
  const licences = [...folders].map((folder) => licenceOf(path.join(root, folder)));
  return [HEAD, ...licences.toSorted()].join(`\n${'-'.repeat(80)}\n\n`);
}

/** The innermost folder of a package on the way to a file. */
const PACKAGE = /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

const HEAD = `coach is bundled with the packages below. Each is followed by its licence.
`;

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((one) => /^licen[cs]e(?:\.\w+)?$/i.test(one));
  if (file === undefined) throw new Error(`${name} comes without its licence`);
  const text = readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
}
