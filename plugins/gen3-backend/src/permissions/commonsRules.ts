import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_GEN3_COMMONS } from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';

/** The facts of a commons that rules decide by. @public */
export interface CommonsResource {
  entityRef: string;
  owner: string;
  tier: string;
  relationship: string;
}

/** A rule as the database understands it: the column has one of the values. @public */
export interface CommonsFilter {
  column: 'owner' | 'tier' | 'relationship';
  values: string[];
}

/** The resource type `gen3-commons` of the `gen3` plugin. @public */
export const gen3CommonsResourceRef = createPermissionResourceRef<
  CommonsResource,
  CommonsFilter
>().with({ pluginId: 'gen3', resourceType: RESOURCE_TYPE_GEN3_COMMONS });

const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow commons that one of the claims owns',
  resourceRef: gen3CommonsResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity references, usually those that the user owns by'),
  }),
  apply: (commons, { claims }) => claims.includes(commons.owner),
  toQuery: ({ claims }) => ({ column: 'owner', values: claims }),
});

const hasTier = createPermissionRule({
  name: 'HAS_TIER',
  description: 'Allow commons of one of the tiers',
  resourceRef: gen3CommonsResourceRef,
  paramsSchema: z.object({
    tiers: z
      .array(z.string())
      .describe('production, staging, qa or development'),
  }),
  apply: (commons, { tiers }) => tiers.includes(commons.tier),
  toQuery: ({ tiers }) => ({ column: 'tier', values: tiers }),
});

const hasRelationship = createPermissionRule({
  name: 'HAS_RELATIONSHIP',
  description: 'Allow commons of one of the relationships',
  resourceRef: gen3CommonsResourceRef,
  paramsSchema: z.object({
    relationships: z.array(z.string()).describe('managed or associated'),
  }),
  apply: (commons, { relationships }) =>
    relationships.includes(commons.relationship),
  toQuery: ({ relationships }) => ({
    column: 'relationship',
    values: relationships,
  }),
});

/** The rules of the resource type `gen3-commons`. @public */
export const gen3CommonsRules = { isOwner, hasTier, hasRelationship };

const conditionExports = createConditionExports({
  resourceRef: gen3CommonsResourceRef,
  rules: gen3CommonsRules,
});

/** Conditions for permission policies, e.g. `gen3CommonsConditions.isOwner({ claims })`. @public */
export const gen3CommonsConditions = conditionExports.conditions;

/** Makes a conditional decision from {@link gen3CommonsConditions}. @public */
export const createGen3CommonsConditionalDecision =
  conditionExports.createConditionalDecision;
