import {
  createServiceRegistry,
  mergeValues,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { parse } from 'yaml';
import { searchEngineProblems } from './searchEngineProblems';
import { subjectOfValues } from './subjectOf';

function problemsOf(yaml: string) {
  const values = mergeValues([parse(yaml)]);
  const subject = subjectOfValues({ values }, createServiceRegistry());
  return searchEngineProblems(subject, {
    service: 'guppy',
    key: 'guppy.esEndpoint',
    fallback: 'gen3-elasticsearch-master:9200',
  });
}

describe('searchEngineProblems', () => {
  it.each([
    ['the default of the chart', ''],
    ['the Service of a proxy', 'guppy: { esEndpoint: "elasticsearch:9200" }'],
    ['a URL', 'guppy: { esEndpoint: "http://elasticsearch:9200/" }'],
  ])('finds nothing at %s beside a managed database', (_, guppy) => {
    expect(problemsOf(`global: { dev: false }\n${guppy}`)).toMatchObject([
      { severity: 'error', key: 'guppy.esEndpoint', field: 'searchEndpoint' },
    ]);
  });

  // The chart's Elasticsearch has another name than the proxies'.
  it('finds nothing at the Service of a proxy that is off in development', () => {
    expect(
      problemsOf('guppy: { esEndpoint: "http://elasticsearch:9200" }'),
    ).toMatchObject([{ what: expect.stringContaining('"elasticsearch"') }]);
  });

  it.each(['aws-es-proxy', 'aws-sigv4-proxy'])(
    'finds that %s leads nowhere',
    proxy => {
      expect(
        problemsOf(`global: { dev: false }\n${proxy}: { enabled: true }`),
      ).toMatchObject([{ severity: 'error', key: `${proxy}.esEndpoint` }]);
    },
  );

  it.each([
    ['the one of development', '{}'],
    [
      'a proxy',
      'global: { dev: false }\naws-es-proxy: { enabled: true, esEndpoint: search.example.org }',
    ],
    [
      'one of its own',
      'global: { dev: false }\nguppy: { esEndpoint: "https://search.example.org:443" }',
    ],
  ])('is content with %s', (_, yaml) => {
    expect(problemsOf(yaml)).toEqual([]);
  });
});
