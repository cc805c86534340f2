import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { awsPlaceholders } from './awsPlaceholders';

const ARN = 'arn:aws:acm:us-east-1:111122223333:certificate/0a1b';

function keysOf(values: string) {
  return checkValues(awsPlaceholders, values).findings.map(
    ({ severity, where }) => [severity, where.key],
  );
}

describe('aws-placeholders', () => {
  it.each([
    ['no certificate', ''],
    [
      "the chart's example",
      'revproxyArn: arn:aws:acm:us-east-1:123456:certificate,',
    ],
    ['a name', 'revproxyArn: heart.example.org,'],
  ])('refuses %s', (_, certificate) => {
    expect(keysOf(`global: { ${certificate} aws: { enabled: true } }`)).toEqual(
      [['error', 'global.revproxyArn']],
    );
  });

  it('refuses a firewall without a name', () => {
    expect(
      keysOf(
        `global: { revproxyArn: "${ARN}", aws: { enabled: true, wafv2: { enabled: true } } }`,
      ),
    ).toEqual([['error', 'global.aws.wafv2.wafAclArn']]);
  });

  it('refuses a service account without a role', () => {
    expect(
      keysOf(
        'global: { aws: { secretStoreServiceAccount: { enabled: true } } }',
      ),
    ).toEqual([['error', 'global.aws.secretStoreServiceAccount.roleArn']]);
  });

  it.each([
    ['nothing', ''],
    ['the example', ', accountId: 123456789012'],
    // YAML reads 012345678901 as a number and takes the zero off.
    ['a number that lost its zero', ', accountId: 12345678901'],
  ])('refuses %s as account of crossplane', (_, account) => {
    expect(
      keysOf(
        `global: { crossplane: { enabled: true, oidcProviderUrl: oidc.eks.example/id/0a1b ${account} } }`,
      ),
    ).toEqual([['error', 'global.crossplane.accountId']]);
  });

  it("refuses the chart's example of an OIDC provider", () => {
    expect(
      keysOf(
        'global: { crossplane: { enabled: true, accountId: "111122223333" } }',
      ),
    ).toEqual([['error', 'global.crossplane.oidcProviderUrl']]);
  });

  // `secret-store-service-account.yaml` makes the role's name itself then.
  it('needs no role where crossplane makes one', () => {
    const values = `
global:
  aws: { secretStoreServiceAccount: { enabled: true } }
  crossplane: { enabled: true, accountId: "111122223333", oidcProviderUrl: oidc.eks.example/id/0a1b }
`;
    expect(checkValues(awsPlaceholders, values).outcome).toBe('passed');
  });

  it('is content when all is said', () => {
    const values = `
global:
  revproxyArn: ${ARN}
  aws:
    enabled: true
    wafv2: { enabled: true, wafAclArn: "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/heart/0a1b" }
    secretStoreServiceAccount: { enabled: true, roleArn: "arn:aws:iam::111122223333:role/secrets" }
`;
    expect(checkValues(awsPlaceholders, values).outcome).toBe('passed');
  });

  it('does not ask a commons that is not in AWS', () => {
    expect(checkAnswers(awsPlaceholders, {}).outcome).toBe('not-applicable');
  });
});
