import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createFakeGen3Api } from '../../__testUtils__/createFakeGen3Api';
import { editOptions } from '../../__testUtils__/editFixtures';
import { preflightResponse } from '../../__testUtils__/preflightFixtures';
import { refusal } from '../../__testUtils__/refusal';
import { renderWizard } from '../../__testUtils__/renderWizard';
import { gen3RetireStep } from './field';

type Mode = 'on' | 'off';

const NOT_STOOD_DOWN = '"heart.example" is not stood down';

/** The field in the form of a commons whose maintenance mode is that, or not known, at a portal that may refuse what is asked. */
async function show(options: {
  maintenance?: Mode;
  fails?: Error;
  /** Names that the template has for the steps. */
  enumNames?: string[];
}) {
  const { maintenance, fails, enumNames } = options;
  const world = { fails };
  const asked: unknown[] = [];
  const api = {
    ...createFakeGen3Api(),
    getCommonsEditOptions: async () => {
      if (!maintenance) throw new Error('no database');
      return editOptions({ maintenance });
    },
    preflight: async (request: unknown) => {
      asked.push(request);
      if (world.fails) throw world.fails;
      return preflightResponse();
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
          ...(enumNames && { enumNames }),
          'ui:field': 'Gen3RetireStep',
        },
      },
    ],
    answers: { hostname: 'heart.example', confirm: 'heart' },
  });
  return {
    asked,
    /** Somebody merges the first step. */
    standDown: () => {
      world.fails = undefined;
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
    await show({ maintenance: 'off' });
    expect(
      await screen.findByRole('group', { name: 'Step' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('radio', { name: /Stand down/ }),
    ).toBeChecked();
  });

  it('calls the steps what the template does, and so does the review', async () => {
    await show({ maintenance: 'on', enumNames: ['Tell users', 'Take away'] });
    await choose(/Take away/);
    expect(screen.getByRole('radio', { name: 'Tell users' })).not.toBeChecked();
    await goOn();
    await reviewed();
    expect(screen.getByText('Take away')).toBeVisible();
  });

  it.each([
    ['off', /maintenance mode is off: begin with the first/],
    ['on', /maintenance mode is on: the second may follow/],
  ] as const)(
    'says which step follows while maintenance mode is %s',
    async (maintenance, text) => {
      await show({ maintenance });
      expect(await screen.findByText(text)).toBeVisible();
    },
  );

  // It was refused on the next page, and the one before had known.
  it('refuses what the portal refuses, until somebody has merged the first step', async () => {
    const { standDown, asked } = await show({
      maintenance: 'off',
      fails: await refusal(NOT_STOOD_DOWN),
    });
    await choose(/Remove/);
    await goOn();
    expect(
      await screen.findByText(`${NOT_STOOD_DOWN}.`, { selector: 'p' }),
    ).toBeVisible();
    standDown();
    await goOn();
    expect(await reviewed()).toBeInTheDocument();
    // The hostname that is typed once more has a field of its own, which says what is wrong with it.
    expect(asked[0]).toEqual({
      edit: {
        kind: 'retire',
        hostname: 'heart.example',
        step: 'remove',
        confirm: 'heart.example',
      },
    });
  });

  it('leaves it to the next page where the portal does not answer', async () => {
    const { asked } = await show({ fails: new Error('no database') });
    await choose(/Remove/);
    await goOn();
    expect(
      await screen.findByRole('button', { name: 'Create' }, { timeout: 5_000 }),
    ).toBeInTheDocument();
    expect(asked.length).toBeGreaterThan(0);
  });
});
