import { fenceConfigKey } from '../fenceConfigKey';
import { hasService } from '../hasService';
import { isMadeByHelm } from '../isMadeByHelm';
import type { PreflightSubject, Problem } from '../types';
import { isSet, textAt, valueAt } from '../valueAt';

/** What the chart has as the queue's URL until one is given (`gen3-helm:helm/audit/values.yaml`). */
const NOBODYS_QUEUE = 'http://sqs.com';

const NO_QUEUE: Problem = {
  severity: 'warning',
  key: 'audit.server.sqs.url',
  what: 'audit shall pull from a queue, and none is named',
  why: 'Its pods run, and each pull fails: no log-in and no download is ever recorded (audit-service:src/audit/pull_from_queue.py).',
  fix: 'Set audit.server.sqs.url and audit.server.sqs.region to the SQS queue that fence sends to, or audit.server.pull_from_queue to false',
};

const NOBODY_SENDS: Problem = {
  severity: 'info',
  key: 'fence.FENCE_CONFIG.ENABLE_AUDIT_LOGS',
  what: 'audit is on, and fence sends it nothing',
  why: 'The chart has both kinds of audit logs of fence off, so audit stays empty.',
  fix: 'Set login and presigned_url of fence.FENCE_CONFIG.ENABLE_AUDIT_LOGS to true and tell fence how to send them (PUSH_AUDIT_LOGS_CONFIG), or switch audit off',
};

/** What is wrong between fence, which makes audit logs, and audit, which keeps them. */
export function auditQueueProblems(subject: PreflightSubject): Problem[] {
  const hasAudit = hasService(subject, 'audit');
  return [
    ...(hasAudit ? findInAudit(subject) : []),
    ...(hasService(subject, 'fence') ? findInFence(subject, hasAudit) : []),
  ];
}

function findInAudit({ values }: PreflightSubject): Problem[] {
  const pulls = isSet(values, 'audit.server.pull_from_queue');
  const type = valueAt(values, 'audit.server.type') ?? 'aws_sqs';
  const url = textAt(values, 'audit.server.sqs.url') ?? NOBODYS_QUEUE;
  return pulls &&
    type === 'aws_sqs' &&
    url === NOBODYS_QUEUE &&
    isMadeByHelm(values, 'audit.externalSecrets.createK8sAuditSecret')
    ? [NO_QUEUE]
    : [];
}

/**
 * Fence asks audit for its kinds of logs when it starts, and a queue for its URL and region; without an answer it ends
 * (`fence:fence/resources/audit/client.py`).
 */
function findInFence({ values }: PreflightSubject, hasAudit: boolean) {
  const config = fenceConfigKey(values);
  const sends = ['login', 'presigned_url'].some(kind =>
    isSet(values, `${config}.ENABLE_AUDIT_LOGS.${kind}`),
  );
  const isKnown = config === 'fence.FENCE_CONFIG';
  if (!sends) return hasAudit && isKnown ? [NOBODY_SENDS] : [];
  const problems: Problem[] = [];
  if (!hasAudit && !isSet(values, `${config}.AUDIT_SERVICE`)) {
    problems.push(nobodyKeeps(config));
  }
  const push = `${config}.PUSH_AUDIT_LOGS_CONFIG`;
  const type = valueAt(values, `${push}.type`) ?? (isKnown ? 'aws_sqs' : 'api');
  const missing = ['sqs_url', 'region'].filter(
    key => !isSet(values, `${push}.aws_sqs_config.${key}`),
  );
  if (type === 'aws_sqs' && missing.length > 0) {
    problems.push(fenceNeeds(missing, { push, isKnown }));
  }
  return problems;
}

function nobodyKeeps(config: string): Problem {
  return {
    severity: 'error',
    key: `${config}.ENABLE_AUDIT_LOGS`,
    what: 'fence shall send audit logs, and audit is off',
    why: 'Fence asks audit when it starts and ends without an answer: nobody can log in.',
    fix: `Enable audit, or set login and presigned_url of ${config}.ENABLE_AUDIT_LOGS to false`,
  };
}

function fenceNeeds(
  missing: string[],
  { push, isKnown }: { push: string; isKnown: boolean },
): Problem {
  return {
    severity: isKnown ? 'error' : 'warning',
    key: `${push}.aws_sqs_config`,
    what: `fence shall send audit logs to a queue, and its ${missing.join(
      ' and ',
    )} is missing in the values`,
    why: isKnown
      ? 'Fence refuses to start without them: nobody can log in.'
      : 'Unless the secret with its configuration has them, fence refuses to start: nobody can log in.',
    fix: `Set ${missing
      .map(key => `${push}.aws_sqs_config.${key}`)
      .join(
        ' and ',
      )}, or ${push}.type to api, which sends them to audit itself`,
    about: missing.map(key => `${push}.${key}`),
  };
}
