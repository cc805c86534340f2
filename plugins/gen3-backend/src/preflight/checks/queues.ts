import type { JsonObject } from '@backstage/types';
import { hasService } from '../hasService';
import { isMadeByHelm } from '../isMadeByHelm';
import type { PreflightCheck, Problem } from '../types';
import { isSet, textAt } from '../valueAt';
import { auditQueueProblems } from './auditQueueProblems';

/** Account and password in the chart's examples (`gen3-helm:helm/ssjdispatcher/values.yaml`). */
const EXAMPLE_ACCOUNT = '12345678901234';
const EXAMPLE_PASSWORD = 'replace_with_password';

const ROLE = 'eks.amazonaws.com/role-arn';

const NO_CREDENTIALS: Problem = {
  severity: 'warning',
  key: 'ssjdispatcher.serviceAccount.annotations',
  what: 'ssjdispatcher may read no queue: it has neither a role nor keys',
  why: 'Its pods run, and each look into the queue fails: files that users upload are never indexed.',
  fix: `Give its service account a role (ssjdispatcher.serviceAccount.annotations, key ${ROLE}), or let crossplane make one`,
};

/**
 * Services that need a queue in SQS and may not say so when they start: audit (`gen3-helm:helm/audit/templates/secrets.yaml`) and ssjdispatcher
 * (`gen3-helm:helm/ssjdispatcher/templates/ssjdispatcher-secret.yaml`), whose loop only logs that it cannot read
 * (`ssjdispatcher:handlers/handler.go`).
 */
export const queues: PreflightCheck = {
  id: 'queues',
  title: 'Services that need a queue have one',
  run({ subject }) {
    const hasDispatcher = hasService(subject, 'ssjdispatcher');
    const asked = ['audit', 'fence'].some(name => hasService(subject, name));
    if (!hasDispatcher && !asked) return 'not-applicable';
    const isRead = isMadeByHelm(
      subject.values,
      'ssjdispatcher.externalSecrets.createK8sSsjdispatcherSecret',
    );
    return [
      ...auditQueueProblems(subject),
      ...(hasDispatcher && isRead ? findInDispatcher(subject.values) : []),
    ];
  },
};

function findInDispatcher(values: JsonObject): Problem[] {
  const settings = 'ssjdispatcher.ssjcreds';
  const isExample = (key: string) =>
    (textAt(values, `${settings}.${key}`) ?? EXAMPLE_ACCOUNT).includes(
      EXAMPLE_ACCOUNT,
    );
  const places = ['sqsUrl', 'jobPattern'].filter(isExample);
  const passwords = ['jobPassword', 'metadataservicePassword'].filter(
    key =>
      (textAt(values, `${settings}.${key}`) ?? EXAMPLE_PASSWORD) ===
      EXAMPLE_PASSWORD,
  );
  return [
    ...(places.length > 0 ? [examplePlaces(places)] : []),
    ...(passwords.length > 0 ? [examplePasswords(passwords)] : []),
    ...(hasCredentials(values) ? [] : [NO_CREDENTIALS]),
  ];
}

function hasCredentials(values: JsonObject): boolean {
  const annotations = 'ssjdispatcher.serviceAccount.annotations';
  return (
    isSet(values, 'global.crossplane.enabled') ||
    isSet(values, annotations) ||
    (isSet(values, 'ssjdispatcher.ssjcreds.awsAccessKeyId') &&
      isSet(values, 'ssjdispatcher.ssjcreds.awsSecretAccessKey'))
  );
}

function examplePlaces(keys: string[]): Problem {
  const about = keys.map(key => `ssjdispatcher.ssjcreds.${key}`);
  const paths = about.join(' and ');
  return {
    severity: 'warning',
    key: about[0],
    what: `ssjdispatcher watches the chart's examples of a queue and a bucket: ${paths} not set`,
    why: 'Its pods run, and it hears of no upload: files that users upload are never indexed.',
    fix: `Set ${paths}: the URL of the SQS queue of the upload bucket, and a pattern such as s3://<bucket>/*`,
    about,
  };
}

function examplePasswords(keys: string[]): Problem {
  const about = keys.map(key => `ssjdispatcher.ssjcreds.${key}`);
  const paths = about.join(' and ');
  return {
    severity: 'warning',
    key: about[0],
    what: `ssjdispatcher has the chart's example as password: ${paths} not set`,
    why: 'Its jobs may not write to indexd and metadata: files that users upload are not indexed.',
    fix: 'Keep its configuration in a secret (global.externalSecrets.deploy, ssjdispatcher.externalSecrets.credsFile) with the passwords of indexd and metadata, rather than in values',
    about,
  };
}
