import { OfferedService } from '@gen3-csoc/backstage-plugin-gen3-common';
import { withOfferedServices } from './withOfferedServices';

const variants: OfferedService = {
  name: 'variant-browser',
  title: 'Variant browser',
  description: 'Looks into variants.',
  bundle: 'data-explorer',
  enabledByDefault: false,
  dependsOn: ['guppy'],
};

describe('withOfferedServices', () => {
  it("has Gen3's services and the organisation's own", () => {
    const registry = withOfferedServices([variants]);
    expect(registry.get('variant-browser')).toMatchObject(variants);
    expect(registry.get('fence')?.title).toBe('Fence');
    expect(withOfferedServices([]).get('variant-browser')).toBeUndefined();
  });

  it('takes neither a second fence nor a need that nobody knows', () => {
    const registry = withOfferedServices([
      { ...variants, name: 'fence' },
      { ...variants, dependsOn: ['guppy', 'of-tomorrow'] },
    ]);
    expect(registry.get('fence')?.title).toBe('Fence');
    expect(registry.get('variant-browser')?.dependsOn).toEqual(['guppy']);
  });
});
