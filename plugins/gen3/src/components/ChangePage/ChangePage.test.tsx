import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { ChangeDetails } from '@gen3-csoc/backstage-plugin-gen3-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { changeDetails, step } from '../../__testUtils__/changeFixtures';
import { minutesAgo } from '../../__testUtils__/fixtures';
import { renderPage } from '../../__testUtils__/renderPage';

const URL = '*/api/gen3/changes/c-1';

const server = setupServer();
registerMswTestHooks(server);

const show = (part: Partial<ChangeDetails> = {}) => {
  server.use(http.get(URL, () => HttpResponse.json(changeDetails(part))));
  renderPage('/changes/c-1');
};

const fail = (status: number, message: string) =>
  server.use(
    http.get(URL, () =>
      HttpResponse.json(
        { error: { name: 'Error', message }, response: { statusCode: status } },
        { status },
      ),
    ),
  );

const region = (name: string) => screen.findByRole('region', { name });

describe('Page of a change', () => {
  it('says where it is and since when, whose it is, and where its parts are', async () => {
    show({ url: 'https://git.example/pulls/7', host: 'gitea' });
    const head = await region('Where it is');
    expect(
      screen.getByRole('heading', { level: 1, name: 'Launch heart.example' }),
    ).toBeInTheDocument();
    expect(head).toHaveTextContent('openfor 20 min');
    expect(head).toHaveTextContent('Proposed byada');
    expect(head).toHaveTextContent('Ownerheart-team');
    expect(head).toHaveTextContent('Sourcedemo-gitops');
    expect(head).toHaveTextContent('Branchlaunch/heart.example');
    expect(head).toHaveTextContent('Commita1b2c3d4');
    expect(head).not.toHaveTextContent('Merged as');
    expect(
      within(head).getByRole('link', { name: /Look at it on gitea/ }),
    ).toHaveAttribute('href', 'https://git.example/pulls/7');
    expect(screen.getByRole('link', { name: 'All changes' })).toHaveAttribute(
      'href',
      '/changes',
    );
  });

  it.each<[Partial<ChangeDetails>, string]>([
    [{ state: 'proposing' }, 'being proposedfor 20 min'],
    [{ state: 'open' }, 'openfor 20 min'],
    [{ state: 'merged' }, 'mergedfor 4 min'],
    [
      {
        state: 'merged',
        steps: [
          step({ id: 'jobs', state: 'stuck', since: minutesAgo(33) }),
          step({ id: 'login', state: 'waiting' }),
        ],
      },
      'stuckfor 33 min',
    ],
    [
      {
        state: 'succeeded',
        endedAt: minutesAgo(7),
        mergeCommit: 'b1b2c3d4e5f60718293a4b5c6d7e8f9001122334',
      },
      'succeededended 7 min ago',
    ],
    [
      {
        state: 'failed',
        endedAt: minutesAgo(7),
        endReason: 'fence never answered',
      },
      'failedended 7 min agofence never answered.',
    ],
    [
      { state: 'abandoned', endedAt: minutesAgo(7) },
      'abandonedended 7 min ago',
    ],
  ])('stands as %j says', async (part, expected) => {
    show(part);
    expect(await region('Where it is')).toHaveTextContent(expected);
  });

  it('shows what is proposed as it was written', async () => {
    show({ description: 'Starts *heart*.\n\n* one risk' });
    const description = await region('What is proposed');
    expect(within(description).getByText('heart').tagName).toBe('EM');
    expect(within(description).getByRole('listitem')).toHaveTextContent(
      'one risk',
    );
  });

  it('names who answers for which finding, and who has approved it', async () => {
    show({
      accepted: [
        {
          id: 'mock-login',
          severity: 'warning',
          what: 'Anybody may log in',
          by: 'user:default/ada',
          reason: 'it is a demo',
        },
      ],
      approvals: [{ by: 'user:default/grace', at: minutesAgo(2) }],
    });
    expect(await region('Accepted findings')).toHaveTextContent(
      'warning Anybody may log in. accepted by ada: it is a demo',
    );
    expect(await region('Approvals')).toHaveTextContent('grace, 2 min ago');
  });

  it('says that nobody has approved it, and nothing of findings that it has not', async () => {
    show();
    expect(await region('Approvals')).toHaveTextContent('Nobody has approved');
    expect(
      screen.queryByRole('region', { name: 'Accepted findings' }),
    ).not.toBeInTheDocument();
  });

  it('says of a change that was closed neither that somebody has to approve it nor that nobody has yet', async () => {
    const evidence = ['Somebody else has to approve it'];
    show({
      state: 'abandoned',
      steps: [
        step(),
        step({ id: 'checks', title: 'Reviewed', state: 'skipped', evidence }),
      ],
    });
    expect(await region('Approvals')).toHaveTextContent('Nobody approved it.');
    await userEvent.click(screen.getByRole('button', { name: 'Reviewed' }));
    const steps = await region('Steps');
    expect(steps).toHaveTextContent('The change was given up before this step');
    expect(steps).not.toHaveTextContent('Somebody else');
  });

  it('says that it loads', async () => {
    server.use(http.get(URL, () => delay('infinite')));
    renderPage('/changes/c-1');
    expect(
      await screen.findByLabelText('Loading the change'),
    ).toBeInTheDocument();
  });

  it.each([
    [403, 'denied', 'You are not allowed to see this.'],
    [404, 'No change "c-1"', 'The portal does not know it: No change "c-1".'],
    [400, 'no database', 'The portal answered with an error: no database.'],
  ])('says why there is nothing to see: %s', async (status, message, text) => {
    fail(status, message);
    renderPage('/changes/c-1');
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
    expect(
      screen.getByRole('link', { name: 'All changes' }),
    ).toBeInTheDocument();
  });
});
