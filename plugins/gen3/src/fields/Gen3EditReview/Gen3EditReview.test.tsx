import { ResponseError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createFakeGen3Api } from '../../__testUtils__/createFakeGen3Api';
import {
  preflightFinding,
  preflightResponse,
} from '../../__testUtils__/preflightFixtures';
import {
  previewOfFiles,
  previewResponse,
  previewRisk,
} from '../../__testUtils__/previewFixtures';
import { renderWizard } from '../../__testUtils__/renderWizard';
import { Gen3Api } from '../../api/Gen3Api';
import { gen3EditReview } from './field';

type Answers = Parameters<typeof renderWizard>[0]['answers'];

function show(options: {
  answers: Answers;
  api?: Partial<Gen3Api>;
  kind?: string;
}) {
  const { answers, api, kind = 'maintenance' } = options;
  return renderWizard({
    api: { ...createFakeGen3Api(), ...api },
    fields: [gen3EditReview],
    pages: [
      {
        accept: {
          type: 'array',
          default: [],
          items: {
            type: 'object',
            properties: { hostname: { type: 'string' } },
          },
          'ui:field': 'Gen3EditReview',
          'ui:options': { kind },
        },
      },
    ],
    answers,
  });
}

/** What an edit of this commons would do. */
function edited(
  request: Parameters<Gen3Api['preflight']>[0],
  change: Parameters<typeof preflightResponse>[0] = {},
) {
  const hostname = 'edit' in request ? request.edit.hostname : '';
  return preflightResponse({
    summary: undefined,
    edit: {
      title: `Change ${hostname}`,
      entityRef: `system:default/${hostname}`,
      files: ['values.yaml'],
      leftovers: [],
    },
    ...change,
  });
}

const preflight: Gen3Api['preflight'] = async request => edited(request);

function refusal(statusCode: number, message: string): Promise<Error> {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: 'ConflictError', message },
        response: { statusCode },
      }),
      {
        status: statusCode,
        headers: { 'Content-Type': 'application/json' },
      },
    ),
  );
}

const UNCHECKED = /^It cannot be checked yet: see below which answers it needs/;

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));

const maintenance = { hostname: 'heart.example', mode: 'on' };
const warning = preflightFinding({ severity: 'warning', where: {} });
const warns: Gen3Api['preflight'] = async request =>
  edited(request, { findings: [warning] });

describe('Review of an edit of one commons', () => {
  it('asks about the edit, and says what it does, what changes and what stays behind', async () => {
    const asked: unknown[] = [];
    show({
      answers: maintenance,
      api: {
        preflight: async request => {
          asked.push(request);
          const answer = edited(request);
          return {
            ...answer,
            edit: answer.edit && {
              ...answer.edit,
              leftovers: ['Databases of fence', 'The DNS name `heart.example`'],
            },
          };
        },
        preview: async request => {
          asked.push(request);
          return previewResponse({ risks: [previewRisk()] });
        },
      },
    });
    expect(await screen.findByText('Change heart.example')).toBeInTheDocument();
    expect(await screen.findByText('1 risk to think of')).toBeInTheDocument();
    const left = screen.getByRole('region', { name: 'What stays behind (2)' });
    expect(
      within(left)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Databases of fence', 'The DNS name heart.example']);
    expect(
      screen.getByRole('tab', { name: 'Objects (2)' }),
    ).toBeInTheDocument();
    const request = { edit: { kind: 'maintenance', ...maintenance } };
    expect(asked).toEqual([request, request]);
  });

  it('lets a warning pass with a reason that names the commons, and not without one', async () => {
    const { created } = show({
      answers: maintenance,
      api: { preflight: warns },
    });
    const reason = await screen.findByRole('textbox', { name: /^Why is this/ });
    await press('Review');
    expect(reason).toBeInvalid();
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
    await userEvent.type(reason, 'Planned');
    await press('Review');
    await press('Create');
    expect(created).toEqual([
      {
        ...maintenance,
        accept: [
          { hostname: 'heart.example', id: warning.id, reason: 'Planned' },
        ],
      },
    ]);
  });

  it('shows a refusal as what it is, once, and does not go on', async () => {
    const refuse = async () => {
      throw await refusal(
        409,
        'Maintenance of heart.example is on already. Choose "off"',
      );
    };
    show({ answers: maintenance, api: { preflight: refuse, preview: refuse } });
    const said = /is on already. Choose "off"\.$/;
    expect(await screen.findByText(said)).toHaveTextContent(/^Error/i);
    expect(screen.queryByText(/could not check/)).not.toBeInTheDocument();
    await press('Review');
    expect(
      await screen.findByText(/^It cannot be proposed like this/, {
        selector: 'p',
      }),
    ).toBeInTheDocument();
    expect(screen.getAllByText(said)).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });

  it.each([
    [
      'nobody chose a commons',
      {},
      'maintenance',
      /these are known: Hostname/,
      UNCHECKED,
    ],
    [
      'an answer has another form',
      { ...maintenance, mode: 'maybe' },
      'maintenance',
      /form of these answers is wrong: mode/,
      UNCHECKED,
    ],
    [
      'the template names another kind',
      maintenance,
      'destroy',
      /of the kind "destroy", which there is not/,
      /of the kind "destroy", which there is not/,
    ],
  ])('does not go on when %s', async (_, answers, kind, message, problem) => {
    show({ answers, kind, api: { preflight } });
    expect(await screen.findByText(message)).toBeInTheDocument();
    await press('Review');
    expect(
      await screen.findByText(problem, { selector: 'p' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });
});

describe('Review of an upgrade of several commons', () => {
  const upgrade = {
    waves: [['heart.example'], ['lung.example', 'hub.example']],
    release: '2026.11',
  };

  it('does not say that a change has no risks when nobody rendered its chart', async () => {
    show({
      answers: upgrade,
      kind: 'upgrade',
      api: { preflight, preview: async () => previewOfFiles() },
    });
    await screen.findByText('3 of 3 changes checked');
    await press('Change lung.example');
    expect(
      await screen.findByText('0 errors, 0 warnings, 2 files, risks not known'),
    ).toBeInTheDocument();
  });

  it('has a line for each commons by wave, and asks for a preview when one is opened', async () => {
    const previewed: unknown[] = [];
    show({
      answers: upgrade,
      kind: 'upgrade',
      api: {
        preflight,
        preview: async request => {
          previewed.push(request);
          return previewResponse({ risks: [previewRisk()] });
        },
      },
    });
    expect(
      await screen.findByText('3 of 3 changes checked'),
    ).toBeInTheDocument();
    const second = screen.getByRole('list', { name: 'Wave 2' });
    expect(
      within(second)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Change lung.example0 errors, 0 warnings, 1 file',
      'Change hub.example0 errors, 0 warnings, 1 file',
    ]);
    expect(previewed).toEqual([]);
    await press('Change lung.example');
    expect(
      await within(second).findByText(
        '0 errors, 0 warnings, 2 files, high risk',
      ),
    ).toBeInTheDocument();
    expect(previewed).toEqual([
      {
        edit: expect.objectContaining({
          kind: 'upgrade',
          hostname: 'lung.example',
          release: '2026.11',
        }),
      },
    ]);
  });

  it('asks about no more than four at once', async () => {
    const waiting: (() => void)[] = [];
    const hostnames = ['a', 'b', 'c', 'd', 'e', 'f'].map(n => `${n}.example`);
    show({
      answers: { ...upgrade, waves: [hostnames] },
      kind: 'upgrade',
      api: {
        preflight: async request => {
          await new Promise<void>(resolve => waiting.push(resolve));
          return edited(request);
        },
      },
    });
    expect(
      await screen.findByText('0 of 6 changes checked'),
    ).toBeInTheDocument();
    expect(waiting).toHaveLength(4);
    waiting[0]?.();
    expect(
      await screen.findByText('1 of 6 changes checked'),
    ).toBeInTheDocument();
    expect(waiting).toHaveLength(5);
  });

  it('takes one reason for all that have the same warning', async () => {
    const { created } = show({
      answers: upgrade,
      kind: 'upgrade',
      api: { preflight: warns },
    });
    await press('Change heart.example');
    await userEvent.type(
      await screen.findByRole('textbox', { name: /^Why is this fine/ }),
      'Tested',
    );
    await press('Review');
    expect(
      await screen.findByText(/lung.example: 1 warning without a reason/, {
        selector: 'p',
      }),
    ).toBeInTheDocument();
    await press('Use this reason for 2 other commons that have it');
    await press('Review');
    await press('Create');
    const { id } = warning;
    expect(created).toMatchObject([
      {
        accept: ['heart.example', 'lung.example', 'hub.example'].map(
          hostname => ({ hostname, id, reason: 'Tested' }),
        ),
      },
    ]);
  });

  it('says of which commons an upgrade cannot be proposed, and does not go on', async () => {
    show({
      answers: upgrade,
      kind: 'upgrade',
      api: {
        preflight: async request => {
          const answer = edited(request);
          if (answer.edit?.title === 'Change lung.example') {
            throw await refusal(409, 'It runs 2026.11 already. Leave it out');
          }
          return answer;
        },
      },
    });
    expect(await screen.findByText('cannot be proposed')).toBeInTheDocument();
    await press('Review');
    expect(
      await screen.findByText(
        'lung.example: It runs 2026.11 already. Leave it out.',
        { selector: 'p' },
      ),
    ).toBeInTheDocument();
  });

  // It named answers as the interface does.
  it('leads to the line that says which answers cannot be read', async () => {
    show({
      answers: { ...upgrade, release: 7 },
      kind: 'upgrade',
      api: { preflight },
    });
    await press('Review');
    expect(
      await screen.findByText(
        /^lung.example: It cannot be checked yet: open its line below/,
        { selector: 'p' },
      ),
    ).toBeInTheDocument();
    expect(screen.queryByText(/: release/)).not.toBeInTheDocument();
  });
});
