import { Commons } from '../../commons/types';

/** The controller that an object says it belongs to. */
export interface WrittenOwner {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller: boolean;
}

/** A Job as somebody wrote it; only what is kept of it. */
export interface WrittenJob {
  name: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  /** The CronJob that it was made from, as `kubectl create job --from` writes it. */
  owner?: WrittenOwner;
  container: string;
  image: string;
  /** A fault was on when it was made: it fails, whatever becomes of the fault. */
  fails: boolean;
}

/** What somebody, or Argo CD, did to a commons. Objects follow from it and the time. */
export type Change = { at: Date } & (
  | { kind: 'scale'; deployment: string; replicas: number }
  /** Without a time: it is as if it had never been restarted (`kubectl rollout undo`). */
  | { kind: 'restart'; deployment: string; restartedAt?: string }
  | { kind: 'createJob'; job: WrittenJob }
  | { kind: 'deleteJob'; name: string }
  | { kind: 'deletePod'; name: string; graceMs: number }
  /** Git declares it otherwise than before; undefined: it did not declare it at all. */
  | { kind: 'declare'; before?: Commons }
);

/** The changes of one kind. */
export function changesOfKind<K extends Change['kind']>(
  changes: readonly Change[],
  kind: K,
): Extract<Change, { kind: K }>[] {
  return changes.filter(
    (change): change is Extract<Change, { kind: K }> => change.kind === kind,
  );
}
