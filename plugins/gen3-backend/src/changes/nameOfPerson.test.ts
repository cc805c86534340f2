import { mockServices } from '@backstage/backend-test-utils';
import { nameOfPerson, shortNameOf } from './nameOfPerson';

const ALMA = 'user:default/alma-reyes';
const logger = mockServices.logger.mock();

describe('nameOfPerson', () => {
  it('is the name of the catalog', async () => {
    const findPerson = async () => ({ name: 'Alma Reyes', email: 'a@x.org' });
    expect(await nameOfPerson(ALMA, { findPerson, logger })).toBe('Alma Reyes');
  });

  it('is the short form when the catalog does not answer', async () => {
    const findPerson = async () => {
      throw new Error('the catalog is away');
    };
    expect(await nameOfPerson(ALMA, { findPerson, logger })).toBe('alma-reyes');
  });
});

describe('shortNameOf', () => {
  it('leaves kind and namespace out', () => {
    expect(shortNameOf(ALMA)).toBe('alma-reyes');
  });
});
