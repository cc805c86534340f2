import { DiffLine } from './compareFile';

/** A line as it is beside what takes its place; one of them is absent where nothing does. */
export interface DiffPair {
  before?: DiffLine;
  after?: DiffLine;
}

/** Lines to show, or lines that stay and are folded away. */
export interface DiffPart<T> {
  folded: boolean;
  rows: T[];
}

/** So many lines that stay are shown around a difference. */
const CONTEXT = 3;

/** Lines of one file as rows of one column. */
export function asUnified(lines: DiffLine[]): DiffPair[] {
  return lines.map(line => {
    switch (line.kind) {
      case 'removed':
        return { before: line };
      case 'added':
        return { after: line };
      default:
        return { before: line, after: line };
    }
  });
}

/** Lines of one file as rows of two columns: what is removed stands beside what is added in its place. */
export function asSideBySide(lines: DiffLine[]): DiffPair[] {
  const pairs: DiffPair[] = [];
  let removed: DiffLine[] = [];
  const flush = () => {
    pairs.push(...removed.map(before => ({ before })));
    removed = [];
  };
  for (const line of lines) {
    if (line.kind === 'removed') {
      removed.push(line);
    } else if (line.kind === 'added') {
      pairs.push({ before: removed.shift(), after: line });
    } else {
      flush();
      pairs.push({ before: line, after: line });
    }
  }
  flush();
  return pairs;
}

/** Folds away what stays and is far from any difference; one line alone is not worth it. */
export function foldSame(pairs: DiffPair[]): DiffPart<DiffPair>[] {
  const near = nearDifference(pairs.map(isSame));
  const parts: DiffPart<DiffPair>[] = [];
  pairs.forEach((pair, index) => {
    const folded = !near[index];
    const last = parts.at(-1);
    if (last && last.folded === folded) last.rows.push(pair);
    else parts.push({ folded, rows: [pair] });
  });
  return parts.map(part =>
    part.folded && part.rows.length === 1 ? { ...part, folded: false } : part,
  );
}

/** A row that is the same on both sides. */
export function isSame({ before, after }: DiffPair): boolean {
  return before !== undefined && before === after;
}

function nearDifference(same: boolean[]): boolean[] {
  const near = same.map(() => false);
  same.forEach((isTheSame, index) => {
    if (isTheSame) return;
    const from = Math.max(0, index - CONTEXT);
    near.fill(true, from, index + CONTEXT + 1);
  });
  return near;
}
