import { readMeshMembers } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { hasService } from '../hasService';
import { searchEngineProblems } from '../searchEngineProblems';
import type { CheckInput, PreflightCheck, Problem } from '../types';
import { isMap, isSet, valueAt } from '../valueAt';

const CONFIG = 'metadata.aggMdsConfig';

/** Kinds of members (`metadata-service:src/mds/agg_mds/commons.py`), which cannot be read without these two. */
const KINDS = ['gen3_commons', 'adapter_commons'];
const NEEDED = ['mds_url', 'commons_url'];

const configSchema = z.record(z.string(), z.json());

const ONLY_EXAMPLE: Problem = {
  severity: 'warning',
  key: CONFIG,
  what: `metadata aggregates, and ${CONFIG} is not set`,
  why: "The chart's example applies: the commons shows the studies of Gen3's public data hub, gen3.datacommons.io, as its mesh.",
  fix: `Set ${CONFIG} to JSON text that lists the members of your mesh`,
};

const NO_MEMBERS: Problem = {
  severity: 'warning',
  key: CONFIG,
  what: `${CONFIG} lists no member`,
  why: 'The hub has nothing to show.',
  fix: `List the members of the mesh in gen3_commons or adapter_commons of ${CONFIG}, each with mds_url and commons_url`,
};

/** The template indents it as text, which fails with anything else (`gen3-helm:helm/metadata/templates/agg-mds-sync.yaml`). */
const NO_TEXT: Problem = {
  severity: 'error',
  key: CONFIG,
  what: `${CONFIG} is no text`,
  why: 'The chart cannot be rendered with it, so the commons is not installed.',
  fix: `Write ${CONFIG} as JSON in a block of text (aggMdsConfig: |)`,
};

/**
 * A hub of a mesh: metadata aggregates what its members have, in a search engine (`gen3-helm:helm/metadata/templates/agg-mds-sync.yaml`,
 * `metadata-service:docs/config_agg_mds.md`).
 */
export const aggregateMetadata: PreflightCheck = {
  id: 'aggregate-metadata',
  title: 'The mesh that metadata aggregates can be read',
  run(input) {
    const { subject } = input;
    const flag = valueAt(subject.values, 'metadata.useAggMds');
    const isOn = String(flag ?? false).toLocaleLowerCase('en-US') === 'true';
    if (!isOn || !hasService(subject, 'metadata')) return 'not-applicable';
    const engine = searchEngineProblems(subject, {
      service: 'metadata',
      key: 'metadata.esEndpoint',
      fallback: 'http://gen3-elasticsearch-master:9200',
    });
    const { problems, members = [] } = findInConfig(input);
    const found = [...engine, ...problems];
    const { members: known } = input.facts;
    if (members.length === 0) return found;
    return known.known
      ? [...found, ...strangers(members, known.value)]
      : { problems: found, notRun: known.why };
  },
};

/** What is wrong with the configuration itself, and the hostnames in one that can be read. */
function findInConfig({ subject: { values, hostname } }: CheckInput): {
  problems: Problem[];
  members?: string[];
} {
  if (!isSet(values, CONFIG)) return { problems: [ONLY_EXAMPLE] };
  const config = valueAt(values, CONFIG);
  if (typeof config !== 'string') return { problems: [NO_TEXT] };
  const { findings, meshMembers } = readMeshMembers(config, {
    key: CONFIG,
    hostname,
  });
  if (findings.length > 0) {
    const problems = findings.map(({ message, fix, key }) => ({
      severity: 'error' as const,
      key,
      what: message,
      why: 'metadata-aggregate-sync fails, so the mesh stays empty.',
      fix,
    }));
    return { problems };
  }
  const members = membersOf(configSchema.parse(JSON.parse(config)));
  return members.length === 0
    ? { problems: [NO_MEMBERS] }
    : { problems: members.flatMap(lacking), members: meshMembers };
}

interface Member {
  path: string;
  settings: JsonObject;
}

function membersOf(config: JsonObject): Member[] {
  return KINDS.flatMap(kind => {
    const members = config[kind];
    if (!isMap(members)) return [];
    return Object.entries(members).flatMap(([name, settings]) =>
      isMap(settings) ? [{ path: `${CONFIG}.${kind}.${name}`, settings }] : [],
    );
  });
}

function lacking({ path, settings }: Member): Problem[] {
  const missing = NEEDED.filter(key => typeof settings[key] !== 'string');
  if (missing.length === 0) return [];
  return [
    {
      severity: 'error',
      key: path,
      what: `${path} has no ${missing.join(' and no ')}`,
      why: 'metadata-aggregate-sync cannot read the list of members without it, so the mesh stays empty.',
      fix: `Give it ${missing.join(' and ')}, e.g. https://heart.example.org`,
      about: missing.map(key => `${path}.${key}`),
    },
  ];
}

/** A member may belong to somebody else, so one that the catalog does not have is no mistake. */
function strangers(members: string[], known: string[]): Problem[] {
  const unknown = members.filter(member => !known.includes(member));
  if (unknown.length === 0) return [];
  return [
    {
      severity: 'info',
      key: CONFIG,
      what: `The catalog does not have these members of the mesh: ${unknown.join(
        ', ',
      )}`,
      why: 'The portal shows no health of them, and the mesh without them.',
      fix: 'Check their names, or add their source to the portal; members of others need nothing',
      about: unknown,
    },
  ];
}
