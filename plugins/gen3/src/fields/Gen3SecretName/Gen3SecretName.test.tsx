import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createFakeGen3Api } from '../../__testUtils__/createFakeGen3Api';
import {
  preflightFinding,
  preflightResponse,
} from '../../__testUtils__/preflightFixtures';
import { renderWizard } from '../../__testUtils__/renderWizard';
import { gen3SecretName } from './field';

const PAGE = {
  databaseSecret: { type: 'string', 'ui:field': 'Gen3SecretName' },
};

const show = (answers: Parameters<typeof renderWizard>[0]['answers'] = {}) =>
  renderWizard({
    api: {
      ...createFakeGen3Api(),
      preflight: async () =>
        preflightResponse({
          findings: [
            preflightFinding({
              where: { field: 'databaseSecret' },
              severity: 'warning',
              what: 'The secret heart-db is not in the cluster',
            }),
          ],
        }),
    },
    fields: [gen3SecretName],
    pages: [PAGE],
    answers,
  });

const input = () =>
  screen.findByRole('textbox', { name: 'Name of the secret' });

describe('Field for the name of a secret', () => {
  it('keeps a name, also on the way back', async () => {
    const { created } = show();
    await userEvent.type(await input(), 'prod/heart-db');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Back' }));
    expect(await input()).toHaveValue('prod/heart-db');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(created).toEqual([{ databaseSecret: 'prod/heart-db' }]);
  });

  it('offers the name that it would have, to be taken by keyboard', async () => {
    show({ hostname: 'lung.example' });
    const field = await input();
    await userEvent.click(field);
    await screen.findByRole('option', { name: /east-aurora-master-password/ });
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(field).toHaveValue('east-aurora-master-password');
  });

  it('removes what may be a value, and shows it nowhere', async () => {
    show();
    const field = await input();
    await userEvent.click(field);
    await userEvent.paste('{"password": "hush"}');
    expect(field).toHaveValue('');
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/may be a value/);
    expect(document.body).not.toHaveTextContent('hush');

    await userEvent.type(field, 'heart-db');
    expect(field).toBeValid();
    expect(field).not.toHaveAccessibleDescription(/may be a value/);
  });

  it('shows beside it what preflight finds about that answer', async () => {
    show({ hostname: 'lung.example', databaseSecret: 'heart-db' });
    const field = await input();
    await waitFor(() =>
      expect(field).toHaveAccessibleDescription(
        /The secret heart-db is not in the cluster/,
      ),
    );
  });
});
