import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  minutesAgo,
  source,
  sourcesResponse,
} from '../../__testUtils__/fixtures';
import { renderPage } from '../../__testUtils__/renderPage';

const server = setupServer();
registerMswTestHooks(server);

const serve = (...items: SourceStatus[]) =>
  server.use(
    http.get('*/api/catalog/gen3/sources', () =>
      HttpResponse.json(sourcesResponse(items)),
    ),
  );

const fail = (status: number, message: string) =>
  server.use(
    http.get('*/api/catalog/gen3/sources', () =>
      HttpResponse.json(
        { error: { name: 'Error', message }, response: { statusCode: status } },
        { status },
      ),
    ),
  );

const card = async (id: string) =>
  within(await screen.findByRole('region', { name: `Source ${id}` }));

const finding = (
  change: Partial<SourceStatus['findings'][number]> = {},
): SourceStatus['findings'][number] => ({
  member: 'lung.example/app.yaml',
  severity: 'error',
  code: 'values-not-a-map',
  message: '"values.yaml" is a list',
  fix: 'Make it a map',
  file: 'lung.example/values.yaml',
  line: 3,
  ...change,
});

const quarantined = (
  change: Partial<SourceStatus['quarantined'][number]> = {},
): SourceStatus['quarantined'][number] => ({
  member: 'lung.example/app.yaml',
  hostname: 'lung.example',
  since: minutesAgo(9),
  served: true,
  finding: finding(),
  ...change,
});

const held = {
  since: minutesAgo(5),
  wouldDrop: ['bone.example', 'gut.example'],
  of: 9,
  maxDropPercent: 20,
};

/** The only member that is quarantined. */
const findQuarantined = async () =>
  within(await screen.findByRole('region', { name: 'Quarantined' })).getByRole(
    'listitem',
  );

describe('Sources page', () => {
  it('says of a source when it was read and what it found', async () => {
    serve(source());
    renderPage('/sources');

    const demo = await card('demo-gitops');
    expect(demo.getByText('ok')).toBeInTheDocument();
    expect(demo.getByText('https://git.example/gitops')).toBeInTheDocument();
    expect(
      demo.getByText('12 commons, 163 services, 2 clusters'),
    ).toBeInTheDocument();
    expect(demo.getByText('a1b2c3d4')).toBeInTheDocument();
  });

  it('shows a quarantined member with file, line, what is wrong and the fix', async () => {
    serve(
      source({
        counts: { commons: 12, services: 163, clusters: 2, quarantined: 1 },
        quarantined: [quarantined()],
      }),
    );
    renderPage('/sources');

    const list = within(
      await screen.findByRole('region', { name: 'Quarantined' }),
    );
    expect(
      list.getByRole('button', { name: 'Copy lung.example' }),
    ).toBeInTheDocument();
    const quarantine = list.getByRole('listitem');
    expect(quarantine).toHaveTextContent('lung.example/values.yaml, line 3');
    expect(quarantine).toHaveTextContent('"values.yaml" is a list');
    expect(quarantine).toHaveTextContent('Fix: Make it a map');
    expect(quarantine).toHaveTextContent('last good entities are still served');
  });

  it('says why a source failed and that its commons are still served', async () => {
    serve(source({ state: 'failed', error: '401 Unauthorized' }));
    renderPage('/sources');

    const demo = await card('demo-gitops');
    expect(demo.getByText('failed')).toBeInTheDocument();
    expect(
      demo.getByText('The last try failed:').parentElement,
    ).toHaveTextContent(
      '401 Unauthorized. What its last good reading found, 12 commons, is still served.',
    );
  });

  // A mistyped URL was told that all 0 commons of the last good reading are still served.
  it('does not claim that something is served of a source that was never read', async () => {
    serve(
      source({
        state: 'failed',
        error: 'repository not found',
        lastGoodAt: undefined,
        counts: { commons: 0, services: 0, clusters: 0, quarantined: 0 },
      }),
    );
    renderPage('/sources');

    const demo = await card('demo-gitops');
    const notice = demo.getByText('The last try failed:').parentElement;
    expect(notice).toHaveTextContent('It has never been read');
    expect(notice).toHaveTextContent('catalog.providers.gen3.demo-gitops');
    expect(notice).not.toHaveTextContent('still served');
  });

  it('says of a source that was not read any more for how long', async () => {
    serve(
      source({
        lastTryAt: minutesAgo(50),
        lastGoodAt: minutesAgo(50),
        nextTryAt: minutesAgo(45),
      }),
    );
    renderPage('/sources');

    const demo = await card('demo-gitops');
    expect(demo.getByText('not read for 50 min')).toBeInTheDocument();
    expect(demo.queryByText('ok')).not.toBeInTheDocument();
  });

  it('puts the worst first, says how many are in which state, and moves nothing under the reader', async () => {
    serve(source({ id: 'a-well' }), source({ id: 'b-held', state: 'held' }));
    server.use(
      http.post('*/api/catalog/gen3/sources/*/refresh', () =>
        HttpResponse.json({}, { status: 202 }),
      ),
    );
    renderPage('/sources');
    const names = () =>
      screen.getAllByRole('heading', { level: 2 }).map(it => it.textContent);

    const held1 = await card('b-held');
    expect(names()).toEqual(['b-held', 'a-well']);
    expect(screen.getByText('1 ok')).toBeInTheDocument();

    serve(source({ id: 'a-well', state: 'failed' }), source({ id: 'b-held' }));
    await userEvent.click(held1.getByRole('button', { name: 'Read now' }));
    expect(await screen.findByText('1 failed')).toBeInTheDocument();
    expect(names()).toEqual(['b-held', 'a-well']);

    await userEvent.click(
      screen.getByRole('button', { name: 'Put the worst first again' }),
    );
    expect(names()).toEqual(['a-well', 'b-held']);
  });

  it('puts errors first among findings, and what is not in the catalog first in quarantine, each folded', async () => {
    const others = Array.from({ length: 7 }, (_, index) => index);
    serve(
      source({
        findings: [
          ...others.map(index =>
            finding({ severity: 'info', message: `oddity ${index}` }),
          ),
          finding({ member: 'z.example', message: 'broken' }),
        ],
        quarantined: [
          ...others.map(index =>
            quarantined({ member: `m${index}`, hostname: `m${index}.example` }),
          ),
          quarantined({ member: 'z', hostname: undefined, served: false }),
        ],
      }),
    );
    renderPage('/sources');

    const findings = within(
      await screen.findByRole('region', { name: 'Findings' }),
    );
    expect(findings.getAllByRole('listitem')).toHaveLength(5);
    expect(findings.getAllByRole('listitem')[0]).toHaveTextContent('broken');
    const quarantine = within(
      screen.getByRole('region', { name: 'Quarantined' }),
    );
    expect(quarantine.getAllByRole('listitem')[0]).toHaveTextContent(
      'z is left out since 9 min. It adds nothing to the catalog.',
    );
    expect(quarantine.getByText('Quarantined (8)')).toBeInTheDocument();

    await userEvent.click(
      quarantine.getByRole('button', { name: 'Show all 8' }),
    );
    expect(quarantine.getAllByRole('listitem')).toHaveLength(8);
  });

  // The hostname is in the catalog, and the page said that it was not.
  it('does not say of a second claim that its hostname was never read', async () => {
    const member = 'copy/app.yaml';
    serve(
      source({
        quarantined: [
          quarantined({
            member,
            hostname: 'heart.example',
            finding: finding({ code: 'hostname-claimed-twice', member }),
            served: false,
          }),
        ],
      }),
    );
    renderPage('/sources');

    expect(await findQuarantined()).toHaveTextContent(
      /^copy\/app\.yaml names heart\.example and is left out since .*\. It adds nothing to the catalog\./,
    );
  });

  it('does not say of a cluster that is read in part that its commons are left out', async () => {
    serve(
      source({
        quarantined: [
          quarantined({
            member: 'prod-east',
            hostname: undefined,
            finding: finding({ code: 'cluster-not-read', member: 'prod-east' }),
            served: false,
          }),
        ],
      }),
    );
    renderPage('/sources');

    expect(await findQuarantined()).toHaveTextContent(
      'Not all of cluster prod-east can be read since 9 min. Commons there that could be read are served, and none counts as gone.',
    );
  });

  it.each([
    ['all 12 commons.', 12, 100],
    ['3 of 12 commons, more than 20%.', 3, 20],
    ['1 of 12 commons, which were held back before and not confirmed.', 1, 20],
  ])('says why it holds back %s', async (why, count, maxDropPercent) => {
    const wouldDrop = Array.from({ length: count }, (_, i) => `${i}.example`);
    serve(
      source({
        state: 'held',
        held: { since: minutesAgo(5), wouldDrop, of: 12, maxDropPercent },
      }),
    );
    renderPage('/sources');

    const notice = (
      await screen.findByText('Held back', { selector: 'strong' })
    ).parentElement;
    expect(notice).toHaveTextContent(`this run would drop ${why} Nothing is`);
  });

  it('says that it lists the worst, when the server sends no more', async () => {
    serve(
      source({
        findings: [finding({ member: 'a.example' })],
        totals: { quarantined: 0, findings: 1_200 },
      }),
    );
    renderPage('/sources');

    const findings = within(
      await screen.findByRole('region', { name: 'Findings' }),
    );
    expect(findings.getByText('Findings (1,200)')).toBeInTheDocument();
    expect(findings.getByText(/the worst 1 of 1,200/)).toBeInTheDocument();
  });

  it('names what would be dropped before anybody confirms it', async () => {
    const confirmed: unknown[] = [];
    serve(source({ state: 'held', held }));
    server.use(
      http.post(
        '*/api/catalog/gen3/sources/demo-gitops/confirm-drop',
        async ({ request }) => {
          confirmed.push(await request.json());
          return HttpResponse.json({}, { status: 202 });
        },
      ),
    );
    renderPage('/sources');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Review the drop' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('bone.example')).toBeInTheDocument();
    expect(confirmed).toEqual([]);
    await userEvent.click(
      dialog.getByRole('button', { name: 'Drop 2 commons' }),
    );

    await waitFor(() =>
      expect(confirmed).toEqual([{ commons: ['bone.example', 'gut.example'] }]),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('says why a refresh was refused', async () => {
    serve(source());
    server.use(
      http.post('*/api/catalog/gen3/sources/demo-gitops/refresh', () =>
        HttpResponse.json(
          {
            error: { name: 'ConflictError', message: 'is being read already' },
            response: { statusCode: 409 },
          },
          { status: 409 },
        ),
      ),
    );
    renderPage('/sources');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Read now' }),
    );

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'is being read already',
    );
  });

  it('teaches how to configure the first source', async () => {
    serve();
    renderPage('/sources');

    expect(await screen.findByText('No source configured')).toBeInTheDocument();
    expect(screen.getByText(/type: gitops/)).toBeInTheDocument();
  });

  it('says when an OpenAPI document cannot be had, and tries again', async () => {
    let asked = 0;
    serve(source());
    server.use(
      http.get('*/api/gen3/openapi.json', () => {
        asked += 1;
        return new HttpResponse(null, { status: 503 });
      }),
    );
    renderPage('/sources');

    await userEvent.click(
      await screen.findByRole('button', { name: 'fleet and health' }),
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'fleet and health: failed, try again',
      }),
    );

    await waitFor(() => expect(asked).toBe(2));
  });
});

describe('Sources page without (new) data', () => {
  it('says that it is loading', async () => {
    let answer = () => {};
    const answered = new Promise<void>(resolve => {
      answer = resolve;
    });
    server.use(
      http.get('*/api/catalog/gen3/sources', async () => {
        await answered;
        return HttpResponse.json(sourcesResponse([source()]));
      }),
    );
    renderPage('/sources');

    expect(
      await screen.findByRole('status', { name: 'Loading sources' }),
    ).toBeInTheDocument();
    answer();
    await card('demo-gitops');
    expect(
      screen.queryByRole('status', { name: 'Loading sources' }),
    ).not.toBeInTheDocument();
  });

  it('says that the person may not see it, without an offer to try again', async () => {
    fail(403, 'This needs the permission "gen3.source.read"');
    renderPage('/sources');

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('You are not allowed to see this');
    expect(alert).toHaveTextContent('gen3.source.read');
    expect(
      screen.queryByRole('button', { name: 'Try again' }),
    ).not.toBeInTheDocument();
    expect(screen.queryByText('No source configured')).not.toBeInTheDocument();
  });

  it('says what went wrong and what still holds, and tries again', async () => {
    fail(400, 'database is locked');
    renderPage('/sources');

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('database is locked');
    expect(alert).toHaveTextContent('stays in the fleet and in the catalog');
    // It cannot know that: that the sources cannot be seen is all it knows.
    expect(alert).not.toHaveTextContent('complete');

    serve(source());
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await card('demo-gitops');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('keeps old data, and says how old it is', async () => {
    serve(source());
    server.use(
      http.post('*/api/catalog/gen3/sources/demo-gitops/refresh', () =>
        HttpResponse.json({}, { status: 202 }),
      ),
    );
    renderPage('/sources');
    const demo = await card('demo-gitops');

    fail(400, 'the portal is being upgraded');
    await userEvent.click(demo.getByRole('button', { name: 'Read now' }));

    expect(
      await screen.findByText(/the portal is being upgraded/),
    ).toHaveTextContent('What you see is from');
    expect(demo.getByText('a1b2c3d4')).toBeInTheDocument();
  });
});
