import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { commonsEntity } from '../../__testUtils__/entities';
import {
  commonsHealth,
  minutesAgo,
  source,
  sourcesResponse,
} from '../../__testUtils__/fixtures';
import { renderEntityPage } from '../../__testUtils__/renderPage';

const SOURCES_URL = '*/api/catalog/gen3/sources';

const server = setupServer();
registerMswTestHooks(server);

beforeEach(() => {
  server.use(
    http.get('*/api/gen3/commons/default/heart.example/health', () =>
      HttpResponse.json(commonsHealth()),
    ),
  );
});

/** Serves these sources, and notes what is asked. */
const serve = (...items: SourceStatus[]) => {
  const queries: string[] = [];
  server.use(
    http.get(SOURCES_URL, ({ request }) => {
      queries.push(new URL(request.url).search);
      return HttpResponse.json(sourcesResponse(items));
    }),
  );
  return queries;
};

const fail = (status: number, message: string) =>
  server.use(
    http.get(SOURCES_URL, () =>
      HttpResponse.json(
        { error: { name: 'Error', message }, response: { statusCode: status } },
        { status },
      ),
    ),
  );

const finding = (
  change: Partial<SourceStatus['findings'][number]> = {},
): SourceStatus['findings'][number] => ({
  severity: 'error',
  code: 'values-missing',
  member: 'prod/heart.example/app.yaml',
  message: '"values.yaml" does not exist',
  fix: 'Add it',
  file: 'prod/heart.example/app.yaml',
  line: 12,
  key: 'spec.sources[0].helm.valueFiles[1]',
  ...change,
});

const quarantined = (
  change: Partial<SourceStatus['quarantined'][number]> = {},
): SourceStatus['quarantined'][number] => ({
  member: 'prod/heart.example/app.yaml',
  hostname: 'heart.example',
  since: minutesAgo(9),
  served: true,
  finding: finding({ message: '"values.yaml" is a list' }),
  ...change,
});

describe('What could not be read about a commons in git', () => {
  it('is said with file, line, key and fix, errors first, without what is merely worth knowing', async () => {
    const queries = serve(
      source({
        findings: [
          finding({ severity: 'info', message: 'its folder is named "hrt"' }),
          finding({ severity: 'warning', message: 'sources disagree' }),
          finding(),
        ],
      }),
    );
    renderEntityPage(commonsEntity);

    const list = await screen.findByRole('list', { name: 'Findings' });
    const [first, second, ...others] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent('error in prod/heart.example/app.yaml');
    expect(first).toHaveTextContent('of source demo-gitops');
    expect(first).toHaveTextContent(
      'line 12, key spec.sources[0].helm.valueFiles[1]',
    );
    expect(first).toHaveTextContent('"values.yaml" does not exist');
    expect(first).toHaveTextContent('Fix: Add it');
    expect(second).toHaveTextContent('sources disagree');
    expect(others).toEqual([]);
    expect(
      screen.getByRole('link', { name: 'See all sources' }),
    ).toHaveAttribute('href', '/sources');
    expect(queries).toEqual(['?hostname=heart.example']);
  });

  it('is said of a quarantined member, and that its last good entities are served', async () => {
    serve(source({ quarantined: [quarantined()] }));
    renderEntityPage(commonsEntity);

    const notice = (await screen.findByText('Quarantined:')).parentElement;
    expect(notice).toHaveTextContent(
      'prod/heart.example/app.yaml of source demo-gitops cannot be read since 9 min. Its last good entities are still served.',
    );
    expect(notice).toHaveTextContent('"values.yaml" is a list');
    expect(notice).toHaveTextContent('Fix: Add it');
  });

  it('is said of another member that claims the hostname', async () => {
    serve(
      source({
        quarantined: [
          quarantined({ member: 'prod/other/app.yaml', served: false }),
        ],
      }),
    );
    renderEntityPage(commonsEntity);

    expect(
      (await screen.findByText('Quarantined:')).parentElement,
    ).toHaveTextContent('It adds nothing to what you see here.');
  });

  it('is cut to a few, and the rest is on the Sources page', async () => {
    serve(source({ findings: Array.from({ length: 8 }, () => finding()) }));
    renderEntityPage(commonsEntity);

    expect(
      await screen.findByRole('link', { name: '3 more on the Sources page' }),
    ).toBeInTheDocument();
  });

  it('takes no room when there is nothing to say', async () => {
    const queries = serve(
      source({ findings: [finding({ severity: 'info' })] }),
    );
    renderEntityPage(commonsEntity);

    expect(await screen.findByText('Score 100')).toBeInTheDocument();
    await waitFor(() => expect(queries).toHaveLength(1));
    expect(screen.queryByText('From its sources')).not.toBeInTheDocument();
  });

  it.each([
    [403, 'This needs the permission "gen3.source.read"'],
    [500, 'database is locked'],
  ])(
    'is one line when the answer is %d, and health stays',
    async (status, message) => {
      fail(status, message);
      renderEntityPage(commonsEntity);

      expect(
        await screen.findByText(
          /What sources say of this commons is not known/,
        ),
      ).toHaveTextContent(message);
      expect(screen.getByText('Score 100')).toBeInTheDocument();
      expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    },
  );
});
