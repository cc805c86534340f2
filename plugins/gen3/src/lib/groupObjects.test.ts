import { previewObject } from '../__testUtils__/previewFixtures';
import { groupObjects } from './groupObjects';

describe('groupObjects', () => {
  it('puts services that lose or change something first, then goes by name, and what is of no service last', () => {
    const groups = groupObjects([
      previewObject({ service: undefined, name: 'a' }),
      previewObject({ service: 'wts', name: 'b' }),
      previewObject({ service: 'arborist', name: 'c' }),
      previewObject({ service: 'fence', name: 'd' }),
      previewObject({ service: 'fence', name: 'e', change: 'removed' }),
      previewObject({ service: 'indexd', name: 'f', change: 'changed' }),
    ]);
    expect(
      groups.map(({ service, objects }) => [
        service,
        objects.map(({ name }) => name).join(' '),
      ]),
    ).toEqual([
      ['fence', 'e d'],
      ['indexd', 'f'],
      ['arborist', 'c'],
      ['wts', 'b'],
      [undefined, 'a'],
    ]);
    expect(groups[0]?.counts).toEqual({ added: 1, changed: 0, removed: 1 });
  });

  it('has nothing of nothing', () => {
    expect(groupObjects([])).toEqual([]);
  });
});
