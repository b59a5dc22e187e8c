import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEntryFile } from '../../src/app/journal/parse-entry-file.ts';
import { FileMistakes } from '../../src/domain/text/errors.ts';
import { discreet, discreetMistake } from '../../src/doctor/redact.ts';

test.each([
  {
    message: '"170 %" is not a likelihood; expected a whole number',
    told: '"…" is not a likelihood; expected a whole number',
  },
  {
    message: '"a" is not "b" is not a date; expected YYYY-MM-DD',
    told: '"…" is not a date; expected YYYY-MM-DD',
  },
  {
    message: '"x/y" does not refer to an answer; expected something like k/m',
    told: '"…" does not refer to an answer; expected something like k/m',
  },
  {
    message: 'the front matter is missing "id", the name',
    told: 'the front matter is missing "id", the name',
  },
  { message: 'a commitment needs a line "- Then: …"', told: 'a commitment needs a line "- Then: …"' },
  { message: '"Due" stands here twice', told: '"Due" stands here twice' },
  { message: 'the front matter is not YAML: Unresolved alias: secret', told: 'the front matter is not YAML' },
  {
    message: 'there is no setting "a", "b"; did you mean role?',
    told: 'there is no setting "…"; did you mean role?',
  },
  { message: 'something new "said" about "id" here', told: 'something new "…" here' },
  { message: 'expected a number', told: 'expected a number' },
])('$message', ({ message, told }) => expect(discreet(message)).toBe(told));

describe('of an entry', () => {
  const body = [
    'percent',
    'scale',
    'date',
    'choice',
    'prediction',
    'commitment',
    'SONG',
    'text closes=SONG',
    'text SONG',
  ]
    .map(
      (type, at) => `\n## Q\n<!-- coach: q-${at} ${type} -->\n\n- Due: SONG\n- Feeling: SONG\n- SONG: SONG\n`,
    )
    .join('');
  const keys = ['coach', 'id', 'at', 'written', 'day', 'bank', 'bank-version', 'role', 'tags', 'minutes'];

  test('no mistake tells what stands in the file', async () => {
    const song = fc.constantFrom(
      'Canary',
      '"Canary" is not a day',
      "'Canary",
      '*Canary',
      '!Canary x',
      '[Canary',
      '{Canary: Canary}',
      'Canary: Canary',
    );
    await fc.assert(
      fc.asyncProperty(fc.subarray(keys), song, async (sung, text) => {
        const front = keys.map((key) => `${key}: ${sung.includes(key) ? text : '1'}`).join('\n');
        const source = `---\n${front}\n---\n${body}`.replaceAll('SONG', text);
        const read = await parseEntryFile(source, 'a.md', true).catch((error: unknown) => error);
        if (!(read instanceof FileMistakes)) throw new Error('it was understood');
        const told = read.mistakes.map((mistake) => discreetMistake('a.md', mistake)).join('\n');
        expect(told).not.toContain('Canary');
      }),
    );
  });
});
