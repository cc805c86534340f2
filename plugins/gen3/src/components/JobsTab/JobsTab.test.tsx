import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { JobsResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { commonsEntity } from '../../__testUtils__/entities';
import { minutesAgo } from '../../__testUtils__/fixtures';
import { job, jobsResponse } from '../../__testUtils__/insideFixtures';
import { narrowScreen, widenScreen } from '../../__testUtils__/narrowScreen';
import { renderLegacyApp } from '../../__testUtils__/renderLegacyApp';
import { EntityGen3JobsContent } from '../../legacy';

const URL = '*/api/gen3/commons/default/heart.example/jobs';

const server = setupServer();
registerMswTestHooks(server);
afterEach(widenScreen);

const show = (answer: JobsResponse) => {
  server.use(http.get(URL, () => HttpResponse.json(answer)));
  renderLegacyApp({
    path: '/catalog/default/system/heart.example',
    entityPage: (
      <EntityProvider entity={commonsEntity}>
        <EntityGen3JobsContent />
      </EntityProvider>
    ),
  });
};

const rows = async () => {
  const table = await screen.findByRole('table', { name: /worst first/ });
  return within(table).getAllByRole('row').slice(1);
};

describe('Jobs of a commons', () => {
  it('says when each ran last and runs next, in local time and UTC', async () => {
    const nextRunAt = new Date(Date.now() + 20.5 * 60_000).toISOString();
    show(jobsResponse({ jobs: [job({ nextRunAt })] }));
    const [usersync] = await rows();
    expect(usersync).toHaveTextContent('usersync (needed)');
    expect(usersync).toHaveTextContent('*/30 * * * * (UTC)');
    expect(usersync).toHaveTextContent('10 min ago');
    expect(usersync).toHaveTextContent('in 20 min');
    expect(usersync).toHaveTextContent(nextRunAt);
  });

  it('opens to its runs, with how long each took and why one failed', async () => {
    show(
      jobsResponse({
        jobs: [
          job({
            outcome: 'degraded',
            reason: 'needs usersync, whose last run failed 3 min ago',
            advice: 'Read the log of the last run of the job of fence.',
            runs: [
              {
                name: 'usersync-2',
                state: 'failed',
                endedAt: minutesAgo(3),
                message: 'Job has reached the specified backoff limit',
              },
              {
                name: 'usersync-1',
                state: 'succeeded',
                endedAt: minutesAgo(33),
                durationMs: 95_000,
              },
            ],
          }),
        ],
      }),
    );
    const [usersync] = await rows();
    expect(usersync).toHaveTextContent('whose last run failed 3 min ago');
    await userEvent.click(
      screen.getByRole('button', { name: 'Runs of usersync' }),
    );
    const [failed, succeeded] = screen.getAllByRole('listitem');
    expect(failed).toHaveTextContent(
      'usersync-2 failed 3 min ago: Job has reached the specified backoff limit',
    );
    expect(succeeded).toHaveTextContent(
      'usersync-1 succeeded 33 min ago, took',
    );
    expect(
      screen.getByText(/Read the log of the last run/),
    ).toBeInTheDocument();
  });

  it('tells jobs that run by hand, and those that run once', async () => {
    show(
      jobsResponse({
        jobs: [
          job({ name: 'etl-cronjob', byHand: true, nextRunAt: undefined }),
          job({ name: 'indexd-userdb', kind: 'Job', needed: false, runs: [] }),
        ],
      }),
    );
    const [etl, userdb] = await rows();
    expect(etl).toHaveTextContent('by hand only');
    expect(userdb).toHaveTextContent('once');
    expect(userdb).not.toHaveTextContent('(needed)');
  });

  it('says that a namespace has none', async () => {
    show(jobsResponse({ jobs: [] }));
    expect(
      await screen.findByText('The namespace has no CronJob and no Job.'),
    ).toBeInTheDocument();
  });

  it('does not say so of one that could not be read', async () => {
    show(
      jobsResponse({
        jobs: [],
        unreadable: [{ kind: 'jobs', reason: 'the connection was reset' }],
      }),
    );
    expect(
      await screen.findByText(/could not be read, so nothing is known/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/has no CronJob/)).not.toBeInTheDocument();
  });

  it('puts all in one cell on a phone', async () => {
    narrowScreen();
    const nextRunAt = new Date(Date.now() + 20.5 * 60_000).toISOString();
    show(jobsResponse({ jobs: [job({ nextRunAt })] }));
    const [usersync] = await rows();
    expect(within(usersync).getAllByRole('cell')).toHaveLength(3);
    expect(usersync).toHaveTextContent('Last success: 10 min ago');
    // Which nobody could read on a phone.
    expect(usersync).toHaveTextContent(/Next run: in 20 min.*UTC/);
  });
});
