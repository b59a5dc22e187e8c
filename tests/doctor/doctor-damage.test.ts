import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { coach, entryFiles } from '../cli/coach.ts';
import { makeIndex, SEAL } from './doctor-cases.ts';
import { CANARY, examined, soundHome } from './doctor-homes.ts';
import { scripted } from '../cli/scripted.ts';

/** One act of damage; places are shares of the file. */
interface Harm {
  readonly kind: 'end' | 'byte' | 'insert' | 'cut' | 'double' | 'swap';
  readonly from: number;
  readonly to: number;
  readonly byte: number;
  readonly text: string;
}

/** Signs that mean something to one of the formats. */
const PIECES: readonly string[] = [
  '"',
  '\n',
  '---\n',
  ': ',
  '\u0000',
  '\u001b[31m',
  '{',
  ']',
  '!',
  '&',
  '*',
  '%',
  '<!-- coach: ',
  ' -->',
  '\n## ',
  '\ncoach: 2\n',
  '\nid: ',
  '\nzone: ',
  ' closes=',
  '/member-step',
  '9'.repeat(30),
];

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const harm: fc.Arbitrary<Harm> = fc.record({
  kind: fc.constantFrom('end', 'byte', 'insert', 'cut', 'double', 'swap'),
  from: share,
  to: share,
  byte: fc.nat(255),
  text: fc.constantFrom(...PIECES),
});

function harmed(bytes: Buffer, { kind, from, to, byte, text }: Harm): Buffer {
  const [first = 0, last = 0] = [from, to]
    .map((one) => Math.floor(one * bytes.length))
    .toSorted((one, other) => one - other);
  const [head, middle, tail] = [bytes.subarray(0, first), bytes.subarray(first, last), bytes.subarray(last)];
  switch (kind) {
    case 'end':
      return Buffer.from(head);
    case 'byte':
      return Buffer.concat([head, Buffer.of(byte), bytes.subarray(first + 1)]);
    case 'insert':
      return Buffer.concat([head, Buffer.from(text), middle, tail]);
    case 'cut':
      return Buffer.concat([head, tail]);
    case 'double':
      return Buffer.concat([head, middle, middle, tail]);
    case 'swap':
      return Buffer.concat([middle, head, tail]);
  }
}

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder).map((name) => path.join(folder, name));

/** Writes a file; an index is to be believed. */
function write(file: string, bytes: Uint8Array): void {
  writeFileSync(file, bytes);
  if (file.includes('/cache/index/')) utimesSync(file, SEAL, SEAL);
}

test('whatever is damaged, nothing that was written is said, and nothing ends as a bug', async () => {
  const home = soundHome();
  await coach(['reflect', 'member', '--full', '--about', ''], {
    home,
    prompter: scripted(CANARY, { kind: 'later' }),
  });
  const files = [
    ...entryFiles(home),
    path.join(home, 'config/settings.json'),
    path.join(home, 'state/drafts/001k3x8m2p.json'),
    ...filesOf(await makeIndex(home)),
  ];
  const sound = new Map(files.map((file) => [file, readFileSync(file)]));
  let problems = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(harm, { minLength: 1, maxLength: 3 }),
      async (file, harms) => {
        const bytes = sound.get(file) ?? Buffer.of();
        try {
          write(file, harms.reduce<Buffer>(harmed, bytes));
          const { findings } = await examined({ home });
          if (findings.some(({ grade }) => grade === 'problem')) problems++;
        } finally {
          write(file, bytes);
        }
      },
    ),
    { numRuns: 150 },
  );
  // Most damage is found.
  expect(problems).toBeGreaterThan(50);
});
