/** What the path of a request names: a resource, one of its objects, or a part of one. */
export interface ApiPath {
  group: string;
  version: string;
  namespace?: string;
  plural: string;
  name?: string;
  subresource?: string;
}

/** Splits a path into its parts, decoded; undefined when it is not well encoded. */
export function splitPath(path: string): string[] | undefined {
  try {
    return path
      .split('/')
      .filter(part => part !== '')
      .map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/**
 * Reads `/api/v1/...` and `/apis/<group>/<version>/...`; undefined for what names no resource
 * (`apiserver:pkg/endpoints/request/requestinfo.go`).
 */
export function readApiPath(parts: string[]): ApiPath | undefined {
  const [root, ...rest] = parts;
  const isCore = root === 'api';
  if (!isCore && root !== 'apis') {
    return undefined;
  }
  const [group, version, ...names] = isCore ? ['', ...rest] : rest;
  const isInNamespace = names[0] === 'namespaces' && names.length > 2;
  const [plural, name, subresource, ...more] = isInNamespace
    ? names.slice(2)
    : names;
  if (!version || !plural || more.length > 0) {
    return undefined;
  }
  return {
    group,
    version,
    plural,
    ...(isInNamespace ? { namespace: names[1] } : {}),
    ...(name ? { name } : {}),
    ...(subresource ? { subresource } : {}),
  };
}
