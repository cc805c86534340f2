/** One line of the table. */
export interface Figure {
  what: string;
  /** Absent: could not be measured here. */
  value?: number;
  unit: 's' | 'ms' | 'MB' | '%' | '';
  /** The value must be below it, or at most it when it is 0. Absent: the figure only informs. */
  target?: number;
  /** Says more than the number, in a few words. */
  note?: string;
}

/** What came of a figure. */
export type Verdict = 'met' | 'MISSED' | 'not measured' | '';

/** Compares a figure with its target. */
export function judge({ value, target }: Figure): Verdict {
  if (target === undefined) {
    return '';
  }
  if (value === undefined) {
    return 'not measured';
  }
  return value < target || value === 0 ? 'met' : 'MISSED';
}

/** A figure in one line, for those who wait for the others. */
export function formatFigure(figure: Figure): string {
  const { what, value, unit, note } = figure;
  const verdict = judge(figure);
  return `${what}: ${value === undefined ? '-' : withUnit(value, unit)}${
    verdict && ` (${verdict})`
  }${note ? `; ${note}` : ''}`;
}

/** The table of all figures in Markdown, columns aligned. */
export function formatTable(figures: readonly Figure[]): string {
  const rows = figures.map(figure => [
    figure.what,
    figure.value === undefined ? '-' : withUnit(figure.value, figure.unit),
    figure.target === undefined ? '' : targetOf(figure.target, figure.unit),
    judge(figure),
    figure.note ?? '',
  ]);
  const head = ['figure', 'measured', 'target', 'verdict', 'note'];
  const widths = head.map((title, column) =>
    Math.max(...[head, ...rows].map(row => row[column].length), title.length),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`;
  return [
    line(head),
    line(widths.map(width => '-'.repeat(width))),
    ...rows.map(line),
  ].join('\n');
}

function targetOf(target: number, unit: string): string {
  return target === 0 ? '0' : `< ${target} ${unit}`.trim();
}

function withUnit(value: number, unit: string): string {
  const digits = unit === 's' ? 1 : 0;
  return `${value.toFixed(digits)} ${unit}`.trim();
}
