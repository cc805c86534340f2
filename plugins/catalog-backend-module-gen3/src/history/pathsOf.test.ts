import { pathsOf } from './pathsOf';

describe('pathsOf', () => {
  it.each([
    ['organprod/heart.example/templates/app.yaml', ['organprod/heart.example']],
    ['organprod/heart.example/app.yaml', ['organprod/heart.example']],
    ['environments/eye/templates/application.yaml', ['environments/eye']],
    ['heart.example/manifest.json', ['heart.example']],
    [
      'prod/deployments/heart.yaml',
      ['prod/deployments/heart.yaml', 'prod/gen3/heart.example'],
    ],
    ['apps/heart.yaml', ['apps/heart.yaml', 'gen3/heart.example']],
    ['app.yaml', ['']],
    ['templates/app.yaml', ['']],
  ])('takes for %s %j', (path, expected) => {
    expect(pathsOf(path, 'heart.example')).toEqual(expected);
  });
});
