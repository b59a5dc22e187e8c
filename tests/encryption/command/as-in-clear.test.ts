import { chmodSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { coach, NOON, put, type Setting, settledHome } from '../../cli/coach.ts';

// Each command is run on an encrypted journal, too, and what it prints and leaves is compared (tests/cli/twin.ts).
beforeEach(() => vi.stubEnv('COACH_TEST_TWINS', 'whole'));
afterEach(() => void vi.unstubAllEnvs());

/** What somebody does. */
const ACTS: Readonly<Record<string, readonly [argv: readonly string[], more?: Partial<Setting>]>> = {
  write: [['note'], { stdin: 'The pineapple.' }],
  'write the same': [['reflect', 'note', '--answers', 'answers.yaml', '--at', '2026-11-20 10:00']],
  edit: [['journal', 'edit', '--editor', 'last']],
  'edit another': [['journal', 'edit', '--editor', '2026-11-20']],
  delete: [['journal', 'delete', 'last', '--yes']],
  'delete all': [['journal', 'delete', '--all', '--yes']],
  restore: [['journal', 'restore', 'last']],
  'restore all': [['journal', 'restore', '--all', '--yes']],
  import: [['journal', 'import', 'old.jsonl', '--yes']],
  undo: [['undo', '--yes']],
  redo: [['redo', '--yes']],
  versions: [['journal', 'history', 'last']],
  search: [['journal', '--search', 'pineapple', '--full']],
};

test('whatever is done to an encrypted journal, and undone, is what would be done to a readable one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...Object.keys(ACTS)), { minLength: 4, maxLength: 10 }),
      async (acts) => {
        const home = settledHome();
        const editor = put(path.join(home, 'editor'), '#!/bin/sh\necho "More of it." >>"$1"\n');
        chmodSync(editor, 0o700);
        put(path.join(home, 'answers.yaml'), 'note-text: Rain.\n');
        put(path.join(home, 'old.jsonl'), '{"date": "2026-11-16", "text": "Up early."}\n');
        let epoch = NOON;
        for (const act of ['write', 'write the same', ...acts]) {
          const [argv, more] = ACTS[act] ?? [[]];
          epoch += 60_000;
          const { exitCode } = await coach(argv, { home, epoch, env: { EDITOR: editor }, ...more });
          expect(exitCode).toBeLessThan(3);
        }
      },
    ),
    { numRuns: 6 },
  );
});
