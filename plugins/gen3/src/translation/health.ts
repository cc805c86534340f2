/** Words of the health card of a commons. */
export const healthMessages = {
  title: 'Health',
  loading: 'Loading health',
  stillWorks:
    'The commons itself is not affected; what the catalog says of it below still holds.',
  change: 'A change of this commons is {{state}}: {{change}}',
  headline: {
    nothingWrong: 'Nothing is wrong with what was asked.',
    insideUnseen:
      'Nothing is wrong with what users get. What its cluster says is not known: the last lines say why.',
    since: 'since {{clock}} ({{age}})',
    probingOff:
      'Probing is off: the portal does not ask this commons anything. Set the annotation {{annotation}}, or {{setting}} in its source, when its operators agree.',
    stale:
      'Old data: the newest answer came {{age}}. Nobody knows how the commons is now.',
    whatToDo: 'What to do:',
  },
  owner: {
    owner: 'owner {{owner}}',
    unknown: 'unknown',
  },
  score: {
    none: 'No score: too little is known.',
    score: 'Score {{value}}',
    ofAll: '{{score}} of 100',
    reasons: 'What the score is made of',
  },
  journeys: {
    title: 'Journeys',
    why: 'Why journeys are not up',
    trouble: '{{journeys}}: {{reason}}',
  },
  services: {
    title: 'Services',
  },
  checks: {
    title: 'Checks',
    validUntil: '(valid until {{date}})',
    issuedBy: ', issued by {{issuer}}',
    check: {
      tls: 'Certificate',
      issuer: 'Issuer of tokens',
      maintenance: 'Maintenance mode',
      argocd: 'Argo CD',
      externalSecrets: 'Secrets',
      ingress: 'Ingress',
      volumes: 'Storage',
      quota: 'Quota',
      nodes: 'Nodes',
      pods: 'Other pods',
      networkPolicies: 'Network policies',
    },
  },
  recently: {
    title: 'Recently',
    label: 'Recent changes of status',
    change: '{{age}}: {{status}} {{what}}',
  },
  layers: {
    title: 'Layers',
    layer: { outside: 'outside', inside: 'inside', git: 'git' },
    connected: 'connected',
    notAsked: 'connected, and not asked yet',
    off: 'off',
    missing: 'not connected',
    failing: 'tells nothing',
    failingFor: 'tells nothing for {{age}}',
    partial: 'Not all of it can be read: {{hint}}',
    howToConnect: 'How to connect {{layer}}',
  },
  freshness: {
    refresh: 'Refresh',
    roundFailed: 'The last round could not be carried out: {{message}}',
    refused: 'The refresh was refused: {{message}}',
  },
  git: {
    title: 'From its sources',
    unknown: 'What sources say of this commons is not known: {{message}}',
    quarantined: 'Quarantined:',
    unread: '{{member}} of source {{source}} cannot be read since {{age}}.',
    served: 'Its last good entities are still served.',
    notServed: 'It adds nothing to what you see here.',
    findings: 'Findings',
    finding: '{{severity}} in {{member}} of source {{source}}',
    more_one: '{{amount}} more on the Sources page',
    more_other: '{{amount}} more on the Sources page',
    allSources: 'See all sources',
  },
} as const;
