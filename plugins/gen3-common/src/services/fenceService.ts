import { Gen3Job, Gen3Service } from './types';

const EVERY_FIVE_MINUTES = '*/5 * * * *';

/** `fence.googleCronJobs.enabled`, off by default; schedules of `gen3-helm:helm/fence/templates/google-cronjobs.yaml`. */
const googleJobs: Gen3Job[] = [
  {
    name: 'google-init-proxy-groups',
    kind: 'CronJob',
    schedule: '5 * * * *',
    title: 'Google: create proxy groups',
  },
  {
    name: 'google-delete-expired-service-account',
    kind: 'CronJob',
    schedule: '10 * * * *',
    title: 'Google: delete expired service accounts',
  },
  {
    name: 'google-manage-account-access',
    kind: 'CronJob',
    schedule: '15 * * * *',
    title: 'Google: expire linked accounts',
  },
  {
    name: 'google-manage-keys',
    kind: 'CronJob',
    schedule: '20 * * * *',
    title: 'Google: expire service-account keys',
  },
  {
    name: 'google-verify-bucket-access-group',
    kind: 'CronJob',
    schedule: '25 * * * *',
    title: 'Google: verify bucket access groups',
  },
  {
    name: 'google-delete-expired-access',
    kind: 'CronJob',
    schedule: EVERY_FIVE_MINUTES,
    title: 'Google: delete expired access',
  },
];

/** Authentication: the chart with the most workloads, so it has a file of its own. */
export const fenceService: Gen3Service = {
  name: 'fence',
  title: 'Fence',
  description: 'Log-in, tokens, and signed URLs for downloads.',
  docsUrl: 'https://github.com/uc-cdis/fence',
  bundle: 'core',
  monthly: true,
  meshService: true,
  enabledByDefault: true,
  critical: true,
  dependsOn: ['arborist'],
  journeys: ['login', 'download', 'submit', 'workspace'],
  offers: ['login'],
  probes: [
    { path: '/user/_status', body: { kind: 'text', equals: 'Healthy' } },
    // Without keys no service and no other commons can check a token; the status does not look at them
    // (fence:fence/__init__.py).
    {
      id: 'jwt-keys',
      path: '/user/jwt/keys',
      body: { kind: 'json-object', filled: ['keys'] },
    },
  ],
  version: {
    path: '/user/_version',
    body: { kind: 'json-object', keys: ['version', 'commit'] },
  },
  // The second one serves `/user/data/download` and DRS access, and has no public status path.
  deployments: ['fence-deployment', 'presigned-url-fence-deployment'],
  kubernetesServices: ['fence-service', 'presigned-url-fence-service'],
  podSelector: 'app in (fence,presigned-url-fence)',
  jobs: [
    {
      name: 'usersync',
      kind: 'CronJob',
      schedule: '*/30 * * * *',
      needed: true,
      title: 'Read user.yaml and dbGaP into fence and arborist',
    },
    {
      name: 'useryaml',
      kind: 'Job',
      needed: true,
      title: 'Apply USER_YAML once',
    },
    {
      name: 'fence-db-migrate-cronjob',
      kind: 'CronJob',
      schedule: '0 0 31 2 *',
      suspended: true,
      legacyNames: ['fence-db-migrate'],
      title: 'Migrate the database (by hand)',
    },
    {
      name: 'fence-delete-expired-clients',
      kind: 'CronJob',
      schedule: EVERY_FIVE_MINUTES,
      title: 'Delete expired OIDC clients',
    },
    {
      name: 'fence-cleanup-expired-ga4gh-info',
      kind: 'CronJob',
      schedule: EVERY_FIVE_MINUTES,
      title: 'Delete expired GA4GH passports',
    },
    {
      name: 'fence-visa-update',
      kind: 'CronJob',
      schedule: '30 * * * *',
      title: 'Refresh visas',
    },
    ...googleJobs,
  ],
  database: true,
  secrets: [
    {
      namedBy: 'fence.externalSecrets.fenceSshKeys',
      name: 'fence-ssh-keys',
      madeBy: 'fence.externalSecrets.createK8sFenceConfigSecret',
      readWith: 'fence.usersync.syncFromDbgap',
    },
    {
      namedBy: 'fence.externalSecrets.fenceJwtKeys',
      name: 'fence-jwt-keys',
      madeBy: 'fence.externalSecrets.createK8sJwtKeysSecret',
    },
    {
      namedBy: 'fence.externalSecrets.fenceConfig',
      name: 'fence-config',
      madeBy: 'fence.externalSecrets.createK8sFenceConfigSecret',
    },
    {
      namedBy: 'fence.externalSecrets.fenceGoogleAppCredsSecret',
      name: 'fence-google-app-creds-secret',
      madeBy: 'fence.externalSecrets.createK8sGoogleAppSecrets',
      optional: true,
    },
    {
      namedBy: 'fence.externalSecrets.fenceGoogleStorageCredsSecret',
      name: 'fence-google-storage-creds-secret',
      madeBy: 'fence.externalSecrets.createK8sGoogleAppSecrets',
      optional: true,
    },
  ],
};
