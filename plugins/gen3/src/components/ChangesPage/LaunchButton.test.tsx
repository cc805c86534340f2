import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { Change } from '@gen3-csoc/backstage-plugin-gen3-common';
import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { change, changesPage } from '../../__testUtils__/changeFixtures';
import { renderWithTemplates } from '../../__testUtils__/renderWithTemplates';

const server = setupServer();
registerMswTestHooks(server);

const show = (items: Change[]) => {
  server.use(
    http.get('*/api/gen3/changes', () => HttpResponse.json(changesPage(items))),
  );
  renderWithTemplates('/changes');
};

describe('Head of the changes page', () => {
  // Only a list without changes said where one is proposed: whoever had seen one launch did not find the way to the next.
  it('leads to the launch of a commons beside changes that there are', async () => {
    show([change()]);
    await screen.findByRole('link', { name: 'Launch heart.example' });
    const launch = await screen.findByText('Launch a commons');
    expect(launch.closest('a')).toHaveAttribute(
      'href',
      '/create/templates/default/launch-commons',
    );
    expect(screen.queryByText('Upgrade several')).not.toBeInTheDocument();
  });

  it('leads there when there is no change, too', async () => {
    show([]);
    await screen.findByRole('region', { name: 'No changes yet' });
    expect(await screen.findByText('Launch a commons')).toBeInTheDocument();
  });
});
