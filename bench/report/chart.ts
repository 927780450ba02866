/** A chart as SVG, from the results alone: panels of bars, each with its own scale. Readable on light and on dark. */
import type { Measure } from '../case';
import type { Results } from '../results';
import { numberText } from './numbers';
import { medianOf } from './statistics';

export interface Panel {
  title: string;
  case: string;
  measure: Measure;
  /** Behind each number. */
  unit: string;
  /** What one in the chart is of one that was measured. */
  per?: number;
  bars: readonly Bar[];
}

export interface Bar {
  row: string;
  label: string;
  /** Drawn in the colour of the package. */
  isOurs?: true;
}

const WIDTH = 760;
const LABEL = 250;
const BAR = 20;
const STEP = 28;
const HEAD = 38;
const NUMBERS = 90;

/** Bars that were not measured are left out, and so is a panel without any. */
export function chartOf(panels: readonly Panel[], results: Results): string {
  let top = 16;
  const drawn = panels.flatMap((panel) => {
    const bars = barsOf(panel, results);
    if (bars.length === 0) return [];
    const text = panelText(panel, bars, top);
    top += HEAD + bars.length * STEP + 12;
    return [text];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top}" width="${WIDTH}" height="${top}" role="img" aria-label="${escaped(panels.map(({ title }) => title).join('; '))}">
<style>
text { font: 14px system-ui, sans-serif; fill: #1f2328 }
.title { font-weight: 600 }
.back { fill: #ffffff }
.other { fill: #8c959f }
.ours { fill: #0969da }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.back { fill: #0d1117 }
.other { fill: #6e7681 }
.ours { fill: #4493f8 }
}
</style>
<rect class="back" width="${WIDTH}" height="${top}" rx="8"/>
${drawn.join('\n')}
</svg>
`;
}

interface Drawn extends Bar {
  value: number;
}

function barsOf({ bars, measure, case: name, per = 1 }: Panel, { cases }: Results): Drawn[] {
  const results = cases[name];
  if (!results) return [];
  return bars.flatMap((bar) => {
    const value = medianOf(results, bar.row, measure);
    return value === undefined ? [] : [{ ...bar, value: value / per }];
  });
}

function panelText({ title, unit }: Panel, bars: readonly Drawn[], top: number): string {
  const most = Math.max(...bars.map(({ value }) => value));
  const lines = bars.map(({ label, value, isOurs }, index) => {
    const y = top + HEAD + index * STEP;
    const length = Math.max(2, Math.round(((WIDTH - LABEL - NUMBERS - 32) * value) / most));
    return [
      `<text x="${16 + LABEL - 10}" y="${y + 15}" text-anchor="end">${escaped(label)}</text>`,
      `<rect class="${isOurs ? 'ours' : 'other'}" x="${16 + LABEL}" y="${y}" width="${length}" height="${BAR}" rx="3"/>`,
      `<text x="${16 + LABEL + length + 8}" y="${y + 15}">${numberText(value)}${unit === '' ? '' : ` ${unit}`}</text>`,
    ].join('');
  });
  return [`<text class="title" x="16" y="${top + 22}">${escaped(title)}</text>`, ...lines].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
