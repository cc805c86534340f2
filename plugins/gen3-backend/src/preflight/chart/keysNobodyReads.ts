/** A key that the chart's defaults have and none of its templates reads. */
export interface DeadKey {
  key: string;
  /** The key that does what this one promises. */
  instead?: string;
}

const SLACK =
  'global.slackWebhook with global.createSlackWebhookSecret, or with External Secrets global.externalSecrets.slackWebhookSecretName with createSlackWebhookSecret';

const dead = (charts: string[], key: string): DeadKey[] =>
  charts.map(chart => ({ key: `${chart}.${key}` }));

/**
 * Keys of `gen3-helm:helm/gen3/values.yaml` and `gen3-helm:helm/<chart>/values.yaml` that nothing in `gen3-helm:helm/<chart>/templates` and
 * `gen3-helm:helm/common/templates` reads; of these, what people set and miss.
 */
export const KEYS_NOBODY_READS: readonly DeadKey[] = [
  // There is no such chart any more (`gen3-helm:helm/gen3/Chart.yaml`).
  { key: 'pidgin' },
  {
    key: 'global.aws.externalSecrets.pushSecret',
    instead: 'global.externalSecrets.pushSecret',
  },
  // Templates name the provider `provider-aws` themselves.
  { key: 'global.crossplane.providerConfigName' },
  { key: 'global.kubeBucket' },
  { key: 'global.logsBucket' },
  {
    key: 'data-upload-cron.suspendCronjob',
    instead: 'data-upload-cron.suspend',
  },
  // Its CronJobs read the secret `slack-webhook`.
  { key: 'etl.esGarbageCollect.slack_webhook', instead: SLACK },
  { key: 'fence.fenceCleanupExpiredGa4ghInfo.slack_webhook', instead: SLACK },
  { key: 'fence.fenceDeleteExpiredClients.slack_webhook', instead: SLACK },
  { key: 'fence.fenceVisaUpdate.slack_webhook', instead: SLACK },
  { key: 'fence.usersync.slack_webhook', instead: SLACK },
  { key: 'peregrine.arboristUrl', instead: 'peregrine.arborist_url' },
  {
    key: 'ssjdispatcher.dispatcherJobNum',
    instead: 'global.dispatcherJobNum',
  },
  {
    key: 'ssjdispatcher.securityContext',
    instead: 'ssjdispatcher.podSecurityContext',
  },
  { key: 'wts.hostname', instead: 'global.hostname' },
  ...dead(
    [
      'access-backend',
      'audit',
      'cohort-middleware',
      'etl',
      'fence',
      'frontend-framework',
      'gen3-workflow',
      'portal',
      'sower',
      'ssjdispatcher',
    ],
    'imagePullSecrets',
  ),
  ...dead(
    ['access-backend', 'cedar', 'frontend-framework', 'gen3-workflow', 'sower'],
    'securityContext',
  ),
  ...dead(['access-backend', 'frontend-framework'], 'nodeSelector'),
  ...dead(['access-backend', 'frontend-framework', 'portal'], 'tolerations'),
];
