import { placeOf } from './placeOf';

const own = { namespace: 'heart' };

it.each([
  ['organprod/heart.example/templates/app.yaml', own, 'organprod'],
  ['clouds/organprod/heart.example/app.yaml', own, 'organprod'],
  ['dev/deployments/heart.yaml', own, 'dev'],
  ['heart.example/app.yaml', own, undefined],
  ['environments/heart/templates/application.yaml', own, undefined],
  [
    'environments/heart/templates/application.yaml',
    { ...own, name: 'partnerprod' },
    'partnerprod',
  ],
  [
    'organprod/heart.example/app.yaml',
    { ...own, name: 'in-cluster' },
    'organprod',
  ],
])('%s to %j is in cluster %s', (path, destination, cluster) => {
  expect(placeOf({ destination }, path)).toEqual({
    namespace: 'heart',
    ...(cluster ? { cluster } : {}),
  });
});
