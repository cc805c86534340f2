import { Reply } from '../../services/types';
import { Change } from '../changes/Change';
import { KubernetesRequest, ResourceKind } from '../types';
import { ClusterView, NamespaceView } from '../views';

/** What somebody wants to do to an object of a commons. */
export interface Write {
  kind: ResourceKind;
  view: NamespaceView;
  /** Name of the object; empty for one that is to be made. */
  name: string;
  request: Pick<KubernetesRequest, 'method' | 'body' | 'header' | 'query'>;
}

/** What is done, and how it is answered once it is. */
export interface PlannedWrite {
  changes: Change[];
  /** @param after - the cluster with the changes. */
  answer(after: ClusterView): Reply;
}

/** Decides what a write does, or why it does nothing. */
export type PlanWrite = (write: Write) => PlannedWrite | Reply;
