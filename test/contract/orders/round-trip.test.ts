import { checkedOrder } from '#carriers/shared/checked-order';
import { leavesOf, pathText } from '#carriers/shared/leaves';
import { mappedOrder } from '#carriers/shared/mapped-order';
import { FURTHER_ROUND_TRIPS } from './further-round-trips';
import { ROUND_TRIPS } from './round-trips';

it.each([...ROUND_TRIPS, ...FURTHER_ROUND_TRIPS])(
  '$name: what Get gives, Create takes, and Get gives it again',
  (trip) => {
    const { mapping, got, getAfter, notSent = [] } = trip;
    const mapped = mappedOrder(mapping, checkedOrder(got));
    expect(mapped.notSent).toEqual(notSent);
    const after = leavesOf(getAfter(mapped.request)).map(({ path, leaf }) => [pathText(path), leaf]);
    const before = leavesOf(got).map(({ path, leaf }) => [pathText(path), leaf]);
    const isKept = ([path]: unknown[]): boolean => !notSent.includes(String(path));
    expect(Object.fromEntries(after.filter(isKept))).toEqual(Object.fromEntries(before.filter(isKept)));
  },
);
