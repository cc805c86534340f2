/** Words of the services card of a commons. */
export const servicesMessages = {
  title: 'Services',
  loading: 'Loading services',
  status: 'The status of services',
  stillWorks: 'The relations card still names the services.',
  none: 'This commons has no service switched on, or its source does not say which: see its findings on the Sources page.',
  critical: '(critical)',
  chartDefault: 'chart’s default',
  table: {
    label: 'Services of this commons, worst first',
    evidenceFor: 'Evidence for {{service}}',
    column: {
      status: 'Status',
      service: 'Service',
      tag: 'Tag',
      why: 'Why',
      since: 'Since',
      evidence: 'Evidence',
    },
  },
} as const;

/** Words of the health card of one service. */
export const serviceHealthMessages = {
  title: 'Health',
  loading: 'Loading health',
  stillWorks: 'The service itself is not affected.',
  partOf: 'Part of {{commons}}',
  noCommons:
    'This service belongs to no commons in the catalog. Set {{system}} to the commons’ System and the annotation {{annotation}}.',
  notRecorded:
    'Nothing is recorded of {{service}}: the commons does not have it switched on.',
  since: 'for {{age}}',
  journeys: 'Journeys that need it: {{journeys}}',
  critical: 'Critical: without it the commons is down.',
  tag: 'Tag in git: {{tag}}',
} as const;
