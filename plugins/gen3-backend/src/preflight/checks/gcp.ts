import type { PreflightCheck, Problem } from '../types';
import { isSet, textAt } from '../valueAt';

/** What the chart writes where nobody said which project (`gen3-helm:helm/gen3/values.yaml`). */
const NO_PROJECT = 'project-name';
const NO_ACCOUNT = 'GCP_SA@PROJECT_ID.iam.gserviceaccount.com';

const TWO_CLOUDS: Problem = {
  severity: 'error',
  key: 'global.gcp.enabled',
  what: 'Both global.gcp.enabled and global.aws.enabled are true',
  why: 'The commons gets an ingress for each cloud, of which only one works, and looks for its secrets in Google Cloud only.',
  fix: 'Set the one of the cloud that the cluster is not in to false',
};

const PROJECT: Omit<Problem, 'severity'> = {
  key: 'global.gcp.projectID',
  what: `No Google project is named: the chart takes "${NO_PROJECT}"`,
  why: 'External Secrets looks for the secrets in that project, so no secret of the commons is made.',
  fix: 'Set global.gcp.projectID to the id of the project that holds the secrets',
};

const ACCOUNT: Omit<Problem, 'severity'> = {
  key: 'global.gcp.secretStoreServiceAccount',
  what: `No Google service account is named: the chart takes "${NO_ACCOUNT}"`,
  why: 'External Secrets acts as that account, which does not exist, so it may read no secret.',
  fix: 'Set global.gcp.secretStoreServiceAccount to the account that may read the secrets, as name@project.iam.gserviceaccount.com',
};

/**
 * Google Cloud: an ingress with a managed certificate (`gen3-helm:helm/revproxy/templates/ingress_gcp.yaml`) and, with External Secrets, a store in
 * Google's Secret Manager instead of that of AWS (`gen3-helm:helm/common/templates/_external_secrets.tpl`).
 */
export const gcp: PreflightCheck = {
  id: 'gcp',
  title: 'Google Cloud is set up',
  run({ subject: { values } }) {
    if (!isSet(values, 'global.gcp.enabled')) return 'not-applicable';
    const problems: Problem[] = [];
    if (isSet(values, 'global.aws.enabled')) problems.push(TWO_CLOUDS);
    const hasStore =
      isSet(values, 'global.externalSecrets.deploy') ||
      isSet(values, 'global.externalSecrets.separateSecretStore');
    const severity = hasStore ? 'error' : 'info';
    const project = textAt(values, 'global.gcp.projectID') ?? NO_PROJECT;
    if (project === NO_PROJECT) problems.push({ ...PROJECT, severity });
    const account =
      textAt(values, 'global.gcp.secretStoreServiceAccount') ?? NO_ACCOUNT;
    if (/GCP_SA|PROJECT_ID/.test(account)) {
      problems.push({ ...ACCOUNT, severity });
    }
    return problems;
  },
};
