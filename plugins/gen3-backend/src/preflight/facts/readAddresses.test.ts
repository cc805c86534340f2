import { mockServices } from '@backstage/backend-test-utils';
import { upstreamError } from '../../checks/__testUtils__/createFakeClient';
import { readAddresses } from './readAddresses';

describe('readAddresses', () => {
  const ask = (findAddresses: () => Promise<string[]>) =>
    readAddresses({
      client: { findAddresses },
      hostname: 'heart.example.org',
      asking: {
        signal: new AbortController().signal,
        logger: mockServices.logger.mock(),
      },
    });

  it('tells the addresses', async () => {
    await expect(ask(async () => ['192.0.2.1'])).resolves.toEqual({
      known: true,
      value: ['192.0.2.1'],
    });
  });

  it('tells that there are none', async () => {
    const failure = upstreamError('dns', { code: 'ENOTFOUND' });
    await expect(ask(() => Promise.reject(failure))).resolves.toEqual({
      known: true,
      value: [],
    });
  });

  it('takes the silence of a name server for no answer', async () => {
    const failure = upstreamError('dns', {
      code: 'EAI_AGAIN',
      detail: "the portal's name server does not answer",
    });
    await expect(ask(() => Promise.reject(failure))).resolves.toEqual({
      known: false,
      why: '"heart.example.org" could not be looked up: the portal\'s name server does not answer',
    });
  });

  it('does not take a mistake for an answer', async () => {
    const mistake = new TypeError('undefined is not a function');
    await expect(ask(() => Promise.reject(mistake))).resolves.toMatchObject({
      known: false,
      why: expect.stringContaining('log'),
    });
  });
});
