import type {
  KubernetesCronJob,
  KubernetesJob,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { minutesAgo } from './kubernetesObjects';

/** The CronJob of usersync, every half hour. */
export function cronJob(
  change: {
    name?: string;
    spec?: KubernetesCronJob['spec'];
    succeeded?: number;
    /** When its schedule made a run last. */
    scheduled?: number;
    created?: number;
  } = {},
): KubernetesCronJob {
  const { name = 'usersync', spec, created = 10_000 } = change;
  const timeOf = (minutes: number | undefined) =>
    minutes === undefined ? undefined : minutesAgo(minutes);
  return {
    metadata: {
      name,
      ownerReferences: [],
      creationTimestamp: minutesAgo(created),
    },
    spec: { schedule: '*/30 * * * *', ...spec },
    status: {
      active: [],
      lastScheduleTime: timeOf(change.scheduled),
      lastSuccessfulTime: timeOf(change.succeeded),
    },
  };
}

/** A run of usersync that ended, or began, so many minutes ago. */
export function run(
  end: 'Complete' | 'Failed' | 'running',
  minutes: number,
  change: {
    name?: string;
    owner?: string;
    labels?: Record<string, string>;
    suspend?: boolean;
  } = {},
): KubernetesJob {
  const { name = `usersync-${minutes}`, owner = 'usersync', labels } = change;
  return {
    metadata: {
      name,
      labels,
      ownerReferences: owner ? [{ kind: 'CronJob', name: owner }] : [],
      creationTimestamp: end === 'running' ? minutesAgo(minutes) : undefined,
    },
    spec: { suspend: change.suspend },
    status: {
      completionTime: end === 'Complete' ? minutesAgo(minutes) : undefined,
      conditions:
        end === 'running'
          ? []
          : [
              {
                type: end,
                status: 'True',
                lastTransitionTime: minutesAgo(minutes),
              },
            ],
    },
  };
}

/** A Job that nobody owns. */
export const once = (
  name: string,
  end: 'Complete' | 'Failed' | 'running',
  change: { minutes?: number; suspend?: boolean } = {},
) => {
  const { minutes = 180, suspend } = change;
  return run(end, minutes, { name, owner: '', suspend });
};

/** A Job as `gen3 job run` makes it, from a file. */
export const byHand = (
  end: 'Complete' | 'Failed' | 'running',
  minutes: number,
  name = 'usersync',
) => run(end, minutes, { name, owner: '', labels: { app: 'gen3job' } });
