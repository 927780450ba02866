/** All cases, in the order of the report. A new case is a file in `cases/` and a line here. */
import type { Case } from './case';
import { bulk } from './cases/bulk';
import { createWithLabel } from './cases/create-with-label';
import { day } from './cases/day';
import { form } from './cases/form';
import { growth } from './cases/growth';
import { labels } from './cases/labels';
import { loading } from './cases/loading';
import { lookups } from './cases/lookups';
import { many } from './cases/many';
import { replies } from './cases/replies';
import { updates } from './cases/updates';

export const CASES: readonly Case[] = [
  lookups,
  bulk,
  createWithLabel,
  form,
  labels,
  many,
  updates,
  growth,
  replies,
  loading,
  day,
];
