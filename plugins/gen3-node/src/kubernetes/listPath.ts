import { KubernetesKind, rowOf } from './kinds';

/** Objects per page. Kubernetes' own clients take as many (`kubernetes/client-go:tools/pager/pager.go`). */
const PAGE_SIZE = 500;

/** Path and query of a list at an API server, without a slash in front; the first page without `next`. */
export function listPath(list: {
  kind: KubernetesKind;
  /** `v1` or `<group>/<version>`. */
  version: string;
  /** All namespaces when absent. */
  namespace?: string;
  /** Token that the page before ended with. */
  next?: string;
}): string {
  const { kind, version, namespace, next } = list;
  const { name, fieldSelector } = rowOf(kind);
  const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
  if (next) {
    query.set('continue', next);
  }
  // Kubernetes then asks for the right to that name only (`apiserver:pkg/endpoints/request/requestinfo.go`).
  const selector = name ? `metadata.name=${name}` : fieldSelector;
  if (selector) {
    query.set('fieldSelector', selector);
  }
  const root = version.includes('/') ? 'apis' : 'api';
  const within =
    namespace === undefined
      ? ''
      : `namespaces/${encodeURIComponent(namespace)}/`;
  return `${root}/${version}/${within}${kind}?${query}`;
}
