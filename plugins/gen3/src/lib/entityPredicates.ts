import { FilterPredicate } from '@backstage/filter-predicates';
import {
  GEN3_ANNOTATIONS,
  GEN3_COMMONS_TYPE,
  GEN3_SERVICE_TYPE,
} from '@gen3-csoc/backstage-plugin-gen3-common';

const HOSTNAME = `metadata.annotations.${GEN3_ANNOTATIONS.hostname}` as const;
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

/** Entities that are a service of a commons. */
export const SERVICE_FILTER: FilterPredicate = {
  kind: 'component',
  'spec.type': GEN3_SERVICE_TYPE,
  [SERVICE]: { $exists: true },
};
