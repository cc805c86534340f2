import {
  createServiceRegistry,
  launchAnswersSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { createTarget } from '../changes/__testUtils__/createTarget';
import { FOUR_ANSWERS, NO_FACTS } from './__testUtils__/runCheck';
import { PreflightService } from './PreflightService';
import type { PreflightSubject } from './types';

const answers = launchAnswersSchema.parse({
  ...FOUR_ANSWERS,
  database: 'managed',
  databaseSecret: 'master',
});

const ROLE = {
  global: {
    dev: true,
    aws: { secretStoreServiceAccount: { enabled: true, roleArn: 'arn:x' } },
  },
};

const create = (given: Parameters<typeof createTarget>[0] = {}) =>
  PreflightService.create({
    registry: createServiceRegistry(),
    targets: { find: () => createTarget(given) },
    gatherFacts: async () => NO_FACTS,
    gatherRendering: async () => NO_FACTS.rendering,
  });

const signal = new AbortController().signal;

describe('PreflightService', () => {
  it('plans with the values that a source has for all its commons', () => {
    expect(create({ values: ROLE }).plan(answers).values).toMatchObject({
      global: {
        aws: ROLE.global.aws,
        hostname: answers.hostname,
        // What the launch says wins.
        dev: false,
      },
    });
  });

  it('does not warn of what a source has for all its commons', async () => {
    const idsOf = async (service: PreflightService) => {
      const caller = { access: undefined, signal };
      const { findings } = await service.check({ answers }, caller);
      return findings.map(({ id }) => id);
    };
    expect(await idsOf(create())).toContain('secret-store');
    expect(await idsOf(create({ values: ROLE }))).not.toContain('secret-store');
  });

  it('says what would be written, and by whose layout', async () => {
    const { summary, checks } = await create({ layout: 'biocommons' }).check(
      { answers },
      { access: undefined, signal },
    );
    expect(summary).toMatchObject({
      layout: 'biocommons',
      database: 'managed',
      files: expect.arrayContaining([
        expect.stringMatching(/gen3-values\.yaml$/),
      ]),
    });
    expect(new Set(checks.map(({ outcome }) => outcome))).toContain('not-run');
  });

  describe('for a commons that there is', () => {
    const chart = { repoUrl: 'x', path: 'gen3', revision: '0.2.1' };
    const deployed = { chart, releaseName: 'heart', namespace: 'heart-helm' };
    const fails = {
      known: true,
      value: { renders: false, how: 'no such value', fix: 'set it' },
    } as const;

    async function compare(rendersBefore: boolean) {
      const asked: [string, PreflightSubject][] = [];
      const service = PreflightService.create({
        registry: createServiceRegistry(),
        targets: { find: () => undefined },
        gatherFacts: async ({ subject }) => {
          asked.push(['everybody', subject]);
          return { ...NO_FACTS, rendering: fails };
        },
        gatherRendering: async ({ subject }) => {
          asked.push(['helm', subject]);
          return rendersBefore
            ? { known: true, value: { renders: true } }
            : fails;
        },
      });
      const { findings } = await service.compare(
        {
          before: { fence: { replicaCount: 1 } },
          after: { fence: { replicaCount: 2 } },
          tier: 'production',
          deployed,
        },
        { access: undefined, signal },
      );
      return { asked, ids: findings.map(({ id }) => id) };
    }

    it('asks everybody once, and helm for its values before and after, each with the chart that deploys it', async () => {
      const { asked } = await compare(true);
      expect(asked).toMatchObject([
        ['everybody', { deployed, values: { fence: { replicaCount: 2 } } }],
        ['helm', { deployed, values: { fence: { replicaCount: 1 } } }],
      ]);
    });

    it('finds what the edit brings, and not what was so before', async () => {
      expect((await compare(true)).ids).toEqual(['chart-renders']);
      expect((await compare(false)).ids).toEqual([]);
    });
  });

  it('reads values as Helm does, for which off is false unless it is in quotes', async () => {
    const asked: unknown[] = [];
    const service = PreflightService.create({
      registry: createServiceRegistry(),
      targets: { find: () => undefined },
      gatherFacts: async ({ subject }) => {
        asked.push(subject.values);
        return NO_FACTS;
      },
      gatherRendering: async () => NO_FACTS.rendering,
    });
    await service.check(
      { values: "a: off\nb: 'off'" },
      { access: undefined, signal },
    );
    expect(asked).toEqual([{ a: false, b: 'off' }]);
  });

  it.each([
    ['no YAML', 'a: [b', /is not YAML \(line/],
    ['no map', '- a', /no map of values/],
    ['two documents', 'a: 1\n---\nb: 1', /more than one/],
  ])('refuses a values file that is %s', async (_, values, message) => {
    await expect(
      create().check({ values }, { access: undefined, signal }),
    ).rejects.toThrow(message);
  });
});
