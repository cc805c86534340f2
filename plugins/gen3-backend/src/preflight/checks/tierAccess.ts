import { TIER_ACCESS_LEVELS } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { PreflightCheck, Problem } from '../types';
import { valueAt } from '../valueAt';
import { quote } from '../quote';

const KEY = 'global.tierAccessLevel';

const NO_LIMIT: Problem = {
  severity: 'info',
  key: 'global.tierAccessLimit',
  what: 'The access level is regular, and no limit is given',
  why: 'The chart takes 1000: the explorer hides counts of fewer records than that from people without access, which is everything in a small commons.',
  fix: 'Set global.tierAccessLimit to the smallest count that anybody may see',
};

const OPEN_TO_ALL: Problem = {
  severity: 'info',
  key: KEY,
  what: 'The access level of this production commons is libre',
  why: 'Everybody may search all records in the explorer, without logging in.',
  fix: `Set ${KEY} to regular or private, unless all data in the explorer are open`,
};

/**
 * `global.tierAccessLevel` is one of three words; the chart says `private` (`gen3-helm:helm/gen3/values.yaml`). Guppy throws on any other one when
 * it starts (`guppy:src/server/config.js`, environment from `gen3-helm:helm/guppy/templates/deployment.yaml`).
 */
export const tierAccess: PreflightCheck = {
  id: 'tier-access',
  title: 'Who may see counts is decided',
  run({ subject }) {
    const level = valueAt(subject.values, KEY);
    if (level === undefined) return [];
    if (!TIER_ACCESS_LEVELS.some(known => known === level)) {
      return [unknownLevel(level)];
    }
    const limit = valueAt(subject.values, 'global.tierAccessLimit');
    if (level === 'regular' && limit === undefined) return [NO_LIMIT];
    return level === 'libre' && subject.tier === 'production'
      ? [OPEN_TO_ALL]
      : [];
  },
};

function unknownLevel(level: unknown): Problem {
  return {
    severity: 'error',
    key: KEY,
    what: `The access level is ${quote(
      level,
    )}, not one of ${TIER_ACCESS_LEVELS.join(', ')}`,
    why: 'Guppy refuses to start with a level that it does not know, and the portal shows data as nobody decided.',
    fix: `Set ${KEY} to one of ${TIER_ACCESS_LEVELS.join(', ')}, in lower case`,
  };
}
