import { JsonObject } from '@backstage/types';
import { Gen3Secret, Gen3Service } from '../services/types';
import { isSet, valueAt } from './valueAt';

/** A secret of the secret manager that External Secrets brings to a service. @public */
export interface ReadSecret {
  /** Its name in the secret manager. */
  name: string;
  /** Values path that names it, or would. */
  namedBy: string;
  /** The values name it; else the name is the chart's own. */
  isNamed: boolean;
}

/** Whether External Secrets brings secrets to a commons of these values. */
export function isReadingSecrets(values: JsonObject): boolean {
  return isSet(values, 'global.externalSecrets.deploy');
}

/** Whether the switch is on with which Helm makes a secret, so that none is read. */
export function isLeftToHelm(values: JsonObject, secret: Gen3Secret): boolean {
  const { madeBy, madeByDefault = false } = secret;
  if (madeBy === undefined) return false;
  return Boolean(valueAt(values, madeBy.split('.')) ?? madeByDefault);
}

/**
 * Whether a service with these values reads one of its secrets.
 *
 * @param isReading - External Secrets is on. @defaultValue as the values say
 */
export function isRead(
  values: JsonObject,
  secret: Gen3Secret,
  isReading = isReadingSecrets(values),
): boolean {
  const { always = false, readWith } = secret;
  return (
    (always || isReading) &&
    (readWith === undefined || isSet(values, readWith)) &&
    !isLeftToHelm(values, secret)
  );
}

/**
 * Secrets of the secret manager that a service reads with some values, that of its database first
 * (`gen3-helm:helm/common/templates/_external_secrets.tpl`, `gen3-helm:helm/<service>/templates/external-secret.yaml`). Whether the service is on is not
 * looked at.
 *
 * @public
 */
export function readSecrets(
  values: JsonObject,
  { name: service, database, secrets = [] }: Gen3Service,
): ReadSecret[] {
  const environment = valueAt(values, ['global', 'environment']) || 'default';
  const readsDatabase =
    database &&
    isReadingSecrets(values) &&
    !isSet(values, 'global.externalSecrets.createLocalK8sSecret');
  const read = [
    ...(readsDatabase
      ? [
          {
            name: `${environment}-${service}-creds`,
            namedBy: `${service}.externalSecrets.dbcreds`,
          },
        ]
      : []),
    ...secrets.filter(secret => isRead(values, secret)),
  ];
  return read.map(({ name, namedBy }) => {
    const named = valueAt(values, namedBy.split('.'));
    const isNamed = typeof named === 'string' && named !== '';
    return { name: isNamed ? named : name, namedBy, isNamed };
  });
}
