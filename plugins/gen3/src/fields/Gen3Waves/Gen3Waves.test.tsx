import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createFakeGen3Api } from '../../__testUtils__/createFakeGen3Api';
import { editOptions, openChange } from '../../__testUtils__/editFixtures';
import { managedCommons } from '../../__testUtils__/entities';
import { refusal } from '../../__testUtils__/refusal';
import { renderWizard } from '../../__testUtils__/renderWizard';
import { Gen3Api } from '../../api/Gen3Api';
import { gen3Waves } from './field';

const show = (waves?: string[][], given: Partial<Gen3Api> = {}) =>
  renderWizard({
    api: { ...createFakeGen3Api(), ...given },
    fields: [gen3Waves],
    pages: [
      {
        waves: {
          type: 'array',
          items: { type: 'array', items: { type: 'string' } },
          'ui:field': 'Gen3Waves',
        },
      },
    ],
    answers: waves && { waves },
    entities: ['heart.example', 'hub.example', 'lung.example'].map(hostname =>
      managedCommons(hostname),
    ),
  });

const wave = (name: string) => screen.findByRole('textbox', { name });
const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));

async function optionsOf(name: string) {
  await userEvent.click(await wave(name));
  await userEvent.keyboard('{ArrowDown}');
  const options = await screen.findAllByRole('option');
  return options.map(option => option.textContent?.trim());
}

describe('Field for waves of commons', () => {
  it('has one wave that is called as the field, with several commons', async () => {
    const { created } = show();
    expect(await optionsOf('Commons')).toEqual([
      'heart.example',
      'hub.example',
      'lung.example',
    ]);
    await userEvent.keyboard('{Enter}');
    await userEvent.type(await wave('Commons'), 'lung{ArrowDown}{Enter}');
    expect(
      screen.getByText(/^One change for each commons. The next wave begins/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Remove wave/ })).toBeNull();
    await press('Review');
    await press('Create');
    expect(created).toEqual([{ waves: [['heart.example', 'lung.example']] }]);
  });

  it('adds a wave, offers each commons once, and keeps all on the way back', async () => {
    const { created } = show([['heart.example']]);
    await press('Add a wave');
    expect(await wave('Wave 2')).toHaveFocus();
    expect(await optionsOf('Wave 2')).toEqual(['hub.example', 'lung.example']);
    await userEvent.keyboard('{Enter}');
    await press('Review');
    await press('Back');
    expect(await wave('Wave 2')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'hub.example' }),
    ).toBeInTheDocument();
    await press('Review');
    await press('Create');
    expect(created).toEqual([{ waves: [['heart.example'], ['hub.example']] }]);
  });

  it('removes a wave, and does not lose the focus', async () => {
    const { created } = show([['heart.example'], ['hub.example']]);
    await press('Remove wave 1');
    expect(await wave('Commons')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Add a wave' })).toHaveFocus();
    await press('Review');
    await press('Create');
    expect(created).toEqual([{ waves: [['hub.example']] }]);
  });

  it('takes a whole hostname that somebody typed and left, and no half one', async () => {
    const { created } = show();
    await userEvent.type(await wave('Commons'), 'kidney.example');
    await userEvent.tab();
    await userEvent.type(await wave('Commons'), 'liver');
    await press('Review');
    await press('Create');
    expect(created).toEqual([{ waves: [['kidney.example']] }]);
  });
});

describe('What the field says of the commons', () => {
  it('is the release of the only one', async () => {
    show([['heart.example']]);
    expect(
      await screen.findByText('Now: release 2026.10, maintenance mode off.'),
    ).toBeInTheDocument();
  });

  it('is how each is, by its name', async () => {
    const refused = await refusal('nothing takes changes of it');
    show([['heart.example', 'hub.example'], ['lung.example']], {
      getCommonsEditOptions: async ({ name }) => {
        if (name === 'lung.example') throw refused;
        return name === 'heart.example'
          ? editOptions()
          : editOptions({ release: '2026.09', openChange });
      },
    });
    const text =
      /^heart.example: Now: release 2026.10.*hub.example: Now: release 2026.09.*It has an open change: Scale fence.*lung.example: It cannot be changed here. Nothing takes/i;
    await waitFor(() =>
      expect(
        screen
          .getAllByRole('status')
          .map(({ textContent }) => textContent)
          .join(),
      ).toMatch(text),
    );
  });
});

describe('Validation of waves', () => {
  it.each([
    ['no commons', [[]], /Choose at least one commons/],
    [
      'a wave without a commons',
      [['heart.example'], []],
      /Wave 2 has no commons: choose one, or remove the wave/,
    ],
    [
      'a commons twice',
      [['heart.example'], ['heart.example']],
      /"heart.example" is chosen twice/,
    ],
    ['what is no hostname', [['Heart']], /"Heart" has upper-case letters/],
  ])('refuses %s', async (_, waves, message) => {
    show(waves);
    await wave(waves.length > 1 ? 'Wave 1' : 'Commons');
    await press('Review');
    expect(
      await screen.findByText(message, { selector: 'p' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });
});
