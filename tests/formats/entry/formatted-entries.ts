// One entry, and its file as formatters of Markdown leave it.
import type { Entry } from '../../../src/domain/entry/entry.ts';
import { entryWith } from './entry-samples.ts';

const reference = '8f2qm7c1xy/member-guess';

/** An entry with answers and skips of all types; none of its words is Markdown that may be spelled in another way. */
export const formattedEntry: Entry = entryWith({
  title: 'What 3 * 4 makes',
  tags: ['drafts', 'to-do'],
  answers: [
    {
      question: 'q-text',
      asked: 'What happened to plan_a_b?',
      type: 'text',
      value: 'Small, then angry.\n\n```\n1 * 2\n```',
      skip: null,
    },
    { question: 'q-needs', asked: 'And then?', type: 'text', value: null, skip: 'not-today' },
    {
      question: 'q-choice',
      asked: 'How did it fit?',
      type: 'choice',
      value: 'outlived',
      legend: 'It fitted at first (and for a long while) and has gone on since then, day after day',
      closes: reference,
      skip: null,
    },
    { question: 'q-fit', asked: 'How?', type: 'choice', value: null, skip: 'too-close' },
    {
      question: 'q-scale',
      asked: 'How clear is it?',
      type: 'scale',
      value: 2,
      legend: '1 not clear at all between the two of us, 5 completely clear to everybody',
      skip: null,
    },
    { question: 'q-clear', asked: 'How clear?', type: 'scale', value: null, skip: 'passed' },
    {
      question: 'q-guess',
      asked: 'What do you expect?',
      type: 'prediction',
      value: {
        expect: 'The list of 3 * 4 suppliers goes out on Friday with at most two_small_remarks on it',
        sign: 'a mail',
        likelihood: 0.7,
        due: '2026-12-06',
        feeling: 'hoped',
      },
      skip: null,
    },
    { question: 'q-plan', asked: 'What will you try?', type: 'commitment', value: null, skip: 'not-mine' },
    { question: 'q-date', asked: 'When?', type: 'date', value: '2026-12-24', skip: null },
    { question: 'q-again', asked: 'How likely?', type: 'percent', value: 0.55, skip: null },
  ],
  extra: {
    front: 'weather: rain all day',
    sections: [
      { after: 'q-text', text: '## In December\n\nI see this otherwise now.' },
      { after: 'q-fit', text: 'Too close then.' },
    ],
  },
});
