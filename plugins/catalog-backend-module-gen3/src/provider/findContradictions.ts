import { Finding } from '@gen3-csoc/backstage-plugin-gen3-common';
import { ConfiguredCommons } from './applySourceConfig';
import { areClustersDifferent, clusterOf } from './areClustersDifferent';

/** A commons in the words of one source. */
interface Statement {
  sourceId: string;
  commons: ConfiguredCommons;
}

/** Facts that two sources may both state, with their words for people. */
const COMPARED = [
  { key: 'baseUrl', word: 'base URL' },
  { key: 'relationship', word: 'relationship' },
  { key: 'flavour', word: 'flavour' },
  { key: 'environment', word: 'environment' },
  { key: 'dictionaryUrl', word: 'dictionary' },
  { key: 'namespace', word: 'namespace' },
] as const;

/** Image tags that one finding names; two sources of different age differ in most of them. */
const MAX_TAGS_NAMED = 2;

/** Where the second source contradicts the first, which is listed before it and therefore right. Pure. */
export function findContradictions(options: {
  owner: Statement;
  other: Statement;
}): Finding[] {
  const { owner, other } = options;
  const facts = COMPARED.flatMap(({ key, word }) => {
    const ours = owner.commons[key];
    const theirs = other.commons[key];
    return ours === undefined || theirs === undefined || ours === theirs
      ? []
      : [`${word} is "${theirs}" here and "${ours}" there`];
  });
  const clusters = compareClusters(owner, other);
  const differences = [
    ...facts,
    ...clusters.differences,
    ...compareServices(owner, other),
  ];
  if (differences.length === 0) {
    return [];
  }
  return [
    {
      severity: 'warning',
      code: 'sources-disagree',
      message: `"${owner.commons.hostname}" is also described by source "${
        owner.sourceId
      }", which is listed first and wins: ${differences.join('; ')}`,
      fix: [howToAgree(owner, other), ...clusters.hints].join(' '),
    },
  ];
}

/** A cluster comes after all that declare, wherever it is listed. */
function howToAgree(owner: Statement, other: Statement): string {
  return other.commons.provenance.repo === 'cluster' &&
    owner.commons.provenance.repo !== 'cluster'
    ? 'Have what is declared deployed, or declare what runs.'
    : `Correct one of the two, or list "${other.sourceId}" before "${owner.sourceId}".`;
}

/** By the names that Backstage has for clusters, where sources map theirs. */
function compareClusters(
  owner: Statement,
  other: Statement,
): { differences: string[]; hints: string[] } {
  if (!areClustersDifferent(owner.commons, other.commons)) {
    return { differences: [], hints: [] };
  }
  const ours = clusterOf(owner.commons);
  const theirs = clusterOf(other.commons);
  return {
    differences: [`cluster is "${theirs}" here and "${ours}" there`],
    hints: [
      'Where both names mean one cluster, map them with "clusters" of the source that has a name of its own for it.',
    ],
  };
}

function compareServices(owner: Statement, other: Statement): string[] {
  const ours = new Map(owner.commons.services.map(s => [s.name, s.imageTag]));
  const theirs = new Map(other.commons.services.map(s => [s.name, s.imageTag]));
  if (ours.size === 0 || theirs.size === 0) {
    return [];
  }
  const onlyHere = [...theirs.keys()].filter(name => !ours.has(name));
  const onlyThere = [...ours.keys()].filter(name => !theirs.has(name));
  const tags = [...theirs].filter(([name, tag]) => {
    const own = ours.get(name);
    return tag !== undefined && own !== undefined && tag !== own;
  });
  return [
    ...(onlyHere.length > 0 ? [`only here: ${onlyHere.join(', ')}`] : []),
    ...(onlyThere.length > 0 ? [`only there: ${onlyThere.join(', ')}`] : []),
    ...tags
      .slice(0, MAX_TAGS_NAMED)
      .map(
        ([name, tag]) =>
          `image tag of ${name} is "${tag}" here and "${ours.get(name)}" there`,
      ),
    ...(tags.length > MAX_TAGS_NAMED
      ? [`and ${tags.length - MAX_TAGS_NAMED} more image tags differ`]
      : []),
  ];
}
