import {
  LAUNCHING_LIFECYCLE,
  RETIRED_LIFECYCLE,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** Why nobody asks a commons how it is, by its tier. */
export function whyNotAsked(tier: string): string {
  switch (tier) {
    case LAUNCHING_LIFECYCLE:
      return 'It is being launched: its change says how far it is';
    case RETIRED_LIFECYCLE:
      return 'It is retired';
    default:
      return 'Probing is switched off';
  }
}
