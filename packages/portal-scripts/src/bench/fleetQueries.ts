/** Columns that `/fleet` sorts by. */
const SORTS = [
  'attention',
  'name',
  'score',
  'release',
  'tier',
  'owner',
  'source',
  'since',
  'age',
];

/** Pages that are followed of a list of the whole fleet, and of a part of it. */
const PAGES_OF_ALL = 15;
const PAGES_OF_SOME = 4;

/** One list that is asked for, page by page. */
export interface FleetQuery {
  query: string;
  /** How many pages at most. */
  pages: number;
  /** What it must find, so that nothing but what was meant is measured. */
  matches: 'all' | 'some';
}

/** Every sort in both orders, every filter alone, some together, and searches. */
export function fleetQueries(values: {
  sources: string[];
  tiers: string[];
  releases: string[];
  ownerOf: (index: number) => string;
}): FleetQuery[] {
  const { sources, tiers, releases, ownerOf } = values;
  const sorted = SORTS.flatMap(sort => [
    `sort=${sort}&order=asc`,
    `sort=${sort}&order=desc`,
  ]);
  const filtered = [
    ...sources.map(source => `source=${source}`),
    ...tiers.map(tier => `tier=${tier}&sort=name`),
    ...releases.map(release => `release=${release}`),
    ...[0, 7, 19].map(index => `owner=${encodeURIComponent(ownerOf(index))}`),
    'status=down',
    'status=degraded&sort=score',
    `status=up&source=${sources[0]}&sort=owner`,
    `cause=certificate-ends-soon&tier=${tiers[0]}&tier=${tiers[1]}&sort=release&order=desc`,
  ];
  const searches = ['commons', 'example', '42', 'commons north', 'fence'];
  return [
    ...sorted.map(query => ({
      query,
      pages: PAGES_OF_ALL,
      matches: 'all' as const,
    })),
    ...[
      ...filtered,
      ...searches.map(text => `q=${encodeURIComponent(text)}`),
      `q=commons&source=${sources[1]}&sort=tier`,
    ].map(query => ({
      query,
      pages: PAGES_OF_SOME,
      matches: 'some' as const,
    })),
  ];
}
