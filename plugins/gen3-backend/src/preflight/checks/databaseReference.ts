import type { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { listNames } from '../listNames';
import type { PreflightCheck, PreflightSubject, Problem } from '../types';
import { isSet, textAt, valueAt } from '../valueAt';

const HOST = 'global.postgres.master.host';
const MASTER = 'global.postgres.externalSecret';

/**
 * Where the databases are, when they are not in the namespace. Two parts of the chart ask for it:
 *
 * - The secrets `<service>-dbcreds` that Helm makes itself, and those that it pushes to the secret store, have the host of the service or of
 *   the master; without one the chart cannot be rendered. External Secrets bring them instead with `global.externalSecrets.deploy`
 *   (`gen3-helm:helm/common/templates/_db_setup_job.tpl`, `gen3-helm:helm/common/templates/_external_secrets.tpl`).
 * - The jobs `<service>-dbcreate` log in as the master: by the secret `global.postgres.externalSecret`, else by `global.postgres.master`
 *   (`gen3-helm:helm/common/templates/_db_setup_job.tpl`).
 */
export const databaseReference: PreflightCheck = {
  id: 'database-reference',
  title: 'It is known where the databases are',
  run({ subject, registry }) {
    if (subject.declared.dev) return 'not-applicable';
    const services = databaseServices(subject, registry);
    if (services.length === 0) return 'not-applicable';
    return [
      ...findMissingHost(subject, services),
      ...findMissingMaster(subject, services),
    ];
  },
};

function databaseServices(
  { declared }: PreflightSubject,
  registry: ServiceRegistry,
): string[] {
  return declared.services
    .map(({ name }) => name)
    .filter(name => registry.get(name)?.database);
}

function findMissingHost(
  { values }: PreflightSubject,
  services: string[],
): Problem[] {
  if (textAt(values, HOST)) return [];
  const secrets = 'global.externalSecrets';
  const makesAll =
    !isSet(values, `${secrets}.deploy`) ||
    isSet(values, `${secrets}.createLocalK8sSecret`) ||
    isSet(values, `${secrets}.pushSecret`);
  const without = services.filter(
    name =>
      (makesAll || isSet(values, `${name}.externalSecrets.pushSecret`)) &&
      !textAt(values, `${name}.postgres.host`),
  );
  if (without.length === 0) return [];
  return [
    {
      severity: 'error',
      key: HOST,
      what: `There is no host of the database of ${listNames(without)}`,
      why: 'Helm is to write it into their secrets and cannot render the chart without: nothing is deployed.',
      fix: `Set ${HOST}, or bring the credentials from the secret store: ${secrets}.deploy true, without createLocalK8sSecret and pushSecret`,
      about: without.map(name => `host of ${name}`),
    },
  ];
}

function findMissingMaster(
  { values }: PreflightSubject,
  services: string[],
): Problem[] {
  // The chart has it on.
  const createsAll =
    valueAt(values, 'global.postgres.dbCreate') === undefined ||
    isSet(values, 'global.postgres.dbCreate');
  const created = services.filter(
    name => createsAll || isSet(values, `${name}.postgres.dbCreate`),
  );
  const isMasterInValues =
    isSet(values, HOST) && isSet(values, 'global.postgres.master.password');
  if (created.length === 0 || textAt(values, MASTER) || isMasterInValues) {
    return [];
  }
  return [
    {
      severity: 'error',
      key: MASTER,
      what: `The databases of ${listNames(
        created,
      )} are to be created, and no secret with the server's master is named`,
      why: 'The jobs that create them cannot log in to a server, and the services wait for their databases for ever.',
      fix: `Set ${MASTER} to the name of the secret with username, password, host and port; if the databases are there already, set global.postgres.dbCreate to false`,
      about: created.map(name => `master of ${name}`),
    },
  ];
}
