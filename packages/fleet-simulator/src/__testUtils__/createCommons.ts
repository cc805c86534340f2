import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { Commons } from '../commons/types';

/** A healthy commons with the default services; say what differs. */
export function createCommons(
  overrides: Partial<Omit<Commons, 'services'>> & { services?: string[] } = {},
): Commons {
  const { services, ...rest } = overrides;
  const names =
    services ??
    createServiceRegistry()
      .enabledByDefault()
      .map(({ name }) => name);
  return {
    hostname: 'heart.example',
    flavour: 'helm',
    dictionaryUrl: 'https://dictionaries.example/heart/4.2.0/schema.json',
    maintenance: false,
    frontendRoot: 'portal',
    publicDataSets: true,
    aggregate: false,
    meshMembers: [],
    ...rest,
    services: new Map(names.map(name => [name, '2026.10'])),
  };
}

/** Names of all services in the registry. */
export function allServiceNames(): string[] {
  return createServiceRegistry()
    .all()
    .map(({ name }) => name);
}
