import { AUTOSCALERS } from './__testUtils__/autoscalers';
import {
  createTestReader,
  TestRequest,
} from './__testUtils__/createTestReader';
import {
  FORBIDDEN,
  jsonAnswer,
  listAnswer,
  statusAnswer,
} from './__testUtils__/kubernetesAnswers';

const NOT_FOUND = statusAnswer(404, 'the server could not find it');
const EXPIRED = statusAnswer(410, 'The provided continue parameter is too old');

const tokenOf = ({ path }: TestRequest) =>
  new URLSearchParams(path.replace(/^[^?]*/, '')).get('continue');

afterEach(() => {
  jest.useRealTimers();
});

describe('pages of a list', () => {
  it('are read until there is no token', async () => {
    const next = 'e30=/+&?#';
    const { read, paths } = createTestReader(request =>
      tokenOf(request) === next
        ? listAnswer(['c'])
        : listAnswer(['a', 'b'], { next }),
    );
    expect(await read('pods')).toEqual(['a', 'b', 'c']);
    expect(paths()).toEqual([
      'api/v1/namespaces/heart/pods?&fieldSelector=status.phase%21%3DSucceeded',
      `api/v1/namespaces/heart/pods?&continue=${encodeURIComponent(
        next,
      )}&fieldSelector=status.phase%21%3DSucceeded`,
    ]);
  });

  it('have only the objects that the portal wants', async () => {
    const { read, paths } = createTestReader(request =>
      listAnswer(['a'], tokenOf(request) ? {} : { next: 'x' }),
    );
    await read('configmaps');
    expect(paths()).toEqual([
      'api/v1/namespaces/heart/configmaps?&fieldSelector=metadata.name%3Dmanifest-global',
      'api/v1/namespaces/heart/configmaps?&continue=x&fieldSelector=metadata.name%3Dmanifest-global',
    ]);
  });

  it('count their odd objects together', async () => {
    const { reader } = createTestReader(request =>
      listAnswer(['', 'a'], tokenOf(request) ? {} : { next: 'x' }),
    );
    const place = { cluster: 'prod', namespace: 'heart' };
    expect(await reader.readList('jobs', place)).toMatchObject({
      items: [{}, {}],
      odd: 2,
    });
  });

  it('start over once when they have become too old', async () => {
    let expirations = 1;
    const { read, paths } = createTestReader(request => {
      if (!tokenOf(request)) {
        return listAnswer(['a'], { next: 'x' });
      }
      expirations -= 1;
      return expirations < 0 ? listAnswer(['b']) : EXPIRED;
    });
    expect(await read('pods')).toEqual(['a', 'b']);
    expect(paths()).toHaveLength(4);
  });

  it('do not start over for ever', async () => {
    const { read, paths } = createTestReader(request =>
      tokenOf(request) ? EXPIRED : listAnswer(['a'], { next: 'x' }),
    );
    expect(await read('pods')).toBe(
      'rejected: answers 410: The provided continue parameter is too old',
    );
    expect(paths()).toHaveLength(4);
  });

  it('end, also when the server always says that there is one more', async () => {
    const { read, paths } = createTestReader(() =>
      listAnswer(['a'], { next: 'x' }),
    );
    expect(await read('pods')).toBe(
      'malformed: the list has more than the 3 pages that the portal reads',
    );
    expect(paths()).toHaveLength(3);
  });

  it('may have so many bytes together, not each', async () => {
    const { read, requests } = createTestReader(
      ({ path, maxBytes }) => {
        const answer = listAnswer(['x'.repeat(600)], { next: path.slice(-3) });
        const truncated = answer.text.length > maxBytes;
        return { ...answer, truncated, text: answer.text.slice(0, maxBytes) };
      },
      { maxBytes: 1_000 },
    );
    expect(await read('pods')).toBe(
      'malformed: its list is larger than the portal reads',
    );
    expect(requests.map(({ maxBytes }) => maxBytes < 1_000)).toEqual([
      false,
      true,
    ]);
  });

  it('are lost together when one cannot be read', async () => {
    const { read } = createTestReader(request =>
      tokenOf(request) ? FORBIDDEN : listAnswer(['a'], { next: 'x' }),
    );
    expect(await read('pods')).toMatch(/^forbidden: answers 403: /);
  });
});

describe('a failure of the API server', () => {
  it.each([429, 500, 503])(
    'with one kind, by %s, leaves the others to be asked',
    async status => {
      const { read } = createTestReader(({ path }) =>
        path.includes('externalsecrets')
          ? statusAnswer(status, 'conversion webhook failed')
          : listAnswer(['fence-1']),
      );
      expect(await read('externalsecrets')).toBe(
        `server-error: answers ${status}: conversion webhook failed`,
      );
      expect(await read('pods')).toEqual(['fence-1']);
    },
  );
});

describe('versions of a kind', () => {
  const V1 = 'apis/batch/v1/namespaces/heart/cronjobs?';
  const V1BETA1 = 'apis/batch/v1beta1/namespaces/heart/cronjobs?';

  it('are tried in order, and the one that worked first from then on', async () => {
    let served = V1BETA1;
    const { read, paths } = createTestReader(({ path }) =>
      path.startsWith(served) ? listAnswer(['usersync']) : NOT_FOUND,
    );
    expect(await read('cronjobs')).toEqual(['usersync']);
    expect(await read('cronjobs')).toEqual(['usersync']);
    expect(paths()).toEqual([V1, V1BETA1, V1BETA1]);
    // The cluster was upgraded.
    served = V1;
    expect(await read('cronjobs')).toEqual(['usersync']);
    expect(await read('cronjobs')).toEqual(['usersync']);
    expect(paths().slice(3)).toEqual([V1BETA1, V1, V1]);
  });

  it('are remembered for each cluster apart', async () => {
    const { read, paths } = createTestReader(({ path, cluster }) =>
      path.startsWith(cluster === 'old' ? V1BETA1 : V1)
        ? listAnswer([cluster])
        : NOT_FOUND,
    );
    expect(await read('cronjobs', { cluster: 'old' })).toEqual(['old']);
    expect(await read('cronjobs', { cluster: 'new' })).toEqual(['new']);
    expect(paths()).toEqual([V1, V1BETA1, V1]);
  });

  it('are not asked for again for five minutes when there is none', async () => {
    jest.useFakeTimers();
    const { read, paths } = createTestReader(() => NOT_FOUND);
    const none =
      'not-served: the cluster has no cronjobs of batch/v1 or batch/v1beta1';
    expect(await read('cronjobs')).toBe(none);
    jest.advanceTimersByTime(299_999);
    expect(await read('cronjobs', { namespace: 'lung' })).toBe(none);
    expect(paths()).toEqual([V1, V1BETA1]);
    jest.advanceTimersByTime(1);
    expect(await read('cronjobs')).toBe(none);
    expect(paths()).toHaveLength(4);
  });

  it.each(AUTOSCALERS)(
    'reach autoscalers of a cluster that has them in %s',
    async (version, autoscaler, conditions) => {
      const versions = AUTOSCALERS.map(([each]) => each);
      const { reader, paths } = createTestReader(({ path }) =>
        path.startsWith(`apis/${version}/`)
          ? jsonAnswer(200, {
              kind: 'HorizontalPodAutoscalerList',
              apiVersion: version,
              items: [autoscaler],
            })
          : NOT_FOUND,
      );
      const place = { cluster: 'prod', namespace: 'heart' };
      const { items, odd } = await reader.readList(
        'horizontalpodautoscalers',
        place,
      );
      expect(odd).toBe(0);
      expect(items).toMatchObject([
        {
          metadata: { name: 'fence-hpa' },
          spec: {
            scaleTargetRef: { kind: 'Deployment', name: 'fence-deployment' },
            minReplicas: 1,
            maxReplicas: 4,
          },
          status: { conditions },
        },
      ]);
      expect(paths()).toEqual(
        versions
          .slice(0, versions.indexOf(version) + 1)
          .map(
            each => `apis/${each}/namespaces/heart/horizontalpodautoscalers?`,
          ),
      );
    },
  );

  it('are not guessed at when the answer is another failure', async () => {
    const { read, paths } = createTestReader(() => FORBIDDEN);
    expect(await read('cronjobs')).toMatch(/^forbidden: /);
    expect(paths()).toEqual([V1]);
  });
});
