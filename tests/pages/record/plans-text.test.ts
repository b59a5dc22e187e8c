import { expect, test } from 'vitest';
import { followedItems } from '../../../src/domain/record/followed-items.ts';
import { planList } from '../../../src/domain/record/plan-list.ts';
import { addDays } from '../../../src/domain/time/day.ts';
import { plansPage } from '../../../src/pages/record/plans-text.ts';
import { plainStyle } from '../../../src/pages/text/style.ts';
import { commitment, entryOn, outcome } from '../../domain/journals.ts';

test('for each closed plan a table of all plans was made, so that ten thousand entries took seconds', () => {
  const idOf = (number: number): string => String(number).padStart(10, '0');
  const entries = Array.from({ length: 300 }, (_, at) => {
    const day = addDays('2024-01-01', at);
    const closing = at === 0 ? [] : [outcome(`${idOf(at - 1)}/member-commitment`, 'kept')];
    return entryOn(day, 'member', [commitment('member-commitment', day), ...closing], { id: idOf(at) });
  });
  let asked = 0;
  const items = followedItems(entries).map((item) => {
    const { reference } = item;
    const get = (): string => (asked++, reference);
    return Object.defineProperty(item, 'reference', { get });
  });
  const page = plansPage(planList(items, '2026-11-22'), items, 'all', '2026-11-22', {
    width: 80,
    style: plainStyle,
  });
  expect(page.match(/^ {2}Plan from/gm)).toHaveLength(300);
  expect(asked).toBeLessThan(10 * items.length);
});
