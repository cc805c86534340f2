import { findDestination } from './findDestination';

const HOME = { cluster: 'east', namespace: 'heart' };

describe('findDestination', () => {
  it.each([
    ['its address there', { server: 'https://kubernetes.default.svc' }],
    ['that with a slash', { server: 'https://kubernetes.default.svc/' }],
    ['in-cluster', { name: 'in-cluster' }],
    ['the name that Backstage has for it', { name: 'east' }],
  ])('knows the cluster of the Application by %s', (_, destination) => {
    expect(
      findDestination({ ...destination, namespace: 'heart' }, 'east'),
    ).toEqual(HOME);
  });

  it('knows another cluster by its name', () => {
    expect(
      findDestination({ name: 'west', namespace: 'heart' }, 'east'),
    ).toEqual({ cluster: 'west', namespace: 'heart' });
  });

  it.each([
    [
      'a cluster by an address',
      { server: 'https://west.k8s.internal', namespace: 'heart' },
    ],
    ['no cluster', { namespace: 'heart' }],
    ['an empty name', { name: '', namespace: 'heart' }],
    ['no namespace', { name: 'in-cluster' }],
    ['nothing', {}],
  ])('cannot tell where one goes that names %s', (_, destination) => {
    expect(findDestination(destination, 'east')).toBeUndefined();
  });
});
