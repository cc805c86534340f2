import {
  createServiceRegistry,
  mergeValues,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { parse } from 'yaml';
import { secretNamesIn } from './secretNamesIn';

const registry = createServiceRegistry();

const namesIn = (yaml: string) =>
  secretNamesIn(mergeValues([parse(yaml)]), registry).map(({ name }) => name);

describe('secretNamesIn', () => {
  it.each([
    [
      'the names of a service, and not its switches',
      'fence: { externalSecrets: { fenceConfig: a, dbcreds: b, pushSecret: true, fenceJwtKeys: "" } }',
      ['a', 'b'],
    ],
    [
      'not what the chart makes itself',
      'fence: { externalSecrets: { createK8sFenceConfigSecret: true, fenceConfig: a, fenceJwtKeys: b } }',
      ['b'],
    ],
    [
      'not what the chart makes itself, of any service',
      'wts: { externalSecrets: { createK8sWtsSecret: true, wtsG3auto: a } }',
      [],
    ],
    [
      'the credentials of the database server, and no other setting that holds for all',
      'global: { postgres: { externalSecret: a }, externalSecrets: { apiVersion: v1, clusterSecretStoreRef: b } }',
      ['a'],
    ],
    [
      'keys of AWS and a webhook that are used',
      'global: { aws: { externalSecrets: { enabled: true, externalSecretAwsCreds: a } }, externalSecrets: { createSlackWebhookSecret: true, slackWebhookSecretName: b } }',
      ['a', 'b'],
    ],
    [
      'none that is not used',
      'global: { aws: { externalSecrets: { enabled: false, externalSecretAwsCreds: a } }, externalSecrets: { slackWebhookSecretName: b } }',
      [],
    ],
    ['nothing in what is no map', 'fence: a', []],
  ])('finds %s', (_, yaml, names) => {
    expect(namesIn(yaml)).toEqual(names);
  });
});
