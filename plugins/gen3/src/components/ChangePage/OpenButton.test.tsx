import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { ChangeDetails } from '@gen3-csoc/backstage-plugin-gen3-common';
import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { changeDetails, step } from '../../__testUtils__/changeFixtures';
import { renderPage } from '../../__testUtils__/renderPage';
import { renderWithTemplates } from '../../__testUtils__/renderWithTemplates';

const server = setupServer();
registerMswTestHooks(server);

const NOTHING = { approve: false, merge: false, close: false };
const FIX = 'Ada opens it: "Open pull request" leads to the template.';

/** A change at a host whose wave has come, as one who may do that sees it. */
const give = (may: ChangeDetails['may'], whyNot: string) =>
  server.use(
    http.get('*/api/gen3/changes/c-1', () =>
      HttpResponse.json(
        changeDetails({
          state: 'proposing',
          host: 'github',
          waits: { for: ['c-0'], turn: 'author' },
          steps: [
            step({
              state: 'stuck',
              evidence: ['The wave before has succeeded'],
              advice: { likely: 'It is to be opened.', fix: FIX },
            }),
          ],
          may,
          whyNot,
        }),
      ),
    ),
  );

describe('A change whose pull request is to be opened', () => {
  it('leads its author to the template, with its id filled in', async () => {
    give({ ...NOTHING, open: true }, 'The wave before has succeeded.');
    renderWithTemplates('/changes/c-1');
    const text = await screen.findByText('Open pull request');
    const link = text.closest('a')?.getAttribute('href') ?? '';
    const { pathname, searchParams } = new URL(link, 'https://csoc.example');
    expect(pathname).toBe('/create/templates/default/open-change');
    expect(JSON.parse(searchParams.get('formData') ?? '')).toEqual({
      changeId: 'c-1',
    });
    expect(screen.getByText(FIX)).toBeInTheDocument();
  });

  it('tells others whose turn it is', async () => {
    give(NOTHING, 'ada proposed it, and opens its pull request at github.');
    renderWithTemplates('/changes/c-1');
    expect(await screen.findByText(/^ada proposed it/)).toBeInTheDocument();
    expect(screen.getByText(FIX)).toBeInTheDocument();
    expect(screen.queryByText('Open pull request')).not.toBeInTheDocument();
  });

  it('offers nothing in a portal without templates', async () => {
    give({ ...NOTHING, open: true }, 'The wave before has succeeded.');
    renderPage('/changes/c-1');
    expect(await screen.findByText(FIX)).toBeInTheDocument();
    expect(screen.queryByText('Open pull request')).not.toBeInTheDocument();
  });
});
