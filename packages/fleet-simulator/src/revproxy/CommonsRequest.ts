import { CommonsFacts } from '../commons/CommonsFacts';
import { Commons } from '../commons/types';
import { Fault } from '../faults/types';
import { SimulatedRequest } from '../services/types';

/** Everything an answer depends on. */
export interface CommonsRequest {
  /** As it runs now. */
  commons: Commons;
  facts: CommonsFacts;
  now: Date;
  request: SimulatedRequest;
  /** Fault of a service of this commons, or of the whole (`*`). */
  faultOf(service: string): Fault;
  /** Image tag of the pods of a service that answer; undefined: the chart's default. */
  tagOf(service: string): string | undefined;
  /** Whether a service of this commons has a pod that is ready. */
  hasReadyPod(service: string): boolean;
}
