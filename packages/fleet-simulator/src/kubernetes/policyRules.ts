import { Attempt } from './Attempt';

/** One rule of a Role or ClusterRole (`rbac.authorization.k8s.io/v1`). */
export interface PolicyRule {
  /** `''` is the core group. */
  apiGroups: readonly string[];
  /** Plurals; `pods/log` for a subresource. */
  resources: readonly string[];
  /** Only these objects, if any is named. */
  resourceNames?: readonly string[];
  verbs: readonly string[];
}

/** Whether any rule permits it, as Kubernetes decides (`kubernetes:pkg/apis/rbac/v1/evaluation_helpers.go`). */
export function permits(
  rules: readonly PolicyRule[],
  { verb, group, resource, subresource, name }: Attempt,
): boolean {
  const what = subresource ? `${resource}/${subresource}` : resource;
  return rules.some(
    ({ verbs, apiGroups, resources, resourceNames = [] }) =>
      names(verbs, verb) &&
      names(apiGroups, group) &&
      names(resources, what) &&
      (resourceNames.length === 0 ||
        (name !== undefined && resourceNames.includes(name))),
  );
}

function names(listed: readonly string[], one: string): boolean {
  return listed.includes('*') || listed.includes(one);
}
