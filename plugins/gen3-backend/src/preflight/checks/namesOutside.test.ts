import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { namesOutside } from './namesOutside';

describe('names-outside', () => {
  it.each([
    ['global.environment', 'global: { environment: "two words" }'],
    [
      'global.postgres.externalSecret',
      'global: { postgres: { externalSecret: "master:creds" } }',
    ],
    [
      'fence.externalSecrets.fenceConfig',
      'fence: { externalSecrets: { fenceConfig: "fence config" } }',
    ],
    [
      'aws-es-proxy.esEndpoint',
      'aws-es-proxy: { esEndpoint: "https://search.example.org" }',
    ],
    [
      'aws-sigv4-proxy.esEndpoint',
      'aws-sigv4-proxy: { esEndpoint: "search.example.org/x" }',
    ],
  ])('refuses a wrong %s', (key, values) => {
    expect(checkValues(namesOutside, values).findings).toMatchObject([
      { severity: 'error', where: { key } },
    ]);
  });

  it.each([
    ['none of them', '{}'],
    ['an environment', 'global: { environment: va-testing_1 }'],
    [
      'a secret in a folder',
      'global: { postgres: { externalSecret: csoc/Aurora+creds } }',
    ],
    [
      'the host of a domain',
      'aws-es-proxy: { esEndpoint: vpc-x-abc.us-east-1.es.amazonaws.com }',
    ],
    ['a Service of the cluster', 'aws-es-proxy: { esEndpoint: opensearch }'],
  ])('is content with %s', (_, values) => {
    expect(checkValues(namesOutside, values).outcome).toBe('passed');
  });

  it.each([
    ['environment', { environment: 'two words' }],
    ['databaseSecret', { tier: 'production', databaseSecret: 'a:b' }],
    ['fenceConfigSecret', { tier: 'production', fenceConfigSecret: 'a b' }],
    ['searchEndpoint', { searchEndpoint: 'https://search.example.org' }],
  ] as const)('stands beside the answer %s', (field, answers) => {
    expect(checkAnswers(namesOutside, answers).findings).toMatchObject([
      { where: { field } },
    ]);
  });
});
