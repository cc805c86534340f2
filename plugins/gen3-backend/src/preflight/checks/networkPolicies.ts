import { isIP } from 'node:net';
import { hasService } from '../hasService';
import { listNames } from '../listNames';
import { quote } from '../quote';
import type {
  CheckInput,
  PreflightCheck,
  PreflightSubject,
  Problem,
} from '../types';
import { isSet, valueAt } from '../valueAt';

const SUBNETS = 'global.netPolicy.dbSubnets';

/**
 * Services whose pods have labels that let them out to any address (`netnolimit`) or into 172.0.0.0/8 (`netvpc`), so that they reach a database
 * without being told where it is (`gen3-helm:helm/<chart>/templates/deployment.yaml`,
 * `gen3-helm:helm/gen3-network-policies/templates/{nolimit,vpc}_netpolicy.yaml`).
 */
const GET_OUT_ANYWAY = [
  'audit',
  'cedar',
  'fence',
  'gen3-embeddings',
  'gen3-user-data-library',
  'metadata',
  'requestor',
  'sheepdog',
  'wts',
];

/** Revproxy reaches pods with the label `public`, which audit's do not have (`gen3-helm:helm/audit/templates/deployment.yaml`). */
const AUDIT_SHUT: Problem = {
  severity: 'warning',
  key: 'audit.extraLabels',
  what: 'Network policies are on, and the pods of audit lack the label public: "yes"',
  why: 'Revproxy may not reach audit, so its logs cannot be read at /audit; fence still sends them.',
  fix: 'Set audit.extraLabels to { public: "yes" }, unless nobody shall read them from outside',
};

/**
 * `global.netPolicy.enabled` shuts everything and opens what labels and `dbSubnets` say (`gen3-helm:helm/gen3-network-policies/templates`,
 * `gen3-helm:helm/common/templates/_netpolicy_templates.tpl`).
 */
export const networkPolicies: PreflightCheck = {
  id: 'network-policies',
  title: 'Network policies let services reach what they need',
  run(input) {
    const { subject } = input;
    const { values } = subject;
    if (!isSet(values, 'global.netPolicy.enabled')) return 'not-applicable';
    const isAuditShut =
      hasService(subject, 'audit') &&
      valueAt(values, 'audit.extraLabels.public') !== 'yes';
    return [
      ...(subject.declared.dev ? [] : findInSubnets(subject, input)),
      ...(isAuditShut ? [AUDIT_SHUT] : []),
    ];
  },
};

function findInSubnets(
  subject: PreflightSubject,
  { registry }: CheckInput,
): Problem[] {
  const given = valueAt(subject.values, SUBNETS) ?? [];
  const subnets = Array.isArray(given) ? given : [given];
  if (subnets.length > 0) {
    const wrong = subnets.filter(subnet => !isSubnet(String(subnet)));
    return wrong.length > 0 ? [notSubnets(wrong.map(String))] : [];
  }
  const shut = subject.declared.services
    .map(({ name }) => name)
    .filter(name => registry.get(name)?.database)
    .filter(name => !GET_OUT_ANYWAY.includes(name));
  return shut.length > 0 ? [noSubnets(shut)] : [];
}

function isSubnet(text: string): boolean {
  const [address = '', bits = '', ...more] = text.split('/');
  const version = isIP(address);
  return (
    version !== 0 &&
    more.length === 0 &&
    /^\d{1,3}$/.test(bits) &&
    Number(bits) <= (version === 4 ? 32 : 128)
  );
}

function noSubnets(shut: string[]): Problem {
  return {
    severity: 'warning',
    key: SUBNETS,
    what: `Network policies are on with a managed database, and ${SUBNETS} is empty`,
    why: `The policies let these services reach no address outside of the namespace, so not their database: ${shut.join(
      ', ',
    )}.`,
    fix: `Set ${SUBNETS} to the subnets of the database, e.g. ["10.0.8.0/24"]`,
    about: shut,
  };
}

function notSubnets(wrong: string[]): Problem {
  return {
    severity: 'error',
    key: SUBNETS,
    what: `${SUBNETS} has what is no subnet: ${listNames(wrong.map(quote))}`,
    why: 'Kubernetes refuses network policies with it, so the commons is not installed.',
    fix: 'Write an address and the bits of its network, e.g. 10.0.8.0/24',
    about: wrong,
  };
}
