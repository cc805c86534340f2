import { z } from 'zod';
import { ClusterView } from './views';
import { Listed, ResourceKind } from './types';

/** One page of a list. */
export interface Page {
  items: Listed[];
  /** Token for the next page; absent on the last. */
  continueToken?: string;
  /** How many come after this page; absent where a selector makes it unknown. */
  remaining?: number;
}

/** Where a list goes on. */
export interface ContinueToken {
  /** resourceVersion of the first page. */
  rv: number;
  /** Key of the first object that comes next. */
  start: string;
}

const tokenSchema = z.object({
  v: z.literal('meta.k8s.io/v1'),
  rv: z.number(),
  start: z.string(),
});

/** Reads a token that a client sends back; undefined when it is none. */
export function readContinueToken(text: string): ContinueToken | undefined {
  try {
    const json: unknown = JSON.parse(
      Buffer.from(text, 'base64url').toString('utf8'),
    );
    return tokenSchema.safeParse(json).data;
  } catch {
    return undefined;
  }
}

function writeContinueToken(token: ContinueToken): string {
  return Buffer.from(
    JSON.stringify({ v: 'meta.k8s.io/v1', ...token }),
  ).toString('base64url');
}

/** What {@link takePage} needs. */
export interface PageOptions {
  cluster: ClusterView;
  kind: ResourceKind;
  /** All namespaces when absent. */
  namespace?: string;
  isSelected(listed: Listed): boolean;
  /** 0: all. */
  limit: number;
  from?: ContinueToken;
  /** resourceVersion of the list. */
  resourceVersion: number;
  /** Whether to count what remains, as servers do without selectors. */
  counts: boolean;
}

/**
 * Takes one page, in the order of etcd's keys: by namespace and name. Objects are built one namespace at a time, and those before
 * and after the page are forgotten at once.
 */
export function takePage(options: PageOptions): Page {
  const { limit, from, resourceVersion, counts } = options;
  const items: Listed[] = [];
  let start: string | undefined;
  let remaining = 0;
  for (const { key, listed } of walk(options)) {
    if (limit === 0 || items.length < limit) {
      items.push(listed);
    } else {
      start = start ?? key;
      remaining += 1;
      if (!counts) {
        break;
      }
    }
  }
  return start === undefined
    ? { items }
    : {
        items,
        continueToken: writeContinueToken({
          rv: from?.rv ?? resourceVersion,
          start,
        }),
        ...(counts ? { remaining } : {}),
      };
}

function* walk(
  options: PageOptions,
): Generator<{ key: string; listed: Listed }> {
  const { cluster, kind, namespace, isSelected, from } = options;
  const [firstNamespace, firstName] = from?.start.split('/') ?? ['', ''];
  for (const current of namespacesOf(cluster, kind, namespace)) {
    // A namespace that ends before the page begins need not be built.
    if (current < firstNamespace) {
      continue;
    }
    const inOrder = kind
      .list(cluster, current)
      .map(listed => ({ name: listed.object.metadata.name, listed }))
      .filter(({ name }) => current > firstNamespace || name >= firstName)
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const { name, listed } of inOrder) {
      if (isSelected(listed)) {
        yield { key: `${current}/${name}`, listed };
      }
    }
  }
}

function namespacesOf(
  cluster: ClusterView,
  kind: ResourceKind,
  namespace: string | undefined,
): readonly string[] {
  if (!kind.namespaced) {
    return [''];
  }
  return namespace === undefined ? cluster.namespaces : [namespace];
}
