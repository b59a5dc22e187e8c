import { expect, test } from 'vitest';
import { head, mistakesIn, question } from './bank-mistakes.ts';

test.each([
  {
    case: 'ids that stand twice, in other lists, as follow-up or as step',
    source: `${head}context:
${question}questions:
${question}  - {id: tell, type: choice, ask: Who?, options: [{value: a, label: A}, {value: b, label: B}], follow: What?}
  - {id: tell-follow, type: text, ask: What?}
`,
    is: ['9:10 the id "mine-one" appears twice', '11:10 the id "tell-follow" appears twice'],
  },
  {
    case: 'a follow-up question whose id is taken',
    source: `${head}questions:
  - {id: tell-follow, type: text, ask: What?}
  - {id: tell, type: choice, ask: Who?, options: [{value: a, label: A}, {value: b, label: B}], follow: What?}
`,
    is: ['8:104 the follow-up question would get the id "tell-follow", which is already in use'],
  },
  {
    case: 'an id with capitals or two hyphens',
    source: `${head}questions:\n  - {id: Mine, type: text, ask: What?}\n  - {id: a--b, type: text, ask: What?, repeats: -a}\n`,
    is: [
      '7:10 "id": expected lowercase letters, digits and single hyphens, such as "my-question", found "Mine"',
      '8:10 "id": expected lowercase letters, digits and single hyphens, such as "my-question", found "a--b"',
      '8:49 "repeats": expected lowercase letters, digits and single hyphens, such as "my-question", found "-a"',
    ],
  },
  {
    case: 'a choice without options, a scale without a scale',
    source: `${head}questions:\n  - {id: a, type: choice, ask: What?}\n  - {id: b, type: scale, ask: How far?}\n`,
    is: ['7:5 a choice needs the key "options"', '8:5 a scale needs the key "scale"'],
  },
  {
    case: 'a choice of one, and of one value twice',
    source: `${head}questions:
  - {id: a, type: choice, ask: What?, options: [{value: x, label: X}]}
  - {id: b, type: choice, ask: What?, options: [{value: x, label: X}, {value: x, label: Y}]}
`,
    is: ['7:48 "options": expected at least two options, found a list', '8:79 the value "x" appears twice'],
  },
  {
    case: 'scales upside down, too wide, negative, broken',
    source: `${head}questions:
  - {id: a, type: scale, ask: How?, scale: {min: 5, max: 5, low: l, high: h}}
  - {id: b, type: scale, ask: How?, scale: {min: 0, max: 11, low: l, high: h}}
  - {id: c, type: scale, ask: How?, scale: {min: -2, max: 2.5, low: l, high: h}}
  - id: d
    type: scale
    ask: How?
    scale:
      manager: {min: 1, max: 5, low: l, high: h}
      member: {min: 5, max: 1, low: l, high: h}
`,
    is: [
      '7:58 expected a number above min (5), found 5',
      '8:58 expected at most 10, 10 above min, found 11',
      '9:50 "min": expected a whole number from 0 to 100, found -2',
      '9:59 "max": expected a whole number from 0 to 100, found 2.5',
      '15:29 expected a number above min (5), found 1',
    ],
  },
  {
    case: 'keys on types that do not use them',
    source: `${head}questions:
  - id: a
    type: text
    ask: What?
    scale: {min: 1, max: 5, low: l, high: h}
    na: Not today
    when: When
    fixed: It will.
    options: [{value: a, label: A}, {value: b, label: B}]
  - {id: b, type: date, ask: When?, nudge: Look, resolves: c}
  - {id: c, type: prediction, ask: How likely?, fixed: It will., nudge: Look}
`,
    is: [
      '10:5 "scale" is for questions of type scale, but this one is of type text',
      '11:5 "na" is for questions of type scale, but this one is of type text',
      '12:5 "when" is for questions of type commitment, but this one is of type text',
      '13:5 "fixed" is for questions of type prediction, but this one is of type text',
      '14:5 "options" is for questions of type choice, but this one is of type text',
      '15:37 "nudge" is for questions of type text or prediction or commitment, but this one is of type date',
      '15:50 "resolves" is for questions of type prediction or commitment or choice, but this one is of type date',
      '16:66 "nudge" has no effect with "fixed"',
    ],
  },
  {
    case: 'what is meant to be told, and cannot be',
    source: `${head}questions:
  - {id: a, type: scale, ask: How?, scale: {min: 1, max: 5, low: l, high: h}, share: true}
  - {id: b, type: percent, ask: How likely?, share: true}
  - {id: c, type: text, ask: What?, share: true, private: true}
  - {id: d, type: prediction, ask: How likely?, fixed: It will., share: true}
  - {id: e, type: choice, ask: What?, resolves: d, share: true, options: [{value: a, label: A}, {value: b, label: B}]}
  - {id: f, type: choice, ask: Who?, resolves: d, share: true, follow: What?, options: [{value: a, label: A}, {value: b, label: B}]}
  - {id: g, type: text, ask: What?, share: false, private: true}
  - {id: h, type: text, ask: What?, share: maybe}
`,
    is: [
      '7:79 "share" is for questions of type text or choice or date or prediction or commitment, but this one is of type scale',
      '8:46 "share" is for questions of type text or choice or date or prediction or commitment, but this one is of type percent',
      '9:37 "share" has no effect with "private"',
      '10:66 "share" has no effect with "fixed"',
      '11:52 "share" has no effect with "resolves"',
      '13:37 "share" has no effect with "private"',
      '14:44 "share": expected true or false, found "maybe"',
    ],
  },
  {
    case: 'keys in places that do not use them',
    source: `${head}context:
  - {id: a, type: text, ask: What?, core: true}
questions:
  - {id: b, type: scale, ask: How?, scale: {min: 1, max: 5, low: l, high: h}, every_days: 3}
  - {id: c, type: text, ask: What?, ask_without_recall: What else?}
rotation:
  - {id: d, ask: What?, show_if: {rested_questions: ">=1"}}
`,
    is: [
      '7:37 "core" is for questions under "questions"',
      '9:79 "every_days" is for questions under "weekly_scales"',
      '10:37 "ask_without_recall" has no effect without "recall"',
      '12:25 "show_if" cannot be used here',
    ],
  },
  {
    case: 'conditions on what was not asked before, is no choice, has no such value, is no count',
    source: `${head}questions:
  - {id: kind, type: choice, ask: What?, options: [{value: easy, label: E}, {value: hard, label: H}], show_if: {later: [x]}}
  - {id: one, type: text, ask: What?, show_if: {knid: [hard]}}
  - {id: two, type: text, ask: What?, show_if: {one: [hard]}}
  - {id: three, type: text, ask: What?, show_if: {kind: [hadr, easy, soft]}}
  - {id: four, type: text, ask: What?, show_if: {rested_question: ">=1"}}
  - {id: later, type: choice, ask: What?, options: [{value: x, label: X}, {value: y, label: Y}]}
`,
    is: [
      '7:113 "later" is not an earlier choice in this bank',
      '8:49 "knid" is not an earlier choice in this bank; did you mean "kind"?',
      '9:49 "one" is of type text; only a choice can be a condition',
      '10:58 unknown option of "kind" "hadr"; did you mean "hard"?',
      '10:70 unknown option of "kind" "soft"; expected one of easy, hard',
      '11:50 unknown count "rested_question"; did you mean "rested_questions"?',
    ],
  },
  {
    case: 'roles that the bank does not have',
    source: `${head.replace('both', 'member')}questions:\n  - {id: a, type: text, ask: What?, roles: [manager]}\n  - {id: b, type: text, ask: What?, roles: []}\n  - {id: c, type: text, ask: What?, roles: [boss]}\n`,
    is: [
      '7:44 nobody would be asked: this bank is for the role member',
      '8:44 "roles": expected at least one role, found an empty list',
      '9:45 "roles": expected one of manager, member, found "boss"',
    ],
  },
  {
    case: 'a bank without roles that asks by role',
    source: `${head.replace('both', 'none')}questions:\n  - {id: a, type: text, ask: {manager: What?, member: How?}}\n  - {id: b, type: text, ask: What?, roles: [manager]}\n`,
    is: [
      '7:30 "ask" cannot depend on a role: this bank has no roles',
      '8:44 "roles" cannot depend on a role: this bank has no roles',
    ],
  },
  {
    case: 'a short version that takes longer',
    source: `${head}minutes: {core: 9, full: 5}\nquestions:\n${question}`,
    is: ['6:17 the short version cannot take longer (9) than all the questions (5)'],
  },
  {
    case: 'steps out of order, and an advance whose values the program does not know',
    source: `${head}steps:
  - {id: s, week: 2, stage: one, title: One, aim: See, questions: [], between: Look, evidence: []}
  - {id: s, week: 2, stage: one, title: Two, aim: See, questions: [], between: Look, evidence: []}
advance:
  next: {id: n, type: choice, ask: Where to?, options: [{value: nxt, label: On}, {value: stop, label: Stop}]}
  stopped: {id: x, type: date, ask: When?}
`,
    is: [
      '8:10 the id "s" appears twice',
      '8:19 expected a week number above 2, the week in which the previous step begins',
      '10:47 also expected an option for each of next, repeat, pause',
      '10:65 unknown value "nxt"; did you mean "next"?',
      '11:26 expected the type text here, found date',
    ],
  },
  {
    case: 'an advance without steps',
    source: `${head}questions:\n${question}advance:\n  next: {id: n, type: choice, ask: W, options: [{value: next, label: N}, {value: repeat, label: R}, {value: pause, label: P}, {value: stop, label: S}]}\n  stopped: {id: x, type: text, ask: What?}\n`,
    is: ['8:1 "advance" is for banks with steps'],
  },
  {
    case: 'an option that resolves nothing',
    source: `${head}questions:\n  - {id: a, type: choice, ask: What?, options: [{value: x, label: X, resolves: "yes"}, {value: y, label: Y}]}\n`,
    is: ['7:70 "resolves" on an option needs the key "resolves" on its question'],
  },
  {
    case: 'a closing that is not what it says',
    source: `${head}closing:\n  commitment: {id: a, type: text, ask: What?}\n  tell: {id: b, type: text, ask: Who?}\n`,
    is: [
      '7:29 "type": expected one of commitment, found "text"',
      '8:23 expected the type choice here, found text',
    ],
  },
])('$case', ({ source, is }) => expect(mistakesIn(source)).toEqual(is));

test('is told together with those of the shape', () => {
  const source = `${head}questions:\n${question}${question}  - {id: c, type: txt, ask: What?}\n`;
  expect(mistakesIn(source).map((mistake) => mistake.split(' ')[0])).toEqual(['8:10', '9:19']);
});
