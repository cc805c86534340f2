/** Files of one more commons, in the layout of the demo's repository. */
export function newCommonsFiles(hostname: string): Record<string, string> {
  const folder = `organprod/${hostname}`;
  return {
    [`${folder}/Chart.yaml`]: `apiVersion: v2
name: spleen
version: 0.1.0
`,
    [`${folder}/templates/app.yaml`]: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: gen3-spleen
  namespace: argocd
spec:
  project: default
  sources:
    - path: helm/gen3
      repoURL: https://github.com/uc-cdis/gen3-helm
      targetRevision: master
      helm:
        valueFiles:
          - $values/${folder}/values/values.yaml
    - repoURL: https://git.example/csoc/gitops.git
      targetRevision: main
      ref: values
  destination:
    server: https://kubernetes.default.svc
    namespace: spleen
`,
    [`${folder}/values/values.yaml`]: `global:
  hostname: ${hostname}
  environment: organprod
fence:
  image:
    tag: "2026.10"
`,
  };
}
