/** Words of the fields that ask what is to be different about commons. */
export const editFieldsMessages = {
  commons: {
    label: 'Commons',
    help: 'Its hostname: one that we operate and that git declares.',
  },
  waves: {
    label: 'Commons',
    wave: 'Wave {{wave}}',
    help: 'One change for each commons. The next wave begins when all changes of the one before have succeeded.',
    add: 'Add a wave',
    remove: 'Remove wave {{wave}}',
    none: 'Choose at least one commons.',
    empty: 'Wave {{wave}} has no commons: choose one, or remove the wave.',
    twice: '"{{hostname}}" is chosen twice: leave it in one wave only.',
  },
} as const;
