import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { Change, ChangesPage } from '@gen3-csoc/backstage-plugin-gen3-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { change, changesPage } from '../../__testUtils__/changeFixtures';
import { minutesAgo } from '../../__testUtils__/fixtures';
import { narrowScreen, widenScreen } from '../../__testUtils__/narrowScreen';
import { renderPage } from '../../__testUtils__/renderPage';

const URL = '*/api/gen3/changes';

const server = setupServer();
registerMswTestHooks(server);
afterEach(widenScreen);

let asked: string[];

const serve = (answerOf: (query: URLSearchParams) => ChangesPage) => {
  asked = [];
  server.use(
    http.get(URL, ({ request }) => {
      const { searchParams } = new globalThis.URL(request.url);
      asked.push(searchParams.toString());
      return HttpResponse.json(answerOf(searchParams));
    }),
  );
};

const show = (items: Change[], path = '/changes') => {
  serve(() => changesPage(items));
  renderPage(path);
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

const rows = async () => {
  const table = await screen.findByRole('table', {
    name: 'Changes, those that need attention first',
  });
  return within(table).getAllByRole('row').slice(1);
};

const titles = async () =>
  (await rows()).map(row => within(row).getAllByRole('link')[0].textContent);

describe('Changes page', () => {
  it('says of a change how it stands, what it waits for, and whose it is', async () => {
    show([change()]);
    const [heart] = await rows();
    expect(heart).toHaveTextContent('open');
    expect(heart).toHaveTextContent('a review');
    expect(heart).toHaveTextContent('heart.example');
    expect(heart).toHaveTextContent('demo-gitops');
    expect(heart).toHaveTextContent('ada');
    expect(heart).toHaveTextContent('heart-team');
    expect(within(heart).getByText('20 min')).toHaveAttribute('title');
    expect(
      within(heart).getByRole('link', { name: 'Launch heart.example' }),
    ).toHaveAttribute('href', '/changes/c-1');
  });

  it.each<[string, Partial<Change>, string]>([
    [
      'being proposed',
      { state: 'proposing' },
      'waits for its branch to be made',
    ],
    ['open', { state: 'open' }, 'waits for a review'],
    ['merged', { state: 'merged' }, 'waits for the commons to answer'],
    [
      'merged',
      {
        state: 'merged',
        step: {
          id: 'synced',
          title: 'Argo CD has synced',
          state: 'running',
          since: minutesAgo(3),
        },
      },
      'waits for “Argo CD has synced”, for 3 min',
    ],
    [
      'stuck',
      {
        state: 'merged',
        step: {
          id: 'workloads',
          title: 'Workloads are ready',
          state: 'stuck',
          since: minutesAgo(40),
        },
      },
      'stuck at “Workloads are ready” for 40 min',
    ],
    ['succeeded', { state: 'succeeded' }, 'has ended'],
    [
      'succeeded',
      { state: 'succeeded', endReason: 'All steps are done.' },
      'All steps are done.',
    ],
    [
      'failed',
      { state: 'failed', endReason: 'fence never answered' },
      'fence never answered',
    ],
    [
      'abandoned',
      { state: 'abandoned', endReason: 'Ada closed it' },
      'Ada closed it',
    ],
  ])('says %s of a change that is %j', async (word, part, standing) => {
    show([change(part)]);
    const [row] = await rows();
    const [state, , , now] = within(row).getAllByRole('cell');
    expect(state).toHaveTextContent(word);
    expect(now).toHaveTextContent(standing);
  });

  // What had ended stood under "Waits for".
  it('has a heading over how changes stand that fits those that have ended, too', async () => {
    show([change({ state: 'succeeded', endReason: 'All steps are done.' })]);
    await rows();
    expect(
      screen.getByRole('columnheader', { name: 'Now' }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/waits for/i)).not.toBeInTheDocument();
  });

  it('leads to a commons that is there, and not to one that is only proposed', async () => {
    show([
      change(),
      change({ id: 'c-2', state: 'succeeded', title: 'Launch kidney' }),
      change({ id: 'c-3', kind: 'upgrade', title: 'Upgrade kidney' }),
    ]);
    const links = (await rows()).map(row =>
      within(row)
        .queryByRole('link', { name: 'heart.example' })
        ?.getAttribute('href'),
    );
    const href = '/catalog/default/system/heart.example';
    expect(links).toEqual([undefined, href, href]);
  });

  it('keeps its filters in the address, and asks the backend for them', async () => {
    show([change()], '/changes?state=ongoing');
    await rows();
    expect(asked).toEqual(['state=ongoing']);
    expect(screen.getByRole('combobox', { name: 'State' })).toHaveValue(
      'ongoing',
    );

    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Kind' }),
      'launch',
    );
    await waitFor(() => expect(asked.at(-1)).toBe('state=ongoing&kind=launch'));

    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(() => expect(asked.at(-1)).toBe(''));
  });

  it('shows more changes when asked, and keeps rows in their places', async () => {
    const kidney = change({ id: 'c-2', title: 'Launch kidney' });
    let first = [change()];
    serve(query =>
      query.get('cursor') === 'two'
        ? changesPage([kidney], { totalItems: 2 })
        : changesPage(first, { totalItems: 2, nextCursor: 'two' }),
    );
    renderPage('/changes');
    expect(await screen.findByText('1 of 2 changes')).toBeInTheDocument();

    first = [change({ id: 'c-9', title: 'Upgrade lung' }), change()];
    await userEvent.click(
      screen.getByRole('button', { name: 'Show more changes' }),
    );
    await screen.findByText('2 of 2 changes');
    expect(await titles()).toEqual(['Launch heart.example', 'Launch kidney']);
    expect(
      screen.queryByRole('button', { name: 'Show more changes' }),
    ).not.toBeInTheDocument();
  });

  it('teaches what a change is when there is none', async () => {
    show([]);
    const section = await screen.findByRole('region', {
      name: 'No changes yet',
    });
    expect(section).toHaveTextContent('A change is a proposed commit');
    // This portal has no templates.
    expect(section).toHaveTextContent('this portal needs the scaffolder');
  });

  it('says that nothing matches, and clears the filters', async () => {
    serve(query => changesPage(query.has('state') ? [] : [change()]));
    renderPage('/changes?state=failed');
    const section = await screen.findByRole('region', {
      name: 'No changes match',
    });
    await userEvent.click(
      within(section).getByRole('button', { name: 'Clear filters' }),
    );
    expect(await titles()).toEqual(['Launch heart.example']);
  });

  it('says that it loads', async () => {
    server.use(http.get(URL, () => delay('infinite')));
    renderPage('/changes');
    expect(await screen.findByLabelText('Loading changes')).toBeInTheDocument();
  });

  it('says why there is no list, and asks again', async () => {
    fail(400, 'no database');
    renderPage('/changes');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The list of changes could not be read. The portal answered with an error: no database. Changes that are under way go on',
    );

    serve(() => changesPage([change()]));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await titles()).toEqual(['Launch heart.example']);
  });

  it('keeps the list beside the error when a page more cannot be read', async () => {
    serve(() => changesPage([change()], { totalItems: 2, nextCursor: 'two' }));
    renderPage('/changes');
    await rows();

    fail(400, 'no database');
    await userEvent.click(
      screen.getByRole('button', { name: 'Show more changes' }),
    );
    expect(await screen.findByText(/What you see is from/)).toHaveTextContent(
      'no database',
    );
    expect(await titles()).toEqual(['Launch heart.example']);
  });

  it('says that a permission is missing, without offering to try again', async () => {
    fail(403, 'denied');
    renderPage('/changes');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You are not allowed to see this.',
    );
    expect(
      screen.queryByRole('button', { name: 'Try again' }),
    ).not.toBeInTheDocument();
  });

  it('puts all in one cell on a phone', async () => {
    narrowScreen();
    show([change()]);
    const [heart] = await rows();
    expect(within(heart).getAllByRole('cell')).toHaveLength(1);
    expect(heart).toHaveTextContent(
      'waits for a reviewproposed by ada 20 min ago · owner heart-team · from demo-gitops',
    );
  });
});
