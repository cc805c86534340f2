import { createConditionTransformer } from '@backstage/plugin-permission-node';
import { gen3CommonsConditions, gen3CommonsRules } from './commonsRules';

const heart = {
  entityRef: 'system:default/heart.example',
  owner: 'group:default/heart-team',
  tier: 'production',
  relationship: 'managed',
};

describe('gen3CommonsRules', () => {
  const transform = createConditionTransformer(Object.values(gen3CommonsRules));

  it.each([
    [
      'isOwner',
      gen3CommonsRules.isOwner.apply(heart, {
        claims: ['group:default/heart-team'],
      }),
      gen3CommonsRules.isOwner.apply(heart, { claims: ['user:default/guest'] }),
    ],
    [
      'hasTier',
      gen3CommonsRules.hasTier.apply(heart, { tiers: ['production', 'qa'] }),
      gen3CommonsRules.hasTier.apply(heart, { tiers: ['qa'] }),
    ],
    [
      'hasRelationship',
      gen3CommonsRules.hasRelationship.apply(heart, {
        relationships: ['managed'],
      }),
      gen3CommonsRules.hasRelationship.apply(heart, { relationships: [] }),
    ],
  ])('%s lets through what matches, and nothing else', (_rule, yes, no) => {
    expect([yes, no]).toEqual([true, false]);
  });

  it('become filters on columns', () => {
    expect(
      transform({
        anyOf: [
          gen3CommonsConditions.isOwner({ claims: ['group:default/a'] }),
          gen3CommonsConditions.hasTier({ tiers: ['qa'] }),
        ],
      }),
    ).toEqual({
      anyOf: [
        { column: 'owner', values: ['group:default/a'] },
        { column: 'tier', values: ['qa'] },
      ],
    });
  });

  it('refuse parameters of another shape', () => {
    const { claims, ...condition } = {
      ...gen3CommonsConditions.isOwner({ claims: [] }),
      claims: 'nobody',
    };
    expect(() => transform({ ...condition, params: { claims } })).toThrow();
  });
});
