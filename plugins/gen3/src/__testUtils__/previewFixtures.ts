import {
  PreviewObject,
  PreviewResponse,
  PreviewRisk,
  RenderedPreview,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { minutesAgo } from './fixtures';

/** The Deployment of fence, which would be new. */
export function previewObject(
  change: Partial<PreviewObject> = {},
): PreviewObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    name: 'fence-deployment',
    namespace: 'lung',
    service: 'fence',
    template: 'gen3/charts/fence/templates/deployment.yaml',
    change: 'added',
    after: 'kind: Deployment\nmetadata:\n  name: fence-deployment\n',
    ...change,
  };
}

/** A volume that would disappear. */
export function previewRisk(change: Partial<PreviewRisk> = {}): PreviewRisk {
  return {
    id: 'volume-removed',
    severity: 'high',
    object: { kind: 'PersistentVolumeClaim', name: 'data', namespace: 'lung' },
    what: 'The volume claim data disappears',
    why: 'Argo CD removes it when it prunes.',
    ...change,
  };
}

/** A commons of two files and two objects that would be new, without risks. */
export function previewResponse(
  change: Partial<RenderedPreview> = {},
): RenderedPreview {
  return {
    rendered: true,
    files: [
      { path: 'lung/app.yaml', after: 'kind: Application\n' },
      { path: 'lung/values/values.yaml', after: 'fence:\n  enabled: true\n' },
    ],
    objects: [
      previewObject(),
      previewObject({
        kind: 'Ingress',
        name: 'lung',
        service: undefined,
        after: 'kind: Ingress\n',
      }),
    ],
    risks: [],
    summary: {
      objects: 2,
      added: 2,
      changed: 0,
      removed: 0,
      services: ['arborist', 'fence'],
      workloads: 1,
      cpuRequestMillis: 400,
      memoryRequestBytes: 1_288_490_189,
    },
    notes: ['The cluster is not asked.'],
    chart: {
      repoUrl: 'https://github.com/uc-cdis/gen3-helm.git',
      revision: 'master',
      version: 'a1b2c3d4e5f6a7b8c9d0a1b2c3d4e5f6a7b8c9d0',
    },
    asOf: minutesAgo(0),
    ...change,
  };
}

/** The same while helm is missing. */
export function previewOfFiles(): PreviewResponse {
  const { files, asOf } = previewResponse();
  return {
    files,
    notes: [],
    asOf,
    rendered: false,
    whyNotRendered: 'The chart cannot be rendered: there is no helm',
  };
}
