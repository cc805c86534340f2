import { deployment, pod } from './__testUtils__/kubernetesObjects';
import { selectsPod } from './selectsPod';

type Selector = Parameters<typeof selectsPod>[0]['spec'];

const selects = (selector: NonNullable<Selector>['selector']) =>
  selectsPod({ ...deployment(), spec: { selector } }, pod());

const inFence = { key: 'app', operator: 'In' as const, values: ['fence'] };

describe('selectsPod', () => {
  it('finds the pods of a workload by their labels', () => {
    const none = { matchExpressions: [] };
    expect(selects({ matchLabels: { app: 'fence' }, ...none })).toBe(true);
    expect(selects({ matchLabels: { app: 'indexd' }, ...none })).toBe(false);
  });

  it('finds those of a workload that has expressions only', () => {
    // It was said to have no pods.
    const matchLabels = {};
    expect(selects({ matchLabels, matchExpressions: [inFence] })).toBe(true);
    const others = { ...inFence, operator: 'NotIn' as const };
    expect(selects({ matchLabels, matchExpressions: [others] })).toBe(false);
  });

  it('takes no pod for that of a workload without a selector', () => {
    expect(selects(undefined)).toBe(false);
    expect(selects({ matchLabels: {}, matchExpressions: [] })).toBe(false);
  });
});
