import { Gen3Service } from '@gen3-csoc/backstage-plugin-gen3-common';
import { PodTrouble } from '../../faults/planReplicas';
import { runningNames } from '../../services/allServices';
import { Rollout } from '../rollouts/types';
import { NamespaceView } from '../views';
import { imageOf } from './images';
import { labelsOf, releaseOf, WorkloadLabels } from './labels';
import { rolloutOf } from './rolloutOf';

/** One Deployment of a commons, before it becomes an object. */
export interface Workload {
  /** `fence-deployment`. */
  name: string;
  service: Gen3Service;
  /** What its faults are placed by, and others ask for it by: `fence`, `presigned-url-fence`. */
  part: string;
  container: string;
  /** Of its newest pods. */
  image: string;
  ports: readonly number[];
  /** Path of the readiness probe; none where the chart has no probe. */
  probe?: string;
  /** Container that migrates the database before the service starts; of the same image. */
  initContainer?: string;
  labels: WorkloadLabels;
  /** Its pods, as they came and will go. */
  rollout: Rollout;
  /** Why pods that do not get ready do not; undefined when nothing is wrong. */
  trouble?: PodTrouble;
  /** When that began; undefined when nothing is wrong. */
  troubleAt?: Date;
}

interface ChartFacts {
  ports?: number[];
  probe?: string | null;
}

/** Container ports and probes that differ from 80 and `/_status` (`gen3-helm:helm/<chart>/templates/deployment.yaml`). */
const CHARTS: Record<string, ChartFacts> = {
  portal: { ports: [80, 443], probe: '/' },
  'frontend-framework': { ports: [3000], probe: '/' },
  arborist: { ports: [8080], probe: '/health' },
  guppy: { ports: [8000] },
  hatchery: { ports: [8000] },
  ambassador: {
    ports: [8080, 8443, 8877],
    probe: '/ambassador/v0/check_ready',
  },
  manifestservice: { probe: null },
  sower: { ports: [8000] },
  ssjdispatcher: { ports: [8000] },
  'gen3-workflow': { ports: [8000] },
  funnel: { ports: [8000, 9090], probe: '/healthz' },
  'gen3-analysis': { ports: [8000] },
  'gen3-embeddings': { ports: [4142] },
  'cohort-middleware': { ports: [8080], probe: '/_health' },
  'argo-wrapper': { ports: [8000], probe: null },
  'ohdsi-webapi': { ports: [8080], probe: '/WebAPI/info/' },
  'ohdsi-atlas': { ports: [8080], probe: '/' },
  'dicom-server': { ports: [8042], probe: '/system' },
  orthanc: { ports: [8042], probe: '/system' },
  'ohif-viewer': { ports: [8080], probe: '/' },
  cedar: { ports: [8000], probe: '/_status/' },
  'zendesk-wrapper': { probe: '/_status/' },
  dashboard: { ports: [4000], probe: '/' },
  'aws-es-proxy': { ports: [9200], probe: null },
  'aws-sigv4-proxy': { ports: [9200], probe: null },
  jeg: { ports: [8888], probe: '/api' },
  'workspace-proxy': { ports: [8080], probe: '/healthz' },
};

/** Init containers that migrate databases. */
const MIGRATIONS: Record<string, string> = {
  fence: 'fence-init',
  wts: 'wts-db-migrate',
  metadata: 'metadata-db-migrate',
  requestor: 'requestor-db-migrate',
  audit: 'audit-init',
};

/** The Deployments that a commons' services have, by name. */
export function workloadsOf(view: NamespaceView): Workload[] {
  return subjectsOf(view)
    .map(subject => workloadOf(view, subject))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The Deployments of one part: those of a service, or its second one. */
export function workloadsOfPart(view: NamespaceView, part: string): Workload[] {
  return subjectsOf(view)
    .filter(subject => subject.part === part)
    .map(subject => workloadOf(view, subject));
}

type Subject = Pick<Workload, 'name' | 'part' | 'service'>;

function subjectsOf(view: NamespaceView): Subject[] {
  const running = runningNames(view.commons);
  return view.services.flatMap(service =>
    deploymentNames(view, service).map(name => {
      const short = shortOf(name);
      const part = running.includes(short) ? short : service.name;
      return { name, part, service };
    }),
  );
}

function shortOf(deployment: string): string {
  return deployment.replace(/-deployment$/, '');
}

/** Names of the Deployments of a service. The stock chart of embedding-management-service names its own after the release. */
export function deploymentNames(
  view: NamespaceView,
  service: Gen3Service,
): string[] {
  return service.name === 'embedding-management-service'
    ? [`${releaseOf(view)}-${service.name}`]
    : service.deployments;
}

function workloadOf(
  view: NamespaceView,
  { name, part, service }: Subject,
): Workload {
  const short = shortOf(name);
  const { ports = [80], probe = '/_status' } = CHARTS[service.name] ?? {};
  return {
    name,
    service,
    part,
    container: short,
    image: imageOf(view, service.name),
    ports,
    ...(probe === null ? {} : { probe }),
    ...(short in MIGRATIONS ? { initContainer: MIGRATIONS[short] } : {}),
    labels: labelsOf(view, service, short),
    ...rolloutOf(view, { name, part, service: service.name }),
  };
}
