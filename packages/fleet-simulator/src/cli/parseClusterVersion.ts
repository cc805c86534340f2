import { InvalidArgumentError } from 'commander';
import {
  KUBERNETES_VERSIONS,
  kubernetesVersionSchema,
} from '../kubernetes/KubernetesVersion';
import { ClusterOptions } from '../server/startSimulator';

/** Adds one `<cluster>=<version>` to what was given before. */
export function parseClusterVersion(
  text: string,
  clusters: Record<string, ClusterOptions>,
): Record<string, ClusterOptions> {
  const equals = text.lastIndexOf('=');
  const version = kubernetesVersionSchema.safeParse(text.slice(equals + 1));
  if (equals < 1 || !version.success) {
    throw new InvalidArgumentError(
      `Write a cluster and one of ${KUBERNETES_VERSIONS.join(
        ', ',
      )}: organprod=1.20.`,
    );
  }
  return {
    ...clusters,
    [text.slice(0, equals)]: { kubernetesVersion: version.data },
  };
}
