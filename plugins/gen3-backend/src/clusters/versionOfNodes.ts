import type { KubernetesObject } from '@gen3-csoc/backstage-plugin-gen3-node';

/** `v1.35.2-eks-1a2b3c` and the like. */
const KUBELET_VERSION = /^v?(\d{1,4})\.(\d{1,4})/;

/** Kubelet versions of nodes, `1.35`, or from the oldest to the newest, `1.34-1.35`; undefined when none says. */
export function versionOfNodes(
  nodes: KubernetesObject<'nodes'>[],
): string | undefined {
  const versions = nodes
    .flatMap(({ status }) => {
      const found = KUBELET_VERSION.exec(
        status?.nodeInfo?.kubeletVersion ?? '',
      );
      return found
        ? [{ major: Number(found[1]), minor: Number(found[2]) }]
        : [];
    })
    .sort((a, b) => a.major - b.major || a.minor - b.minor)
    .map(({ major, minor }) => `${major}.${minor}`);
  const [oldest] = versions;
  const newest = versions.at(-1);
  return oldest === newest ? oldest : `${oldest}-${newest}`;
}
