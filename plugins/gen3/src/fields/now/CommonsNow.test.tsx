import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { editOptions, openChange } from '../../__testUtils__/editFixtures';
import { changeLinkRouteRef } from '../../routes';
import { CommonsNow } from './CommonsNow';

const show = (options: Parameters<typeof CommonsNow>[0]['options']) =>
  renderInTestApp(<CommonsNow options={options} />, {
    mountedRoutes: { '/changes/:id': changeLinkRouteRef },
  });

describe('How a commons is now', () => {
  // What was known went away when git could not be read again.
  it('stays when it could not be read again, which stands below', async () => {
    show({
      data: editOptions({ openChange }),
      error: new Error('no answer of git'),
      isFetching: false,
    });
    expect(await screen.findByText(/^Now: release 2026.10/)).toBeVisible();
    expect(screen.getByText(openChange.title)).toBeVisible();
    expect(screen.getByText(/no answer of git/)).toBeVisible();
  });
});
