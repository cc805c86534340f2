import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createFakeGen3Api } from '../../__testUtils__/createFakeGen3Api';
import { editOptions } from '../../__testUtils__/editFixtures';
import { ended } from '../../__testUtils__/ended';
import { renderWizard } from '../../__testUtils__/renderWizard';
import { gen3RetireStep } from './field';

type Mode = 'on' | 'off';

/** The field in the form of a commons whose maintenance mode is that, or not known. */
function show(maintenance: Mode | undefined) {
  let now = maintenance;
  const api = {
    ...createFakeGen3Api(),
    getCommonsEditOptions: async () => {
      if (!now) throw new Error('no database');
      return editOptions({ maintenance: now });
    },
  };
  renderWizard({
    api,
    fields: [gen3RetireStep],
    pages: [
      {
        step: {
          title: 'Step',
          type: 'string',
          default: 'stand-down',
          enum: ['stand-down', 'remove'],
          'ui:field': 'Gen3RetireStep',
        },
      },
    ],
    answers: { hostname: 'heart.example' },
  });
  return {
    api,
    /** Somebody merges the first step. */
    standDown: () => {
      now = 'on';
    },
  };
}

const choose = async (name: RegExp) =>
  userEvent.click(await screen.findByRole('radio', { name }));
const goOn = () =>
  userEvent.click(screen.getByRole('button', { name: 'Review' }));
const reviewed = () => screen.findByRole('button', { name: 'Create' });

describe('Field for the step of a retirement', () => {
  it('is a group with a name, and begins with the first', async () => {
    show('off');
    expect(
      await screen.findByRole('group', { name: 'Step' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('radio', { name: /Stand down/ }),
    ).toBeChecked();
  });

  it.each([
    ['off', /Its users do not see the maintenance page: begin with the first/],
    ['on', /Its users see the maintenance page: the second may follow/],
  ] as const)(
    'says which step follows while maintenance mode is %s',
    async (now, text) => {
      show(now);
      expect(await screen.findByText(text)).toBeVisible();
    },
  );

  // It was refused two pages later, after the hostname had been typed once more.
  it('refuses to remove what is not stood down, until somebody has merged that', async () => {
    const { standDown } = show('off');
    await choose(/Remove/);
    await goOn();
    expect(
      await screen.findByText(
        /heart.example is not stood down: its users do not see the maintenance page/,
        { selector: 'p' },
      ),
    ).toBeVisible();
    standDown();
    await goOn();
    expect(await reviewed()).toBeInTheDocument();
  });

  it('leaves it to the next page where git cannot be read', async () => {
    const { api } = show(undefined);
    await ended(api);
    await choose(/Remove/);
    await goOn();
    expect(await reviewed()).toBeInTheDocument();
  });
});
