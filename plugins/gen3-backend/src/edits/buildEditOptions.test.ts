import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { commonsInGit } from './__testUtils__/commonsInGit';
import { buildEditOptions } from './buildEditOptions';

const registry = createServiceRegistry();

const optionsOf = (values: string) =>
  buildEditOptions(commonsInGit(values), registry);

const serviceOf = (name: string, values: string) =>
  optionsOf(values).services.find(service => service.name === name);

describe('buildEditOptions', () => {
  it.each([
    ['', undefined],
    [
      "fence: { image: { tag: '2026.10' } }\nindexd: { image: { tag: '2026.10' } }\n",
      '2026.10',
    ],
    [
      "fence: { image: { tag: '2026.10' } }\nindexd: { image: { tag: '2026.09' } }\n",
      'mixed',
    ],
    ["guppy: { enabled: true, image: { tag: '2026.10' } }\n", undefined],
  ])('says for %j the release %s', (values, release) => {
    expect(optionsOf(values).release).toBe(release);
  });

  it.each([
    ['', 'off'],
    ["global: { maintenanceMode: 'off' }\n", 'off'],
    ["global: { maintenanceMode: 'on' }\n", 'on'],
    // The chart compares with the text.
    ['global: { maintenanceMode: true }\n', 'off'],
  ])('says for %j that maintenance mode is %s', (values, mode) => {
    expect(optionsOf(values).maintenance).toBe(mode);
  });

  it('has services that are on, and no others', () => {
    const values = 'guppy: { enabled: true }\nsheepdog: { enabled: false }\n';
    const names = optionsOf(values).services.map(({ name }) => name);
    expect(names).toContain('guppy');
    expect(names).toContain('fence');
    expect(names).not.toContain('sheepdog');
  });

  it('says the tag and the pods that values name', () => {
    expect(
      serviceOf(
        'fence',
        "fence: { replicaCount: 2, image: { tag: '13.3.0' } }",
      ),
    ).toEqual({
      name: 'fence',
      title: 'Fence',
      tag: '13.3.0',
      scalable: true,
      pods: 2,
      autoscaled: false,
    });
  });

  it('leaves out what values do not name', () => {
    expect(serviceOf('fence', '')).toEqual({
      name: 'fence',
      title: 'Fence',
      scalable: true,
      autoscaled: false,
    });
  });

  it('says the least of a service that scales by itself', () => {
    expect(
      serviceOf(
        'fence',
        'global: { autoscaling: { enabled: true, minReplicas: 3 } }\nfence: { replicaCount: 1 }\n',
      ),
    ).toMatchObject({ pods: 3, autoscaled: true });
  });

  it.each([
    ['has jobs only', 'etl', 'etl: { enabled: true }\n'],
    [
      'consists of parts',
      'vectis-overlays',
      'vectis-overlays: { enabled: true }\n',
    ],
    [
      'leaves its number unread',
      'audit',
      'audit: { enabled: true, autoscaling: { enabled: true } }\n',
    ],
  ])('says that a service cannot be scaled that %s', (_, name, values) => {
    expect(serviceOf(name, values)).toMatchObject({ scalable: false });
  });

  it('takes no number from what is none', () => {
    expect(
      serviceOf('fence', "fence: { replicaCount: 'many' }\n"),
    ).not.toHaveProperty('pods');
    expect(
      serviceOf('fence', "fence: { replicaCount: '' }\n"),
    ).not.toHaveProperty('pods');
  });
});
