import { mockServices } from '@backstage/backend-test-utils';
import { askFact, known } from './askFact';

describe('askFact', () => {
  const logger = mockServices.logger.mock();
  const never = () => new Promise<never>(() => {});

  beforeEach(() => jest.clearAllMocks());

  it('hands on what was found', async () => {
    const asking = { signal: new AbortController().signal, logger };
    await expect(
      askFact({ whom: 'The catalog', asking, ask: async () => known(7) }),
    ).resolves.toEqual({ known: true, value: 7 });
  });

  it('does not wait for ever, which is nothing to log', async () => {
    const { signal } = new AbortController();
    const asking = { signal, logger, timeoutMs: 20 };
    await expect(
      askFact({ whom: 'The catalog', asking, ask: never }),
    ).resolves.toEqual({
      known: false,
      why: 'The catalog gave no answer within 0.02 s',
    });
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('tells the operator what went wrong, and the caller only that it did', async () => {
    const asking = { signal: new AbortController().signal, logger };
    const ask = async () => {
      throw new Error('password of user gen3 is wrong');
    };
    await expect(
      askFact({ whom: 'The database', asking, ask }),
    ).resolves.toEqual({
      known: false,
      why: "The database could not be asked; the portal's log says why",
    });
    expect(logger.warn).toHaveBeenCalledWith('Preflight goes without a fact', {
      whom: 'The database',
      error: expect.stringContaining('password'),
    });
  });

  it('stops when nobody waits any more', async () => {
    const controller = new AbortController();
    const asking = { signal: controller.signal, logger };
    const asked = askFact({ whom: 'The catalog', asking, ask: never });
    controller.abort(new Error('the browser left'));
    await expect(asked).rejects.toThrow('the browser left');
  });
});
