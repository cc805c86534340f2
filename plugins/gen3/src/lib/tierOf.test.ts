import { commonsEntity } from '../__testUtils__/entities';
import { tierOf } from './tierOf';

describe('tierOf', () => {
  it.each([
    ['what the entity declares', 'staging', 'heart.example', 'staging'],
    ['what the hostname says', undefined, 'qa-heart.example', 'qa'],
    ['what the hostname says', '', 'heart.example', 'production'],
  ])('is %s', (_, lifecycle, hostname, expected) => {
    const entity = {
      ...commonsEntity,
      spec: { ...commonsEntity.spec, lifecycle },
    };
    expect(tierOf(entity, hostname)).toBe(expected);
  });
});
