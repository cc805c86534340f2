import { createServiceRegistry } from '../services/createServiceRegistry';
import { readGen3Values } from '../values/readGen3Values';
import { launchAnswersSchema, LaunchAnswersInput } from './launchAnswers';
import { planLaunch } from './planLaunch';

const registry = createServiceRegistry();

/** The shortest path and what is given. */
function plan(answers: Partial<LaunchAnswersInput> = {}) {
  return planLaunch(
    launchAnswersSchema.parse({
      hostname: 'dev.brain.example.org',
      owner: 'group:default/csoc',
      source: 'gitops',
      cluster: 'organnonprod',
      ...answers,
    }),
    { registry, layout: 'gen3-gitops' },
  );
}

const namesOf = (given: Partial<LaunchAnswersInput>) =>
  plan(given).services.map(({ name }) => name);

describe('planLaunch', () => {
  it('makes a development commons of four answers', () => {
    const { values, services, answers, ...facts } = plan();
    expect(facts).toEqual({
      hostname: 'dev.brain.example.org',
      title: 'dev.brain.example.org',
      tier: 'development',
      cluster: 'organnonprod',
      namespace: 'dev-brain-example-org',
      environment: 'organnonprod',
      layout: 'gen3-gitops',
      releaseName: 'dev-brain-example-org',
      database: 'development',
      login: 'mock',
    });
    expect(values).toMatchObject({
      global: { hostname: 'dev.brain.example.org', dev: true },
      fence: { FENCE_CONFIG: { MOCK_GOOGLE_AUTH: true } },
    });
  });

  it('gives production a managed database and identity providers, whose secrets it only names', () => {
    const { database, login, values } = plan({
      hostname: 'heart.example.org',
      databaseSecret: 'aurora-master',
      fenceConfigSecret: 'heart-fence-config',
      userYaml: 's3://users/heart/user.yaml',
    });
    expect([database, login]).toEqual(['managed', 'secret']);
    expect(values).toMatchObject({
      global: {
        dev: false,
        postgres: { dbCreate: true, externalSecret: 'aurora-master' },
        externalSecrets: { deploy: true },
      },
      fence: {
        externalSecrets: { fenceConfig: 'heart-fence-config' },
        usersync: {
          usersync: true,
          userYamlS3Path: 's3://users/heart/user.yaml',
        },
      },
    });
  });

  it('names every secret that it reads after its environment and namespace, so that it shares none', () => {
    const { values } = plan({
      hostname: 'heart.example.org',
      environment: 'east',
      databaseSecret: 'aurora-master',
      fenceConfigSecret: 'heart-fence-config',
      services: ['hatchery'],
    });
    expect(values).toMatchObject({
      fence: {
        externalSecrets: {
          dbcreds: 'east-heart-example-org-fence-creds',
          fenceJwtKeys: 'east-heart-example-org-fence-jwt-keys',
          fenceConfig: 'heart-fence-config',
          createK8sGoogleAppSecrets: true,
        },
      },
      indexd: {
        externalSecrets: {
          dbcreds: 'east-heart-example-org-indexd-creds',
          serviceCreds: 'east-heart-example-org-indexd-service-creds',
        },
      },
      hatchery: { externalSecrets: { createK8sStataSecret: true } },
    });
    expect(values).not.toHaveProperty('revproxy.externalSecrets');
  });

  it('has the same names wherever it runs, as its hostname is its own', () => {
    const dbcredsOf = (namespace: string) =>
      plan({ database: 'managed', databaseSecret: 'x', namespace }).values
        .fence;
    expect(dbcredsOf('gen3')).toEqual(dbcredsOf('other'));
  });

  it('names what External Secrets is asked for by a repository whose launches all use it', () => {
    const { values } = planLaunch(
      launchAnswersSchema.parse({
        hostname: 'dev.brain.example.org',
        owner: 'group:default/csoc',
        source: 'gitops',
        cluster: 'organnonprod',
      }),
      {
        registry,
        layout: 'plain',
        values: { global: { externalSecrets: { deploy: true } } },
      },
    );
    expect(values).toMatchObject({
      global: { externalSecrets: { deploy: true, createLocalK8sSecret: true } },
      fence: {
        externalSecrets: {
          createK8sFenceConfigSecret: true,
          fenceJwtKeys: 'organnonprod-dev-brain-example-org-fence-jwt-keys',
        },
      },
    });
  });

  it('names a secret that a chart asks for although External Secrets is off', () => {
    expect(plan({ services: ['orthanc'] }).values).toMatchObject({
      orthanc: {
        externalSecrets: {
          orthancS3G3Auto: expect.stringMatching(/^organnonprod-dev-brain/),
        },
      },
    });
  });

  it('names no secret where none is read, and none of a place that nobody has chosen', () => {
    expect(JSON.stringify(plan().values)).not.toContain('-creds');
    const nowhere = plan({ cluster: '', database: 'managed' });
    expect(JSON.stringify(nowhere.values)).not.toContain('-creds');
  });

  it('leaves the credentials of databases in the namespace to Helm', () => {
    const { values } = plan({ database: 'development', login: 'secret' });
    expect(values).not.toHaveProperty('fence.externalSecrets.dbcreds');
    expect(values).toHaveProperty('fence.externalSecrets.fenceJwtKeys');
  });

  it('writes down which services are on, and which of the usual ones are off', () => {
    const { values } = plan();
    const declared = readGen3Values(values, registry);
    expect(declared.services.map(({ name }) => name)).toEqual(namesOf({}));
    expect(values).toMatchObject({
      audit: { enabled: false },
      hatchery: { enabled: false },
    });
    expect(values).not.toHaveProperty('guppy');
  });

  it('gives every service the tag of the release, and single ones their own', () => {
    const { values } = plan({
      release: '2026.10',
      imageTags: { fence: '13.3.0' },
      services: ['etl'],
    });
    const { services } = readGen3Values(values, registry);
    const tags = new Map(services.map(each => [each.name, each.imageTag]));
    expect(tags.get('fence')).toBe('13.3.0');
    tags.delete('fence');
    expect([...new Set(tags.values())]).toEqual(['2026.10']);
    // Its tag is elsewhere in the chart (gen3-helm:helm/etl/values.yaml).
    expect(values).toMatchObject({
      etl: { image: { tube: { tag: '2026.10' } } },
    });
  });

  // quay.io has no ambassador:2026.10: it comes from elsewhere.
  it('leaves images that are not released with Gen3 as the chart has them', () => {
    const { values } = plan({ release: '2026.10', bundles: ['workspace'] });
    expect(values.ambassador).toEqual({ enabled: true });
  });

  it('leaves out of a bundle what needs more than the chart', () => {
    expect(namesOf({ bundles: ['data-explorer', 'workspace'] })).toEqual([
      'ambassador',
      'arborist',
      'etl',
      'fence',
      'guppy',
      'hatchery',
      'manifestservice',
      'wts',
    ]);
  });

  it('switches on what a chosen service cannot work without, and says for whom', () => {
    const { services } = plan({ services: ['guppy', 'hatchery'] });
    const needed = services.filter(({ neededBy }) => neededBy.length > 0);
    expect(needed).toEqual([
      { name: 'ambassador', neededBy: ['hatchery'] },
      { name: 'etl', neededBy: ['guppy'] },
    ]);
  });

  it('leaves out what the answers go without, also when it is needed', () => {
    expect(namesOf({ withoutServices: ['arborist'] })).not.toContain(
      'arborist',
    );
  });

  it('leaves out names that are no service', () => {
    expect(namesOf({ services: ['fense'] })).not.toContain('fense');
  });

  it('has one front end, that of the root', () => {
    expect(namesOf({ frontendRoot: 'gen3ff' })).toContain('frontend-framework');
    expect(namesOf({ frontendRoot: 'gen3ff' })).not.toContain('portal');
  });

  it('gives a member of a mesh the least that it needs', () => {
    expect(namesOf({ mode: 'mesh-node' })).toEqual([
      'arborist',
      'fence',
      'indexd',
      'metadata',
      'revproxy',
    ]);
  });

  it('has what reads the configuration of log-in, wherever the databases are', () => {
    const mixed = plan({ database: 'managed', login: 'mock' }).values;
    expect(mixed).toMatchObject({
      fence: { externalSecrets: { createK8sFenceConfigSecret: true } },
    });
    const secret = { login: 'secret', fenceConfigSecret: 'x' } as const;
    expect(plan({ database: 'development', ...secret }).values).toMatchObject({
      global: { externalSecrets: { deploy: true, createLocalK8sSecret: true } },
      fence: { externalSecrets: { fenceConfig: 'x' } },
    });
  });

  it('gives identifiers the prefix of the commons', () => {
    expect(plan({ indexdPrefix: 'dg.ABCD/' }).values).toMatchObject({
      indexd: { defaultPrefix: 'dg.ABCD/' },
    });
  });

  it('reaches a managed search engine through its proxy', () => {
    const { values } = plan({ searchEndpoint: 'search.example.org' });
    expect(values).toMatchObject({
      'aws-es-proxy': { enabled: true, esEndpoint: 'search.example.org' },
    });
  });

  it.each([
    ['heart.example.org', 'heart-example-org'],
    ['localhost', 'localhost'],
    ['-Odd_name-', 'odd-name'],
    [`${'x'.repeat(60)}.org`, 'x'.repeat(50)],
  ])('names the release of %s %s', (hostname, name) => {
    expect(plan({ hostname }).releaseName).toBe(name);
  });
});

describe('planLaunch of a clone', () => {
  const clone = (
    values: Record<string, unknown>,
    answers: Partial<LaunchAnswersInput> = {},
  ) =>
    plan({
      mode: 'clone',
      cloneOf: 'heart.example.org',
      cloned: { values, leftOut: [] },
      ...answers,
    });

  const heart = {
    global: {
      hostname: 'dev.brain.example.org',
      dev: false,
      frontendRoot: 'gen3ff',
      tierAccessLevel: 'libre',
      portalApp: 'heart',
    },
    portal: { enabled: false },
    'frontend-framework': { enabled: true },
    guppy: { enabled: true, image: { tag: '2026.06' } },
    hatchery: { enabled: false },
    wts: { enabled: false },
  };

  it('takes over what the other has, where no answer says otherwise', () => {
    const { values, services, database, login } = clone(heart);
    expect(values).toMatchObject({
      global: {
        hostname: 'dev.brain.example.org',
        dev: false,
        frontendRoot: 'gen3ff',
        tierAccessLevel: 'libre',
        portalApp: 'heart',
      },
      guppy: { enabled: true, image: { tag: '2026.06' } },
      wts: { enabled: false },
    });
    const names = services.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['frontend-framework', 'guppy', 'etl', 'fence']),
    );
    expect(names).not.toContain('portal');
    expect(names).not.toContain('wts');
    expect([database, login]).toEqual(['managed', 'secret']);
  });

  it('follows the answers where they say something', () => {
    const { values, services, database } = clone(heart, {
      database: 'development',
      release: '2026.10',
      withoutServices: ['guppy'],
      services: ['wts'],
      frontendRoot: 'portal',
      tierAccessLevel: 'private',
    });
    expect(values).toMatchObject({
      global: { dev: true, frontendRoot: 'portal', tierAccessLevel: 'private' },
      fence: { image: { tag: '2026.10' } },
      wts: { enabled: true },
    });
    expect(services.map(({ name }) => name)).not.toContain('guppy');
    expect(values.guppy).toMatchObject({ enabled: false });
    expect(database).toBe('development');
  });

  it('has secrets of its own, and lets Helm make those that it makes for the other', () => {
    const { values } = clone({
      ...heart,
      fence: {
        externalSecrets: {
          fenceJwtKeys: 'heart-jwt',
        },
      },
      metadata: { externalSecrets: { createK8sMetadataSecret: true } },
    });
    const prefix = 'organnonprod-dev-brain-example-org';
    expect(values).toMatchObject({
      fence: {
        externalSecrets: {
          dbcreds: `${prefix}-fence-creds`,
          fenceJwtKeys: `${prefix}-fence-jwt-keys`,
          createK8sGoogleAppSecrets: true,
        },
      },
    });
    expect(values).not.toHaveProperty(
      'metadata.externalSecrets.metadataG3auto',
    );
  });

  it('keeps its own configuration of log-in and credentials of databases in the namespace, when the other reads secrets there', () => {
    const { values } = clone({
      global: { externalSecrets: { deploy: true } },
      fence: {
        FENCE_CONFIG: { MOCK_GOOGLE_AUTH: true },
        externalSecrets: { fenceConfig: 'heart-config' },
      },
    });
    expect(values).toMatchObject({
      global: { externalSecrets: { deploy: true, createLocalK8sSecret: true } },
      fence: { externalSecrets: { createK8sFenceConfigSecret: true } },
    });
  });

  it('has a configuration of log-in of its own, unless an answer names one', () => {
    const named = {
      ...heart,
      fence: { externalSecrets: { fenceConfig: 'heart-config' } },
    };
    const own = 'organnonprod-dev-brain-example-org-fence-config';
    expect(clone(named).values).toHaveProperty(
      'fence.externalSecrets.fenceConfig',
      own,
    );
    expect(clone(named, { fenceConfigSecret: 'mine' }).values).toHaveProperty(
      'fence.externalSecrets.fenceConfig',
      'mine',
    );
  });

  it('has credentials of Google by its own names when the other reads some', () => {
    const { values } = clone({
      ...heart,
      global: { ...heart.global, externalSecrets: { deploy: true } },
      fence: { externalSecrets: { fenceGoogleAppCredsSecret: 'heart-google' } },
    });
    const prefix = 'organnonprod-dev-brain-example-org';
    expect(values).toMatchObject({
      fence: {
        externalSecrets: {
          fenceGoogleAppCredsSecret: `${prefix}-fence-google-app-creds-secret`,
          fenceGoogleStorageCredsSecret: `${prefix}-fence-google-storage-creds-secret`,
        },
      },
    });
    expect(values).not.toHaveProperty(
      'fence.externalSecrets.createK8sGoogleAppSecrets',
    );
  });

  it('reads no secrets when its database is in the namespace and that of the other was not', () => {
    const reading = {
      ...heart,
      global: { ...heart.global, externalSecrets: { deploy: true } },
    };
    const here = { database: 'development', login: 'mock' } as const;
    const { values } = clone(reading, here);
    expect(values).toMatchObject({
      global: { externalSecrets: { deploy: false } },
    });
    expect(JSON.stringify(values)).not.toContain('-jwt-keys');
    const { dev: _, ...development } = reading.global;
    const same = clone({ ...reading, global: development }, here).values;
    expect(same).toMatchObject({
      global: { externalSecrets: { deploy: true } },
      fence: { externalSecrets: { fenceJwtKeys: expect.any(String) } },
    });
  });

  it('is a mock where the other is', () => {
    const fence = { FENCE_CONFIG: { MOCK_GOOGLE_AUTH: true } };
    expect(clone({ fence }).login).toBe('mock');
  });
});

describe('launchAnswersSchema', () => {
  it.each([
    ['a key that is no answer', { password: 'geheim' }],
    ['two lines', { title: 'a\nb' }],
    ['a tier that does not exist', { tier: 'prod' }],
    ['a service that cannot be one', { services: ['../etc'] }],
  ])('refuses %s', (_, more) => {
    const parsed = launchAnswersSchema.safeParse({
      hostname: 'a.example',
      owner: 'x',
      source: 'y',
      cluster: 'z',
      ...more,
    });
    expect(parsed.success).toBe(false);
  });

  it('takes what a form sends for answers that nobody gave', () => {
    const { title, namespace } = plan({ title: '', namespace: ' ' }).answers;
    expect([title, namespace]).toEqual([undefined, undefined]);
  });
});
