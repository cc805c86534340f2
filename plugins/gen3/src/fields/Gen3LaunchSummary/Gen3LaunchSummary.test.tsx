import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createFakeGen3Api } from '../../__testUtils__/createFakeGen3Api';
import { narrowScreen, widenScreen } from '../../__testUtils__/narrowScreen';
import {
  launchAnswers,
  preflightFinding,
  preflightResponse,
} from '../../__testUtils__/preflightFixtures';
import {
  previewOfFiles,
  previewResponse,
} from '../../__testUtils__/previewFixtures';
import { renderWizard } from '../../__testUtils__/renderWizard';
import { Gen3Api } from '../../api/Gen3Api';
import { gen3LaunchSummary } from './field';

const PAGE = {
  soFar: { type: 'null', 'ui:field': 'Gen3LaunchSummary' },
  title: { type: 'string', title: 'Title' },
  tier: { type: 'string', title: 'Nearness', enum: ['qa', 'staging'] },
};

function showSummary(
  api: Partial<Gen3Api> = {},
  answers: Record<string, string> = launchAnswers,
  pages: Parameters<typeof renderWizard>[0]['pages'] = [PAGE, PAGE],
) {
  return renderWizard({
    api: { ...createFakeGen3Api(), ...api },
    fields: [gen3LaunchSummary],
    pages,
    answers,
  });
}

const summary = () =>
  screen.findByRole('complementary', { name: 'What this means so far' });

const facts = async () =>
  within(await summary())
    .getAllByRole('definition')
    .map(({ textContent }) => textContent);

const typeTitle = () =>
  userEvent.type(screen.getByRole('textbox', { name: 'Title' }), 'L');

describe('Summary of a launch so far', () => {
  it('says what the answers mean, and what is to be done first', async () => {
    showSummary();
    await screen.findByText('0.4 CPU, 1.2 GiB of memory');
    expect(await facts()).toEqual([
      'lung.example (production)',
      '2 on',
      '0.4 CPU, 1.2 GiB of memory',
      'nothing to mend',
      'lung-db',
    ]);
    expect(screen.queryByText(/Being brought/)).not.toBeInTheDocument();
  });

  it('is no answer, on no page', async () => {
    const { created } = showSummary();
    await summary();
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Back' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Next' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Review' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(JSON.stringify(created)).toBe(JSON.stringify([launchAnswers]));
  });

  it('says what is still needed, and complains of none of it', async () => {
    const previews: unknown[] = [];
    showSummary(
      {
        preflight: async () =>
          preflightResponse({
            findings: [
              preflightFinding({ where: { field: 'owner' } }),
              preflightFinding({ where: { field: 'title' } }),
            ],
          }),
        preview: async request => {
          previews.push(request);
          return previewResponse();
        },
      },
      { hostname: 'lung.example' },
    );
    await screen.findByText('Still needed: Owner, GitOps repository, Cluster.');
    await screen.findByText('2 on');
    expect(await facts()).toEqual([
      'lung.example (production)',
      '2 on',
      'not known yet',
      '1 error:Title',
      'lung-db',
    ]);
    expect(previews).toEqual([]);
  });

  it('knows nothing of a commons without a name', async () => {
    showSummary({}, {});
    await screen.findByText('This fills up once the commons has a name.');
    expect(await facts()).toEqual(Array(5).fill('not known yet'));
  });

  it('keeps what it says while it asks about new answers, and does not read it out', async () => {
    const answers = [async () => previewResponse()];
    showSummary({
      preview: () => (answers.shift() ?? (() => new Promise(() => {})))(),
    });
    await screen.findByText('0.4 CPU, 1.2 GiB of memory');
    await typeTitle();
    await screen.findByText('Being brought up to date.');
    expect(await facts()).toContain('0.4 CPU, 1.2 GiB of memory');
    expect(within(await summary()).queryByRole('status')).toBeNull();
    expect(within(await summary()).queryByRole('alert')).toBeNull();
  });

  it('says that the chart is rendered while it is', async () => {
    showSummary({ preview: () => new Promise(() => {}) });
    expect(await screen.findByText('being rendered')).toBeInTheDocument();
    expect(await screen.findByText('2 on')).toBeInTheDocument();
  });

  it('says what still holds when only the files are known', async () => {
    showSummary({ preview: async () => previewOfFiles() });
    await screen.findByText(
      /^CPU and memory are not known: The chart cannot be rendered: there is no helm\./,
    );
    expect(await facts()).toContain('2 on');
    expect(await facts()).toContain('not known yet');
  });

  it('says what still holds when the chart does not render, and asks again', async () => {
    const failure = async () => {
      throw new Error('helm is not installed');
    };
    const answers = [failure, failure];
    showSummary({
      preview: () => (answers.shift() ?? (async () => previewResponse()))(),
    });
    await screen.findByText(
      /^CPU and memory are not known: helm is not installed\. Everything else holds\./,
    );
    expect(await facts()).toContain('2 on');
    await userEvent.click(screen.getByRole('button', { name: 'Ask again' }));
    expect(
      await screen.findByText('0.4 CPU, 1.2 GiB of memory'),
    ).toBeInTheDocument();
  });

  it('says that the answers stay when preflight fails, and does not pass off what it said before as new', async () => {
    const answers = [async () => preflightResponse()];
    const failure = async () => {
      throw new Error('no database');
    };
    showSummary({ preflight: () => (answers.shift() ?? failure)() });
    await screen.findByText('2 on');
    await typeTitle();
    expect(
      await screen.findByText(
        /^This could not be brought up to date: no database\. Your answers stay\./,
      ),
    ).toBeInTheDocument();
    expect(await facts()).not.toContain('2 on');
  });

  it('leads to what is wrong on this page, and names what is on another with its page', async () => {
    const errorAt = (field: string) => preflightFinding({ where: { field } });
    const later = {
      cluster: { type: 'string', title: 'Where it runs' },
      serviceChoice: { type: 'object', title: 'What it can do' },
    };
    showSummary(
      {
        preflight: async () =>
          preflightResponse({
            findings: [
              errorAt('title'),
              errorAt('cluster'),
              // Both are answers of one field.
              errorAt('services'),
              errorAt('withoutServices'),
              preflightFinding({ where: { key: 'fence.image.tag' } }),
              preflightFinding({
                severity: 'warning',
                where: { field: 'tier' },
              }),
            ],
          }),
      },
      launchAnswers,
      [PAGE, later],
    );
    await screen.findByText('5 errors', { exact: false, selector: 'div' });
    const panel = within(await summary());
    // One that wraps in a line with others is centred in a block of its own, with their commas around it.
    expect(
      panel.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual([
      'Title',
      'Where it runs (page Page 2)',
      'What it can do (page Page 2)',
      'fence.image.tag',
      'Nearness',
    ]);
    expect(panel.getByRole('button', { name: 'Title' })).toHaveClass(
      'MuiTypography-alignLeft',
    );
    expect(panel.getAllByRole('button')).toHaveLength(2);
    await userEvent.click(panel.getByRole('button', { name: 'Title' }));
    expect(screen.getByRole('textbox', { name: 'Title' })).toHaveFocus();
    await userEvent.click(panel.getByRole('button', { name: 'Nearness' }));
    expect(screen.getByLabelText('Nearness')).toHaveFocus();
  });

  describe('on a narrow screen', () => {
    beforeEach(narrowScreen);
    afterEach(widenScreen);

    // Errors stood last in a line that was cut.
    it('says first what is to be mended', async () => {
      showSummary({
        preflight: async () =>
          preflightResponse({ findings: [preflightFinding()] }),
      });
      expect(await screen.findByText(/^1 error, 2 services, /)).toBeVisible();
    });

    it('is one line that opens', async () => {
      showSummary();
      const line = await screen.findByText(
        '2 services, 0.4 CPU and 1.2 GiB requested, 1 secret to create first',
      );
      expect(screen.getByText('lung-db')).not.toBeVisible();
      await userEvent.click(line);
      expect(screen.getByText('lung-db')).toBeVisible();
    });
  });
});
