import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createFakeGen3Api } from '../../__testUtils__/createFakeGen3Api';
import {
  launchAnswers,
  preflightFinding,
  preflightResponse,
} from '../../__testUtils__/preflightFixtures';
import {
  previewObject,
  previewOfFiles,
  previewResponse,
  previewRisk,
} from '../../__testUtils__/previewFixtures';
import { refusal } from '../../__testUtils__/refusal';
import { renderWizard } from '../../__testUtils__/renderWizard';
import { Gen3Api } from '../../api/Gen3Api';
import { gen3Review } from './field';

const REVIEW = {
  accept: {
    type: 'array',
    default: [],
    items: {
      type: 'object',
      properties: { id: { type: 'string' }, reason: { type: 'string' } },
    },
    'ui:field': 'Gen3Review',
  },
};

function showReview(api: Partial<Gen3Api> = {}) {
  return renderWizard({
    api: { ...createFakeGen3Api(), ...api },
    fields: [gen3Review],
    pages: [REVIEW],
    answers: launchAnswers,
  });
}

const facts = async () =>
  within(await screen.findByRole('region', { name: 'What it would change' }))
    .findAllByRole('listitem')
    .then(items => items.map(({ textContent }) => textContent));

const openTab = async (name: RegExp) =>
  userEvent.click(await screen.findByRole('tab', { name }));

describe('Review of a launch', () => {
  it('says in a few words how much changes, what it needs and how risky it is', async () => {
    showReview();
    expect(await facts()).toEqual([
      '2 files in git',
      '2 added, 0 changed, 0 removed of 2 objects',
      '2 services',
      '1 workload: 0.4 CPU and 1.2 GiB requested',
      '1 secret to create first: lung-db',
      'No risk seen',
      'The cluster is not asked.',
    ]);
    expect(
      screen.getByText(
        'Chart a1b2c3d4 (master of https://github.com/uc-cdis/gen3-helm.git)',
      ),
    ).toBeInTheDocument();
  });

  it('shows high and medium risks, and folds away the low ones', async () => {
    const low = previewRisk({
      id: 'database-job',
      severity: 'low',
      what: 'The job fence-dbcreate works on a database',
    });
    showReview({
      preview: async () => previewResponse({ risks: [previewRisk(), low] }),
    });

    const risks = within(await screen.findByRole('list', { name: 'Risks' }));
    expect(risks.getAllByRole('listitem')).toHaveLength(1);
    expect(risks.getByRole('listitem')).toHaveTextContent(
      'high risk The volume claim data disappears. Argo CD removes it when it prunes. (PersistentVolumeClaim data)',
    );
    expect(screen.getByText('1 low risk')).toBeInTheDocument();
    expect(screen.getByText('2 risks to think of')).toBeInTheDocument();
  });

  it('lets a warning pass with a reason, which stays while one looks at the files and comes back', async () => {
    const warning = preflightFinding({ severity: 'warning' });
    const { created } = showReview({
      preflight: async () => preflightResponse({ findings: [warning] }),
    });
    const reason = /Why is this fine\? "lung.example" is taken/;
    await userEvent.type(
      await screen.findByRole('textbox', { name: reason }),
      'It moves',
    );
    await openTab(/^Files/);
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    await openTab(/^Findings/);
    expect(screen.getByRole('textbox', { name: reason })).toHaveValue(
      'It moves',
    );

    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Back' }));
    expect(await screen.findByRole('textbox', { name: reason })).toHaveValue(
      'It moves',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(created).toEqual([
      {
        ...launchAnswers,
        accept: [{ id: warning.id, where: 'hostname', reason: 'It moves' }],
      },
    ]);
  });

  it('takes a reason for each of several warnings of one check', async () => {
    const findings = ['fence', 'indexd'].map(service =>
      preflightFinding({
        severity: 'warning',
        where: { key: `${service}.image.tag` },
        what: `The tag of ${service} moves`,
      }),
    );
    const { created } = showReview({
      preflight: async () => preflightResponse({ findings }),
    });
    const fence = await screen.findByRole('textbox', { name: /tag of fence/ });
    await userEvent.type(fence, 'A demo');
    const indexd = screen.getByRole('textbox', { name: /tag of indexd/ });
    expect(indexd).toHaveValue('');
    await userEvent.type(indexd, 'A fix');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    const { id } = preflightFinding();
    expect(created).toMatchObject([
      {
        accept: [
          { id, where: 'fence.image.tag', reason: 'A demo' },
          { id, where: 'indexd.image.tag', reason: 'A fix' },
        ],
      },
    ]);
  });

  it('moves between its parts with the arrow keys', async () => {
    showReview();
    const findings = await screen.findByRole('tab', { name: 'Findings (0)' });
    await screen.findByRole('tab', { name: 'Objects (2)' });
    act(() => findings.focus());
    await userEvent.keyboard('{ArrowRight}');
    const files = screen.getByRole('tab', { name: 'Files (2)' });
    expect(files).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(files).toHaveAttribute('aria-selected', 'true');
    expect(
      screen.getByRole('tabpanel', { name: 'Files (2)' }),
    ).toBeInTheDocument();
  });

  it('has the files as a tree, and shows the one that is chosen', async () => {
    showReview();
    await openTab(/^Files/);
    const tree = within(
      screen.getByRole('navigation', { name: 'Files of the change' }),
    );
    expect(tree.getAllByRole('listitem').map(li => li.textContent)).toEqual([
      'lung/values/values.yamlapp.yaml',
      'values/values.yaml',
      'values.yaml',
      'app.yaml',
    ]);
    expect(
      screen.getByRole('table', { name: 'Difference of lung/app.yaml' }),
    ).toBeInTheDocument();

    act(() => tree.getByRole('button', { name: 'values.yaml' }).focus());
    await userEvent.keyboard('{Enter}');
    expect(
      tree.getByRole('button', { name: 'values.yaml', current: true }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('table', {
        name: 'Difference of lung/values/values.yaml',
      }),
    ).toHaveTextContent('enabled: true');
  });

  it('has the objects by service, and draws nothing of one that nobody opened', async () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      previewObject({ kind: 'ConfigMap', name: `map-${index}` }),
    );
    const changed = previewObject({
      kind: 'Service',
      name: 'wts',
      service: 'wts',
      change: 'changed',
      before: 'port: 80\n',
      after: 'port: 8080\n',
    });
    showReview({
      preview: async () => previewResponse({ objects: [...many, changed] }),
    });
    await openTab(/^Objects/);
    const groups = screen.getByRole('list', { name: 'Objects by service' });
    expect(within(groups).getAllByRole('listitem')).toHaveLength(2);
    expect(groups).toHaveTextContent(
      'Workspace token service1 changedFence300 added',
    );
    expect(screen.queryByText(/map-1/)).not.toBeInTheDocument();

    const service = within(groups).getByRole('button', {
      name: 'Workspace token service',
      expanded: false,
    });
    act(() => service.focus());
    await userEvent.keyboard('{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Service wts' }));
    expect(
      screen.getByRole('table', { name: 'Difference of Service wts' }),
    ).toHaveTextContent('port: 8080');
  });

  it('says shortly what helm says, whole if somebody wants it, and asks again', async () => {
    const message = `The chart does not render: ${'template: '.repeat(60)}`;
    const answers = [
      async () => {
        throw await refusal(message);
      },
      async () => previewResponse(),
    ];
    showReview({
      preview: () => (answers.shift() ?? (async () => previewResponse()))(),
    });
    expect(
      await screen.findByText('The change cannot be shown.'),
    ).toBeInTheDocument();
    expect(screen.getByText('The whole message')).toBeInTheDocument();
    expect(screen.getByText(message.trim())).toBeInTheDocument();
    // What preflight found is there all the same.
    expect(
      screen.getByRole('tab', { name: 'Findings (0)' }),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('tab', { name: 'Objects (2)' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByText('The change cannot be shown.'),
    ).not.toBeInTheDocument();
  });

  it('shows the files, says why it knows no more, and asks again, when the chart cannot be rendered', async () => {
    const answers = [previewOfFiles()];
    showReview({ preview: async () => answers.shift() ?? previewResponse() });
    expect(
      await screen.findByText(
        /^The chart cannot be rendered: there is no helm\./,
      ),
    ).toHaveTextContent('Which risks the change has is not known.');
    expect(screen.getByText('2 files in git')).toBeInTheDocument();
    expect(screen.queryByText('No risk seen')).not.toBeInTheDocument();
    expect(screen.queryByRole('tab', { name: /Objects/ })).toBeNull();
    await userEvent.click(screen.getByRole('tab', { name: 'Files (2)' }));
    expect(
      screen.getByRole('table', { name: 'Difference of lung/app.yaml' }),
    ).toHaveTextContent('kind: Application');

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('tab', { name: 'Objects (2)' }),
    ).toBeInTheDocument();
    expect(screen.getByText('No risk seen')).toBeInTheDocument();
  });

  it('says that it renders while it does, and stops when one goes', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    showReview({
      preview: (_, options) => {
        signals.push(options?.signal);
        return new Promise(() => {});
      },
    });
    expect(await screen.findByText(/^Rendering the chart/)).toBeInTheDocument();
    await screen.findByText('Nothing found.');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await waitFor(() =>
      expect(signals.map(signal => signal?.aborted)).toEqual([true]),
    );
  });
});
