import type { PreflightFinding } from './preflight';

/** Where a finding is, as one text: the value that it is about, else the answer. It tells findings of one check apart. @public */
export function placeOfFinding({
  where,
}: Pick<PreflightFinding, 'where'>): string | undefined {
  return where.key ?? where.field;
}
