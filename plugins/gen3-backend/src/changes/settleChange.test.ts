import { mockServices } from '@backstage/backend-test-utils';
import { createSettleChange } from './settleChange';

const change = { id: 'a', source: 'gitops' };

describe('createSettleChange', () => {
  it('looks at the change that something was done to', async () => {
    const looked: string[] = [];
    const logger = mockServices.logger.mock();
    await createSettleChange({
      look: async id => {
        looked.push(id);
      },
      logger,
    })(change);
    expect(looked).toEqual(['a']);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('logs what fails, and does not fail itself', async () => {
    const logger = mockServices.logger.mock();
    await createSettleChange({
      look: async () => {
        throw new Error('git died');
      },
      logger,
    })(change);
    expect(logger.warn).toHaveBeenCalledWith(
      'The steps of a change are not written yet',
      { change: 'a', error: expect.stringContaining('git died') },
    );
  });
});
