import { ConfigReader } from '@backstage/config';
import { readServiceRegistry } from './readServiceRegistry';

it('names the key of a bad service of your own', () => {
  const config = new ConfigReader({ gen3: { services: [{ name: 'beacon' }] } });
  expect(() => readServiceRegistry(config)).toThrow(/gen3\.services\[0\]\./);
});

it('knows the services of Gen3 without any config', () => {
  expect(
    readServiceRegistry(new ConfigReader({})).get('fence')?.title,
  ).toBeDefined();
});
