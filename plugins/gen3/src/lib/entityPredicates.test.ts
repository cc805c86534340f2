import { Entity } from '@backstage/catalog-model';
import { filterPredicateToFilterFunction } from '@backstage/filter-predicates';
import { isGen3Commons } from '@gen3-csoc/backstage-plugin-gen3-common';
import { COMMONS_FILTER } from './entityPredicates';

const entity = (kind: string, type: string, hostname?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: {
    name: 'heart',
    annotations: hostname ? { 'gen3.org/hostname': hostname } : {},
  },
  spec: { type },
});

describe('COMMONS_FILTER', () => {
  const matches = filterPredicateToFilterFunction(COMMONS_FILTER);

  // A System that a person gave a hostname was in the fleet, and its page had no health.
  it.each<[string, Entity, boolean]>([
    ['by its type', entity('System', 'gen3-commons'), true],
    ['by its hostname', entity('System', 'product', 'heart.example'), true],
    ['by both', entity('System', 'gen3-commons', 'heart.example'), true],
    ['of another type', entity('System', 'product'), false],
    ['of another kind', entity('Component', 'x', 'heart.example'), false],
  ])('tells a commons %s as the backend does', (_, candidate, isCommons) => {
    expect(matches(candidate)).toBe(isCommons);
    expect(isGen3Commons(candidate)).toBe(isCommons);
  });
});
