import { describe, expect, test } from 'vitest';
import type { Extra } from '../../../src/domain/entry/entry.ts';
import { printEntry } from '../../../src/formats/entry/entry-markdown.ts';
import { entryWith, readEntry, textAnswer } from './entry-samples.ts';

interface Edit extends Partial<Extra> {
  readonly edit: string;
  readonly from: string;
  readonly to: string;
}

describe('law 2: what a person adds is kept', () => {
  const written = printEntry(
    entryWith({
      tags: ['drafts', 'to do'],
      answers: [
        textAnswer('Small.'),
        {
          question: 'member-fit',
          asked: 'How did it fit?',
          type: 'choice',
          value: 'fitting',
          legend: 'It did',
          skip: null,
        },
        {
          question: 'member-guess',
          asked: 'What next?',
          type: 'prediction',
          value: { expect: 'rain', sign: null, likelihood: null, due: null, feeling: null },
          skip: null,
        },
        { question: 'member-last', asked: 'And last?', type: 'text', value: null, skip: 'passed' },
      ],
    }),
  );

  /** What somebody did to that file, and what of it is theirs. */
  const edits: readonly Edit[] = [
    { edit: 'a key at the end', from: 'minutes: 7', to: 'minutes: 7\nmood: 3', front: 'mood: 3' },
    {
      edit: 'a comment on top',
      from: 'coach: 1',
      to: '# mine\ncoach: 1',
      front: '# mine',
    },
    {
      edit: 'a key at the beginning',
      from: 'coach: 1',
      to: 'aliases: [one, two]\ncoach: 1',
      front: 'aliases: [one, two]',
    },
    {
      edit: 'keys of Obsidian',
      from: 'minutes: 7',
      to: 'minutes: 7\naliases:\n  - When it rained\ncssclasses: []',
      front: 'aliases:\n  - When it rained\ncssclasses: []',
    },
    {
      edit: 'nested keys',
      from: 'about: D.',
      to: 'people:\n  boss: {name: D., since: 2020}\n  # and\n  team:\n  - E.\nabout: D.',
      front: 'people:\n  boss: {name: D., since: 2020}\n  # and\n  team:\n  - E.',
    },
    {
      edit: 'a text of many lines',
      from: 'about: D.',
      to: 'note: |\n  one\n\n  ## two\nabout: D.',
      front: 'note: |\n  one\n\n  ## two',
    },
    {
      edit: 'comments',
      from: 'about: D.',
      to: '# who\nabout: D.\n  # and why\n# so',
      front: '# who\n# and why\n# so',
    },
    {
      edit: 'comments and a text of many lines',
      from: 'about: D.',
      to: 'note: |\n  one\nabout: D.\n  # indented',
      front: 'note: |\n  one\n# indented',
    },
    {
      edit: 'blank lines',
      from: 'about: D.',
      to: '\nabout: D.\n\nmood: 3\n\nlate: yes\n',
      front: 'mood: 3\n\nlate: yes',
    },
    {
      edit: 'single quotes',
      from: 'about: D.',
      to: "about: 'D.'\n'a key': 'it''s'",
      front: "'a key': 'it''s'",
    },
    {
      edit: 'a key that is no text',
      from: 'about: D.',
      to: 'about: D.\n? [a, b]\n: c',
      front: '? [a, b]\n: c',
    },
    {
      edit: 'words below the title',
      from: '## What did',
      to: 'A rainy day.\n\n## What did',
      sections: [{ after: null, text: 'A rainy day.' }],
    },
    {
      edit: 'a section before the first question',
      from: '## What did',
      to: '## Before\n\nText.\n\n\n## What did',
      sections: [{ after: null, text: '## Before\n\nText.' }],
    },
    {
      edit: 'a section after a text',
      from: 'Small.\n',
      to: 'Small.\n\n## Later\n\nI think otherwise now.\n',
      sections: [{ after: 'member-felt', text: '## Later\n\nI think otherwise now.' }],
    },
    {
      edit: 'two sections after a text',
      from: 'Small.\n',
      to: 'Small.\n# Later\none\n\n\n\n## Still later\n  two  \n',
      sections: [{ after: 'member-felt', text: '# Later\none\n\n\n\n## Still later\n  two  ' }],
    },
    {
      edit: 'words after a choice',
      from: '(It did)',
      to: '(It did)\nMostly.\n\n> really',
      sections: [{ after: 'member-fit', text: 'Mostly.\n\n> really' }],
    },
    {
      edit: 'words after a prediction',
      from: '- Expect: rain',
      to: '- Expect: rain\n\nFrom the west.\n\n- Sign: not a part any more',
      sections: [{ after: 'member-guess', text: 'From the west.\n\n- Sign: not a part any more' }],
    },
    {
      edit: 'a list after a prediction',
      from: '- Expect: rain',
      to: '- Expect: rain\n\n- umbrella\n- Sign: none',
      sections: [{ after: 'member-guess', text: '- umbrella\n- Sign: none' }],
    },
    {
      edit: 'a quote below a prediction',
      from: '- Expect: rain',
      to: '- Expect: rain\n> really',
      sections: [{ after: 'member-guess', text: '> really' }],
    },
    {
      edit: 'words after a skip',
      from: '*passed*',
      to: '*passed*\n\nI was tired.',
      sections: [{ after: 'member-last', text: 'I was tired.' }],
    },
    {
      edit: 'a question whose comment is gone',
      from: '<!-- coach: member-fit choice -->\n',
      to: '',
      sections: [{ after: 'member-felt', text: '## How did it fit?\n\nfitting (It did)' }],
    },
    {
      edit: 'a fence left open',
      from: '(It did)',
      to: '(It did)\n\n```\nopen',
      sections: [{ after: 'member-fit', text: '```\nopen' }],
    },
    {
      edit: 'code with headings',
      from: '(It did)',
      to: '(It did)\n\n```\n# x\n```\n\n## y',
      sections: [{ after: 'member-fit', text: '```\n# x\n```\n\n## y' }],
    },
  ];
  test.each(edits)('$edit', ({ from, to, front = '', sections = [] }) => {
    expect(written).toContain(from);
    const read = readEntry(written.replace(from, () => to));
    expect(read.extra).toEqual({ front, sections });
    expect(readEntry(printEntry(read))).toStrictEqual(read);
    expect(printEntry(readEntry(printEntry(read)))).toBe(printEntry(read));
  });

  test('an answer taken out above a section leaves a skip and the section', () => {
    const { answers, extra } = readEntry(written.replace('Small.', '## Later'));
    expect(answers[0]).toMatchObject({ question: 'member-felt', value: null, skip: 'passed' });
    expect(extra.sections).toEqual([{ after: 'member-felt', text: '## Later' }]);
  });

  test('a front matter rewritten by Obsidian says the same', () => {
    const rewritten = written.replace(/^---.*?\n---\n/s, '').replace(
      /^/,
      `---
aliases:
  - A rainy day
coach: 1
id: k3x8m2p9qa
at: 2026-11-22T09:14:05+01:00
written: 2026-11-22T09:21:40+01:00
zone: Europe/Berlin
day: 2026-11-22
bank: member
bank-version: 1
role: member
about: D.
tags:
  - drafts
  - to do
minutes: 7
cssclasses: []
---
`,
    );
    const before = readEntry(written);
    expect(readEntry(rewritten)).toStrictEqual({
      ...before,
      extra: { ...before.extra, front: 'aliases:\n  - A rainy day\ncssclasses: []' },
    });
  });

  test('a fence left open in an answer hides no later answer', () => {
    const broken = written.replace('Small.', 'Small.\n```\nx');
    expect(readEntry(broken).answers.map(({ question }) => question)).toEqual([
      'member-felt',
      'member-fit',
      'member-guess',
      'member-last',
    ]);
    expect(readEntry(broken).answers[0]?.value).toBe('Small.\n```\nx');
  });
});
