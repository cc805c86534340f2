import { FaultTable } from '../faults/FaultTable';
import { Fleet } from '../fleet/Fleet';
import { ClusterChanges } from './changes/ClusterChanges';
import { Roles } from './access';
import { ViewParts } from './views';

/** What the Kubernetes APIs of all clusters follow from. */
export interface KubernetesParts extends ViewParts {
  fleet: Fleet;
  faults: FaultTable;
  changes: ClusterChanges;
  /** What tokens may besides the simulator's own. */
  roles?: Roles;
}
