import { mockServices } from '@backstage/backend-test-utils';
import type { Cause } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  certificateFacts,
  createFakeClient,
  NOW,
  upstreamError,
} from '../../checks/__testUtils__/createFakeClient';
import { readCertificate } from './readCertificate';

describe('readCertificate', () => {
  const ask = (
    client: ReturnType<typeof createFakeClient>,
    timeoutMs?: number,
  ) =>
    readCertificate({
      client,
      hostname: 'heart.example.org',
      asking: {
        signal: new AbortController().signal,
        logger: mockServices.logger.mock(),
        timeoutMs,
      },
      now: () => NOW,
    });

  it('tells for which names it is and how long it lasts, also when nobody trusts it', async () => {
    const certificate = certificateFacts(12, {
      names: ['*.example.org'],
      authorized: false,
    });
    await expect(ask(createFakeClient({ certificate }))).resolves.toEqual({
      known: true,
      value: {
        names: ['*.example.org'],
        validTo: '2026-07-27T12:00:00.000Z',
        daysLeft: 12,
      },
    });
  });

  it.each<[string, Cause, string]>([
    ['the name does not resolve', 'dns', 'ENOTFOUND'],
    ['the connection is refused', 'unreachable', 'ECONNREFUSED'],
  ])('finds nobody there when %s', async (_, cause, code) => {
    const certificate = upstreamError(cause, { code });
    await expect(ask(createFakeClient({ certificate }))).resolves.toEqual({
      known: true,
      value: undefined,
    });
  });

  it.each<[string, Cause, string | undefined]>([
    ["the portal's name server fails", 'dns', 'EAI_AGAIN'],
    ['the portal has no network', 'unreachable', 'ENETUNREACH'],
    ['the address is private', 'refused-address', undefined],
    ['the handshake fails', 'tls', 'EPROTO'],
    ['nothing comes', 'timeout', undefined],
  ])('does not know when %s', async (_, cause, code) => {
    const certificate = upstreamError(cause, { code });
    await expect(ask(createFakeClient({ certificate }))).resolves.toEqual({
      known: false,
      why: 'The certificate of "heart.example.org" could not be looked at: the test wants it',
    });
  });

  it('does not wait for ever', async () => {
    const client = createFakeClient({ certificate: 'hang' });
    await expect(ask(client, 20)).resolves.toMatchObject({
      known: false,
      why: '"heart.example.org" gave no answer within 0.02 s',
    });
  });
});
