/** Words of the clusters page. */
export const clustersMessages = {
  title: 'Clusters',
  loading: 'Asking clusters',
  label: 'Clusters, worst first',
  reachability: {
    unreachable: 'unreachable',
    unknown: 'unknown',
    partlyReadable: 'readable in part',
    reachable: 'reachable',
  },
  column: {
    status: 'Status',
    cluster: 'Cluster',
    why: 'Why',
    version: 'Kubernetes',
    nodes: 'Nodes',
    latency: 'Latency',
    read: 'Read',
    commons: 'Commons',
    details: 'Details',
  },
  kubernetes: 'Kubernetes {{version}}',
  ofKubelets: '{{version}} (kubelets)',
  ready: '{{ready}} of {{total}} ready',
  nodes: '{{ready}} of {{total}} nodes ready',
  milliseconds: '{{amount}} ms',
  readAge: 'read {{age}}',
  noCommons: 'no commons',
  notKnown: 'not known',
  notReadable: 'cannot be read: {{kinds}}',
  details: {
    of: 'Details of {{cluster}}',
    notReadable: 'Could not be read',
    kind: '{{kind}}: {{reason}}',
    notServed: 'Not served, because no such add-on is installed: {{kinds}}',
    allReadable: 'Everything that the portal looks at can be read.',
    noNamespace:
      'Only what belongs to the whole cluster was looked at, because no commons names a namespace there.',
    latency:
      'Latency is the time of one request for the version, through Backstage.',
    notAsked: 'Nothing more is known while it does not answer.',
    more_one: 'and {{amount}} more',
    more_other: 'and {{amount}} more',
    guide: 'Rights that the portal needs',
  },
  worstFirst: 'Put the worst first again',
  shown: '{{shown}} of {{total}} clusters',
  more: 'Show more clusters',
  failure: {
    what: 'The state of clusters',
    stillWorks:
      'The fleet still shows what was found before, and what commons answer from outside.',
  },
  empty: {
    title: 'No cluster is connected',
    text: 'This page shows each cluster that Backstage knows: whether it answers, its version and nodes, and what the portal may not read. Name clusters in {{file}}:',
    annotations:
      'Sources that read git then connect their commons by themselves. On an entity that is written by hand, name cluster and namespace:',
    guide: 'How to connect a cluster',
  },
} as const;
