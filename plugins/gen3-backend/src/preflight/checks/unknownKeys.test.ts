import {
  createServiceRegistry,
  gen3ServiceSchema,
  mergeValues,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { checkAnswers, checkValues, NO_FACTS } from '../__testUtils__/runCheck';
import type { PreflightFacts } from '../facts/types';
import { runPreflight } from '../runPreflight';
import { subjectOfValues } from '../subjectOf';
import { unknownKeys } from './unknownKeys';

const facts: Pick<PreflightFacts, 'chart'> = {
  chart: {
    known: true,
    value: {
      revision: '0.3.90',
      defaults: {
        global: {
          hostname: 'localhost',
          dev: true,
          manifestGlobalExtraValues: {},
        },
        ambassador: { enabled: true, replicaCount: 1 },
        fence: {
          enabled: true,
          image: { repository: '', tag: '' },
          resources: { requests: { memory: '' } },
          FENCE_CONFIG: { MOCK_GOOGLE_AUTH: false },
        },
      },
    },
  },
};

const keysOf = (values: string) =>
  checkValues(unknownKeys, values, { facts }).findings.map(
    ({ where }) => where.key,
  );

describe('unknown-keys', () => {
  it('asks whether another key is meant', () => {
    const values = 'ambassador: { enable: false }';
    expect(checkValues(unknownKeys, values, { facts }).findings).toMatchObject([
      {
        severity: 'warning',
        where: { key: 'ambassador.enable' },
        what: expect.stringContaining('did you mean ambassador.enabled?'),
      },
    ]);
  });

  it.each([
    ['a key of global', 'global: { hostnam: x }', 'global.hostnam'],
    ['a service', 'auspice: { enabled: true, image: { tag: x } }', 'auspice'],
    ['a key of a map', 'fence: { image: { tga: x } }', 'fence.image.tga'],
    ['a key in the wrong map', 'fence: { tag: x }', 'fence.tag'],
  ])('finds %s, once', (_, values, key) => {
    expect(keysOf(values)).toEqual([key]);
  });

  it('tells where to look when nothing is near, and shows no value', () => {
    const values = 'auspice: { password: geheim }';
    const { findings } = checkValues(unknownKeys, values, { facts });
    expect(findings).toMatchObject([
      { fix: expect.stringMatching(/0\.3\.90.*gen3\.services/) },
    ]);
    expect(JSON.stringify(findings)).not.toContain('geheim');
  });

  it.each([
    [
      'what the chart has',
      'global: { hostname: x }\nfence: { image: { tag: x } }',
    ],
    ['a key that is a comment in the chart', 'global: { fenceURL: x }'],
    ['keys of a configuration', 'fence: { FENCE_CONFIG: { BILLING: x } }'],
    ['keys of Kubernetes', 'fence: { resources: { requests: { cpu: 1 } } }'],
    ['keys of users', 'global: { manifestGlobalExtraValues: { any: x } }'],
    ['globals of a sub-chart', 'fence: { global: { any: x } }'],
    ['labels', 'fence: { extraLabels: { public: "yes" } }'],
  ])('is content with %s', (_, values) => {
    expect(keysOf(values)).toEqual([]);
  });

  it("takes an organisation's own services as known", () => {
    const custom = gen3ServiceSchema.parse({
      name: 'variant-browser',
      title: 'Variant browser',
      probe: { path: '/variants/_status' },
    });
    const registry = createServiceRegistry({ custom: [custom] });
    const values = mergeValues([{ 'variant-browser': { enabled: true } }]);
    const { findings } = runPreflight([unknownKeys], {
      subject: subjectOfValues({ values }, registry),
      facts: { ...NO_FACTS, ...facts },
      registry,
    });
    expect(findings).toEqual([]);
  });

  it('says so when the chart could not be read', () => {
    expect(checkAnswers(unknownKeys, {})).toMatchObject({
      outcome: 'not-run',
      reason: 'not asked in this test',
    });
  });
});
