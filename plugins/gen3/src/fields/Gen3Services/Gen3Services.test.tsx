import { OfferedService } from '@gen3-csoc/backstage-plugin-gen3-common';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createFakeGen3Api } from '../../__testUtils__/createFakeGen3Api';
import {
  preflightFinding,
  preflightResponse,
} from '../../__testUtils__/preflightFixtures';
import { renderWizard } from '../../__testUtils__/renderWizard';
import { gen3Services } from './field';

const PAGE = {
  serviceChoice: { type: 'object', 'ui:field': 'Gen3Services' },
};

function showServices(options: {
  entities?: Parameters<typeof renderWizard>[0]['entities'];
  answers?: Parameters<typeof renderWizard>[0]['answers'];
  findings?: ReturnType<typeof preflightFinding>[];
  offered?: OfferedService[];
}) {
  const { answers = {}, findings = [], entities } = options;
  const { offered = [] } = options;
  return renderWizard({
    api: {
      ...createFakeGen3Api(),
      preflight: async () => preflightResponse({ findings }),
      getLaunchOptions: async () => ({
        releases: [],
        clusterNames: [],
        services: offered,
      }),
    },
    fields: [gen3Services],
    pages: [PAGE],
    entities,
    answers: { hostname: 'lung.example', ...answers },
  });
}

const clonedCommons = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: {
    name: 'heart.example',
    annotations: {
      'gen3.org/hostname': 'heart.example',
      'gen3.org/services': 'arborist,fence,portal,sower',
    },
  },
};

const box = (name: string) => screen.getByRole('checkbox', { name });

const open = (bundle: string) =>
  userEvent.click(
    screen.getByRole('button', { name: `${bundle}: single services` }),
  );

const toReview = async () =>
  userEvent.click(await screen.findByRole('button', { name: 'Review' }));

describe('Services of a launch', () => {
  it('has the usual bundles on, with a line about each', async () => {
    showServices({});
    const bundles = within(
      await screen.findByRole('group', { name: 'Bundles' }),
    );
    expect(bundles.getAllByRole('checkbox')).toHaveLength(7);
    expect(box('Core')).toBeChecked();
    expect(box('Front end')).toBeChecked();
    expect(box('Workspaces')).not.toBeChecked();
    expect(box('Imaging')).toHaveAccessibleDescription(
      /^Store and viewer for medical images/,
    );
  });

  it('begins with less for a member of a mesh', async () => {
    showServices({ answers: { mode: 'mesh-node' } });
    await screen.findByText('5 services are on.');
    expect(box('Core')).not.toBeChecked();
  });

  it('begins with what the commons has that is cloned', async () => {
    showServices({
      answers: { mode: 'clone', cloneOf: 'heart.example' },
      entities: [clonedCommons],
    });
    await screen.findByText('4 services are on.');
    expect(box('Front end')).toBeChecked();
    expect(box('Front end')).toBeDisabled();
    expect(box('Front end')).toHaveAccessibleDescription(
      /The clone has it already\./,
    );
    expect(box('Core')).not.toBeChecked();
    expect(box('Core')).toHaveAccessibleDescription(
      /The clone has these of it already: Arborist, Fence\./,
    );
    expect(box('Imaging')).not.toHaveAccessibleDescription(/The clone has/);
    await open('Others');
    expect(box('Sower')).toBeChecked();
    expect(
      screen.getByText(/^The clone has what the other commons has/),
    ).toBeInTheDocument();
  });

  it('lets a bundle be chosen that brings more than the clone has', async () => {
    showServices({
      answers: {
        mode: 'clone',
        cloneOf: 'heart.example',
        frontendRoot: 'gen3ff',
      },
      entities: [clonedCommons],
    });
    await screen.findByText('4 services are on.');
    expect(box('Front end')).toBeEnabled();
    expect(box('Front end')).not.toBeChecked();
    expect(box('Front end')).toHaveAccessibleDescription(
      /The clone has these of it already: [^,]*\./,
    );
    await userEvent.click(box('Front end'));
    expect(screen.getByText('5 services are on.')).toBeInTheDocument();
    expect(box('Front end')).toBeChecked();
  });

  it('has a bundle of the clone back of which one was switched off', async () => {
    showServices({
      answers: {
        mode: 'clone',
        cloneOf: 'heart.example',
        serviceChoice: { withoutServices: ['portal'] },
      },
      entities: [clonedCommons],
    });
    await screen.findByText('3 services are on.');
    expect(box('Front end')).not.toBeChecked();
    await userEvent.click(box('Front end'));
    expect(screen.getByText('4 services are on.')).toBeInTheDocument();
  });

  it('switches on what a service needs, says for whom, and lets it go no sooner', async () => {
    const { created } = showServices({});
    await screen.findByText('9 services are on.');
    await open('Data explorer');
    expect(box('ETL')).toBeEnabled();

    act(() => box('Guppy').focus());
    await userEvent.keyboard(' ');
    expect(box('Guppy')).toBeChecked();
    expect(box('ETL')).toBeChecked();
    expect(box('ETL')).toBeDisabled();
    expect(box('ETL')).toHaveAccessibleDescription(/Needed by Guppy\.$/);
    expect(
      screen.getByText(
        '11 services are on. On because others need them: ETL (needed by Guppy).',
      ),
    ).toHaveAttribute('role', 'status');

    await userEvent.click(box('Guppy'));
    expect(box('ETL')).not.toBeChecked();
    await userEvent.click(box('Guppy'));
    await toReview();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(created).toEqual([
      {
        hostname: 'lung.example',
        serviceChoice: { services: ['guppy'] },
      },
    ]);
  });

  it('goes without one of a bundle, and has it back', async () => {
    showServices({});
    await screen.findByText('9 services are on.');
    await open('Core');
    await userEvent.click(box('Workspace token service'));
    expect(screen.getByText('8 services are on.')).toBeInTheDocument();
    expect(box('Core')).toBeChecked();
    await userEvent.click(box('Workspace token service'));
    expect(screen.getByText('9 services are on.')).toBeInTheDocument();
  });

  it("offers the organisation's own services beside Gen3's", async () => {
    const { created } = showServices({
      offered: [
        {
          name: 'variant-browser',
          title: 'Variant browser',
          description: 'Looks into variants.',
          bundle: 'other',
          enabledByDefault: false,
          dependsOn: ['guppy'],
        },
      ],
    });
    await screen.findByText('9 services are on.');
    await open('Others');
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Variant browser' }),
    );
    expect(screen.getByText(/Guppy \(needed by/)).toHaveTextContent(
      '12 services are on.',
    );
    await toReview();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(created).toMatchObject([
      { serviceChoice: { services: ['variant-browser'] } },
    ]);
  });

  it('keeps what was chosen when one goes on and comes back', async () => {
    showServices({});
    await screen.findByText('9 services are on.');
    await userEvent.click(box('Imaging'));
    await toReview();
    await userEvent.click(await screen.findByRole('button', { name: 'Back' }));
    expect(
      await screen.findByRole('checkbox', { name: 'Imaging' }),
    ).toBeChecked();
  });

  it('says where one can read more about each, and which need more than the chart', async () => {
    showServices({});
    await screen.findByText('9 services are on.');
    await open('Core');
    expect(
      screen.getByRole('link', { name: 'Read more about Fence' }),
    ).toHaveAttribute('href', 'https://github.com/uc-cdis/fence');
    expect(box('Audit service')).toHaveAccessibleDescription(
      /Needs more than the chart/,
    );
  });

  it('shows what preflight finds about services, and does not go on with an error', async () => {
    const finding = preflightFinding({
      id: 'service-dependencies',
      where: { field: 'withoutServices' },
      what: 'indexd is off, and sheepdog needs it',
      fix: 'Switch indexd on',
    });
    showServices({
      answers: { serviceChoice: { withoutServices: ['indexd'] } },
      findings: [finding],
    });
    await screen.findByText(/indexd is off, and sheepdog needs it\./);
    expect(
      screen.getByRole('status', {
        name: 'What the portal found about Services',
      }),
    ).toHaveTextContent('Switch indexd on.');
    await toReview();
    expect(
      await screen.findByText(/^'Service Choice' indexd is off/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });
});
