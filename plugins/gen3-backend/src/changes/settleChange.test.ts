import { mockServices } from '@backstage/backend-test-utils';
import { createSettleChange } from './settleChange';

const change = { id: 'a', source: 'gitops' };

/** Settles a change, and tells who was asked for what. */
async function settle(given: { inGit?: boolean; failure?: Error } = {}) {
  const { inGit = true, failure } = given;
  const done: string[] = [];
  const logger = mockServices.logger.mock();
  const note = async (what: string) => {
    done.push(what);
    if (failure) throw failure;
  };
  await createSettleChange({
    look: id => note(`look at ${id}`),
    refreshSource: source => note(`read ${source}`),
    logger,
  })(change, { inGit });
  return { done, logger };
}

describe('createSettleChange', () => {
  it('looks at the change, and has its source read', async () => {
    const { done, logger } = await settle();
    expect(done).toEqual(['look at a', 'read gitops']);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('has no source read for what is not in git', async () => {
    expect((await settle({ inGit: false })).done).toEqual(['look at a']);
  });

  it('logs what fails, does the rest, and does not fail itself', async () => {
    const { done, logger } = await settle({ failure: new Error('it died') });
    expect(done).toHaveLength(2);
    expect(logger.warn.mock.calls).toEqual([
      [
        'The steps of a change are not written yet',
        { change: 'a', source: 'gitops', error: expect.stringContaining('it') },
      ],
      [
        'A source is not read before its next time',
        { change: 'a', source: 'gitops', error: expect.stringContaining('it') },
      ],
    ]);
  });
});
