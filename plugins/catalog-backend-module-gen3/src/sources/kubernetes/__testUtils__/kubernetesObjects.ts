import { KubernetesObject } from '@gen3-csoc/backstage-plugin-gen3-node';

/** The ConfigMap of a commons. */
export function manifestOf(
  namespace: string,
  data: KubernetesObject<'configmaps'>['data'],
): KubernetesObject<'configmaps'> {
  return {
    metadata: { name: 'manifest-global', namespace, ownerReferences: [] },
    data,
  };
}

/** A namespace, of Gen3 unless said otherwise. */
export function namespaceOf(
  name: string,
  labels: Record<string, string> = { role: 'gen3' },
): KubernetesObject<'namespaces'> {
  return { metadata: { name, labels, ownerReferences: [] } };
}

/** A Deployment with one container, of Helm unless said otherwise. */
export function deploymentOf(
  namespace: string,
  name: string,
  image: string,
  labels: Record<string, string> = { 'app.kubernetes.io/managed-by': 'Helm' },
): KubernetesObject<'deployments'> {
  return {
    metadata: { name, namespace, labels, ownerReferences: [] },
    spec: { template: { spec: { containers: [{ name, image }] } } },
  };
}

/** An Application of the gen3 chart. */
export function applicationOf(
  name: string,
  options: {
    namespace?: string;
    /** Name of the cluster; the one of Argo CD by default. */
    cluster?: string;
    path?: string;
    hostname?: string;
    labels?: Record<string, string>;
    /** It has made a ConfigMap of that name. */
    made?: string;
  } = {},
): KubernetesObject<'applications'> {
  const { namespace = 'heart', cluster, path = 'helm/gen3' } = options;
  const { hostname, labels, made } = options;
  return {
    metadata: { name, namespace: 'argocd', labels, ownerReferences: [] },
    spec: {
      destination: cluster
        ? { name: cluster, namespace }
        : { server: 'https://kubernetes.default.svc', namespace },
      sources: [
        {
          path,
          repoURL: 'https://github.com/uc-cdis/gen3-helm',
          helm: {
            parameters: hostname
              ? [{ name: 'global.hostname', value: hostname }]
              : [],
          },
        },
      ],
    },
    status: {
      resources: made ? [{ kind: 'ConfigMap', name: made }] : [],
      history: [],
      conditions: [],
    },
  };
}

/** KRO's order to deploy a commons. */
export function kroOf(
  name: string,
  cluster: string,
): KubernetesObject<'awsgen3apphelm1s'> {
  return {
    metadata: { name, namespace: 'spoke', ownerReferences: [] },
    spec: { name },
    status: { argoCDClusterName: cluster },
  };
}
