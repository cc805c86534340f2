import { Gen3Service } from '@gen3-csoc/backstage-plugin-gen3-common';
import { Labels } from '../types';
import { NamespaceView } from '../views';

/** Deployments whose pods only have `app`; charts that do not use gen3-helm's common labels. */
const ONLY_APP = [
  'presigned-url-fence',
  'ohdsi-atlas',
  'ohdsi-webapi',
  'enterprise-gateway',
  'workspace-proxy',
  'siem-service',
  'search-auth-proxy',
];

/** Charts with `critical-service: "true"` (`gen3-helm:helm/<chart>/values.yaml`). */
const CRITICAL = [
  'ambassador',
  'arborist',
  'cedar',
  'fence',
  'frontend-framework',
  'guppy',
  'hatchery',
  'indexd',
  'manifestservice',
  'metadata',
  'peregrine',
  'portal',
  'revproxy',
  'sheepdog',
  'ssjdispatcher',
  'wts',
];

/** `partOf` of the charts: a group of functions, not the commons. */
const PART_OF: Record<Gen3Service['bundle'], string> = {
  core: 'Core-Service',
  frontend: 'Front-End',
  'data-explorer': 'Explorer-Tab',
  workspace: 'Workspace-Tab',
  imaging: 'Imaging',
  ohdsi: 'Apps-Tab',
  ai: 'Apps-Tab',
  other: 'Core-Service',
};

/** Name of the Helm release. */
export function releaseOf({ namespace, declared }: NamespaceView): string {
  return declared.application?.name ?? `gen3-${namespace}`;
}

/** Labels of a Deployment, of its pods, and those by which it finds them. */
export interface WorkloadLabels {
  selector: Labels;
  pods: Labels;
  deployment: Labels;
}

/**
 * Labels as `gen3-helm:helm/common/templates/_labels_setup.tpl` makes them, with the exceptions of single charts. `short` is the
 * name of the Deployment without `-deployment`.
 */
export function labelsOf(
  view: NamespaceView,
  service: Gen3Service,
  short: string,
): WorkloadLabels {
  const labels = ownLabelsOf(view, service, short);
  return { ...labels, pods: { ...labels.pods, ...waysOf(service, short) } };
}

/**
 * Labels by which network policies open pods to revproxy (`gen3-helm:helm/<chart>/templates`). Those of audit are cloud-automation's, too: with
 * gen3-helm's own, its policies would keep users from it.
 */
function waysOf({ name, probes }: Gen3Service, short: string): Labels {
  return {
    ...(short === 'fence' || name === 'arborist'
      ? { authprovider: 'yes' }
      : {}),
    ...(probes.length > 0 && short !== 'fence' && name !== 'revproxy'
      ? { public: 'yes' }
      : {}),
  };
}

function ownLabelsOf(
  view: NamespaceView,
  service: Gen3Service,
  short: string,
): WorkloadLabels {
  const { key, value } = selectorLabel(service.podSelector, short);
  if (key !== 'app') {
    return stockLabels(view, service, value);
  }
  if (ONLY_APP.includes(value)) {
    const only = { app: value };
    return { selector: only, pods: only, deployment: only };
  }
  const selector = {
    'app.kubernetes.io/name': service.name,
    'app.kubernetes.io/instance': releaseOf(view),
    app: value,
    release: service.name === 'frontend-framework' ? 'dev' : 'production',
  };
  const pods = { ...selector, hostname: view.commons.hostname };
  const isAuthentication = ['fence', 'arborist'].includes(service.name);
  return {
    selector,
    pods,
    deployment: {
      ...pods,
      'app.kubernetes.io/version': '0.0.0',
      'app.kubernetes.io/part-of': isAuthentication
        ? 'Authentication'
        : PART_OF[service.bundle],
      'app.kubernetes.io/managed-by': 'Helm',
      'critical-service': String(CRITICAL.includes(service.name)),
    },
  };
}

/** What `helm create` writes into a new chart, and some charts left as it was. */
function stockLabels(
  view: NamespaceView,
  service: Gen3Service,
  name: string,
): WorkloadLabels {
  const selector = {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/instance': releaseOf(view),
  };
  const all = {
    'helm.sh/chart': `${service.name}-0.0.0`,
    ...selector,
    'app.kubernetes.io/version': '0.0.0',
    'app.kubernetes.io/managed-by': 'Helm',
  };
  return { selector, pods: all, deployment: all };
}

/** The registry's selector is `app=a`, `app in (a,b)` for several Deployments, or of another label for stock charts. */
function selectorLabel(
  podSelector: string | undefined,
  short: string,
): { key: string; value: string } {
  const [, key = 'app', value = short] =
    /^([^=\s]+)=(.+)$/.exec(podSelector ?? '') ?? [];
  return { key, value };
}
