/** Words of the tab Deployment. */
export const deploymentMessages = {
  argocd: {
    title: 'Argo CD',
    loading: 'Loading what Argo CD deploys',
    what: 'What Argo CD deploys',
    says: 'Argo CD {{reason}}.',
    connect:
      'Check that the Application’s destination is the namespace of this commons, and the cluster that Argo CD runs in. The portal does not look into the Argo CD of another cluster: when that one deploys this commons, look there.',
    open: 'Open in Argo CD',
    old: 'Argo CD looked {{age}} the last time: what it says may be old. Look whether its application controller runs.',
    fact: {
      sync: 'Sync',
      health: 'Health',
      operation: 'Last sync',
      reconciled: 'Argo CD looked',
    },
    notSaid: 'not said',
    took: 'took {{duration}}',
    sources: 'What it is made of',
    at: 'at {{revision}}',
    deployed: 'deployed {{commit}}',
    compared: 'git has {{commit}}',
    conditions: 'What Argo CD complains of',
    condition: '{{type}}: {{message}}',
  },
  objects: {
    title: 'Out of sync or not healthy',
    label: 'Objects of {{application}} that are out of sync or not healthy',
    none: 'Every object is as git says, and healthy.',
    notNamed:
      'Argo CD does not say here which object it is: open the Application in Argo CD.',
    more: 'These are {{shown}} of {{total}}: see all in Argo CD.',
    column: {
      kind: 'Kind',
      name: 'Name',
      sync: 'Sync',
      health: 'Health',
      message: 'Message',
    },
  },
  commits: {
    title: 'Recent changes',
    loading: 'Loading commits',
    what: 'The recent changes in git',
    stillWorks: 'What Argo CD says does not depend on it.',
    label: 'Commits of this commons, newest first',
    none: 'No commit touches what declares this commons, as far back as the portal looks.',
    notInGit:
      'No source found this commons in git, so there are no commits to show. Declare it in a repository that one of your sources reads.',
    guide: 'How to add a source',
    notSupported:
      'The portal cannot list commits of this host. Look at its own page, or set “reader: git” at the source.',
    history: 'See the whole history',
    where: '{{paths}} in {{repo}}, {{branch}}, read {{age}}',
    wholeRepository: 'Everything',
    branch: 'branch {{branch}}',
    defaultBranch: 'default branch',
    mark: {
      deployed: 'deployed',
      pending: 'not deployed yet',
    },
    unmarked: {
      unknown:
        'Which of these are deployed is not known: Argo CD does not say what it deployed.',
      elsewhere:
        'Which of these are deployed is not known: what Argo CD deployed ({{commits}}) is not in the recent history of this repository.',
      unread:
        'Which of these are deployed is not known: the repository could not be asked what {{commits}} contains. The portal asks again within a minute.',
    },
    column: {
      commit: 'Commit',
      subject: 'Change',
      author: 'Author',
      age: 'When',
      deployed: 'Deployed',
    },
  },
} as const;
