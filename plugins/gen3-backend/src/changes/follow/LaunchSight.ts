import type {
  HealthLayer,
  HealthStatus,
  Cause,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ChangeRecord, ChangeStepRecord } from '../ChangeRecord';

/** What one check of the commons says now. */
export interface SightedCheck {
  checkId: string;
  /** Registry name of the service, when it is about one. */
  service?: string;
  layer: HealthLayer;
  status: HealthStatus;
  cause: Cause;
  /** Clause that follows a subject. */
  reason: string;
  /** When it was asked last, milliseconds since the epoch; absent: never. */
  checkedAt?: number;
}

/** Whether users can log in. */
export interface SightedLogin {
  status: HealthStatus;
  /** Sentence: `Log-in is down: fence answers 503`. */
  reason: string;
  /** Names of the services that are to blame. */
  because: string[];
}

/** The commons as the portal knows it; undefined while discovery has not found it. */
export interface SightedCommons {
  /** Whether the portal asks it. */
  probing: 'on' | 'off';
  /** Monthly release that git declares for most services, or `mixed`; absent: it declares no tags. */
  release?: string;
  /** Whether its cluster is connected. */
  hasCluster: boolean;
  checks: SightedCheck[];
  /** Log-in by what was asked at that time or later, in milliseconds since the epoch; undefined when it has none. */
  loginSince: (from: number) => SightedLogin | undefined;
}

/** Everything that is known of a launch now. Times are milliseconds since the epoch. */
export interface LaunchSight {
  now: number;
  record: ChangeRecord;
  /** Names of who approved it. */
  approvedBy: string[];
  commons: SightedCommons | undefined;
  /** Milliseconds between two looks of Argo CD into git. */
  reconciliationMs: number;
  /** Steps as they were last seen. */
  before: ChangeStepRecord[];
}

/** A step as it is now; since when, the store knows. */
export type StepSight = Omit<ChangeStepRecord, 'since'>;
