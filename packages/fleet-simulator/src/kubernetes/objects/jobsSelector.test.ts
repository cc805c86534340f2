import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  askList,
  createClusterCommons,
  createClusters,
} from '../../__testUtils__/askCluster';
import { allServiceNames } from '../../__testUtils__/createCommons';

const clusters = createClusters({
  commons: [createClusterCommons({ services: allServiceNames() })],
});
const selector = createServiceRegistry().get('etl')?.podSelector ?? '';

const list = (path: string, query = '') =>
  askList(clusters, path.replace('/*/', '/namespaces/heart/') + query).names;
const select = (path: string) =>
  list(path, `?labelSelector=${encodeURIComponent(selector)}`);

describe('the selector that the registry has for services with only jobs', () => {
  it.each(['/apis/batch/v1/*/cronjobs', '/apis/batch/v1/*/jobs'])(
    'selects all of %s',
    path => {
      expect(select(path)).toContainEqual(expect.stringMatching(/^usersync/));
      expect(select(path)).toEqual(list(path));
    },
  );

  it.each([
    '/apis/apps/v1/*/deployments',
    '/apis/apps/v1/*/replicasets',
    '/api/v1/*/services',
  ])('selects none of %s, also where every service is on', path => {
    expect(list(path)).not.toEqual([]);
    expect(select(path)).toEqual([]);
  });
});
