import { hasService } from './hasService';
import { quote } from './quote';
import type { PreflightSubject, Problem } from './types';
import { textAt } from './valueAt';

/** What both proxies point to unless told otherwise (`gen3-helm:helm/aws-es-proxy/values.yaml`, `gen3-helm:helm/aws-sigv4-proxy/values.yaml`). */
const NOBODYS_DOMAIN = 'test.us-east-1.es.amazonaws.com';

const PROXIES = ['aws-es-proxy', 'aws-sigv4-proxy'];

/** Kubernetes Services of both proxies; the second they have only beside a managed database (`gen3-helm:helm/aws-sigv4-proxy/templates/service.yaml`). */
const OF_PROXIES = 'elasticsearch';
const OF_DEVELOPMENT = 'gen3-elasticsearch-master';

/** A service that cannot work without a search engine. */
export interface Searcher {
  /** Its name in the registry. */
  service: string;
  /** Path of the value that says where the search engine is. */
  key: string;
  /** What the chart has there. */
  fallback: string;
}

/**
 * What keeps a service from its search engine: nobody answers at the host that it asks, or a proxy does, and leads nowhere. A host outside of the
 * namespace is taken on trust.
 */
export function searchEngineProblems(
  subject: PreflightSubject,
  { service, key, fallback }: Searcher,
): Problem[] {
  const { values, declared } = subject;
  const proxies = PROXIES.filter(name => hasService(subject, name));
  const host = hostOf(textAt(values, key) ?? fallback);
  if (host !== OF_PROXIES && host !== OF_DEVELOPMENT) return [];
  if (host === OF_DEVELOPMENT && declared.dev) return [];
  if (proxies.length === 0) return [nobodyAnswers(service, { key, host })];
  return proxies.flatMap(proxy => {
    const domain = textAt(values, `${proxy}.esEndpoint`) ?? NOBODYS_DOMAIN;
    return domain === NOBODYS_DOMAIN ? [leadsNowhere(proxy, service)] : [];
  });
}

/** Host of an endpoint that may lack its scheme. */
function hostOf(endpoint: string): string {
  return endpoint.replace(/^[a-z]+:\/\//i, '').replace(/[:/].*$/s, '');
}

function nobodyAnswers(
  service: string,
  { key, host }: { key: string; host: string },
): Problem {
  return {
    severity: 'error',
    key,
    // The answer that brings a search engine along; the value itself is not asked.
    field: 'searchEndpoint',
    what: `${service} needs a search engine, and nothing answers at ${quote(
      host,
    )}`,
    why: `The chart brings Elasticsearch along only with global.dev; with a managed database ${service} does not come up without one.`,
    fix: `Name a search engine: enable aws-sigv4-proxy or aws-es-proxy and set its esEndpoint, or set ${key} to your own; or switch ${service} off`,
  };
}

function leadsNowhere(proxy: string, service: string): Problem {
  return {
    severity: 'error',
    key: `${proxy}.esEndpoint`,
    field: 'searchEndpoint',
    what: `${proxy} points to "${NOBODYS_DOMAIN}", the chart's example`,
    why: `Nothing is there, so ${service} gets no answer from its search engine and does not come up.`,
    fix: `Set ${proxy}.esEndpoint to the host of your OpenSearch domain, without https://`,
  };
}
