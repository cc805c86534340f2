import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createFakeGen3Api } from '../../__testUtils__/createFakeGen3Api';
import { renderWizard } from '../../__testUtils__/renderWizard';
import { gen3ConfirmHostname } from './field';

const show = () =>
  renderWizard({
    api: createFakeGen3Api(),
    fields: [gen3ConfirmHostname],
    pages: [
      {
        hostname: { type: 'string' },
        confirm: { type: 'string', 'ui:field': 'Gen3ConfirmHostname' },
      },
    ],
    answers: { hostname: 'heart.example' },
  });

describe('Field that wants a hostname once more', () => {
  // It was said on another page, and called "confirm", which no field is.
  it('refuses another one where it is typed', async () => {
    show();
    const input = await screen.findByLabelText('Hostname');
    await userEvent.type(input, 'lung.example');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      await screen.findByText(
        'This is not the hostname of the commons: type heart.example to retire it.',
        { selector: 'p' },
      ),
    ).toBeVisible();
    expect(input).toHaveAttribute('aria-invalid', 'true');
    expect(input).toHaveValue('lung.example');

    await userEvent.clear(input);
    await userEvent.type(input, 'heart.example ');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      await screen.findByRole('button', { name: 'Create' }),
    ).toBeInTheDocument();
  });
});
