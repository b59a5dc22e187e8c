// The swap areas of this machine that lie on a disk in clear.
import fs from 'node:fs';
import path from 'node:path';

/** Those that are neither in memory nor on an encrypted device; none where the system does not tell. */
export function openSwaps(): readonly string[] {
  return namesIn(textOf('/proc/swaps')).filter((name) => !isInMemory(name) && !isEncrypted(deviceOf(name)));
}

/**
 * The names in the table of the system, whose signs other than letters are written in octal.
 *
 * @example
 * namesIn('Filename Type Size Used Priority\n/dev/sda2 partition 1 0 -2\n') //=> ['/dev/sda2']
 */
export function namesIn(table: string): readonly string[] {
  return table
    .split('\n')
    .slice(1)
    .flatMap((line) => line.split(/\s+/, 1))
    .filter((name) => name !== '')
    .map((name) =>
      name.replaceAll(/\\([0-7]{3})/g, (_, sign: string) => String.fromCharCode(parseInt(sign, 8))),
    );
}

function isInMemory(name: string): boolean {
  return /^\/dev\/zram\d/.test(name);
}

/** The device as the system calls it: that of a partition, or that on which a file lies. */
function deviceOf(name: string): string {
  try {
    const place = fs.realpathSync(name);
    if (place.startsWith('/dev/')) return path.basename(place);
    const { dev } = fs.statSync(place);
    const [major, minor] = [Math.floor(dev / 256) & 0xfff, (dev & 0xff) | ((dev >>> 12) & 0xfff00)];
    return path.basename(fs.realpathSync(`/sys/dev/block/${major}:${minor}`));
  } catch {
    return '';
  }
}

/** Whether all that a device is made of is encrypted. */
function isEncrypted(device: string): boolean {
  if (device === '') return false;
  if (textOf(`/sys/class/block/${device}/dm/uuid`).startsWith('CRYPT-')) return true;
  const below = entriesOf(`/sys/class/block/${device}/slaves`);
  return below.length > 0 && below.every(isEncrypted);
}

function entriesOf(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}

function textOf(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
