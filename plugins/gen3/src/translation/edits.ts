/** Words of the menu of a commons with what can be proposed about it. */
export const editsMessages = {
  upgrade: 'Upgrade',
  maintenance: 'Maintenance mode',
  scale: 'Scale',
  retire: 'Retire',
  refused:
    '{{edit}}: source {{source}} takes no changes. It has to be of type gitops, and the host of its repository in "integrations".',
} as const;
