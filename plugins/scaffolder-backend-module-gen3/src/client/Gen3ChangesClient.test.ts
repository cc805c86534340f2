import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Gen3ChangesClient } from './Gen3ChangesClient';

const credentials = mockCredentials.user();

function createClient(answer: { status: number; body: string; type?: string }) {
  const { status, body, type = 'application/json' } = answer;
  return Gen3ChangesClient.create({
    auth: mockServices.auth(),
    discovery: mockServices.discovery(),
    fetch: async () =>
      new Response(body, { status, headers: { 'content-type': type } }),
  });
}

describe('Gen3ChangesClient', () => {
  it.each([
    [400, 'InputError'],
    [403, 'NotAllowedError'],
    [409, 'ConflictError'],
    [500, 'Error'],
  ])('makes of %i an error that says why', async (status, name) => {
    const body = JSON.stringify({ error: { message: 'because' } });
    await expect(
      createClient({ status, body }).preflight({}, { credentials }),
    ).rejects.toMatchObject({ name, message: 'because' });
  });

  it('says what answered when it is not the backend', async () => {
    const answer = { status: 502, body: '<html>', type: 'text/html' };
    await expect(
      createClient(answer).preflight({}, { credentials }),
    ).rejects.toThrow('The gen3 backend answers 502');
  });

  it('refuses an answer of another shape', async () => {
    await expect(
      createClient({ status: 200, body: '{}' }).preflight({}, { credentials }),
    ).rejects.toThrow(/findings/);
  });
});
