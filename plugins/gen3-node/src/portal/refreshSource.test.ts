import { mockServices } from '@backstage/backend-test-utils';
import { Response } from 'undici';
import type { ProxyFetch } from '../kubernetes/createPluginRequest';
import { refreshSource } from './refreshSource';

const { signal } = new AbortController();

/** Asks a catalog that answers so, and tells what it was asked. */
async function refresh(
  answer: () => Promise<Response>,
  given: { source?: string } = {},
) {
  const asked: { url: string; init: Parameters<ProxyFetch>[1] }[] = [];
  const outcome = await refreshSource(
    {
      auth: mockServices.auth({ pluginId: 'gen3' }),
      discovery: mockServices.discovery(),
      fetch: async (url, init) => {
        asked.push({ url, init });
        return answer();
      },
    },
    { source: given.source ?? 'demo', signal },
  );
  return { outcome, asked };
}

const answers = (status: number) => async () => new Response('{}', { status });

describe('refreshSource', () => {
  it('asks the catalog as the plugin that it is', async () => {
    const { outcome, asked } = await refresh(answers(202));
    expect(outcome).toBe('accepted');
    expect(asked).toMatchObject([
      {
        url: expect.stringMatching(
          /\/api\/catalog\/gen3\/sources\/demo\/refresh$/,
        ),
        init: {
          method: 'POST',
          headers: { authorization: expect.stringMatching(/^Bearer ./) },
        },
      },
    ]);
  });

  it('takes a source that is being read for what it is', async () => {
    expect((await refresh(answers(409))).outcome).toBe('being-read');
  });

  it('keeps the name of a source in its place', async () => {
    const { asked } = await refresh(answers(202), { source: '../x?y' });
    expect(asked[0]?.url).toMatch(/sources\/\.\.%2Fx%3Fy\/refresh$/);
  });

  it.each([403, 404, 500])('fails when the catalog says %p', async status => {
    await expect(refresh(answers(status))).rejects.toThrow(
      `The catalog answers ${status} and does not read the source "demo"`,
    );
  });

  it('fails when nobody answers', async () => {
    await expect(
      refresh(async () => {
        throw new Error('connection refused');
      }),
    ).rejects.toThrow('connection refused');
  });
});
