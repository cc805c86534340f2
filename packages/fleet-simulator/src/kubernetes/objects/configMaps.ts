import { deployedAt, installedAt } from '../ages';
import { defineKind, inCommons } from '../defineKind';
import { AGE } from '../humanDuration';
import { createMetadata } from '../metadata';
import { KubernetesObject, Labels } from '../types';
import { NamespaceView } from '../views';
import { CERTIFICATE_ARN } from './ingresses';

/** A ConfigMap. */
interface ConfigMap extends KubernetesObject {
  data: Labels;
}

/** What both flavours keep about the commons (`gen3-helm:helm/gen3/templates/global-manifest.yaml`). */
function manifestGlobal({ commons }: NamespaceView): Labels {
  return {
    environment: commons.environment ?? 'default',
    hostname: commons.hostname,
    revproxy_arn: CERTIFICATE_ARN,
    dictionary_url: commons.dictionaryUrl ?? '',
    portal_app: 'gitops',
    sync_from_dbgap: 'False',
    useryaml_s3path: '',
    public_datasets: String(commons.publicDataSets),
    tier_access_level: 'libre',
    tier_access_limit: '1000',
    netpolicy: 'on',
    dispatcher_job_num: '10',
    dd_enabled: 'false',
  };
}

function createConfigMap(
  view: NamespaceView,
  name: string,
  data: Labels,
): ConfigMap {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: createMetadata(view.facts, {
      kind: 'ConfigMap',
      name,
      namespace: view.namespace,
      createdAt: installedAt(view),
      changedAt: deployedAt(view),
    }),
    data,
  };
}

/** `v1` ConfigMaps: those of the commons that the portal has to do with. */
export const configMaps = defineKind<ConfigMap>({
  group: '',
  version: 'v1',
  plural: 'configmaps',
  kind: 'ConfigMap',
  shortNames: ['cm'],
  build: inCommons(view => [
    createConfigMap(view, 'manifest-global', manifestGlobal(view)),
    ...(view.commons.services.has('etl')
      ? [createConfigMap(view, 'etl-mapping', { 'etlMapping.yaml': '' })]
      : []),
  ]),
  columns: [
    {
      name: 'Data',
      type: 'integer',
      cell: ({ data }) => Object.keys(data).length,
    },
    AGE,
  ],
});
