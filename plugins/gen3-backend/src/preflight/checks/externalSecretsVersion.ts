import type { PreflightCheck, Problem } from '../types';
import { isSet, valueAt } from '../valueAt';

const KEY = 'global.externalSecrets.apiVersion';
const CURRENT = 'external-secrets.io/v1';
const BEFORE = 'external-secrets.io/v1beta1';

const NEEDS_NEWER: Problem = {
  severity: 'info',
  key: KEY,
  what: `The commons asks External Secrets for ${CURRENT}`,
  why: 'An operator before 0.16 does not know it, and then nothing of the commons is installed. The one that the chart cluster-level-resources installs by default is older.',
  fix: `See that the cluster has External Secrets Operator 0.16 or newer, or set ${KEY} to ${BEFORE}, which operators serve up to 0.16`,
};

const UNKNOWN_VERSION: Problem = {
  severity: 'error',
  key: KEY,
  what: `The API of External Secrets is neither ${CURRENT} nor ${BEFORE}`,
  why: 'No operator knows it, so nothing of the commons is installed.',
  fix: `Set ${KEY} to ${CURRENT}, or to ${BEFORE} for an operator before 0.16`,
};

/**
 * The chart asks for `external-secrets.io/v1` (`gen3-helm:helm/gen3/values.yaml`), which External Secrets Operator has since 0.16, as it has
 * `v1beta1` until then (`external-secrets/external-secrets`, notes of 0.17.0); the operator that
 * `gen3-helm:helm/cluster-level-resources/values.yaml` installs unless told otherwise is older and has `v1beta1` only.
 */
export const externalSecretsVersion: PreflightCheck = {
  id: 'external-secrets-version',
  title: 'External Secrets Operator knows the API that is asked for',
  run({ subject: { values } }) {
    const isUsed =
      isSet(values, 'global.externalSecrets.deploy') ||
      isSet(values, 'global.aws.useLocalSecret.enabled');
    if (!isUsed) return 'not-applicable';
    const version = valueAt(values, KEY) ?? CURRENT;
    if (version === BEFORE) return [];
    return [version === CURRENT ? NEEDS_NEWER : UNKNOWN_VERSION];
  },
};
