import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { guppyIndices } from './guppyIndices';

function findingsOf(values: string) {
  return checkValues(
    guppyIndices,
    `guppy: { enabled: true, indices: [{ index: heart_subject, type: subject }] }
etl: { suspendCronjob: false, etlMapping: { mappings: [{ name: heart_subject, doc_type: subject }] } }
${values}`,
  ).findings.map(({ severity, where }) => [severity, where.key]);
}

describe('guppy-indices', () => {
  it('warns of the examples of the chart', () => {
    const { findings } = checkValues(
      guppyIndices,
      'guppy: { enabled: true }\netl: { suspendCronjob: false }',
    );
    expect(findings).toMatchObject([
      { severity: 'warning', where: { key: 'guppy.indices' } },
    ]);
  });

  it('names indices that no mapping makes', () => {
    const { findings } = checkValues(
      guppyIndices,
      `guppy: { enabled: true, indices: [{ index: heart_subject, type: subject }, { index: heart_file, type: file }] }
etl: { suspendCronjob: false, etlMapping: { mappings: [{ name: heart_subject, doc_type: subject }] } }`,
    );
    expect(findings).toMatchObject([
      {
        severity: 'warning',
        what: expect.stringContaining(
          'does not make: heart_file (etl makes heart_subject)',
        ),
      },
    ]);
  });

  it('compares with the examples what only one side says', () => {
    const { findings } = checkValues(
      guppyIndices,
      `guppy: { enabled: true, indices: [{ index: heart_subject, type: subject }] }
etl: { suspendCronjob: false }`,
    );
    expect(findings).toMatchObject([
      { what: expect.stringContaining('(etl makes dev_case, dev_file)') },
    ]);
  });

  it.each(['[]', '{}', 'heart_subject', '[heart_subject]'])(
    'refuses %s as indices',
    indices => {
      const { findings } = checkValues(
        guppyIndices,
        `guppy: { enabled: true, indices: ${indices} }\netl: { suspendCronjob: false }`,
      );
      expect(findings).toMatchObject([
        { severity: 'error', where: { key: 'guppy.indices' } },
      ]);
    },
  );

  it('warns when nothing makes the indices', () => {
    const { findings } = checkValues(
      guppyIndices,
      `guppy: { enabled: true, indices: [{ index: dev_case, type: case }] }
etl: { enabled: false }`,
    );
    expect(findings).toMatchObject([
      { severity: 'warning', where: { key: 'etl.enabled' } },
    ]);
  });

  it('tells that the first run is done by hand', () => {
    const { findings } = checkValues(
      guppyIndices,
      'guppy: { enabled: true, indices: [{ index: dev_case, type: case }] }',
    );
    expect(findings).toMatchObject([
      { severity: 'info', where: { key: 'etl.suspendCronjob' } },
    ]);
  });

  it('refuses to go without a search engine', () => {
    expect(findingsOf('global: { dev: false }')).toEqual([
      ['error', 'guppy.esEndpoint'],
    ]);
  });

  it('is content when names match and etl runs', () => {
    expect(findingsOf('global: { dev: true }')).toEqual([]);
  });

  it('does not ask a commons without guppy', () => {
    expect(checkValues(guppyIndices, '{}').outcome).toBe('not-applicable');
    expect(checkAnswers(guppyIndices, {}).outcome).toBe('not-applicable');
  });

  it('shows next to the answer that brings a search engine', () => {
    const { findings } = checkAnswers(guppyIndices, {
      database: 'managed',
      services: ['guppy'],
    });
    expect(findings[0]).toMatchObject({
      severity: 'error',
      where: { field: 'searchEndpoint' },
    });
    expect(
      checkAnswers(guppyIndices, {
        database: 'managed',
        services: ['guppy'],
        searchEndpoint: 'search.example.org',
      }).findings,
    ).not.toContainEqual(expect.objectContaining({ severity: 'error' }));
  });
});
