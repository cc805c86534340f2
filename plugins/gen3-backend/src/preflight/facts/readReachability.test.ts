import { mockServices } from '@backstage/backend-test-utils';
import type { VersionReading } from '@gen3-csoc/backstage-plugin-gen3-node';
import {
  failedReading,
  versionReading,
} from '../../__testUtils__/createFakeClusters';
import { readReachability } from './readReachability';

describe('readReachability', () => {
  const ask = (
    readVersion: () => Promise<VersionReading>,
    signal = new AbortController().signal,
  ) =>
    readReachability({
      clusters: { readVersion },
      name: 'east-1',
      asking: { signal, logger: mockServices.logger.mock(), timeoutMs: 50 },
    });

  it('finds that a cluster which tells its version answers', async () => {
    await expect(ask(async () => versionReading('1.35.2'))).resolves.toEqual({
      known: true,
      value: { answers: true },
    });
  });

  it.each([
    ['unreachable', { known: true, value: { answers: false, how: 'odd' } }],
    ['unauthorized', { known: true, value: { answers: false, how: 'odd' } }],
    ['forbidden', { known: true, value: { answers: true } }],
    ['no-place', { known: false, why: 'odd' }],
    ['no-kubernetes-plugin', { known: false, why: 'odd' }],
  ] as const)('makes of the failure %s what it is', async (failure, fact) => {
    await expect(
      ask(async () => failedReading(failure, 'odd')),
    ).resolves.toEqual(fact);
  });

  // As any other fact that takes too long it would not be known, and nobody would be warned.
  it('finds that a cluster which hangs does not answer', async () => {
    await expect(ask(() => new Promise(() => {}))).resolves.toEqual({
      known: true,
      value: { answers: false, how: 'no answer within 0.04 s' },
    });
  });

  it('stops when nobody waits any more', async () => {
    const controller = new AbortController();
    const asked = ask(() => new Promise(() => {}), controller.signal);
    controller.abort(new Error('the browser left'));
    await expect(asked).rejects.toThrow('the browser left');
  });
});
