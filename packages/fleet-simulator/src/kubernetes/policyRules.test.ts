import { permits, PolicyRule } from './policyRules';

const rules: PolicyRule[] = [
  { apiGroups: [''], resources: ['pods', 'pods/log'], verbs: ['get', 'list'] },
  { apiGroups: ['apps'], resources: ['*'], verbs: ['list'] },
  {
    apiGroups: [''],
    resources: ['configmaps'],
    resourceNames: ['manifest-global'],
    verbs: ['list'],
  },
];

describe('permits', () => {
  it.each([
    [{ verb: 'list', group: '', resource: 'pods' }],
    [{ verb: 'get', group: '', resource: 'pods', subresource: 'log' }],
    [{ verb: 'list', group: 'apps', resource: 'deployments' }],
    [
      {
        verb: 'list',
        group: '',
        resource: 'configmaps',
        name: 'manifest-global',
      },
    ],
  ])('permits %p', attempt => {
    expect(permits(rules, attempt)).toBe(true);
  });

  it.each([
    ['another verb', { verb: 'delete', group: '', resource: 'pods' }],
    [
      'another group',
      { verb: 'list', group: 'metrics.k8s.io', resource: 'pods' },
    ],
    [
      'another subresource',
      { verb: 'get', group: '', resource: 'pods', subresource: 'exec' },
    ],
    [
      'a list of all where one object is named',
      { verb: 'list', group: '', resource: 'configmaps' },
    ],
    [
      'another object',
      { verb: 'list', group: '', resource: 'configmaps', name: 'other' },
    ],
  ])('does not permit %s', (_, attempt) => {
    expect(permits(rules, attempt)).toBe(false);
  });
});
