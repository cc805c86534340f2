import { ReplicaPlan } from '../../faults/planReplicas';

/** What the pods of one ReplicaSet are made of. */
export interface Template {
  /** `pod-template-hash`; one that comes again brings back its ReplicaSet. */
  hash: string;
  image: string;
  /** `kubectl.kubernetes.io/restartedAt`. */
  restartedAt?: string;
}

/** A template that was rolled out. */
export interface Revision {
  template: Template;
  at: Date;
  /** `deployment.kubernetes.io/revision`. */
  number: number;
}

/** When a pod of a Deployment came, and will come and go. */
export interface PodLife {
  template: Template;
  /** Counts the pods of its ReplicaSet. */
  slot: number;
  createdAt: Date;
  /** When it gets ready; undefined: never. */
  readyAt?: Date;
  /** When it is told to end. */
  endsAt?: Date;
  /** How long it takes to end. */
  graceMs?: number;
}

/** A Deployment as its controller left it after the last event, and what it will do if nothing else happens. */
export interface Rollout {
  /** Oldest first; the newest is rolled out. */
  revisions: readonly Revision[];
  /** In the order of their creation. */
  pods: readonly PodLife[];
  desired: number;
  /** Counts the changes of its `spec`. */
  generation: number;
  /** When all pods were of the newest template and ready; undefined: that will not be. */
  completedAt?: Date;
}

/** A fault begins: what is there is hit as if it had been so for long, and what is just coming never gets ready. */
export interface FaultEvent {
  kind: 'fault';
  at: Date;
  /** How many pods there are then, and how many of them are ready, instead of so many. */
  plan(usual: number): ReplicaPlan;
  /** The pods were made anew, of this template. */
  revision?: Omit<Revision, 'number'>;
}

/** What happens to a Deployment. */
export type RolloutEvent =
  | { kind: 'template'; at: Date; template: Template }
  | { kind: 'scale'; at: Date; replicas: number }
  | {
      kind: 'deletePod';
      at: Date;
      isMeant(pod: PodLife): boolean;
      graceMs: number;
    }
  | FaultEvent;

/** How long a pod takes to get ready. */
export type StartupMs = (template: Template, slot: number) => number;

/** How long a pod takes to end, when nobody is impatient. */
export const TERMINATION_MS = 3000;
