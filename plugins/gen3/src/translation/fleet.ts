/** Words of the fleet page. */
export const fleetMessages = {
  title: 'Fleet',
  tabTitle: '{{amount}} down · Fleet',
  loading: 'Loading the fleet',
  fleet: 'The fleet',
  summary: 'The fleet’s summary',
  stillWorks:
    'The commons themselves are not affected; the catalog can still be browsed.',
  statusAmount: '{{amount}} {{status}}',
  search: {
    label: 'Search host, title or service',
    placeholder: 'Search host, title, service ( / )',
  },
  totals: {
    commons_one: '{{amount}} commons · checked {{age}}',
    commons_other: '{{amount}} commons · checked {{age}}',
  },
  tiles: {
    label: 'Filter by status',
  },
  filters: {
    label: 'Filters',
    filterBy: 'Filter by {{filter}}',
    chosen: '{{filter}}: {{values}}',
    option: '{{value}} ({{amount}})',
    clear: 'Clear filters',
    comfortable: 'Comfortable rows',
    title: {
      tier: 'Tier',
      release: 'Release',
      mesh: 'Mesh',
      owner: 'Owner',
      source: 'Source',
      cause: 'Reason',
    },
  },
  inside: {
    mark: 'cluster: {{status}} ({{cause}})',
    none: 'no cluster connected',
  },
  table: {
    label: 'Commons, worst first unless sorted otherwise',
    column: {
      status: 'Status',
      commons: 'Commons',
      why: 'Why',
      journeys: 'Journeys',
      inside: 'Inside',
      score: 'Score',
      release: 'Release',
      since: 'Since',
      tier: 'Tier',
      owner: 'Owner',
      source: 'Source',
      age: 'Age',
    },
  },
  list: {
    label: 'Commons',
    score: 'score {{score}}',
    source: 'from {{source}}',
    checked: 'checked {{age}}',
  },
  row: {
    title: '{{title}} ({{hostname}})',
    meshRole: { hub: 'hub', node: 'node' },
    behind: 'behind the newest release in the fleet',
  },
  sort: {
    by: 'Sort by',
    reverse: 'Reverse',
  },
  order: {
    changed: 'New results change the order. Rows stay in place while you read.',
    sortAgain: 'Sort again',
  },
  pager: {
    label: 'Pages of the fleet',
    range_one: '{{first}}–{{last}} of {{amount}} commons',
    range_other: '{{first}}–{{last}} of {{amount}} commons',
    behind: '* a newer release runs elsewhere in the fleet',
    first: 'First',
    previous: 'Previous',
    next: 'Next',
    size: '{{size}} a page',
  },
  empty: {
    title: 'No commons yet',
    purpose:
      'This page shows every Gen3 data commons that the portal knows and you may see, the ones that need attention first. When others see commons here and you do not, a permission is missing: ask the owners of this portal.',
    howToFill:
      'Commons are found in sources: tell the portal where yours are declared, in its {{file}}:',
    beingRead:
      'What a source has found is here a minute or two after it was read. Its sources:',
    states: 'State of the sources',
    sources: 'More on the Sources page: {{link}}.',
    sourcesLink: 'what each source found and what it could not read',
  },
  noMatch: {
    label: 'No commons match',
    text: 'No commons match these filters.',
    clear: 'Clear filters',
  },
} as const;
