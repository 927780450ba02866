import * as z from 'zod/v4';
import { MEASURES, type Measure } from './case';

const isMeasure = (name: unknown): name is Measure => typeof name === 'string' && name in MEASURES;

/** One run, as a process tells it and as it is kept. */
export const SAMPLE = z.partialRecord(z.custom<Measure>(isMeasure), z.number());
