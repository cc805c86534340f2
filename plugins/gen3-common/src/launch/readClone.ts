import { JsonObject } from '@backstage/types';
import { ServiceRegistry } from '../services/createServiceRegistry';
import { FrontendRoot } from '../services/types';
import { mergeValues } from '../values/mergeValues';
import { readGen3Values } from '../values/readGen3Values';
import { valueAt } from '../values/valueAt';
import { LaunchAnswers, TIER_ACCESS_LEVELS } from './launchAnswers';

/** What follows from the values that a clone takes over, where no answer says otherwise. */
export interface Clone {
  values: JsonObject;
  /** Names of the services that are on. */
  services: string[];
  frontendRoot: FrontendRoot;
  tierAccessLevel: LaunchAnswers['tierAccessLevel'];
  database: 'managed' | 'development';
  login: 'mock' | 'secret';
}

/** Reads what a clone takes over. The chart's own defaults count: `global.dev` is on, and log-in is not a mock (`gen3-helm:helm/gen3/values.yaml`). */
export function readClone(
  cloned: NonNullable<LaunchAnswers['cloned']>,
  registry: ServiceRegistry,
): Clone {
  const values = mergeValues([cloned.values]);
  const { services, frontendRoot } = readGen3Values(values, registry);
  const level = valueAt(values, ['global', 'tierAccessLevel']);
  const mock = valueAt(values, ['fence', 'FENCE_CONFIG', 'MOCK_GOOGLE_AUTH']);
  return {
    values,
    services: services.map(({ name }) => name),
    frontendRoot,
    tierAccessLevel: TIER_ACCESS_LEVELS.find(each => each === level),
    database:
      valueAt(values, ['global', 'dev']) === false ? 'managed' : 'development',
    login: mock === true ? 'mock' : 'secret',
  };
}
