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
  review: {
    badKind:
      'The template asks for a review of the kind "{{kind}}", which there is not: set "ui:options.kind" to one of {{kinds}}.',
    noKind: 'none',
    changes: 'Changes',
    checked: '{{done}} of {{all}} changes checked',
    errors_one: '{{amount}} error',
    errors_other: '{{amount}} errors',
    warnings_one: '{{amount}} warning',
    warnings_other: '{{amount}} warnings',
    unanswered_one: '{{amount}} without a reason',
    unanswered_other: '{{amount}} without a reason',
    refused: 'cannot be proposed',
    notChecked: 'could not be checked',
    of: '{{hostname}}: {{problem}}',
    forAll_one: 'Use this reason for {{amount}} other commons that has it',
    forAll_other: 'Use this reason for {{amount}} other commons that have it',
    leftovers_one: 'What stays behind ({{amount}})',
    leftovers_other: 'What stays behind ({{amount}})',
  },
} as const;
