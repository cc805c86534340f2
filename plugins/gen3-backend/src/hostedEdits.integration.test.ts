import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { changeDetailsSchema } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  CHART,
  editedEntities,
  editedFiles,
  HEART,
  LUNG,
} from './__testUtils__/editedCommons';
import { startGen3Backend } from './__testUtils__/startGen3Backend';

// This test starts helm and a whole plugin.
jest.setTimeout(120_000);

const REPOSITORY = 'https://github.com/org/gitops';
const ALMA = 'user:default/alma-reyes';
const TOMAS = 'user:default/tomas-lindqvist';

const upgrade = {
  kind: 'upgrade',
  imageTags: { fence: '2026.11', indexd: '2026.11' },
};

/** GitHub, whose branch main has the files of heart and lung. */
const readers = mockServices.urlReader.mock({
  readUrl: async url => {
    const text = editedFiles[url.slice(`${REPOSITORY}/blob/main/`.length)];
    if (text === undefined) throw new NotFoundError(url);
    return { buffer: async () => Buffer.from(text) };
  },
  readTree: async (_, options) => {
    Object.keys(editedFiles).forEach(path => options?.filter?.(path));
    return {
      etag: '1',
      files: async () => [],
      archive: () => Promise.reject(new Error('not asked for')),
      dir: () => Promise.reject(new Error('not asked for')),
    };
  },
});

describe('edits of commons at a host, in waves', () => {
  let stop: () => Promise<void>;

  afterEach(() => stop());

  async function start() {
    const { call, triggerTask, ...backend } = await startGen3Backend({
      entities: editedEntities({}),
      config: {
        gen3: { changes: { chart: { ...CHART, path: 'nowhere' } } },
        catalog: {
          providers: {
            gen3: {
              demo: {
                type: 'gitops',
                url: `${REPOSITORY}.git`,
                aliases: ['https://git.example/csoc/gitops.git'],
              },
            },
          },
        },
      },
      features: [
        createServiceFactory({
          service: coreServices.urlReader,
          deps: {},
          factory: () => readers,
        }),
      ],
    });
    stop = backend.stop;
    const propose = async (edit: object) => {
      const { body } = await call(ALMA, 'post', '/changes', edit);
      expect(body.error).toBeUndefined();
      return changeDetailsSchema.parse(body);
    };
    return {
      call,
      propose,
      follow: () => triggerTask('gen3-follow-changes'),
    };
  }

  it('gives what opens the first wave, and keeps that of the second back', async () => {
    const { call, propose, follow } = await start();
    const first = await propose({ ...upgrade, hostname: HEART });
    expect(first.pullRequest).toMatchObject({ repository: REPOSITORY });
    const after = [first.id];
    const second = await propose({ ...upgrade, hostname: LUNG, after });
    await follow();
    const { body } = await call(ALMA, 'get', `/changes/${second.id}`);
    for (const details of [second, body]) {
      expect(details).toMatchObject({
        state: 'proposing',
        host: 'github',
        waits: { for: after, turn: 'others' },
      });
      expect(details).not.toHaveProperty('pullRequest');
    }
    const early = await call(ALMA, 'post', `/changes/${second.id}/open`);
    expect([early.status, early.body.error.message]).toEqual([
      409,
      `"${second.title}" cannot be opened yet. It waits for "${first.title}" (proposing).`,
    ]);
    const other = await call(TOMAS, 'post', `/changes/${second.id}/open`);
    expect(other.status).toBe(403);
    const now = await call(ALMA, 'post', `/changes/${first.id}/open`);
    expect(now.body.pullRequest).toEqual(first.pullRequest);

    await call(ALMA, 'post', `/changes/${first.id}/close`, {});
    await follow();
    const ended = await call(ALMA, 'get', `/changes/${second.id}`);
    expect(ended.body).toMatchObject({
      state: 'abandoned',
      endReason: expect.stringContaining('The wave before did not succeed'),
    });
  });
});
