import { once } from 'node:events';
import { createServer } from 'node:net';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { commonsHealthResponseSchema } from '@gen3-csoc/backstage-plugin-gen3-common';
import request from 'supertest';
import gen3Plugin from '.';

jest.setTimeout(60_000);

/** Something that hangs up on everybody. */
async function startHangUp() {
  let calls = 0;
  const server = createServer(socket => {
    calls += 1;
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    baseUrl: `https://127.0.0.1:${port}`,
    calls: () => calls,
    stop: () => new Promise(resolve => server.close(resolve)),
  };
}

describe('gen3Plugin and a commons', () => {
  it('asks it by itself, and tells what came back', async () => {
    const commons = await startHangUp();
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'System',
      metadata: {
        name: 'heart.example',
        annotations: {
          'gen3.org/hostname': 'heart.example',
          'gen3.org/base-url': commons.baseUrl,
          'gen3.org/services': 'indexd',
        },
      },
      spec: { type: 'gen3-commons', owner: 'heart-team' },
    };
    const backend = await startTestBackend({
      features: [
        gen3Plugin,
        catalogServiceMock.factory({ entities: [entity] }),
        mockServices.rootConfig.factory({
          data: {
            gen3: {
              http: { allowPrivateAddresses: ['127.0.0.0/8'] },
              health: { failuresToDown: 1 },
            },
          },
        }),
      ],
    });
    const ask = async () => {
      const { body } = await request(backend.server)
        .get('/api/gen3/commons/default/heart.example/health')
        .expect(200);
      return commonsHealthResponseSchema.parse(body);
    };

    let answer = await ask();
    while (answer.health.checkedAt === undefined) {
      // The test's own time limit ends what never comes.
      answer = await ask();
    }
    expect(commons.calls()).toBeGreaterThan(0);
    expect(answer.health.status).toBe('down');
    expect(answer.health.services).toEqual([
      expect.objectContaining({ name: 'indexd', status: 'down' }),
    ]);
    expect(answer.checks.map(({ checkId }) => checkId)).toContain('tls');
    expect(answer.transitions).toEqual([
      expect.objectContaining({ subject: 'commons', to: 'down' }),
    ]);

    await backend.stop();
    await commons.stop();
  });
});
