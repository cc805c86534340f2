/** Words of the sources page. */
export const sourcesMessages = {
  title: 'Sources',
  loading: 'Loading sources',
  state: {
    failed: 'failed',
    held: 'held back',
    neverRun: 'never run',
    unread: 'not read for {{duration}}',
    quarantine: 'ok, with quarantine',
    ok: 'ok',
  },
  failure: {
    what: 'The state of sources',
    stillWorks:
      'What sources found before stays in the fleet and in the catalog; whether it is still current cannot be seen here.',
  },
  openApi: {
    label: 'OpenAPI:',
    fleet: 'fleet and health',
    sources: 'sources',
    failed: '{{document}}: failed, try again',
  },
  totals: {
    worstFirst: 'Put the worst first again',
    down: '{{amount}} failed',
    degraded: '{{amount}} held back or with quarantine',
    unknown: '{{amount}} not read',
    maintenance: '{{amount}} in maintenance',
    up: '{{amount}} ok',
  },
  source: {
    label: 'Source {{source}}',
    kind: '{{type}}, {{relationship}}',
    readNow: 'Read now',
    reading: 'Reading',
    refused: 'The refresh was refused: {{message}}',
  },
  facts: {
    lastGood: 'Last good',
    lastTry: 'Last try',
    next: 'Next',
    readingNow: 'reading now',
    found: 'Found',
    quarantined: 'Quarantined',
    heldBack: 'Held back',
    commit: 'Commit',
  },
  lastTry: {
    failed: 'The last try failed:',
    neverRead:
      'It has never been read, so none of its commons are in the catalog. Its config is under {{key}}.',
    foundNothing: 'Its last good reading found no commons.',
    served_one:
      'What its last good reading found, {{amount}} commons, is still served.',
    served_other:
      'What its last good reading found, {{amount}} commons, is still served.',
  },
  held: {
    title: 'Held back',
    text: '{{title}} since {{age}}: {{drop}} Nothing is dropped until somebody confirms it.',
    tooMany:
      'this run would drop {{amount}} of {{commons}}, more than {{percent}}%.',
    all: 'this run would drop all {{commons}}.',
    unconfirmed:
      'this run would drop {{amount}} of {{commons}}, which were held back before and not confirmed.',
    review: 'Review the drop',
  },
  drop: {
    title: 'Drop {{commons}} of {{source}}?',
    explanation:
      'The source no longer declares these commons. They leave the catalog and the fleet with their services:',
    refused: 'Nothing was dropped: {{message}}',
    keep: 'Keep them',
    close: 'Close',
    confirm: 'Drop {{commons}}',
  },
  needsPermission: {
    read: 'To read it now you need the permission {{permission}}',
    drop: 'To drop them you need the permission {{permission}}',
  },
  quarantine: {
    label: 'Quarantined',
    title: 'Quarantined ({{amount}})',
    unread: '{{member}} cannot be read since {{age}}.',
    served: 'Its last good entities are still served.',
    leftOut: '{{member}} is left out since {{age}}.',
    leftOutHostname:
      '{{member}} names {{hostname}} and is left out since {{age}}.',
    notServed: 'It adds nothing to the catalog.',
    cluster: 'Not all of cluster {{member}} can be read since {{age}}.',
    clusterServed:
      'Commons there that could be read are served, and none counts as gone.',
  },
  findings: {
    label: 'Findings',
    title: 'Findings ({{amount}})',
    finding: '{{severity}} in {{member}}',
  },
  folded: {
    worst:
      'These are the worst {{shown}} of {{total}}; mend them, and the next ones show.',
    fewer: 'Show fewer',
    all: 'Show all {{amount}}',
    these: 'Show these {{amount}}',
  },
  empty: {
    title: 'No source configured',
    text: 'A source is a place that commons are discovered from: a GitOps repository with Argo CD Applications, a repository of cloud-automation manifests, the clusters themselves, or a list in config. This page says what each one found and what could not be read. Add one to {{file}}:',
  },
} as const;
