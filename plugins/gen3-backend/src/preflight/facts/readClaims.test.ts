import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { known, unknown } from './askFact';
import { type ClaimsQuestion, readClaims } from './readClaims';

const HEART = 'heart.example.org';

const system = (
  name: string,
  annotations: Record<string, string> = {},
  kind = 'System',
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', annotations },
  spec: { owner: 'csoc' },
});

describe('readClaims', () => {
  const logger = mockServices.logger.mock();
  const ask = (
    entities: Entity[],
    {
      signal,
      ...given
    }: Partial<ClaimsQuestion> & { signal?: AbortSignal } = {},
  ) =>
    readClaims({
      catalog: catalogServiceMock({ entities }),
      auth: mockServices.auth(),
      findOpenChange: async () => undefined,
      findInGit: async () => known([]),
      hostname: HEART,
      access: undefined,
      asking: { signal: signal ?? new AbortController().signal, logger },
      ...given,
    });

  it('finds a hostname free that nobody has', async () => {
    const others = [
      system('lung.example.org', { 'gen3.org/hostname': 'lung.example.org' }),
      system(HEART, {}, 'Domain'),
    ];
    await expect(ask(others)).resolves.toEqual({ known: true, value: [] });
  });

  it('finds a hostname free whose commons is retired', async () => {
    const retired = { ...system(HEART), spec: { lifecycle: 'retired' } };
    await expect(ask([retired])).resolves.toEqual({ known: true, value: [] });
  });

  it.each([
    ['by its name', system(HEART), `system:default/${HEART}`],
    [
      'by its name and annotation',
      system(HEART, { 'gen3.org/hostname': HEART }),
      `system:default/${HEART}`,
    ],
    [
      'by its annotation, and does not tell its name',
      system('secret-project', { 'gen3.org/hostname': HEART }),
      'an entity of another name or namespace',
    ],
  ])('finds an entity %s', async (_, entity, what) => {
    await expect(ask([entity])).resolves.toEqual({
      known: true,
      value: [{ by: 'catalog', what }],
    });
  });

  it('finds files and an open change', async () => {
    const file = { by: 'git', what: 'prod/heart/values.yaml' } as const;
    const asked: string[] = [];
    const claims = await ask([], {
      findInGit: async hostname => {
        asked.push(hostname);
        return known([file]);
      },
      findOpenChange: async hostname => {
        asked.push(hostname);
        return 'change 12';
      },
    });
    expect(claims).toEqual({
      known: true,
      value: [file, { by: 'change', what: 'change 12' }],
    });
    expect(asked).toEqual([HEART, HEART]);
  });

  it('does not call a hostname free when somebody could not be asked', async () => {
    const claims = await ask([], {
      findInGit: async () => unknown('The repository is gone'),
      findOpenChange: () => Promise.reject(new Error('no database')),
    });
    expect(claims).toEqual({
      known: false,
      why: "The repository is gone. The list of open changes could not be asked; the portal's log says why",
    });
  });

  it('knows that it is taken whoever else could not be asked', async () => {
    const claims = await ask([system(HEART)], {
      findInGit: async () => unknown('The repository is gone'),
    });
    expect(claims).toMatchObject({ known: true, value: [{ by: 'catalog' }] });
  });

  it('says when the catalog does not answer', async () => {
    const catalog = catalogServiceMock.mock({
      queryEntities: () => Promise.reject(new Error('503')),
    });
    await expect(ask([], { catalog })).resolves.toEqual({
      known: false,
      why: "The catalog could not be asked; the portal's log says why",
    });
  });
});
