import { ChangeFile } from '@gen3-csoc/backstage-plugin-gen3-common';
import { diffArrays } from 'diff';

/** A line of a file as it is, as it would be, or both. */
export interface DiffLine {
  kind: 'same' | 'added' | 'removed';
  text: string;
  /** Its number in the file as it is; from 1. */
  before?: number;
  /** Its number in the file as it would be. */
  after?: number;
  /** The last line of its file, which does not end as lines do. */
  noLineEnd?: true;
}

/** What a change does to a file. */
export interface FileComparison {
  kind: 'added' | 'removed' | 'changed' | 'unchanged';
  lines: DiffLine[];
  added: number;
  removed: number;
}

/** More edits than this are not looked for: the file counts as written anew, and the browser does not hang. */
const MAX_EDITS = 2_000;

const KINDS = {
  same: { before: 1, after: 1 },
  added: { before: 0, after: 1 },
  removed: { before: 1, after: 0 },
};

/** Compares a file line by line. */
export function compareFile({ before, after }: ChangeFile): FileComparison {
  const lines = numberLines(
    editsBetween(splitLines(before), splitLines(after)),
  );
  const count = (kind: DiffLine['kind']) =>
    lines.filter(line => line.kind === kind).length;
  return {
    kind: kindOf(before, after),
    lines,
    added: count('added'),
    removed: count('removed'),
  };
}

function kindOf(
  before: string | undefined,
  after: string | undefined,
): FileComparison['kind'] {
  if (before === after) return 'unchanged';
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'changed';
}

interface Edit {
  kind: DiffLine['kind'];
  lines: string[];
}

function editsBetween(before: string[], after: string[]): Edit[] {
  const parts = diffArrays(before, after, { maxEditLength: MAX_EDITS });
  if (!parts) {
    return [
      { kind: 'removed', lines: before },
      { kind: 'added', lines: after },
    ];
  }
  return parts.map(part => ({ kind: editOf(part), lines: part.value }));
}

function editOf(part: { added?: boolean; removed?: boolean }): Edit['kind'] {
  if (part.added) return 'added';
  return part.removed ? 'removed' : 'same';
}

function numberLines(edits: Edit[]): DiffLine[] {
  const last = { before: 0, after: 0 };
  return edits.flatMap(({ kind, lines }) =>
    lines.map(line => {
      const { before, after } = KINDS[kind];
      last.before += before;
      last.after += after;
      return {
        kind,
        text: line.replace(/\r?\n$/, ''),
        ...(before && { before: last.before }),
        ...(after && { after: last.after }),
        ...(line.endsWith('\n') ? {} : { noLineEnd: true as const }),
      };
    }),
  );
}

/** Lines with their ends, so that a missing last one is a difference. */
function splitLines(text: string = ''): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}
