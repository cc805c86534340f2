import { Entity } from '@backstage/catalog-model';
import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { Change } from '@gen3-csoc/backstage-plugin-gen3-common';
import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { Route } from 'react-router-dom';
import { change, changesPage } from '../../__testUtils__/changeFixtures';
import { commonsEntity } from '../../__testUtils__/entities';
import { renderLegacyApp } from '../../__testUtils__/renderLegacyApp';
import { EntityGen3ChangesContent, Gen3ChangesPage } from '../../legacy';

const server = setupServer();
registerMswTestHooks(server);

const page = (
  <Route key="changes" path="/all-changes" element={<Gen3ChangesPage />} />
);

const show = (options: {
  items: Change[];
  entity?: Entity;
  hasPage?: boolean;
}) => {
  const { items, entity = commonsEntity, hasPage = true } = options;
  server.use(
    http.get('*/api/gen3/changes', ({ request }) => {
      const hostname = new URL(request.url).searchParams.get('hostname');
      return HttpResponse.json(
        changesPage(items.filter(item => item.hostname === hostname)),
      );
    }),
  );
  renderLegacyApp({
    path: '/catalog/default/system/heart.example',
    routes: hasPage ? [page] : [],
    entityPage: (
      <EntityProvider entity={entity}>
        <EntityGen3ChangesContent />
      </EntityProvider>
    ),
  });
};

const table = async () => within(await screen.findByRole('table'));

describe('Changes tab', () => {
  it('shows the changes of its commons, each a link to its page', async () => {
    show({
      items: [
        change(),
        change({ id: 'c-2', hostname: 'lung.example', title: 'Launch lung' }),
      ],
    });
    const rows = (await table()).getAllByRole('row').slice(1);
    expect(rows).toHaveLength(1);
    expect(
      within(rows[0]).getByRole('link', { name: 'Launch heart.example' }),
    ).toHaveAttribute('href', '/all-changes/c-1');
    expect(
      (await table()).queryByRole('columnheader', { name: 'Commons' }),
    ).not.toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'See all changes' }),
    ).toHaveAttribute('href', '/all-changes');
  });

  it('works in a portal without the page of changes', async () => {
    show({ items: [change()], hasPage: false });
    expect(
      (await table()).getByText('Launch heart.example'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('says that there is none', async () => {
    show({ items: [] });
    expect(
      await screen.findByText(/Nobody has proposed a change of/),
    ).toHaveTextContent('heart.example');
  });

  it('says what is missing of an entity without a hostname', async () => {
    const { metadata } = commonsEntity;
    show({
      items: [change()],
      entity: { ...commonsEntity, metadata: { ...metadata, annotations: {} } },
    });
    expect(await screen.findByText(/names no hostname/)).toHaveTextContent(
      'gen3.org/hostname',
    );
  });
});
