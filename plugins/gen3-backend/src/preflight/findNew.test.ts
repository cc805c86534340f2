import {
  createServiceRegistry,
  type LaunchTier,
  mergeValues,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { parse } from 'yaml';
import { NO_FACTS } from './__testUtils__/runCheck';
import { known } from './facts/askFact';
import { findNew } from './findNew';
import { PREFLIGHT_CHECKS } from './preflightChecks';
import { askChecks } from './runPreflight';
import { subjectOfValues } from './subjectOf';

const registry = createServiceRegistry();

function ask(yaml: string, tier: LaunchTier) {
  const values = mergeValues([parse(yaml)]);
  const subject = subjectOfValues({ values, tier }, registry);
  const sameEnvironment = known({
    hostnames: ['liver.example.org'],
    hidden: 0,
  });
  const facts = { ...NO_FACTS, sameEnvironment };
  const input = { subject, facts, registry };
  return askChecks(PREFLIGHT_CHECKS, input).found;
}

/** Ids of what an edit brings. */
const brings = (
  before: string,
  after: string,
  tier: LaunchTier = 'production',
) =>
  findNew(ask(before, tier), ask(after, tier)).map(
    ({ id, severity }) => `${id}: ${severity}`,
  );

const tags = (given: Record<string, string>) =>
  Object.entries(given)
    .map(([name, tag]) => `${name}: { image: { tag: '${tag}' } }`)
    .join('\n');

/** All of one release, but for what is given. */
const release = (given: Record<string, string> = {}) =>
  tags({
    ...Object.fromEntries(
      registry.enabledByDefault().map(({ name }) => [name, '2026.07']),
    ),
    ...given,
  });

/** By the names that the chart gives to secrets, in an environment with another commons. */
const SECRETS =
  'global: { externalSecrets: { deploy: true }, dev: false, environment: organprod }\n';

const PDB = 'global: { dev: false, pdb: true }\n';

describe('findNew', () => {
  // The sentence counted, so 12 moving tags were something else than 13: an error that nobody can accept, for an edit that mends.
  it.each([
    [
      'fewer moving tags',
      tags({ fence: 'master', indexd: 'master' }),
      tags({ fence: '2026.07', indexd: 'master' }),
    ],
    [
      'the last but one moving tag',
      release({ fence: 'master', wts: 'master' }),
      release({ wts: 'master' }),
    ],
    [
      'fewer services beside the release',
      release({ fence: '2026.05', wts: '2026.05' }),
      release({ wts: '2026.05' }),
    ],
    [
      'a service beside the release that comes nearer',
      release({ fence: '2026.05' }),
      release({ fence: '2026.06' }),
    ],
    [
      'fewer services with one replica',
      PDB,
      `${PDB}fence: { replicaCount: 2 }`,
    ],
    [
      'one of two mock log-ins gone',
      'fence: { FENCE_CONFIG: { MOCK_AUTH: true, MOCK_GOOGLE_AUTH: true } }',
      'fence: { FENCE_CONFIG: { MOCK_GOOGLE_AUTH: true } }',
    ],
    [
      'one of two services without a host of its database gone',
      'global: { dev: false }',
      'global: { dev: false }\nfence: { postgres: { host: db.example.org } }',
    ],
    [
      'fewer secrets by names of the chart',
      SECRETS,
      `${SECRETS}audit: { externalSecrets: { dbcreds: heart-audit } }`,
    ],
    [
      'a secret that moved to another line',
      'fence: { x: "a\\nb\\npassword: \'hunter2secret!\'" }',
      'fence: { x: "a\\npassword: \'hunter2secret!\'" }',
    ],
  ])('takes %s for nothing new', (_, before, after) => {
    expect(brings(before, after)).toEqual([]);
  });

  it.each([
    [
      'one more moving tag',
      release({ wts: 'master' }),
      release({ fence: 'master', wts: 'master' }),
      ['moving-tags: error'],
    ],
    [
      'another moving tag',
      release({ wts: 'master' }),
      release({ wts: 'develop' }),
      ['moving-tags: error'],
    ],
    [
      'one more service beside the release',
      release({ wts: '2026.05' }),
      release({ fence: '2026.05', wts: '2026.05' }),
      ['mixed-releases: warning'],
    ],
    [
      'one more service with one replica',
      `${PDB}fence: { replicaCount: 2 }`,
      PDB,
      ['pdb-replicas: info'],
    ],
    [
      'one more secret by a name of the chart',
      `${SECRETS}audit: { externalSecrets: { dbcreds: heart-audit } }`,
      SECRETS,
      ['secrets-shared: warning'],
    ],
    [
      'one more secret in the same text',
      'fence: { x: "a\\npassword: \'hunter2secret!\'" }',
      "fence: { x: \"password: 'hunter3secret!'\\npassword: 'hunter2secret!'\" }",
      ['secrets-inline: error'],
    ],
  ])('finds %s', (_, before, after, found) => {
    expect(brings(before, after)).toEqual(found);
  });

  it('finds what got worse, and not what got better', () => {
    const mild = ask(tags({ fence: 'master' }), 'staging');
    const bad = ask(tags({ fence: 'master' }), 'production');
    const idsOf = (found: ReturnType<typeof findNew>) =>
      found.map(({ id }) => id);
    expect(idsOf(findNew(mild, bad))).toContain('moving-tags');
    expect(idsOf(findNew(bad, mild))).not.toContain('moving-tags');
  });
});
