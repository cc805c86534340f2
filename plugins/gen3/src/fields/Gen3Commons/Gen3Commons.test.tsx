import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createFakeGen3Api } from '../../__testUtils__/createFakeGen3Api';
import { managedCommons } from '../../__testUtils__/entities';
import { renderWizard } from '../../__testUtils__/renderWizard';
import { gen3Commons } from './field';

const show = () =>
  renderWizard({
    api: createFakeGen3Api(),
    fields: [gen3Commons],
    pages: [{ hostname: { type: 'string', 'ui:field': 'Gen3Commons' } }],
    entities: [
      managedCommons('heart.example'),
      managedCommons('old.example', 'retired'),
    ],
  });

const input = () => screen.findByRole('textbox', { name: 'Commons' });

describe('Field for one commons', () => {
  it('offers commons that can be changed, and keeps the chosen one on the way back', async () => {
    const { created } = show();
    await userEvent.click(await input());
    await userEvent.keyboard('{ArrowDown}');
    const options = await screen.findAllByRole('option');
    expect(options.map(option => option.textContent?.trim())).toEqual([
      'heart.example',
    ]);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Back' }));
    expect(await input()).toHaveValue('heart.example');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(created).toEqual([{ hostname: 'heart.example' }]);
  });

  it('takes what is typed when it is a hostname, and says what is wrong when not', async () => {
    show();
    await userEvent.type(await input(), 'Lung');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      await screen.findByText(/"Lung" has upper-case letters/, {
        selector: 'p',
      }),
    ).toBeInTheDocument();

    await userEvent.clear(await input());
    await userEvent.type(await input(), 'lung.example');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      await screen.findByRole('button', { name: 'Create' }),
    ).toBeInTheDocument();
  });
});
