import type { JsonObject } from '@backstage/types';
import type { PreflightCheck, Problem } from '../types';
import { isSet, textAt, valueAt } from '../valueAt';

const CERTIFICATE = /^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/.+$/;

/** An account and an issuer that the chart has as examples (`gen3-helm:helm/gen3/values.yaml`). */
const EXAMPLE_ACCOUNT = '123456789012';
const EXAMPLE_ISSUER = '12345678901234567890';

/**
 * What a commons in AWS needs to be told, and what the chart has in its place (`gen3-helm:helm/gen3/values.yaml`,
 * `gen3-helm:helm/revproxy/templates/ingress_aws.yaml`, `gen3-helm:helm/gen3/templates/secret-store-service-account.yaml`).
 */
export const awsPlaceholders: PreflightCheck = {
  id: 'aws-placeholders',
  title: 'What AWS needs is filled in',
  run({ subject: { values } }) {
    const inAws = isSet(values, 'global.aws.enabled');
    const withRole = isSet(
      values,
      'global.aws.secretStoreServiceAccount.enabled',
    );
    const withCrossplane = isSet(values, 'global.crossplane.enabled');
    if (!inAws && !withRole && !withCrossplane) return 'not-applicable';
    return [
      ...(inAws ? findInIngress(values) : []),
      ...(withRole && !withCrossplane ? findInRole(values) : []),
      ...(withCrossplane ? findInCrossplane(values) : []),
    ];
  },
};

function findInIngress(values: JsonObject): Problem[] {
  const problems: Problem[] = [];
  const certificate = textAt(values, 'global.revproxyArn');
  if (certificate === undefined || !CERTIFICATE.test(certificate)) {
    problems.push({
      severity: 'error',
      key: 'global.revproxyArn',
      what:
        certificate === undefined
          ? 'No certificate is named, so the chart names its example'
          : 'The certificate is not the ARN of one in AWS Certificate Manager',
      why: 'The load balancer is not made without its certificate, so nothing answers at the hostname.',
      fix: 'Set global.revproxyArn to the ARN of the certificate of the hostname: arn:aws:acm:<region>:<account>:certificate/<id>',
    });
  }
  const firewall = 'global.aws.wafv2';
  if (
    isSet(values, `${firewall}.enabled`) &&
    !isSet(values, `${firewall}.wafAclArn`)
  ) {
    problems.push({
      severity: 'error',
      key: `${firewall}.wafAclArn`,
      what: 'A web application firewall is wanted, and none is named',
      why: 'The load balancer gets no firewall: all requests come through.',
      fix: `Set ${firewall}.wafAclArn to the ARN of its web ACL, or ${firewall}.enabled to false`,
    });
  }
  return problems;
}

function findInRole(values: JsonObject): Problem[] {
  const key = 'global.aws.secretStoreServiceAccount.roleArn';
  if (isSet(values, key)) return [];
  return [
    {
      severity: 'error',
      key,
      what: 'External Secrets has a service account without a role',
      why: 'It may read no secret in AWS Secrets Manager, so no secret of the commons is made and its pods do not start.',
      fix: `Set ${key} to the ARN of the role that may read the secrets`,
    },
  ];
}

function findInCrossplane(values: JsonObject): Problem[] {
  const problems: Problem[] = [];
  const account = valueAt(values, 'global.crossplane.accountId');
  const isAccount = /^\d{12}$/.test(String(account ?? ''));
  if (!isAccount || String(account) === EXAMPLE_ACCOUNT) {
    problems.push({
      severity: 'error',
      key: 'global.crossplane.accountId',
      what:
        account === undefined || isAccount
          ? `The AWS account is the chart's example ${EXAMPLE_ACCOUNT}`
          : 'The AWS account does not have 12 digits',
      why: 'Crossplane makes roles and queues in that account, and service accounts get roles that do not exist.',
      fix: 'Set global.crossplane.accountId to the account of the cluster, in quotes: YAML takes zeros off the front of a number',
    });
  }
  const issuer = textAt(values, 'global.crossplane.oidcProviderUrl');
  if (issuer === undefined || issuer.endsWith(EXAMPLE_ISSUER)) {
    problems.push({
      severity: 'error',
      key: 'global.crossplane.oidcProviderUrl',
      what: "The OIDC provider of the cluster is the chart's example",
      why: 'The roles that crossplane makes trust that provider, so no pod of this cluster may take them.',
      fix: 'Set global.crossplane.oidcProviderUrl to the OIDC issuer of the cluster, without https://',
    });
  }
  return problems;
}
