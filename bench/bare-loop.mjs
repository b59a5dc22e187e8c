// What any program has to do that copies a journal safely, and nothing else: the least that an import and an export can take.
// Usage: node bare-loop.mjs FROM TO
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/** So many files are on their way at once, and after so many each folder is synced, as coach does it. */
const AT_ONCE = 100;
const BEFORE_FOLDERS = 1000;

const sync = promisify(fs.fsync);
const [from, to] = process.argv.slice(2);
const names = fs
  .readdirSync(from, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'));
for (let at = 0; at < names.length; at += BEFORE_FOLDERS) {
  const those = names.slice(at, at + BEFORE_FOLDERS);
  const folders = new Set(those.map((name) => path.dirname(path.join(to, name))));
  for (const folder of folders) fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (let first = 0; first < those.length; first += AT_ONCE) await copy(those.slice(first, first + AT_ONCE));
  for (const folder of folders) syncFolder(folder);
}
console.log(names.length);

async function copy(those) {
  const drafts = those.map((name) => {
    const file = path.join(to, name);
    const draft = path.join(path.dirname(file), `.${path.basename(file)}.draft`);
    const handle = fs.openSync(draft, 'wx', 0o600);
    fs.writeSync(handle, fs.readFileSync(path.join(from, name)));
    return { file, draft, handle };
  });
  await Promise.all(drafts.map(({ handle }) => sync(handle)));
  for (const { file, draft, handle } of drafts) {
    fs.closeSync(handle);
    fs.linkSync(draft, file);
    fs.unlinkSync(draft);
  }
}

function syncFolder(folder) {
  const handle = fs.openSync(folder, 'r');
  fs.fsyncSync(handle);
  fs.closeSync(handle);
}
