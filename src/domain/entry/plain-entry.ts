// The form in which the texts of an entry are kept.
import type { Answer } from './answer.ts';
import type { Entry, Extra } from './entry.ts';
import { linkedName, oneLine, plainText, withoutBlankEnds } from '../text/plain-text.ts';

/**
 * An entry in the form in which it is kept: every text as `plainText`, every name, wording and part as `oneLine`, of a name that is
 * a link its words (`linkedName`); what is empty then is absent, and an answer without any words is passed. What a person added stands in the order of the
 * answers, one section to each place. Dates, numbers and ids are not touched.
 *
 * Making a plain entry plain changes nothing.
 *
 * @example
 * plainEntry({ ...entry, about: ' D.\n', tags: [''] }) //=> { about: 'D.', tags: [], … }
 */
export function plainEntry(entry: Entry): Entry {
  const answers = entry.answers.map(plainAnswer);
  return {
    ...entry,
    zone: lineOrNull(entry.zone),
    about: lineOrNull(linkedName(entry.about ?? '')),
    tags: entry.tags.map(plainTag).filter((tag) => tag !== ''),
    title: oneLine(entry.title),
    answers,
    extra: plainExtra(entry.extra, answers),
  };
}

/**
 * A tag as it is kept: on one line, without the sign that other programs put before it, and not as a link.
 *
 * @example
 * plainTag('#drafts') //=> 'drafts'
 */
export function plainTag(text: string): string {
  const tag = linkedName(text).replace(/^#+(?=[^\s#])/, '');
  return tag === text ? tag : plainTag(tag);
}

function plainAnswer(answer: Answer): Answer {
  const plain = { ...answer, asked: oneLine(answer.asked) };
  if (plain.skip !== null) return plain;
  switch (plain.type) {
    case 'text': {
      const value = plainText(plain.value);
      return value.trim() === '' ? passed(plain) : { ...plain, value };
    }
    case 'choice':
    case 'scale':
      return plain.legend === undefined ? plain : { ...plain, legend: oneLine(plain.legend) };
    case 'prediction': {
      const expect = oneLine(plain.value.expect);
      const value = { ...plain.value, expect, sign: lineOrNull(plain.value.sign) };
      return expect === '' ? passed(plain) : { ...plain, value };
    }
    case 'commitment': {
      const then = oneLine(plain.value.then);
      const { because, obstacle, response, ...plan } = plain.value;
      const more = Object.entries({ because, obstacle, response }).flatMap(([name, said = '']) => {
        const line = oneLine(said);
        return line === '' ? [] : [[name, line]];
      });
      const value = { ...plan, then, when: lineOrNull(plan.when), ...Object.fromEntries(more) };
      return then === '' ? passed(plain) : { ...plain, value };
    }
    case 'percent':
    case 'date':
      return plain;
  }
}

function passed(answer: Answer): Answer {
  return { ...answer, value: null, skip: 'passed' };
}

/** Sections that belong to no answer come last, so that none is lost. */
function plainExtra({ front, sections }: Extra, answers: readonly Answer[]): Extra {
  const places = [null, ...answers.map(({ question }) => question)];
  const last = places.at(-1) ?? null;
  return {
    front: withoutBlankEnds(plainText(front)),
    sections: places.flatMap((place) => {
      const text = sections
        .filter(({ after }) => after === place || (place === last && !places.includes(after)))
        .map((section) => withoutBlankEnds(plainText(section.text)))
        .filter((part) => part !== '')
        .join('\n\n');
      return text === '' ? [] : [{ after: place, text }];
    }),
  };
}

function lineOrNull(text: string | null): string | null {
  return oneLine(text ?? '') || null;
}
