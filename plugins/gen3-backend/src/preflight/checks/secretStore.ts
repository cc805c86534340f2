import type { PreflightCheck } from '../types';
import { isSet } from '../valueAt';

/** Each of them gives the chart's secret store a way into the secret manager. */
const WAYS = [
  'global.gcp.enabled',
  'global.aws.secretStoreServiceAccount.enabled',
  'global.aws.useLocalSecret.enabled',
  'global.aws.externalSecrets.enabled',
  'global.aws.awsSecretAccessKey',
  'secrets.awsSecretAccessKey',
];

/**
 * The store that External Secrets reads from logs in as a service account, or with keys in a Kubernetes secret that the chart only makes when it has
 * them (`gen3-helm:helm/common/templates/{_external_secrets,_aws_config}.tpl`, `gen3-helm:helm/gen3/templates/{secret-store,aws-config}.yaml`).
 */
export const secretStore: PreflightCheck = {
  id: 'secret-store',
  title: 'External Secrets may read the secret manager',
  run({ subject: { values } }) {
    if (!isSet(values, 'global.externalSecrets.deploy')) {
      return 'not-applicable';
    }
    if (WAYS.some(way => isSet(values, way))) return [];
    return [
      {
        severity: 'warning',
        key: 'global.aws.secretStoreServiceAccount.enabled',
        field: 'database',
        what: 'External Secrets is on, and nothing says as whom it reads the secret manager',
        why: 'The store looks for keys in the secret gen3-aws-config, which the chart does not make: no secret of the commons is made, and its pods do not start.',
        fix: 'In AWS enable global.aws.secretStoreServiceAccount and set its roleArn, in Google Cloud global.gcp; or make the secret gen3-aws-config in the namespace (access-key, secret-access-key)',
      },
    ];
  },
};
