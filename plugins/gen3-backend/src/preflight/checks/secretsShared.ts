import { readSecrets } from '@gen3-csoc/backstage-plugin-gen3-common';
import { listNames } from '../listNames';
import { nameNeighbours } from '../nameNeighbours';
import { quote } from '../quote';
import type { CheckInput, PreflightCheck, Problem } from '../types';
import { textAt } from '../valueAt';

/** A secret that has the name that the chart gives it. */
type Shared = ReturnType<typeof sharedOf>[number];

/**
 * By the names that the chart gives to secrets, commons of one environment use one database, and all that use one secret manager have the same keys,
 * with which each signs what the other accepts (`gen3-helm:helm/common/templates/_external_secrets.tpl`, `gen3-helm:helm/fence/templates/_helpers.tpl`).
 */
export const secretsShared: PreflightCheck = {
  id: 'secrets-shared',
  title: 'Its secrets have names of their own',
  run(input) {
    const secrets = sharedOf(input);
    const [first] = secrets;
    if (first === undefined) return [];
    const { sameEnvironment } = input.facts;
    if (!sameEnvironment.known) return { notRun: sameEnvironment.why };
    const others = nameNeighbours(sameEnvironment.value);
    const environment = textAt(input.subject.values, 'global.environment');
    return [
      others.length === 0
        ? alone(first, secrets)
        : together(first, secrets, { others, environment }),
    ];
  },
};

function sharedOf({ subject: { values, declared }, registry }: CheckInput) {
  return declared.services.flatMap(({ name }) => {
    const service = registry.get(name);
    return service
      ? readSecrets(values, service).filter(({ isNamed }) => !isNamed)
      : [];
  });
}

function together(
  first: Shared,
  secrets: Shared[],
  where: { others: string[]; environment: string | undefined },
): Problem {
  return {
    severity: 'warning',
    key: first.namedBy,
    what: `Secrets have the names that the chart gives them (${namesOf(
      secrets,
    )}), and the environment ${quote(
      where.environment ?? 'default',
    )} has other commons: ${listNames(where.others)}`,
    why: 'Those that give no names, either, read the same secrets: they use one database, and each accepts the tokens that the other signs.',
    fix: `${ofItsOwn(
      first,
    )}; or accept it when the others have names of their own`,
    about: secrets.map(({ namedBy }) => namedBy),
  };
}

function alone(first: Shared, secrets: Shared[]): Problem {
  return {
    severity: 'info',
    key: first.namedBy,
    what: `Secrets have the names that the chart gives them: ${namesOf(
      secrets,
    )}`,
    why: 'Every commons that uses the same secret manager and gives no names, either, reads the same secrets, those of another environment as well.',
    fix: ofItsOwn(first),
    about: secrets.map(({ namedBy }) => namedBy),
  };
}

function namesOf(secrets: Shared[]): string {
  return listNames(secrets.map(({ name }) => name));
}

function ofItsOwn({ namedBy }: Shared): string {
  return `Give each secret a name of this commons, e.g. ${namedBy}, as a launch by the portal does`;
}
