import { mockServices } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { getEventListeners } from 'node:events';
import { Response } from 'undici';
import { createGate } from '../__testUtils__/createGate';
import {
  FORBIDDEN,
  jsonAnswer,
  listAnswer,
} from './__testUtils__/kubernetesAnswers';
import { ProxyAnswer } from './ProxyAnswer';
import { CLUSTER_FAILURES } from './ClusterClient';
import {
  ProxyClusterClient,
  ProxyClusterClientOptions,
} from './ProxyClusterClient';

const PLACE = { cluster: 'prod', namespace: 'heart' };
const START = Date.parse('2026-11-27T10:00:00Z');

/** A client of clusters that answer as the test says, and what they were asked. */
function createTestClient(
  answer: (url: string) => ProxyAnswer | Promise<ProxyAnswer>,
  options: Partial<ProxyClusterClientOptions> = {},
) {
  const urls: string[] = [];
  const clock = { now: START };
  const client = ProxyClusterClient.create({
    discovery: mockServices.discovery(),
    auth: mockServices.auth(),
    now: () => clock.now,
    fetch: async url => {
      urls.push(url);
      const { status, text, contentType } = await answer(url);
      const headers = { 'content-type': contentType };
      return new Response(text, { status, headers });
    },
    ...options,
  });
  return { client, urls, clock };
}

const caller = () => new AbortController();

describe('ProxyClusterClient', () => {
  it('says what it read and when', async () => {
    const { client } = createTestClient(() => listAnswer(['fence-1', '']));
    expect(await client.list('pods', PLACE, caller())).toEqual({
      state: 'read',
      items: [
        {
          metadata: {
            name: 'fence-1',
            namespace: 'heart',
            ownerReferences: [],
          },
        },
      ],
      odd: 1,
      readAt: '2026-11-27T10:00:00.000Z',
    });
  });

  it('says what failed and when', async () => {
    const { client } = createTestClient(() => FORBIDDEN);
    expect(await client.list('pods', PLACE, caller())).toEqual({
      state: 'failed',
      failure: 'forbidden',
      detail: expect.stringMatching(/^answers 403: pods is forbidden: User /),
      readAt: '2026-11-27T10:00:00.000Z',
    });
  });

  it('says the version of an API server, and how long that one request took', async () => {
    const { client, urls, clock } = createTestClient(() => {
      clock.now += 42;
      return jsonAnswer(200, { gitVersion: 'v1.35.2' });
    });
    const read = () => client.readVersion('prod', caller());
    const [first, second] = await Promise.all([read(), read()]);
    expect(first).toEqual({
      state: 'read',
      version: '1.35.2',
      latencyMs: 42,
      readAt: '2026-11-27T10:00:00.042Z',
    });
    expect(second).toBe(first);
    expect(urls).toEqual([expect.stringMatching(/\/proxy\/version$/)]);
  });

  it('does not count the wait for its turn as latency of the version', async () => {
    const gate = createGate();
    const { client, clock } = createTestClient(
      async url => {
        if (url.endsWith('/version')) {
          return jsonAnswer(200, { gitVersion: 'v1.35.2' });
        }
        await gate.wait();
        clock.now += 7_000;
        return listAnswer([]);
      },
      { maxPerCluster: 1 },
    );
    const list = client.list('pods', PLACE, caller());
    const version = client.readVersion('prod', caller());
    gate.open();
    await list;
    expect(await version).toMatchObject({ state: 'read', latencyMs: 0 });
  });

  it('has no version of a cluster that has just failed as a whole, and asks for none', async () => {
    const { client, urls } = createTestClient(() => {
      throw Object.assign(new Error('x'), { code: 'ECONNRESET' });
    });
    await client.list('pods', PLACE, caller());
    expect(await client.readVersion('prod', caller())).toMatchObject({
      state: 'failed',
      failure: 'unreachable',
    });
    expect(urls).toHaveLength(1);
  });

  it('has no version for who names no cluster or has given up', async () => {
    const { client, urls } = createTestClient(() => listAnswer([]));
    const { signal } = new AbortController();
    expect(await client.readVersion('', { signal })).toMatchObject({
      failure: 'unknown-cluster',
    });
    expect(
      await client.readVersion('prod', { signal: AbortSignal.abort() }),
    ).toMatchObject({ failure: 'cancelled' });
    expect(urls).toEqual([]);
  });

  it('shares readings of one kind and place for five seconds', async () => {
    const { client, urls, clock } = createTestClient(() => listAnswer(['a']));
    const list = () => client.list('pods', PLACE, caller());
    const [first, second] = await Promise.all([list(), list()]);
    expect(second).toBe(first);
    clock.now += 4_999;
    expect(await list()).toBe(first);
    await client.list('jobs', PLACE, caller());
    await client.list('pods', { ...PLACE, namespace: 'lung' }, caller());
    expect(urls).toHaveLength(3);
    clock.now += 1;
    await list();
    expect(urls).toHaveLength(4);
  });

  it('reads anew for who needs it so, and once for all of those', async () => {
    const { client, urls, clock } = createTestClient(() => listAnswer(['a']));
    const { signal } = caller();
    const list = (notBefore?: number) =>
      client.list('nodes', PLACE, { signal, notBefore });
    await list();
    clock.now += 1_000;
    const roundBegan = clock.now;
    await list();
    expect(urls).toHaveLength(1);
    await list(roundBegan);
    clock.now += 500;
    await list(roundBegan);
    expect(urls).toHaveLength(2);
  });

  it('shares failures as well', async () => {
    const { client, urls, clock } = createTestClient(() => FORBIDDEN);
    const list = () => client.list('pods', PLACE, caller());
    const [first, second] = await Promise.all([list(), list()]);
    expect(second).toBe(first);
    clock.now += 4_999;
    expect(await list()).toBe(first);
    expect(urls).toHaveLength(1);
  });

  it('does not let a failure of the whole cluster outlive itself in other kinds', async () => {
    let isBroken = true;
    const { client, clock } = createTestClient(() => {
      if (isBroken) {
        throw Object.assign(new Error('x'), { code: 'ECONNRESET' });
      }
      return listAnswer(['a']);
    });
    await client.list('pods', PLACE, caller());
    isBroken = false;
    clock.now += 4_999;
    expect(await client.list('jobs', PLACE, caller())).toMatchObject({
      failure: 'unreachable',
      readAt: '2026-11-27T10:00:00.000Z',
    });
    clock.now += 1;
    expect(await client.list('jobs', PLACE, caller())).toMatchObject({
      state: 'read',
    });
  });

  it('ends the waiting of a caller that gives up, not the reading of the others', async () => {
    const gate = createGate();
    const { client, urls } = createTestClient(async () => {
      await gate.wait();
      return listAnswer(['a']);
    });
    const impatient = caller();
    const patient = caller();
    const first = client.list('pods', PLACE, impatient);
    const second = client.list('pods', PLACE, patient);
    impatient.abort(new Error('the round is over'));
    expect(await first).toMatchObject({
      state: 'failed',
      failure: 'cancelled',
      detail: 'nobody waited for it',
    });
    gate.open();
    expect(await second).toMatchObject({ state: 'read' });
    expect(urls).toHaveLength(1);
    expect(getEventListeners(patient.signal, 'abort')).toEqual([]);
  });

  it('asks nothing for a caller that has given up already', async () => {
    const { client, urls } = createTestClient(() => listAnswer([]));
    const signal = AbortSignal.abort();
    expect(await client.list('pods', PLACE, { signal })).toMatchObject({
      failure: 'cancelled',
    });
    expect(urls).toEqual([]);
  });

  it.each([
    ['the parent folder', { namespace: '..' }, 'rejected'],
    ['a path', { namespace: 'heart/pods' }, 'rejected'],
    ['a query', { namespace: 'heart?x=' }, 'rejected'],
    ['no namespace', { namespace: '' }, 'rejected'],
    ['upper case', { namespace: 'Heart' }, 'rejected'],
    ['a line break after it', { namespace: 'heart\n' }, 'rejected'],
    // Backstage would take the only cluster that it has.
    ['no cluster', { cluster: '' }, 'unknown-cluster'],
    ['a cluster of spaces', { cluster: ' ' }, 'unknown-cluster'],
    ['a header in it', { cluster: 'a\r\nx: y' }, 'unknown-cluster'],
    ['a name that fits no header', { cluster: '雲' }, 'unknown-cluster'],
  ])('asks nothing for %s', async (_label, odd, failure) => {
    const { client, urls } = createTestClient(() => listAnswer([]));
    expect(
      await client.list('pods', { ...PLACE, ...odd }, caller()),
    ).toMatchObject({ state: 'failed', failure });
    expect(urls).toEqual([]);
  });

  it('never rejects, and tells no secrets, when Backstage itself fails', async () => {
    const { client } = createTestClient(() => listAnswer([]), {
      auth: mockServices.auth.mock({
        getOwnServiceCredentials: async () => {
          throw new Error(
            'no key at http://db.internal:5432 Bearer abc\n at x',
          );
        },
      }),
    });
    expect(await client.list('pods', PLACE, caller())).toMatchObject({
      state: 'failed',
      failure: 'no-kubernetes-plugin',
      detail:
        'the kubernetes plugin cannot be asked: Error: no key at <url> Bearer <token>',
    });
  });

  it('has a reading for whatever comes back', async () => {
    const json = fc.record({
      kind: fc.constantFrom<unknown>('PodList', 'Status', 'List', 7, null),
      metadata: fc.oneof(
        fc.record({ continue: fc.string() }, { requiredKeys: [] }),
        fc.jsonValue(),
      ),
      items: fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()),
      error: fc.oneof(
        fc.constant(undefined),
        fc.record({
          name: fc.constantFrom('NotFoundError', 'Error'),
          message: fc.string({ unit: 'binary', maxLength: 1_000 }),
          cause: fc.jsonValue(),
        }),
      ),
      message: fc.jsonValue(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          json.map(body => JSON.stringify(body)),
          fc.string(),
        ),
        fc.constantFrom(200, 201, 301, 400, 401, 403, 404, 410, 429, 500, 503),
        fc.constantFrom('application/json', 'text/html', ''),
        async (text, status, contentType) => {
          const answer = { text, status, contentType, truncated: false };
          const { client } = createTestClient(() => answer);
          const reading = await client.list('pods', PLACE, caller());
          const what =
            reading.state === 'read' ? reading.state : reading.failure;
          const detail = reading.state === 'read' ? '' : reading.detail;
          expect(['read', ...CLUSTER_FAILURES]).toContain(what);
          expect(detail.length).toBeLessThanOrEqual(200);
        },
      ),
      { numRuns: 300 },
    );
  });
});
