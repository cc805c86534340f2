import type { KubernetesPod } from '@gen3-csoc/backstage-plugin-gen3-node';
import type { ContainerStatus } from './ContainerStatus';

/** All containers of a pod in the order in which they begin: its init containers, then those that serve. */
export function listContainers({
  status,
}: KubernetesPod): { container: ContainerStatus; isInit: boolean }[] {
  return [
    ...(status?.initContainerStatuses ?? []).map(container => ({
      container,
      isInit: true,
    })),
    ...(status?.containerStatuses ?? []).map(container => ({
      container,
      isInit: false,
    })),
  ];
}
