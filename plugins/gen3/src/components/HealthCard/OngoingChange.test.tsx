import {
  registerMswTestHooks,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { Change } from '@gen3-csoc/backstage-plugin-gen3-common';
import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { change, changesPage } from '../../__testUtils__/changeFixtures';
import { createFakeGen3Api } from '../../__testUtils__/createFakeGen3Api';
import { ended } from '../../__testUtils__/ended';
import { commonsEntity } from '../../__testUtils__/entities';
import { commonsHealth, sourcesResponse } from '../../__testUtils__/fixtures';
import { refusal } from '../../__testUtils__/refusal';
import { renderEntityPage } from '../../__testUtils__/renderPage';
import { gen3ApiRef } from '../../api/Gen3Api';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { OngoingChange } from './OngoingChange';

const server = setupServer();
registerMswTestHooks(server);

/** The page of a commons that has these changes under way; what was asked. */
function show(changes: Change[]) {
  const asked: string[] = [];
  server.use(
    http.get('*/api/gen3/commons/default/heart.example/health', () =>
      HttpResponse.json(commonsHealth()),
    ),
    http.get('*/api/catalog/gen3/sources', () =>
      HttpResponse.json(sourcesResponse([])),
    ),
    http.get('*/api/gen3/changes', ({ request }) => {
      asked.push(new URL(request.url).search);
      return HttpResponse.json(changesPage(changes));
    }),
  );
  renderEntityPage(commonsEntity);
  return asked;
}

describe('Change that is under way, on the health card', () => {
  it('is named, and leads to its page', async () => {
    const asked = show([change({ title: 'Scale fence' })]);
    const link = await screen.findByRole('link', { name: 'Scale fence' });
    expect(link).toHaveAttribute('href', '/changes/c-1');
    expect(link.parentElement).toHaveTextContent(
      'A change of this commons is open: Scale fence',
    );
    expect(new Set(asked)).toEqual(
      new Set(['?hostname=heart.example&state=ongoing']),
    );
  });

  it('is called stuck when it is', async () => {
    show([
      change({
        state: 'merged',
        step: { id: 'synced', title: 'Synced', state: 'stuck' },
      }),
    ]);
    expect(
      await screen.findByText(/A change of this commons is stuck/),
    ).toBeInTheDocument();
  });

  it.each([
    ['there is none', async () => changesPage([])],
    [
      'nothing is known',
      async () => {
        throw await refusal('There is no list of changes');
      },
    ],
  ])('is not there when %s', async (_, getChanges) => {
    const api = { ...createFakeGen3Api(), getChanges };
    renderInTestApp(
      <Gen3QueryProvider>
        <OngoingChange hostname="heart.example" />
      </Gen3QueryProvider>,
      { apis: [[gen3ApiRef, api]] },
    );
    await ended(api);
    expect(
      screen.queryByText(/A change of this commons/),
    ).not.toBeInTheDocument();
  });
});
