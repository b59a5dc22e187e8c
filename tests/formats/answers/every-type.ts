import type { Mistake } from '../../../src/domain/text/errors.ts';
import type { Agenda } from '../../../src/domain/sitting/agenda.ts';
import { readAnswers } from '../../../src/formats/answers/answers-file.ts';
import { readYaml } from '../../../src/formats/text/yaml-positions.ts';
import { bankOf, planOf, TODAY } from '../../domain/plans.ts';

/** A bank with a question of each type. */
export const everyType = bankOf(`
- {id: mine-text, type: text, ask: "What?"}
- {id: mine-choice, type: choice, ask: "Which?", options: [{value: kept, label: Kept}, {value: not-yet, label: Not yet}]}
- {id: mine-reason, type: text, ask: "How so?", show_if: {mine-choice: [not-yet]}}
- {id: mine-scale, type: scale, ask: "How much?", scale: {min: 1, max: 5, low: little, high: much}}
- {id: mine-na, type: scale, ask: "How much?", na: None, scale: {min: 0, max: 9, low: little, high: much}}
- {id: mine-percent, type: percent, ask: "How likely?"}
- {id: mine-date, type: date, ask: "When?"}
- {id: mine-guess, type: prediction, ask: "What do you expect?"}
- {id: mine-fixed, type: prediction, ask: "How likely?", fixed: It rains.}
- {id: mine-plan, type: commitment, ask: "What will you do?"}
- {id: mine-managers, type: text, roles: [manager], ask: "What else?"}`);
/** The plan of a sitting that asks all of it. */
export const agenda = planOf(everyType);

/** A mistake with its place. */
export const said = ({ line, column, message }: Mistake): string => `${line}:${column} ${message}`;
/** An answers file, read. */
export const read = (source: string, of: Agenda = agenda): ReturnType<typeof readAnswers> =>
  readAnswers(readYaml(source), of, TODAY);
/** All that is wrong in an answers file. */
export const wrong = (source: string): readonly string[] => read(source).mistakes.map(said);
