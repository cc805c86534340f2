import type { JsonObject } from '@backstage/types';
import { fenceConfigKey } from '../fenceConfigKey';
import { hasService } from '../hasService';
import type { PreflightCheck, PreflightSubject, Problem } from '../types';
import { isMap, isSet, textAt, valueAt } from '../valueAt';

const SECRET = 'fence.externalSecrets.fenceConfig';
const BY_HELM = 'fence.externalSecrets.createK8sFenceConfigSecret';
const PUBLIC = 'fence.FENCE_CONFIG_PUBLIC';

/**
 * Fence lets people in by identity providers (`OPENID_CONNECT`), or, to try things out, lets everybody in as a test user: `MOCK_AUTH`,
 * `MOCK_GOOGLE_AUTH`, or `mock` of one provider (`gen3-helm:helm/fence/values.yaml`). Which of its values are read at all, says
 * `fenceConfigKey`.
 */
export const mockLogin: PreflightCheck = {
  id: 'mock-login',
  title: 'People log in as themselves',
  run({ subject }) {
    if (!hasService(subject, 'fence')) return 'not-applicable';
    const { values } = subject;
    const read = fenceConfigKey(values);
    const mocks = ['fence.FENCE_CONFIG', PUBLIC].flatMap(config =>
      findMocks(values, config).map(key => ({ key, isRead: config === read })),
    );
    const isRead = mocks.flatMap(mock => (mock.isRead ? [mock.key] : []));
    if (isRead.length > 0) return judgeMock(subject, isRead);
    return [
      ...unreadMock(
        mocks.map(({ key }) => key),
        read,
      ),
      ...findNoLogin(subject, read),
    ];
  },
};

function isOn(values: JsonObject, path: string): boolean {
  const value = valueAt(values, path);
  return typeof value === 'string'
    ? value.toLocaleLowerCase('en-US') === 'true'
    : value === true;
}

function providersOf(values: JsonObject, config: string): string[] {
  const providers = valueAt(values, `${config}.OPENID_CONNECT`);
  return isMap(providers) ? Object.keys(providers) : [];
}

function findMocks(values: JsonObject, config: string): string[] {
  return [
    `${config}.MOCK_AUTH`,
    `${config}.MOCK_GOOGLE_AUTH`,
    ...providersOf(values, config).map(
      name => `${config}.OPENID_CONNECT.${name}.mock`,
    ),
  ].filter(key => isOn(values, key));
}

function judgeMock({ tier }: PreflightSubject, keys: string[]): Problem[] {
  const [key] = keys;
  if (tier === 'development') return [];
  return [
    {
      severity: tier === 'qa' ? 'info' : 'error',
      key,
      field: 'login',
      what: `Everybody is let into this ${tier} commons as a test user (${key})`,
      why: 'Whoever finds it can be any user, those with all rights too, and take and change all data.',
      fix: "Let people log in by an identity provider: keep its client in the secret with fence's configuration, and remove this setting",
      about: keys,
    },
  ];
}

function unreadMock(keys: string[], read: string): Problem[] {
  const [key] = keys;
  if (key === undefined) return [];
  return [
    {
      severity: 'warning',
      key,
      field: 'login',
      what: `Everybody is to be let in as a test user (${key}), and fence does not get that setting`,
      why:
        read === PUBLIC
          ? 'With External Secrets, the configuration of fence comes from the secret manager: nothing reads FENCE_CONFIG.'
          : 'Helm makes the configuration of fence of FENCE_CONFIG, and what the chart has there overrules the public part.',
      fix:
        read === PUBLIC
          ? `Name the secret with fence's configuration (${SECRET}), or let Helm make it (${BY_HELM}: true)`
          : 'Set it in FENCE_CONFIG, or remove it',
      about: keys,
    },
  ];
}

function findNoLogin(
  { tier, values, plan }: PreflightSubject,
  read: string,
): Problem[] {
  const severity = tier === 'development' ? 'warning' : 'error';
  if (read === PUBLIC) {
    if (textAt(values, SECRET)) return [];
    return [
      {
        severity,
        key: SECRET,
        what: "No secret with fence's configuration is named, so the chart reads the one called fence-config",
        why: 'That one is shared by all commons of the account, or is not there: people are sent to the log-in of another commons, or fence does not start.',
        fix: `Set ${SECRET} to the name of the secret of this commons`,
      },
    ];
  }
  const hasProvider = providersOf(values, read).some(name =>
    textAt(values, `${read}.OPENID_CONNECT.${name}.client_id`),
  );
  if (hasProvider) return [];
  const isNamed =
    isSet(values, SECRET) || plan?.answers.fenceConfigSecret !== undefined;
  return [
    {
      severity,
      key: isNamed ? SECRET : `${read}.OPENID_CONNECT`,
      ...(isNamed ? {} : { field: 'login' as const }),
      what: isNamed
        ? "A secret with fence's configuration is named, and Helm makes one itself, so nothing reads it"
        : 'Fence knows no identity provider',
      why: 'Nobody can log in.',
      fix: isNamed
        ? `Set global.externalSecrets.deploy to true and ${BY_HELM} to false`
        : `Set global.externalSecrets.deploy to true and ${SECRET} to the name of a secret with fence's configuration`,
    },
  ];
}
