import type { LaunchField } from '@gen3-csoc/backstage-plugin-gen3-common';

/** The answer that decides a value; the first that matches counts. */
const FIELDS: readonly [RegExp, LaunchField][] = [
  [/^global\.hostname$/, 'hostname'],
  [/^global\.environment$/, 'environment'],
  [/^global\.dev$/, 'database'],
  [/^global\.postgres(\.|$)/, 'databaseSecret'],
  [/^global\.dictionaryUrl$/, 'dictionaryUrl'],
  [/^indexd\.defaultPrefix$/, 'indexdPrefix'],
  [/^global\.frontendRoot$/, 'frontendRoot'],
  [/^global\.tierAccessLevel$/, 'tierAccessLevel'],
  [/^fence\.FENCE_CONFIG\.MOCK_GOOGLE_AUTH$/, 'login'],
  [/^fence\.externalSecrets\.fenceConfig$/, 'fenceConfigSecret'],
  [/^fence\.usersync(\.|$)/, 'userYaml'],
  [/^aws-(es|sigv4)-proxy\.esEndpoint$/, 'searchEndpoint'],
  // External Secrets comes with a managed database.
  [/^global\.externalSecrets\.deploy$/, 'database'],
  [/^(?!global\.)[^.]+\.enabled$/, 'services'],
  [/\.tag$/, 'release'],
];

/** Name of the wizard's answer that a value comes from; undefined when it comes from none. */
export function fieldOfKey(key: string): LaunchField | undefined {
  return FIELDS.find(([pattern]) => pattern.test(key))?.[1];
}
