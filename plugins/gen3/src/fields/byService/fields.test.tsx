import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createFakeGen3Api } from '../../__testUtils__/createFakeGen3Api';
import { renderWizard } from '../../__testUtils__/renderWizard';
import { gen3ImageTags, gen3Replicas } from './fields';

const show = (field: 'Gen3ImageTags' | 'Gen3Replicas', answers = {}) =>
  renderWizard({
    api: createFakeGen3Api(),
    fields: [gen3ImageTags, gen3Replicas],
    pages: [
      {
        values: {
          title: 'By service',
          type: 'object',
          'ui:field': field,
        },
      },
    ],
    answers: { values: answers },
  });

const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));

const service = () => screen.getByRole('combobox', { name: 'Service' });

describe('Field for numbers of pods', () => {
  it('adds a line with a service of the list and a number', async () => {
    const { created } = show('Gen3Replicas');
    await press('Add a service');
    expect(
      screen.getByRole('button', { name: 'Add a service' }),
    ).toBeDisabled();
    await userEvent.selectOptions(service(), 'sheepdog');
    await userEvent.type(
      screen.getByRole('spinbutton', { name: 'Pods: sheepdog' }),
      '3',
    );
    await press('Review');
    await press('Create');
    expect(created).toEqual([{ values: { sheepdog: 3 } }]);
  });

  it('offers each service once, and removes a line', async () => {
    const { created } = show('Gen3Replicas', { fence: 2, indexd: 1 });
    await press('Add a service');
    const [, , third] = screen.getAllByRole('combobox', { name: 'Service' });
    const names = [...(third?.querySelectorAll('option') ?? [])].map(
      ({ value }) => value,
    );
    expect(names).toContain('sheepdog');
    expect(names).not.toContain('fence');
    await press('Remove fence');
    expect(
      screen.getByRole('button', { name: 'Add a service' }),
    ).toBeDisabled();
    await press('Remove Service');
    expect(screen.getByRole('button', { name: 'Add a service' })).toBeEnabled();
    await press('Review');
    await press('Create');
    expect(created).toEqual([{ values: { indexd: 1 } }]);
  });

  it.each([
    ['a line without a service', { '': 3 }, /Choose a service/],
    ['a line without a number', { fence: '' }, /fence: write 0 to 100/],
    ['a number that is too large', { fence: 101 }, /fence: write 0 to 100/],
    ['half a pod', { fence: 1.5 }, /fence: write 0 to 100/],
  ])('refuses %s', async (_, answers, message) => {
    show('Gen3Replicas', answers);
    await press('Review');
    expect(
      await screen.findByText(message, { selector: 'p' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });
});

describe('Field for tags of single services', () => {
  it('keeps its lines on the way back', async () => {
    const { created } = show('Gen3ImageTags', { fence: '13.3.0' });
    const tag = () => screen.findByRole('textbox', { name: 'Tag: fence' });
    expect(await tag()).toHaveValue('13.3.0');
    await press('Review');
    await press('Back');
    await userEvent.type(await tag(), '-rc');
    await press('Review');
    await press('Create');
    expect(created).toEqual([{ values: { fence: '13.3.0-rc' } }]);
  });

  it('shows a service that the portal does not know, as it was written', async () => {
    show('Gen3ImageTags', { ours: '1.0.0' });
    await screen.findByRole('textbox', { name: 'Tag: ours' });
    expect(service()).toHaveValue('ours');
  });

  it('refuses what cannot be a tag', async () => {
    show('Gen3ImageTags', { fence: 'bad tag!' });
    await press('Review');
    expect(
      await screen.findByText(/fence: "bad tag!" cannot be a tag/, {
        selector: 'p',
      }),
    ).toBeInTheDocument();
  });
});
