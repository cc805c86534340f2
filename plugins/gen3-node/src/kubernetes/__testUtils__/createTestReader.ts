import { ProxyAnswer } from '../ProxyAnswer';
import { ClusterReader, ClusterReaderOptions } from '../ClusterReader';
import { ProxyRequest } from '../createProxyRequest';

/** What a fake API server is asked. */
export type TestRequest = Parameters<ProxyRequest>[0];

/** A {@link ClusterReader} of clusters that answer as the test says, and what they were asked. */
export function createTestReader(
  answer: (request: TestRequest) => ProxyAnswer | Promise<ProxyAnswer>,
  options: Partial<ClusterReaderOptions> = {},
) {
  const requests: TestRequest[] = [];
  const reader = ClusterReader.create({
    request: async request => {
      requests.push(request);
      return answer(request);
    },
    now: Date.now,
    timeoutMs: 10_000,
    maxAgeMs: 5_000,
    maxPerCluster: 4,
    maxConcurrent: 64,
    maxPages: 3,
    maxBytes: 10_000,
    ...options,
  });
  return {
    reader,
    requests,
    /** What was asked, without the page size. */
    paths: () => requests.map(({ path }) => path.replace('limit=500', '')),
    /** Reads a list, and the failure as a value: `unreachable: the connection was refused`. */
    read: async (
      kind: Parameters<ClusterReader['readList']>[0],
      { cluster = 'prod', namespace = 'heart' } = {},
    ): Promise<string[] | string> => {
      try {
        const { items } = await reader.readList(kind, { cluster, namespace });
        return items.map(({ metadata }) => metadata.name);
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
  };
}
