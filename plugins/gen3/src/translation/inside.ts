/** Words that the tabs of the inside share. */
export const insideMessages = {
  stillWorks:
    'The health card on the overview still shows what was found before.',
  notConnected: 'No cluster is connected to this commons.',
  connect:
    'To see what runs there, both its cluster and its namespace have to be named, on its entity or in its source, and the cluster in Backstage’s config under the same name. Which of it is missing, the health card says on its last lines.',
  guide: 'How to connect a cluster',
  unreadable: 'Could not be read:',
  nothingRead: 'What is there could not be read, so nothing is known of it.',
  unreadableKind: '{{kind}}: {{reason}}',
  where: 'Cluster {{cluster}}, namespace {{namespace}}, read {{age}}',
  kubernetes: 'Logs and YAML in the Kubernetes tab',
  column: {
    status: 'Status',
    details: 'Details',
  },
  unknownService: 'no Gen3 service',
} as const;

/** Words of the tab Workloads. */
export const workloadsMessages = {
  title: 'Workloads',
  loading: 'Loading workloads',
  what: 'What runs in the cluster',
  label: 'Workloads of this commons, worst first',
  none: 'The namespace has no Deployment and no StatefulSet, and none is expected.',
  detailsOf: 'Details of {{workload}}',
  replicas: '{{ready}} of {{wanted}} ready',
  notDeclared: '{{service}}, not declared for this commons',
  scales: 'scales {{min}} to {{max}}',
  autoscaling: 'Autoscaling {{problem}}.',
  missing: 'not in the namespace',
  driftTags: 'git says {{tag}}',
  noTag: 'no tag',
  nothingWrong: 'Nothing is wrong with it.',
  noEvents: 'No events within the time that the cluster keeps them.',
  event: '{{object}}: {{reason}}: {{message}}',
  times: '{{times}} times',
  column: {
    workload: 'Workload',
    replicas: 'Replicas',
    tag: 'Running tag',
    restarts: 'Restarts',
    age: 'Age',
    why: 'Why',
  },
} as const;

/** Words of the tab Jobs. */
export const jobsMessages = {
  title: 'Jobs',
  loading: 'Loading jobs',
  what: 'What the jobs did',
  label: 'Jobs of this commons, worst first',
  none: 'The namespace has no CronJob and no Job.',
  detailsOf: 'Runs of {{job}}',
  needed: '(needed)',
  byHand: 'by hand only',
  once: 'once',
  zone: '{{schedule}} ({{zone}})',
  noRuns: 'The cluster keeps no run of it.',
  took: 'took {{duration}}',
  runState: {
    running: 'running',
    succeeded: 'succeeded',
    failed: 'failed',
    unknown: 'state not known',
  },
  column: {
    job: 'Job',
    schedule: 'Schedule',
    lastSuccess: 'Last success',
    next: 'Next run',
    why: 'Why',
  },
} as const;
