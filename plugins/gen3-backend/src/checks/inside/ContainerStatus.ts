import type { KubernetesPod } from '@gen3-csoc/backstage-plugin-gen3-node';

/** Status of a container or init container, as kubelet reports it. */
export type ContainerStatus = NonNullable<
  KubernetesPod['status']
>['containerStatuses'][number];

/** How a container ended, as kubelet reports it. */
export type ContainerEnd = NonNullable<
  NonNullable<ContainerStatus['lastState']>['terminated']
>;
