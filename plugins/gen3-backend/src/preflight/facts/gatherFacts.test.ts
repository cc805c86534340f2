import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  createServiceRegistry,
  launchAnswersSchema,
  type LaunchAnswersInput,
  mergeValues,
  planLaunch,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Knex } from 'knex';
import { parse } from 'yaml';
import {
  createFakeClusters,
  versionReading,
} from '../../__testUtils__/createFakeClusters';
import { fleetMember } from '../../__testUtils__/fleetMember';
import {
  createTestDatabases,
  migrate,
} from '../../__testUtils__/testDatabases';
import { createFakeClient } from '../../checks/__testUtils__/createFakeClient';
import { TABLES } from '../../database/tables';
import { DatabaseFleetMemberStore } from '../../fleet/FleetMemberStore';
import { FOUR_ANSWERS } from '../__testUtils__/runCheck';
import { subjectOfPlan, subjectOfValues } from '../subjectOf';
import type { PreflightSubject } from '../types';
import { known, unknown } from './askFact';
import { type FactSources, gatherFacts, gatherRendering } from './gatherFacts';

jest.setTimeout(60_000);

const registry = createServiceRegistry();
const user = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'alma', namespace: 'default' },
  spec: { memberOf: [] },
};
const NO_CHART = unknown('No chart is read yet');

const wizard = (answers: Partial<LaunchAnswersInput> = {}) =>
  subjectOfPlan(
    planLaunch(launchAnswersSchema.parse({ ...FOUR_ANSWERS, ...answers }), {
      registry,
      layout: 'gen3-gitops',
    }),
    registry,
  );
const file = (yaml: string, place: { cluster?: string } = {}) =>
  subjectOfValues({ values: mergeValues([parse(yaml)]), ...place }, registry);

describe('gatherFacts', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%p', id => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await migrate(await databases.init(id));
      const store = DatabaseFleetMemberStore.create({ knex });
      const kubernetes = { cluster: 'east-1', namespace: 'brain' };
      const members = [
        fleetMember('heart.example.org', { kubernetes, release: '2026.10' }),
      ];
      await store.replace({ members, keep: [] });
    });

    const gather = (
      subject: PreflightSubject,
      {
        signal = new AbortController().signal,
        ...sources
      }: Partial<FactSources> & { signal?: AbortSignal } = {},
    ) =>
      gatherFacts({
        subject,
        access: undefined,
        sources: {
          knex,
          catalog: catalogServiceMock({ entities: [user] }),
          auth: mockServices.auth(),
          client: {
            ...createFakeClient({ answers: {} }),
            findAddresses: async () => ['192.0.2.1'],
          },
          clusters: createFakeClusters({}, versionReading('1.35.2')),
          discoverNames: async () => ({ state: 'read', names: ['east-1'] }),
          findOpenChange: async () => undefined,
          findInGit: async () => known([]),
          readChart: async () => NO_CHART,
          checkRendering: async () => known({ renders: true }),
          listSources: () => [{ id: 'demo-gitops', takesChanges: true }],
          releases: ['2026.11'],
          logger: mockServices.logger.mock(),
          timeoutMs: 5_000,
          ...sources,
        },
        signal,
      });

    it('gathers all that the wizard decided', async () => {
      const facts = await gather(
        wizard({
          cluster: 'east-1',
          namespace: 'brain',
          meshHub: 'heart.example.org',
        }),
      );
      expect(facts).toMatchObject({
        claims: { known: true, value: [] },
        neighbours: { value: { hostnames: ['heart.example.org'] } },
        cluster: { value: { name: 'east-1', isUsed: true } },
        addresses: { known: true, value: ['192.0.2.1'] },
        certificate: { value: { names: ['heart.example'] } },
        dictionary: { known: true, value: undefined },
        releases: { known: true, value: ['2026.10', '2026.11'] },
        members: { known: true, value: ['heart.example.org'] },
        chart: NO_CHART,
        owner: { known: true, value: false },
        sources: { value: [{ id: 'demo-gitops', takesChanges: true }] },
        rendering: { known: true, value: { renders: true } },
      });
    });

    it('asks the catalog for the owner', async () => {
      const entity = {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: { name: 'csoc', namespace: 'default' },
        spec: { type: 'team', children: [] },
      };
      const catalog = catalogServiceMock({ entities: [entity] });
      expect((await gather(wizard(), { catalog })).owner).toEqual(known(true));
      const nobody = wizard({ owner: '' });
      expect((await gather(nobody, { catalog })).owner).toEqual(
        unknown('No owner is named'),
      );
    });

    // Right after the start of the portal every owner was said not to exist, as the catalog had not read anybody yet.
    it('does not know whether the owner exists while the catalog has nobody', async () => {
      const commons = { ...user, kind: 'System', spec: { owner: 'csoc' } };
      const catalog = catalogServiceMock({ entities: [commons] });
      expect((await gather(wizard(), { catalog })).owner).toMatchObject({
        known: false,
        why: expect.stringContaining('no groups and users at all'),
      });
    });

    it('asks for the cluster by the name that Backstage has for it', async () => {
      const { cluster, neighbours } = await gather(
        wizard({ cluster: 'eastern', namespace: 'brain' }),
        { clusterNameOf: name => (name === 'eastern' ? 'east-1' : name) },
      );
      expect(cluster).toMatchObject({ value: { name: 'east-1' } });
      expect(neighbours).toMatchObject({
        value: { hostnames: ['heart.example.org'] },
      });
    });

    it('asks with the whole URL of the dictionary, which nobody else sees', async () => {
      const client = {
        ...createFakeClient({ answers: {} }),
        findAddresses: async () => [],
      };
      const url = 'https://data.example.org/schema.json?sig=abc';
      await gather(file(`global: { dictionaryUrl: "${url}" }`), { client });
      expect(client.asked).toEqual(['/schema.json?sig=abc']);
    });

    it('asks nobody about a hostname, a cluster and a namespace that are not there', async () => {
      const { asked, ...client } = createFakeClient({ answers: {} });
      const findAddresses = async () => [];
      const facts = await gather(file('global: { hostname: heart }'), {
        client: { ...client, findAddresses },
      });
      const noHost = unknown('There is no hostname to ask for');
      expect(facts).toMatchObject({
        claims: noHost,
        addresses: noHost,
        certificate: noHost,
        cluster: unknown('No cluster is named'),
        neighbours: unknown('No cluster is named'),
      });
      expect(asked).toEqual([]);

      const here = await gather(file('{}', { cluster: 'east-1' }));
      expect(here.neighbours).toEqual(unknown('No namespace is named'));
    });

    it('keeps the other facts when one takes too long', async () => {
      const { client, ...others } = {
        client: {
          ...createFakeClient({ certificate: 'hang' }),
          findAddresses: () => new Promise<never>(() => {}),
        },
        readChart: () => new Promise<never>(() => {}),
      };
      const facts = await gather(file('global: { hostname: a.example.org }'), {
        client,
        ...others,
        timeoutMs: 200,
      });
      expect(facts).toMatchObject({
        claims: { known: true },
        addresses: { known: false },
        certificate: { known: false },
        dictionary: { known: true },
        chart: unknown('The chart gave no answer within 0.2 s'),
      });
    });

    it('stops when nobody waits any more', async () => {
      const controller = new AbortController();
      const gathered = gather(wizard(), {
        readChart: () => new Promise<never>(() => {}),
        signal: controller.signal,
      });
      controller.abort(new Error('the browser left'));
      await expect(gathered).rejects.toThrow('the browser left');
      // Queries that nobody waits for end before the database does.
      await knex(TABLES.commons).first();
    });
  });
});

describe('gatherRendering', () => {
  const gather = (
    checkRendering: FactSources['checkRendering'],
    signal = new AbortController().signal,
  ) =>
    gatherRendering({
      subject: file('fence: { enabled: true }'),
      sources: { checkRendering, logger: mockServices.logger.mock() },
      signal,
    });

  it('asks helm for the subject, and takes trouble for not known', async () => {
    const asked: unknown[] = [];
    const renders = await gather(async ({ values }) => {
      asked.push(values);
      return known({ renders: true });
    });
    expect(renders).toEqual(known({ renders: true }));
    expect(asked).toEqual([{ fence: { enabled: true } }]);
    const trouble = await gather(async () => {
      throw new Error('no helm');
    });
    expect(trouble).toMatchObject({
      known: false,
      why: expect.stringMatching(/^Helm could not be asked/),
    });
  });
});
