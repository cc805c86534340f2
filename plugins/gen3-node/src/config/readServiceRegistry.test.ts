import { ConfigReader } from '@backstage/config';
import { readServiceRegistry } from './readServiceRegistry';

const own = {
  name: 'portal-extra',
  title: 'Extra',
  probe: { path: '/extra/_status' },
};

const read = (services: object[]) =>
  readServiceRegistry(
    new ConfigReader({ gen3: { services: services.map(row => ({ ...row })) } }),
  );

describe('readServiceRegistry', () => {
  it('knows the services of Gen3 without any config', () => {
    const registry = readServiceRegistry(new ConfigReader({}));
    expect(registry.get('fence')?.critical).toBe(true);
  });

  it('adds services of the adopter to those of Gen3', () => {
    expect(read([own]).get('portal-extra')?.title).toBe('Extra');
  });

  it.each([
    [
      'a key that is missing',
      { name: 'beacon' },
      /^gen3\.services\[0\]\.title: /,
    ],
    [
      'a journey that does not exist',
      { ...own, journeys: ['fly'] },
      /^gen3\.services\[0\]\.journeys\[0\]: /,
    ],
    [
      'a name that is taken',
      { ...own, name: 'fence' },
      /^gen3\.services: .*fence/,
    ],
  ])('refuses %s', (_, service, message) => {
    expect(() => read([service])).toThrow(message);
  });
});
