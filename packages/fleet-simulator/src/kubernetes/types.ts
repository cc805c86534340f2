import { SimulatedRequest } from '../services/types';
import { ClusterView } from './views';

/** Labels or annotations. */
export type Labels = Record<string, string>;

/** `metadata.ownerReferences[]`. */
export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller: boolean;
  blockOwnerDeletion: boolean;
}

/** `metadata` of an object. Times are RFC 3339 in UTC without fractions, as the API server writes them. */
export interface Metadata {
  name: string;
  generateName?: string;
  namespace?: string;
  uid: string;
  resourceVersion: string;
  generation?: number;
  creationTimestamp: string;
  deletionTimestamp?: string;
  deletionGracePeriodSeconds?: number;
  labels?: Labels;
  annotations?: Labels;
  finalizers?: string[];
  ownerReferences?: OwnerReference[];
}

/** What all Kubernetes objects have; each kind adds its own. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: Metadata;
}

/** `status.conditions[]`. */
export interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  lastTransitionTime: string;
  lastProbeTime?: string | null;
  lastUpdateTime?: string;
  lastHeartbeatTime?: string;
  reason?: string;
  message?: string;
}

/** Value of a cell of a table. */
export type Cell = string | number;

/** One column that kubectl prints (`kubernetes:pkg/printers/internalversion/printers.go`). */
export interface Column<T> {
  name: string;
  /** @defaultValue `string` */
  type?: 'string' | 'integer';
  format?: 'name';
  /** Columns above 0 are only shown by `-o wide`. @defaultValue 0 */
  priority?: number;
  cell(object: T, now: Date): Cell;
}

/** An object, and what a list needs to know of it without knowing its kind. */
export interface Listed {
  object: KubernetesObject;
  cells(now: Date): Cell[];
  /** Value of a field that can be selected by. */
  field(path: string): string | undefined;
}

/** One kind of object that a cluster serves. */
export interface ResourceKind {
  /** Empty for the core group. */
  group: string;
  version: string;
  plural: string;
  singular: string;
  kind: string;
  namespaced: boolean;
  shortNames: string[];
  /** `all` for what `kubectl get all` shows. */
  categories: string[];
  /** It comes from a custom resource definition: items of its lists carry their kind. */
  isCustom: boolean;
  /** Fields besides name and namespace that `fieldSelector` takes. */
  selectable: string[];
  columns: Omit<Column<never>, 'cell'>[];
  /** The objects of a namespace, or of the cluster for kinds without namespaces, in any order. */
  list(cluster: ClusterView, namespace: string): Listed[];
}

/** A request as the Kubernetes API sees it. */
export interface KubernetesRequest extends SimulatedRequest {
  /** Body of a POST, PUT or PATCH, read. */
  body?: unknown;
  /** Why the body could not be read. */
  bodyProblem?: string;
}
