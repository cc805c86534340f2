import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { changeLinkRouteRef } from '../../routes';
import { LinkedText } from './LinkedText';

const show = (text: string, beside?: boolean) =>
  renderInTestApp(
    <p data-testid="text">
      <LinkedText text={text} beside={beside} />
    </p>,
    { mountedRoutes: { '/changes/:id': changeLinkRouteRef } },
  );

describe('LinkedText', () => {
  // What blocks a change was a path to be copied.
  it('leads to a change, in a form beside it', async () => {
    show('Wait until it has ended: /changes/1f-2e. Then go on.', true);
    const link = await screen.findByRole('link', { name: 'open the change' });
    expect(link).toHaveAttribute('href', '/changes/1f-2e');
    expect(link).toHaveAttribute('target', '_blank');
    expect(screen.getByTestId('text')).toHaveTextContent(
      'Wait until it has ended: open the change. Then go on.',
    );
  });

  it.each(['No path at all.', 'See https://portal.example/changes/1.'])(
    'leaves "%s" as it is',
    async text => {
      show(text);
      expect(await screen.findByTestId('text')).toHaveTextContent(text);
      expect(screen.queryByRole('link')).not.toBeInTheDocument();
    },
  );
});
