import { placeOfFinding } from './placeOfFinding';

describe('placeOfFinding', () => {
  it.each([
    [{ key: 'fence.image.tag', field: 'imageTags' }, 'fence.image.tag'],
    [{ field: 'owner' }, 'owner'],
    [{}, undefined],
  ])('of %j is %s', (where, place) => {
    expect(placeOfFinding({ where })).toBe(place);
  });
});
