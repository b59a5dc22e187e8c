import { describe, expect, test } from 'vitest';
import { answerFromFile, type AnswersRequest } from '../../../src/app/sitting/answer-from-file.ts';
import { FileMistakes } from '../../../src/domain/text/errors.ts';
import { entryOn, guess, skipped, words } from '../../domain/journals.ts';
import { bankNamed } from '../../domain/plans.ts';
import { newWorld, type World } from '../world.ts';

function save(
  text: string,
  { world = newWorld(), ...request }: Partial<AnswersRequest> & { readonly world?: World } = {},
): ReturnType<typeof answerFromFile> {
  const { bank = bankNamed('checkin') } = request;
  return answerFromFile(
    {
      text,
      file: 'answers',
      bank,
      role: 'member',
      about: undefined,
      rememberedAbout: null,
      tags: [],
      at: undefined,
      selection: {},
      ...request,
    },
    world.answersPorts(bank),
  );
}

/** What is said about a file that is refused. */
async function refused(
  text: string,
  request: Partial<AnswersRequest> = {},
): Promise<{ readonly said: readonly string[]; readonly hint: string | undefined }> {
  const world = newWorld();
  try {
    await save(text, { ...request, world });
  } catch (error) {
    if (!(error instanceof FileMistakes)) throw error;
    if (world.log.length > 0) throw new Error('it was refused, and saved', { cause: error });
    return { said: error.message.split('\n'), hint: error.hint };
  }
  throw new Error('it was not refused');
}

describe('an entry', () => {
  test.each([
    { kind: 'JSON', text: '{"checkin-trust": 4, "rot-m-waited": "a go-ahead"}' },
    { kind: 'YAML', text: '# mine\ncheckin-trust: 4\nrot-m-waited: a go-ahead\n' },
    { kind: 'JSON in another order', text: '{"rot-m-waited": "a go-ahead", "checkin-trust": 4}' },
  ])('from $kind', async ({ text }) => {
    const world = newWorld();
    const { entry, path } = await save(text, { world });
    expect(path).toBe('2026/11/2026-11-22-091405-checkin-0000000001.md');
    expect(world.log).toEqual(['entry 0000000001']);
    expect(entry).toEqual({
      id: '0000000001',
      at: '2026-11-22T09:14:05+01:00',
      written: '2026-11-22T09:14:05+01:00',
      zone: 'Europe/Berlin',
      day: '2026-11-22',
      bank: 'checkin',
      bankVersion: 2,
      role: 'member',
      about: null,
      tags: [],
      title: 'Two minutes today',
      minutes: null,
      answers: [
        expect.objectContaining({ question: 'checkin-trust', value: 4 }),
        expect.objectContaining({ question: 'rot-m-waited', value: 'a go-ahead' }),
      ],
      extra: { front: '', sections: [] },
    });
  });

  test('of the check-in may answer any question of the rotation', async () => {
    const { entry } = await save('{"rot-m-thanks": "a colleague", "rot-m-rest": "nothing"}');
    expect(entry.answers.map(({ question }) => question)).toEqual(['rot-m-rest', 'rot-m-thanks']);
  });

  test.each<{ case: string; head: string; request: Partial<AnswersRequest>; is: object }>([
    {
      case: 'the head says what the command line does not',
      head: 'role: manager\nabout: D.\nat: yesterday 18:00\ntags: [one, "#two three", ""]',
      request: { role: undefined },
      is: {
        role: 'manager',
        about: 'D.',
        at: '2026-11-21T18:00:00+01:00',
        day: '2026-11-21',
        written: '2026-11-22T09:14:05+01:00',
        tags: ['one', 'two-three'],
      },
    },
    {
      case: 'the command line counts before the head, and tags are both',
      head: 'role: manager\nabout: D.\nat: yesterday 18:00\ntags: [one]',
      request: { role: 'member', about: 'E.', at: '2026-11-20T18:00:00+01:00', tags: ['two', 'one'] },
      is: {
        role: 'member',
        about: 'E.',
        at: '2026-11-20T18:00:00+01:00',
        day: '2026-11-20',
        tags: ['two', 'one'],
      },
    },
    {
      case: 'a date alone',
      head: 'at: 2026-11-20',
      request: {},
      is: { at: '2026-11-20', day: '2026-11-20' },
    },
    {
      case: 'after midnight the day before is still running',
      head: 'at: 2026-11-21T01:00',
      request: {},
      is: { at: '2026-11-21T01:00:00+01:00', day: '2026-11-20' },
    },
  ])('$case', async ({ head, request, is }) => {
    expect((await save(`${head}\ncheckin-trust: 4\n`, request)).entry).toMatchObject(is);
  });

  test('of a bank that asks the same of everybody needs no role', async () => {
    const { entry } = await save('{"note-text": "words"}', { bank: bankNamed('note'), role: undefined });
    expect(entry).toMatchObject({ role: null, bank: 'note' });
  });

  test('of a programme is about whom it names', async () => {
    const bank = bankNamed('challenge');
    const step = 'step-see';
    const { entry } = await save('challenge-scope: D.\nsee-my-gain: safety', { bank, selection: { step } });
    expect(entry.about).toBe('D.');
    expect(entry.answers.map(({ question, step: of }) => [question, of])).toEqual([
      ['see-my-gain', 'step-see'],
    ]);
    const said = await save('challenge-scope: D.\nsee-count: "12"', {
      bank,
      selection: { step },
      about: 'E.',
    });
    expect(said.entry).toMatchObject({ about: 'E.', answers: [{ question: 'see-count', step: 'step-see' }] });
  });

  test('closes the standing prediction about the same people', async () => {
    const world = newWorld([
      entryOn('2026-11-20', 'prepare', [guess('prepare-prediction')], {
        id: 'aaaaaaaaaa',
        role: 'manager',
        about: 'D.',
      }),
    ]);
    const bank = bankNamed('debrief');
    const closed = await save('about: d.\ndebrief-next-step: doer', { world, bank, role: 'manager' });
    expect(closed.entry.answers[0]).toMatchObject({ closes: 'aaaaaaaaaa/prepare-prediction' });
    const other = await save('about: E.\ndebrief-next-step: doer', { world, bank, role: 'manager' });
    expect(other.entry.answers[0]).not.toHaveProperty('closes');
  });

  test('asks in the smaller form where that is its turn', async () => {
    const passed = ['2026-11-19', '2026-11-20'].map((day) =>
      entryOn(day, 'member', [skipped('member-hold-back')], { id: day }),
    );
    const { entry } = await save('member-hold-back: the rota', {
      world: newWorld(passed),
      bank: bankNamed('member'),
    });
    expect(entry.answers[0]?.asked).toBe('Name one thing you could take on. That is enough for today.');
  });
});

describe('what is read of the journal', () => {
  test.each([
    { bank: 'checkin', text: 'checkin-trust: 4', queries: 0 },
    { bank: 'prepare', text: 'prepare-kind: deal', queries: 0 },
    { bank: 'lookback', text: 'lookback-guesses: much', queries: 1 },
    { bank: 'member', text: 'member-felt: anger', queries: 1 },
    { bank: 'debrief', text: 'debrief-decided: a date', queries: 1 },
  ])('for $bank: $queries', async ({ bank, text, queries }) => {
    const world = newWorld();
    await save(text, { world, bank: bankNamed(bank) });
    expect(world.queries).toHaveLength(queries);
  });
});

describe('nothing is saved', () => {
  const mend = 'Nothing was saved. Fix the file and try again.';

  test.each<{ case: string; text: string; request?: Partial<AnswersRequest>; said: readonly string[] }>([
    {
      case: 'on any mistake, and all are said, as they stand in the file',
      text: 'checkin-trust: 9\nat: tomorrow\nrole: boss\nrot-m-wated: words\nrot-g-means: words\ncheckin-load: x\n',
      request: { role: undefined },
      said: [
        'answers:1:16: checkin-trust: expected a whole number from 1 to 5, or na',
        'answers:2:5: at: "tomorrow" is not a time in the past; expected a time such as 2026-11-22T09:14 or "yesterday 18:00"',
        'answers:3:7: role: "boss" is not a role; expected manager or member',
        'answers:4:1: no question "rot-m-wated" in the question set checkin; did you mean rot-m-waited?',
        'answers:6:15: checkin-load: expected a whole number from 1 to 5, or na',
      ],
    },
    {
      case: 'on a wrong moment beside a wrong key',
      text: '{"at": "tomorrow",\n"checkin-turst": 4}',
      said: [
        'answers:1:8: at: "tomorrow" is not a time in the past; expected a time such as 2026-11-22T09:14 or "yesterday 18:00"',
        'answers:2:1: no question "checkin-turst" in the question set checkin (member); did you mean checkin-trust?',
      ],
    },
    {
      case: 'on a key that stands twice in JSON',
      text: '{"checkin-trust": 4, "checkin-trust": 5}',
      said: ['answers:1:22: the key "checkin-trust" appears twice'],
    },
    {
      case: 'on what is not YAML, whatever the role',
      text: 'checkin-trust: "4',
      request: { role: undefined },
      said: [expect.stringMatching(/^answers:\d+:\d+: not YAML/)],
    },
    {
      case: 'on an empty file',
      text: '',
      request: { role: undefined },
      said: ['answers:1:1: expected "question: answer" lines (see --template)'],
    },
    {
      case: 'of a question of another step',
      text: 'own-share: words',
      request: { bank: bankNamed('challenge'), selection: { step: 'step-see' } },
      said: ['answers:1:1: own-share: this question is not asked here'],
    },
  ])('$case', async ({ text, request, said }) => {
    expect(await refused(text, request)).toEqual({ said, hint: mend });
  });

  test.each(['{}', 'role: member', 'checkin-trust:', '{"checkin-trust": null, "rot-m-waited": ""}'])(
    'where nothing is answered: %s',
    async (text) => {
      const { said } = await refused(text);
      expect(said).toEqual(['answers:1:1: has no answers (--template prints a file to fill in)']);
    },
  );

  test('but a chosen kind of skip is something', async () => {
    const { entry } = await save('checkin-trust: {skip: not-today}');
    expect(entry.answers).toMatchObject([{ skip: 'not-today' }]);
  });

  test('where nobody says the role, or the wrong one for the bank', async () => {
    await expect(save('checkin-trust: 4', { role: undefined })).rejects.toThrow('which role?');
    const manager = save('manager-prevent: a slip', { bank: bankNamed('manager'), role: 'member' });
    await expect(manager).rejects.toThrow('the question set manager is for the role manager, not member');
  });

  test('where the journal has no room', async () => {
    const world = newWorld();
    world.full.journal = true;
    await expect(save('checkin-trust: 4', { world })).rejects.toThrow('the disk is full');
  });
});

test('what was said before does not come into it', async () => {
  const world = newWorld([entryOn('2026-11-20', 'checkin', [words('rot-m-waited')])]);
  const { entry } = await save('rot-m-waited: again', { world });
  expect(entry.answers).toHaveLength(1);
});

test.each([
  { said: undefined, head: 'about: D.', remembered: 'K.', is: 'D.' },
  { said: undefined, head: '', remembered: 'K.', is: 'K.' },
  { said: null, head: 'about: D.', remembered: 'K.', is: null },
  { said: 'E.', head: 'about: D.', remembered: 'K.', is: 'E.' },
])(
  'it is about $is: said $said, in the file "$head", remembered $remembered',
  async ({ said, head, remembered, is }) => {
    const bank = bankNamed('member');
    const saved = await save(`${head}\nmember-felt: tense\n`, {
      bank,
      about: said,
      rememberedAbout: remembered,
    });
    expect(saved.entry.about).toBe(is);
  },
);
