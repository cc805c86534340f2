import { fieldOfKey } from './fieldOfKey';

describe('fieldOfKey', () => {
  it.each([
    ['global.hostname', 'hostname'],
    ['global.externalSecrets.deploy', 'database'],
    ['guppy.enabled', 'services'],
    ['guppy.image.tag', 'release'],
    ['aws-sigv4-proxy.esEndpoint', 'searchEndpoint'],
  ])('the answer of %s is %s', (key, field) => {
    expect(fieldOfKey(key)).toBe(field);
  });

  // Such switches once showed next to the services.
  it.each([
    'global.gcp.enabled',
    'global.aws.secretStoreServiceAccount.enabled',
    'hatchery.reaper.enabled',
  ])('no answer decides %s', key => {
    expect(fieldOfKey(key)).toBeUndefined();
  });
});
