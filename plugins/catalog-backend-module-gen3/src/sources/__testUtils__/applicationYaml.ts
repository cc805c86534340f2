/** What an Application of a test says; the rest is as in most repositories. */
export interface ApplicationText {
  name?: string;
  values?: string[];
  /** Further lines below `helm:`. */
  helm?: string;
  chart?: string;
  chartRepository?: string;
  repository?: string;
  revision?: string;
  destination?: string;
}

/** Writes an Argo CD Application with two sources: the gen3 chart, and the values in the repository of the test. */
export function applicationYaml(options: ApplicationText = {}): string {
  const valueFiles = (options.values ?? [])
    .map(file => `\n          - ${file}`)
    .join('');
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${options.name ?? 'gen3-heart'}
  namespace: argocd
spec:
  project: default
  sources:
    - ${options.chart ?? 'path: helm/gen3'}
      repoURL: ${
        options.chartRepository ?? 'https://github.com/uc-cdis/gen3-helm'
      }
      targetRevision: master
      helm:
        releaseName: gen3${options.helm ?? ''}
        valueFiles:${valueFiles || ' []'}
    - repoURL: '${options.repository ?? 'https://git.example/org/gitops.git'}'
      targetRevision: ${options.revision ?? 'main'}
      ref: values
  destination:
    ${options.destination ?? 'server: https://kubernetes.default.svc'}
    namespace: heart
`;
}
