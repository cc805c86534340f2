/** Words of the menu of a commons with what can be proposed about it. */
export const editsMessages = {
  upgrade: 'Upgrade',
  maintenance: 'Maintenance mode',
  scale: 'Scale',
  retire: 'Retire',
};
