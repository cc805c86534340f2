import type { ChangeRecord } from './ChangeRecord';

/** Ids of the changes that have to succeed before a change is put onto its branch: those of the wave before. */
export function waitsFor({
  request,
}: Pick<ChangeRecord, 'request'>): readonly string[] {
  return request.kind === 'upgrade' ? request.after ?? [] : [];
}
