// Little memory, for work that goes through a long journal once.
import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 hold less from now on, and collect more often. By itself it keeps tens of megabytes free for what is new, which gains nothing
 * where entry after entry only passes through: an export of 100,000 entries as JSON took 228 MB, and takes 139.
 */
export function spareMemory(): void {
  isSparing = true;
  setFlagsFromString('--optimize-for-size');
  // By itself it lets the room for what is new grow all the same.
  setFlagsFromString('--semi-space-growth-factor=1');
  // To compile with it takes some ten megabytes, which are not given back, and as much time as it saves.
  if (hasSecondCompiler()) setFlagsFromString('--no-turbofan');
}

let isSparing = false;

/** Whether V8 was asked for that. The code that it compiles then is of no use to a start without it. */
export function sparesMemory(): boolean {
  return isSparing;
}

/** Whether Maglev compiles what is run often, so that it is quick without TurboFan, too: Node 24 and later, where it is most used. */
function hasSecondCompiler(): boolean {
  const isKnown = process.arch === 'x64' || process.arch === 'arm64';
  return isKnown && Number.parseInt(process.versions.v8, 10) >= 13;
}
