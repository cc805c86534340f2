import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { ChangeDetails } from '@gen3-csoc/backstage-plugin-gen3-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { changeDetails } from '../../__testUtils__/changeFixtures';
import { renderPage } from '../../__testUtils__/renderPage';

const URL = '*/api/gen3/changes/c-1';

const server = setupServer();
registerMswTestHooks(server);

const ALL = { approve: true, merge: true, close: true };
const NONE = { approve: false, merge: false, close: false };

const conflict = (message: string) =>
  HttpResponse.json(
    {
      error: { name: 'ConflictError', message },
      response: { statusCode: 409 },
    },
    { status: 409 },
  );

/** Shows a change; what is done with it leads to `after`, or is refused. Gives what was sent. */
const show = (
  now: Partial<ChangeDetails>,
  after: Partial<ChangeDetails> | { refused: string } = {},
) => {
  const sent: unknown[] = [];
  server.use(
    http.get(URL, () => HttpResponse.json(changeDetails(now))),
    http.post(`${URL}/:action`, async ({ request, params }) => {
      sent.push([params.action, await request.json()]);
      return 'refused' in after
        ? conflict(after.refused)
        : HttpResponse.json(changeDetails(after));
    }),
  );
  renderPage('/changes/c-1');
  return sent;
};

const button = (name: string) => screen.findByRole('button', { name });
const press = async (name: string) => userEvent.click(await button(name));

describe('What one can do with a change', () => {
  it('offers what is allowed, and says of the rest why not', async () => {
    const sent = show({});
    expect(await button('Approve change')).toHaveAttribute(
      'aria-disabled',
      'false',
    );
    const merge = await button('Merge change');
    expect(merge).toHaveAttribute('aria-disabled', 'true');
    expect(merge).toHaveAccessibleDescription('It needs an approval first.');
    expect(await button('Approve change')).not.toHaveAccessibleDescription();

    await userEvent.click(merge);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(sent).toEqual([]);
  });

  it('says nothing of reasons when all is allowed', async () => {
    show({ may: ALL });
    expect(await button('Merge change')).toHaveAttribute(
      'aria-disabled',
      'false',
    );
    expect(screen.queryByText(/needs an approval/)).not.toBeInTheDocument();
  });

  it('says in its own words why a button does nothing when the backend does not', async () => {
    show({
      may: { approve: false, merge: true, close: true },
      whyNot: undefined,
    });
    expect(await button('Approve change')).toHaveAccessibleDescription(
      'What is greyed out is done already, or not yours to do.',
    );
    expect(await button('Merge change')).not.toHaveAccessibleDescription();
  });

  it.each(['merged', 'succeeded', 'failed', 'abandoned'] as const)(
    'offers nothing for a change that is %s',
    async state => {
      show({ state, may: NONE });
      await screen.findByRole('region', { name: 'Where it is' });
      expect(
        screen.queryByRole('group', { name: 'What you can do' }),
      ).not.toBeInTheDocument();
    },
  );

  it('approves', async () => {
    const sent = show(
      {},
      {
        whyNot: undefined,
        may: { approve: false, merge: true, close: true },
        approvals: [{ by: 'user:default/guest', at: '2026-01-01T00:00:00Z' }],
      },
    );
    await press('Approve change');

    expect(await screen.findByText('You approved it.')).toHaveFocus();
    expect(sent).toEqual([['approve', {}]]);
    expect(
      await screen.findByRole('region', { name: 'Approvals' }),
    ).toHaveTextContent('guest');
    expect(await button('Merge change')).toHaveAttribute(
      'aria-disabled',
      'false',
    );
  });

  it('says what follows from a merge before it is done', async () => {
    const sent = show({ may: ALL }, { state: 'merged', may: NONE });
    await press('Merge change');
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByText(/^1 file of source demo-gitops changes/),
    ).toBeInTheDocument();
    expect(dialog.getByText(/Argo CD then deploys it/)).toHaveTextContent(
      'heart.example',
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Do not merge' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(sent).toEqual([]);

    await press('Merge change');
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Merge change',
      }),
    );
    const done = await screen.findByText(/It is merged/);
    await waitFor(() => expect(done).toHaveFocus());
    expect(sent).toEqual([['merge', {}]]);
    expect(
      await screen.findByRole('region', { name: 'Where it is' }),
    ).toHaveTextContent('merged');
  });

  it.each([
    ['launch', false],
    ['scale', true],
  ] as const)(
    'says before the merge of a %s whether what runs there may restart',
    async (kind, restarts) => {
      show({ may: ALL, kind });
      await press('Merge change');
      const words = within(await screen.findByRole('dialog')).queryByText(
        /may restart/,
      );
      expect(words !== null).toBe(restarts);
    },
  );

  it('says no longer that a change is followed when it has ended', async () => {
    show({ may: ALL }, { state: 'succeeded', may: NONE });
    await press('Merge change');
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Merge change',
      }),
    );
    expect(await screen.findByText('succeeded')).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(screen.queryByText(/It is merged/)).not.toBeInTheDocument();
  });

  it('closes with a reason, and not without', async () => {
    const sent = show({}, { state: 'abandoned', may: NONE });
    await press('Close without merging');
    await press('Close change');
    expect(await screen.findByText(/Give a reason/)).toBeInTheDocument();
    expect(sent).toEqual([]);

    await userEvent.type(
      screen.getByRole('textbox', { name: /Reason/ }),
      'wrong cluster ',
    );
    await press('Close change');
    expect(await screen.findByText(/It is closed/)).toBeInTheDocument();
    expect(sent).toEqual([['close', { reason: 'wrong cluster' }]]);
  });

  it('says of a change that is reviewed elsewhere that its pull request stays', async () => {
    show({ host: 'github', may: { ...NONE, close: true } });
    await press('Close without merging');
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'Its pull request stays as it is: close it at github, too.',
    );
  });

  it('keeps what was typed when the backend refuses, and says why', async () => {
    show({}, { refused: 'Grace merged it 3 s ago' });
    await press('Close without merging');
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Reason/ }),
      'wrong cluster',
    );
    await press('Close change');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Nothing was done: Grace merged it 3 s ago.',
    );
    expect(screen.getByRole('textbox', { name: /Reason/ })).toHaveValue(
      'wrong cluster',
    );
    await press('Keep it open');
    await press('Close without merging');
    expect(screen.getByRole('textbox', { name: /Reason/ })).toHaveValue(
      'wrong cluster',
    );
  });

  it('keeps the change beside the error when it cannot be read again', async () => {
    const sent: string[] = [];
    server.use(
      http.get(URL, () => {
        sent.push('get');
        return sent.length > 1
          ? conflict('no database')
          : HttpResponse.json(changeDetails());
      }),
      http.post(`${URL}/approve`, () => conflict('busy')),
    );
    renderPage('/changes/c-1');
    await press('Approve change');

    expect(await screen.findByText(/What you see is from/)).toHaveTextContent(
      'The change could not be read. The portal answered with an error: no database.',
    );
    expect(screen.getByRole('region', { name: 'Steps' })).toBeInTheDocument();
    expect(await button('Approve change')).toBeInTheDocument();
  });

  it('shows how the change is by now when an approval was too late', async () => {
    let state: ChangeDetails['state'] = 'open';
    server.use(
      http.get(URL, () => HttpResponse.json(changeDetails({ state }))),
      http.post(`${URL}/approve`, () => {
        state = 'merged';
        return conflict('It is merged');
      }),
    );
    renderPage('/changes/c-1');
    await press('Approve change');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Nothing was done: It is merged.',
    );
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: 'Approve change' }),
      ).not.toBeInTheDocument(),
    );
    expect(
      screen.getByRole('region', { name: 'Where it is' }),
    ).toHaveTextContent('merged');
  });
});
