import { Reply } from '../services/types';
import { fullVersion, KubernetesVersion } from './KubernetesVersion';
import { RESOURCES } from './resources';
import { jsonReply } from './status';
import { ResourceKind } from './types';

const REVIEW_GROUP = 'authorization.k8s.io';

/** What a client can do with most kinds here. */
const READING = ['get', 'list', 'watch'];

/** What it can do besides with some. */
const WRITING: Record<string, string[]> = {
  deployments: ['patch'],
  jobs: ['create', 'delete'],
  pods: ['delete'],
};

/** Parts of objects that are resources of their own. */
const SUBRESOURCES: Record<string, object> = {
  pods: {
    name: 'pods/log',
    singularName: '',
    namespaced: true,
    kind: 'Pod',
    verbs: ['get'],
  },
  deployments: {
    name: 'deployments/scale',
    singularName: '',
    namespaced: true,
    group: 'autoscaling',
    version: 'v1',
    kind: 'Scale',
    verbs: ['get', 'patch', 'update'],
  },
};

/** Answers the paths by which clients find out what a cluster serves; undefined for all others. */
export function answerDiscovery(
  version: KubernetesVersion,
  parts: string[],
): Reply | undefined {
  const [root, group, groupVersion, ...more] = parts;
  if (parts.length === 1) {
    return answerRoot(version, root);
  }
  if (root === 'api' && group === 'v1' && parts.length === 2) {
    return resourceList(version, '', 'v1');
  }
  if (root !== 'apis' || more.length > 0) {
    return undefined;
  }
  if (groupVersion !== undefined) {
    return resourceList(version, group, groupVersion);
  }
  const found = groupsOf(version).find(({ name }) => name === group);
  return (
    found && jsonReply(200, { kind: 'APIGroup', apiVersion: 'v1', ...found })
  );
}

function answerRoot(
  version: KubernetesVersion,
  root: string,
): Reply | undefined {
  switch (root) {
    case 'version':
      return jsonReply(200, versionInfo(version));
    case 'api':
      return jsonReply(200, {
        kind: 'APIVersions',
        versions: ['v1'],
        serverAddressByClientCIDRs: [],
      });
    case 'apis':
      return jsonReply(200, {
        kind: 'APIGroupList',
        apiVersion: 'v1',
        groups: groupsOf(version),
      });
    case 'healthz':
    case 'livez':
    case 'readyz':
      return {
        status: 200,
        headers: { 'Content-Type': 'text/plain; charset=utf-8' },
        body: 'ok',
      };
    default:
      return undefined;
  }
}

function versionInfo(version: KubernetesVersion): object {
  const [major, minor] = version.split('.');
  return {
    major,
    minor,
    gitVersion: fullVersion(version),
    gitCommit: '0'.repeat(40),
    gitTreeState: 'clean',
    buildDate: '2026-01-01T00:00:00Z',
    goVersion: 'go1.25.4',
    compiler: 'gc',
    platform: 'linux/amd64',
  };
}

interface ApiGroup {
  name: string;
  versions: { groupVersion: string; version: string }[];
  preferredVersion: { groupVersion: string; version: string };
}

function groupsOf(version: KubernetesVersion): ApiGroup[] {
  const byGroup = new Map<string, Set<string>>([
    [REVIEW_GROUP, new Set(['v1'])],
  ]);
  for (const { group, version: served } of RESOURCES[version]) {
    if (group) {
      byGroup.set(group, (byGroup.get(group) ?? new Set()).add(served));
    }
  }
  return [...byGroup].map(([name, served]) => {
    // Stable versions first.
    const versions = [...served]
      .sort((a, b) => a.length - b.length)
      .map(it => ({ groupVersion: `${name}/${it}`, version: it }));
    return { name, versions, preferredVersion: versions[0] };
  });
}

function resourceList(
  version: KubernetesVersion,
  group: string,
  groupVersion: string,
): Reply | undefined {
  const resources =
    group === REVIEW_GROUP && groupVersion === 'v1'
      ? [accessReview()]
      : RESOURCES[version]
          .filter(kind => kind.group === group && kind.version === groupVersion)
          .flatMap(describe);
  return resources.length === 0
    ? undefined
    : jsonReply(200, {
        kind: 'APIResourceList',
        apiVersion: 'v1',
        groupVersion: group ? `${group}/${groupVersion}` : groupVersion,
        resources,
      });
}

function describe(kind: ResourceKind): object[] {
  const { plural, singular, namespaced, shortNames, categories } = kind;
  const resource = {
    name: plural,
    singularName: singular,
    namespaced,
    kind: kind.kind,
    verbs: [...READING, ...(WRITING[plural] ?? [])].sort(),
    ...(shortNames.length > 0 ? { shortNames } : {}),
    ...(categories.length > 0 ? { categories } : {}),
  };
  const part = SUBRESOURCES[plural];
  return part ? [resource, part] : [resource];
}

function accessReview(): object {
  return {
    name: 'selfsubjectaccessreviews',
    singularName: 'selfsubjectaccessreview',
    namespaced: false,
    kind: 'SelfSubjectAccessReview',
    verbs: ['create'],
  };
}
