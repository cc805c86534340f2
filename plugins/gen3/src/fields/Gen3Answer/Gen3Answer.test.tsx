import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createFakeGen3Api } from '../../__testUtils__/createFakeGen3Api';
import {
  launchAnswers,
  preflightFinding,
  preflightResponse,
} from '../../__testUtils__/preflightFixtures';
import { renderWizard } from '../../__testUtils__/renderWizard';
import { gen3Answer } from './field';

const field = (answer: string, more: object = {}) => ({
  type: 'string',
  'ui:field': 'Gen3Answer',
  'ui:options': { answer },
  ...more,
});

const PAGE = {
  namespace: field('namespace', {
    title: 'Namespace',
    description: 'It takes one commons.',
  }),
  tier: field('tier', { title: 'Tier', enum: ['qa', 'staging'] }),
};

const show = (
  findings = [preflightFinding({ where: { field: 'namespace' } })],
) =>
  renderWizard({
    api: {
      ...createFakeGen3Api(),
      preflight: async () => preflightResponse({ findings }),
    },
    fields: [gen3Answer],
    pages: [PAGE],
    answers: { ...launchAnswers, namespace: 'Kube System!' },
  });

describe('Field of an answer that has no field of its own', () => {
  it('says below it what is wrong, and keeps people from the next page', async () => {
    const { created } = show();
    const status = await screen.findByRole('status', { name: /Namespace/ });
    expect(
      await screen.findByText(preflightFinding().what, { exact: false }),
    ).toBeInTheDocument();
    expect(status).toHaveTextContent(preflightFinding().what);
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      await screen.findByRole('textbox', { name: 'Namespace' }),
    ).toHaveValue('Kube System!');
    expect(created).toEqual([]);
  });

  it('draws a text and a choice as the form does, with what they are for', async () => {
    const { created } = show([]);
    await screen.findByText('It takes one commons.');
    const text = screen.getByRole('textbox', { name: 'Namespace' });
    await userEvent.clear(text);
    await userEvent.type(text, 'lung');
    await userEvent.click(screen.getByLabelText('Tier'));
    await userEvent.click(await screen.findByRole('option', { name: 'qa' }));
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(created).toMatchObject([{ namespace: 'lung', tier: 'qa' }]);
  });

  it('says what holds for a clone in its place, where the template does', async () => {
    renderWizard({
      api: createFakeGen3Api(),
      fields: [gen3Answer],
      pages: [
        {
          login: field('login', {
            description: 'One test user.',
            'ui:options': { answer: 'login', inClone: 'As the other has it.' },
          }),
          namespace: PAGE.namespace,
        },
      ],
      answers: { mode: 'clone' },
    });
    await screen.findByText('As the other has it.');
    expect(screen.queryByText('One test user.')).not.toBeInTheDocument();
    expect(screen.getByText('It takes one commons.')).toBeInTheDocument();
  });

  it('tells the author of a template that names no answer', async () => {
    renderWizard({
      api: createFakeGen3Api(),
      fields: [gen3Answer],
      pages: [{ nose: field('nose') }],
    });
    expect(
      await screen.findByText(/ui:options.answer has to name an answer/),
    ).toBeInTheDocument();
  });
});
