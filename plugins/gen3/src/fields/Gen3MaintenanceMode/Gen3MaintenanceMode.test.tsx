import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createFakeGen3Api } from '../../__testUtils__/createFakeGen3Api';
import { editOptions } from '../../__testUtils__/editFixtures';
import { ended } from '../../__testUtils__/ended';
import { renderWizard } from '../../__testUtils__/renderWizard';
import { queryClientOf } from '../../hooks/queryClientOf';
import { gen3MaintenanceMode } from './field';

type Mode = 'on' | 'off';

/** The field in the form of a commons whose maintenance mode is that, or not known. */
function show(maintenance: Mode | undefined, mode?: Mode) {
  let now = maintenance;
  const api = {
    ...createFakeGen3Api(),
    getCommonsEditOptions: async () => {
      if (!now) throw new Error('no database');
      return editOptions({ maintenance: now });
    },
  };
  const { created } = renderWizard({
    api,
    fields: [gen3MaintenanceMode],
    pages: [
      {
        mode: {
          title: 'Maintenance mode',
          type: 'string',
          enum: ['on', 'off'],
          'ui:field': 'Gen3MaintenanceMode',
        },
      },
    ],
    answers: { hostname: 'heart.example', ...(mode && { mode }) },
  });
  return {
    api,
    created,
    /** A colleague's change is merged, and git is read again. */
    becomes: async (changed: Mode) => {
      now = changed;
      await act(() => queryClientOf(api).refetchQueries());
    },
  };
}

const radio = (name: string) => screen.findByRole('radio', { name });

const create = async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Review' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Create' }));
};

describe('Field for the maintenance mode', () => {
  it.each([
    ['off', 'On', 'on'],
    ['on', 'Off', 'off'],
  ] as const)('preselects what is not %s', async (now, label, mode) => {
    const { created } = show(now);
    await waitFor(async () => expect(await radio(label)).toBeChecked());
    await create();
    expect(created).toEqual([{ hostname: 'heart.example', mode }]);
  });

  it('leaves what somebody has chosen, and says that nothing would change', async () => {
    show('on');
    await waitFor(async () => expect(await radio('Off')).toBeChecked());
    await userEvent.click(await radio('On'));
    expect(
      await screen.findByText(/It is on already, so nothing would change/),
    ).toBeInTheDocument();
    expect(await radio('On')).toBeChecked();
  });

  // What was chosen, or given by a link, became the opposite of what git said, whenever that was.
  it('leaves the mode that a link gives', async () => {
    const { api, created } = show('off', 'off');
    await ended(api);
    expect(
      await screen.findByText(/It is off already, so nothing would change/),
    ).toBeInTheDocument();
    await create();
    expect(created).toEqual([{ hostname: 'heart.example', mode: 'off' }]);
  });

  it('leaves what it has preselected when git changes meanwhile', async () => {
    const { created, becomes } = show('off');
    await waitFor(async () => expect(await radio('On')).toBeChecked());
    await becomes('on');
    expect(
      await screen.findByText(/It is on already, so nothing would change/),
    ).toBeInTheDocument();
    await create();
    expect(created).toEqual([{ hostname: 'heart.example', mode: 'on' }]);
  });

  it('keeps what was chosen on the way back', async () => {
    show('off');
    await waitFor(async () => expect(await radio('On')).toBeChecked());
    await userEvent.click(await radio('Off'));
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Back' }));
    expect(await radio('Off')).toBeChecked();
    expect(await radio('On')).not.toBeChecked();
  });

  it('preselects nothing while it is not known', async () => {
    const { api } = show(undefined);
    await ended(api);
    expect(await radio('On')).not.toBeChecked();
    expect(await radio('Off')).not.toBeChecked();
  });

  it('is a group with a name', async () => {
    show('off');
    expect(
      await screen.findByRole('group', { name: 'Maintenance mode' }),
    ).toBeInTheDocument();
  });
});
