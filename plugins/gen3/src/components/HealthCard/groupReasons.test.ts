import { JourneyHealth } from '@gen3-csoc/backstage-plugin-gen3-common';
import { groupReasons } from './groupReasons';

const journey = (
  title: string,
  reason: string,
  status: JourneyHealth['status'] = 'down',
): JourneyHealth => ({ id: 'login', title, status, reason, because: [] });

describe('Reasons of journeys', () => {
  it('are said once for all journeys that share them', () => {
    expect(
      groupReasons([
        journey('Log in', 'Log-in is down: fence answers 500'),
        journey('Search', 'Search works', 'up'),
        journey('Download', 'Download is down: fence answers 500'),
        journey('Workspace', 'Workspace is degraded: wts: slow', 'degraded'),
      ]),
    ).toEqual([
      { titles: ['Log in', 'Download'], reason: 'fence answers 500' },
      { titles: ['Workspace'], reason: 'wts: slow' },
    ]);
  });

  it('keep a reason that does not name its journey', () => {
    expect(groupReasons([journey('Submit', 'Nobody knows')])).toEqual([
      { titles: ['Submit'], reason: 'Nobody knows' },
    ]);
  });
});
