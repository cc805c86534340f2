import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { queues } from './queues';

const QUIET = 'audit: { enabled: false }';

function findingsOf(values: string) {
  return checkValues(queues, values).findings.map(({ severity, where }) => [
    severity,
    where.key,
  ]);
}

describe('queues', () => {
  it('tells that fence sends audit nothing', () => {
    expect(findingsOf('{}')).toEqual([
      ['info', 'fence.FENCE_CONFIG.ENABLE_AUDIT_LOGS'],
    ]);
  });

  it('warns of audit pulling from no queue', () => {
    expect(
      findingsOf('audit: { server: { pull_from_queue: true } }'),
    ).toContainEqual(['warning', 'audit.server.sqs.url']);
  });

  it.each([
    [
      'a queue',
      'audit: { server: { pull_from_queue: true, sqs: { url: "https://sqs.us-east-1.amazonaws.com/111122223333/audit" } } }',
    ],
    [
      'another kind of queue',
      'audit: { server: { pull_from_queue: true, type: api } }',
    ],
    [
      'a secret that has it',
      'global: { externalSecrets: { deploy: true } }\naudit: { server: { pull_from_queue: true } }',
    ],
  ])('does not warn of audit with %s', (_, values) => {
    expect(findingsOf(values)).not.toContainEqual([
      'warning',
      'audit.server.sqs.url',
    ]);
  });

  it('refuses to let fence send to an audit that is off', () => {
    const push = 'PUSH_AUDIT_LOGS_CONFIG: { type: api }';
    expect(
      findingsOf(
        `${QUIET}\nfence: { FENCE_CONFIG: { ENABLE_AUDIT_LOGS: { login: true }, ${push} } }`,
      ),
    ).toEqual([['error', 'fence.FENCE_CONFIG.ENABLE_AUDIT_LOGS']]);
  });

  it('refuses to let fence send to a queue that is not named', () => {
    const key = 'fence.FENCE_CONFIG.PUSH_AUDIT_LOGS_CONFIG.aws_sqs_config';
    expect(
      findingsOf(
        'fence: { FENCE_CONFIG: { ENABLE_AUDIT_LOGS: { login: true } } }',
      ),
    ).toEqual([['error', key]]);
  });

  it('only warns of it where a secret may name the queue', () => {
    const values = `global: { externalSecrets: { deploy: true } }
fence: { FENCE_CONFIG_PUBLIC: { ENABLE_AUDIT_LOGS: { login: true }, PUSH_AUDIT_LOGS_CONFIG: { type: aws_sqs } } }`;
    expect(findingsOf(values)).toEqual([
      ['warning', expect.stringMatching(/aws_sqs_config$/)],
    ]);
  });

  it('finds the examples in ssjdispatcher, without passwords', () => {
    const values = `${QUIET}\nssjdispatcher: { enabled: true, ssjcreds: { metadataservicePassword: geheim } }`;
    const { findings } = checkValues(queues, values);
    expect(
      findings.map(({ severity, where }) => [severity, where.key]),
    ).toEqual([
      ['warning', 'ssjdispatcher.ssjcreds.sqsUrl'],
      ['warning', 'ssjdispatcher.ssjcreds.jobPassword'],
      ['warning', 'ssjdispatcher.serviceAccount.annotations'],
    ]);
    expect(JSON.stringify(findings)).not.toContain('geheim');
  });

  it.each([
    [
      'all that ssjdispatcher needs',
      `ssjdispatcher:
  enabled: true
  serviceAccount: { annotations: { eks.amazonaws.com/role-arn: "arn:aws:iam::111122223333:role/ssj" } }
  ssjcreds: { sqsUrl: "https://sqs.us-east-1.amazonaws.com/111122223333/up", jobPattern: "s3://up/*", jobPassword: a, metadataservicePassword: b }`,
    ],
    [
      'a secret that has it',
      'global: { externalSecrets: { deploy: true } }\nssjdispatcher: { enabled: true }',
    ],
    ['no service that needs a queue', ''],
  ])('is content with %s', (_, values) => {
    expect(checkValues(queues, `${QUIET}\n${values}`).outcome).toBe('passed');
  });

  it('does not ask a commons without these services', () => {
    const values = `${QUIET}\nfence: { enabled: false }`;
    expect(checkValues(queues, values).outcome).toBe('not-applicable');
  });

  it('finds what the wizard leaves open', () => {
    const { findings } = checkAnswers(queues, {
      database: 'development',
      services: ['ssjdispatcher'],
    });
    expect(findings).not.toEqual([]);
  });
});
