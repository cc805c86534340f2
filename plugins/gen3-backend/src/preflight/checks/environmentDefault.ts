import type { PreflightCheck } from '../types';
import { textAt } from '../valueAt';

const KEY = 'global.environment';

/**
 * `global.environment` is "default" in the chart. It names the secrets in AWS Secrets Manager whose names are not given
 * (`<environment>-<service>-creds`, `gen3-helm:helm/common/templates/_external_secrets.tpl`), the group of the load balancer
 * (`gen3-helm:helm/revproxy/templates/ingress_aws.yaml`) and what crossplane makes (`gen3-helm:helm/fence/templates/crossplane.yaml`).
 */
export const environmentDefault: PreflightCheck = {
  id: 'environment-default',
  title: 'The environment has a name',
  run({ subject }) {
    const { values, tier } = subject;
    if (tier === 'development') return [];
    if ((textAt(values, KEY) ?? 'default') !== 'default') return [];
    return [
      {
        severity: 'warning',
        key: KEY,
        what: `The environment of this ${tier} commons is "default"`,
        why: 'It shares the load balancer, and the credentials of databases that have no name of their own, with every commons that says nothing, either.',
        fix: `Set ${KEY} to the name of its environment, in AWS that of its VPC`,
      },
    ];
  },
};
