import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { changeDetails } from '../../__testUtils__/changeFixtures';
import { createRefusingPermissions } from '../../__testUtils__/createRefusingPermissions';
import { renderWithTemplates } from '../../__testUtils__/renderWithTemplates';

const server = setupServer();
registerMswTestHooks(server);

// A file of its own: usePermission keeps what it was told for as long as its module lives.
describe('A change whose author may not propose any more', () => {
  it('offers them no template that would refuse', async () => {
    const { permissions, handler } = createRefusingPermissions();
    let asked = 0;
    server.events.on('response:mocked', ({ request }) => {
      if (request.url.endsWith('/permission/authorize')) asked += 1;
    });
    server.use(
      handler,
      http.get('*/api/gen3/changes/c-1', () =>
        HttpResponse.json(
          changeDetails({
            state: 'proposing',
            host: 'github',
            waits: { for: ['c-0'], turn: 'author' },
            may: { approve: false, merge: false, close: true, open: true },
            whyNot: 'The wave before has succeeded.',
          }),
        ),
      ),
    );
    renderWithTemplates('/changes/c-1', permissions);
    expect(
      await screen.findByText('The wave before has succeeded.'),
    ).toBeInTheDocument();
    await waitFor(() => expect(asked).toBe(1));
    expect(screen.queryByText('Open pull request')).not.toBeInTheDocument();
  });
});
