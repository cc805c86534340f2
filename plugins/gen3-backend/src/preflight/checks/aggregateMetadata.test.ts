import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import type { PreflightFacts } from '../facts/types';
import { aggregateMetadata } from './aggregateMetadata';

const facts: Partial<PreflightFacts> = {
  members: { known: true, value: ['heart.example.org'] },
};

const HEART = {
  mds_url: 'https://heart.example.org/',
  commons_url: 'heart.example.org',
};

function check(config: unknown, given: Parameters<typeof checkValues>[2] = {}) {
  const values = {
    global: { hostname: 'hub.example.org', dev: true },
    metadata: {
      useAggMds: true,
      aggMdsConfig:
        typeof config === 'string' ? config : JSON.stringify(config),
    },
  };
  return checkValues(aggregateMetadata, JSON.stringify(values), {
    facts,
    ...given,
  });
}

describe('aggregate-metadata', () => {
  it('warns of the example of the chart', () => {
    const values = 'metadata: { useAggMds: "True" }';
    expect(checkValues(aggregateMetadata, values).findings).toMatchObject([
      { severity: 'warning', where: { key: 'metadata.aggMdsConfig' } },
    ]);
  });

  it.each([
    ['text that is no JSON', '{"gen3_commons": {', 'is not JSON'],
    ['a list', '[]', 'is not as the metadata service'],
    ['another shape', '{"gen3_commons": []}', 'is not as the metadata service'],
  ])('refuses %s', (_, config, what) => {
    expect(check(config).findings).toMatchObject([
      { severity: 'error', what: expect.stringContaining(what) },
    ]);
  });

  it.each(['{}', '{"gen3_commons": {}}'])('warns of %s', config => {
    expect(check(config).findings).toMatchObject([
      { severity: 'warning', what: 'metadata.aggMdsConfig lists no member' },
    ]);
  });

  // The template indents it as text.
  it('refuses a map where JSON text belongs', () => {
    const values =
      'metadata: { useAggMds: true, aggMdsConfig: { gen3_commons: {} } }';
    expect(checkValues(aggregateMetadata, values).findings).toMatchObject([
      { severity: 'error', what: 'metadata.aggMdsConfig is no text' },
    ]);
  });

  it('refuses a member that cannot be asked', () => {
    const { findings } = check({
      gen3_commons: { Heart: { commons_url: 'heart.example.org' } },
    });
    expect(findings).toMatchObject([
      {
        severity: 'error',
        what: 'metadata.aggMdsConfig.gen3_commons.Heart has no mds_url',
      },
    ]);
  });

  it('tells which members the catalog does not have', () => {
    const { findings } = check({
      gen3_commons: {
        Heart: HEART,
        Lung: {
          mds_url: 'https://lung.example.org',
          commons_url: 'lung.example.org',
        },
      },
    });
    expect(findings).toMatchObject([
      { severity: 'info', what: expect.stringMatching(/: lung.example.org$/) },
    ]);
  });

  it('does not count as asked when the catalog could not be, and still tells what else is wrong', () => {
    const members = { Heart: HEART, Lung: { commons_url: 'lung.example.org' } };
    expect(check({ gen3_commons: members }, { facts: {} })).toMatchObject({
      outcome: 'not-run',
      reason: 'not asked in this test',
      findings: [
        {
          severity: 'error',
          what: expect.stringMatching(/Lung has no mds_url/),
        },
      ],
    });
  });

  it('refuses to go without a search engine', () => {
    const values = `global: { dev: false }\nmetadata: { useAggMds: true, aggMdsConfig: '${JSON.stringify(
      { gen3_commons: { Heart: HEART } },
    )}' }`;
    expect(
      checkValues(aggregateMetadata, values, { facts }).findings,
    ).toMatchObject([
      { severity: 'error', where: { key: 'metadata.esEndpoint' } },
    ]);
  });

  it('is content with members that can be read', () => {
    expect(check({ gen3_commons: { Heart: HEART } }).outcome).toBe('passed');
    const other = {
      ...HEART,
      commons_url: 'https://gdc.example.org',
      adapter: 'gdc',
    };
    expect(check({ adapter_commons: { GDC: other } }).outcome).toBe('passed');
  });

  it.each([
    '{}',
    'metadata: { useAggMds: "False" }',
    'metadata: { enabled: false, useAggMds: true }',
  ])('does not ask %s', values => {
    expect(checkValues(aggregateMetadata, values).outcome).toBe(
      'not-applicable',
    );
  });

  it('does not ask what the wizard plans, which is no hub', () => {
    expect(checkAnswers(aggregateMetadata, {}).outcome).toBe('not-applicable');
  });
});
