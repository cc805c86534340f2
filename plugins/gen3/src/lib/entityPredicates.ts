import { FilterPredicate } from '@backstage/filter-predicates';
import {
  GEN3_ANNOTATIONS,
  GEN3_COMMONS_TYPE,
  GEN3_SERVICE_TYPE,
  LAUNCHING_LIFECYCLE,
  RETIRED_LIFECYCLE,
} from '@gen3-csoc/backstage-plugin-gen3-common';

const HOSTNAME = `metadata.annotations.${GEN3_ANNOTATIONS.hostname}` as const;
const GITOPS_PATH =
  `metadata.annotations.${GEN3_ANNOTATIONS.gitopsPath}` as const;
const RELATIONSHIP =
  `metadata.annotations.${GEN3_ANNOTATIONS.relationship}` as const;
const SERVICE = `metadata.annotations.${GEN3_ANNOTATIONS.service}` as const;

/**
 * Entities that are a commons, by their type or because a person gave them a hostname, as `isGen3Commons` has it. A
 * predicate, so that config can replace it.
 */
export const COMMONS_FILTER: FilterPredicate = {
  $all: [
    { kind: 'system' },
    {
      $any: [
        { 'spec.type': GEN3_COMMONS_TYPE },
        { [HOSTNAME]: { $exists: true } },
      ],
    },
  ],
};

/** Commons that we operate and that a GitOps repository declares: those that changes can be proposed about. */
export const EDITABLE_COMMONS_FILTER: FilterPredicate = {
  $all: [
    COMMONS_FILTER,
    { [GITOPS_PATH]: { $exists: true } },
    { $not: { [RELATIONSHIP]: 'associated' } },
    {
      $not: {
        'spec.lifecycle': { $in: [LAUNCHING_LIFECYCLE, RETIRED_LIFECYCLE] },
      },
    },
  ],
};

/** Entities that are a service of a commons. */
export const SERVICE_FILTER: FilterPredicate = {
  kind: 'component',
  'spec.type': GEN3_SERVICE_TYPE,
  [SERVICE]: { $exists: true },
};
