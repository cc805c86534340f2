import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createFakeGen3Api } from '../../__testUtils__/createFakeGen3Api';
import { renderWizard } from '../../__testUtils__/renderWizard';
import { gen3ImageTags, gen3Replicas } from './fields';

const show = (
  field: 'Gen3ImageTags' | 'Gen3Replicas',
  answers = {},
  others: Parameters<typeof renderWizard>[0]['answers'] = {},
) =>
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
    answers: { values: answers, ...others },
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

/** Names of the services that the only line can be about. */
const offered = async () => {
  await screen.findByRole('combobox', { name: 'Service' });
  return [...service().querySelectorAll('option')]
    .map(({ value }) => value)
    .filter(value => value !== '');
};

describe('Field for numbers of pods of a commons', () => {
  const commons = { hostname: 'heart.example' };

  // Services that are off were offered, and refused at the end.
  it('offers services that are on and that one number can scale', async () => {
    show('Gen3Replicas', {}, commons);
    expect(
      await screen.findByText(
        'Not offered, because one number cannot set their pods: ETL.',
      ),
    ).toBeInTheDocument();
    await press('Add a service');
    expect(await offered()).toEqual(['fence', 'guppy', 'sheepdog']);
  });

  it.each([
    ['fence', 'now 2'],
    ['guppy', 'now at least 1: it scales by itself'],
    ['sheepdog', "now the chart's own number"],
    ['hatchery', 'not on in heart.example'],
    ['etl', 'one number cannot set its pods'],
  ])('says of %s: %s', async (name, now) => {
    show('Gen3Replicas', { [name]: 3 }, commons);
    expect(await screen.findByText(now)).toBeInTheDocument();
    expect(
      screen.getByRole('spinbutton', { name: `Pods: ${name}` }),
    ).toHaveAccessibleDescription(now);
  });
});

describe('Field for tags of single services of a commons', () => {
  it.each([
    ['fence', 'now 13.3.0'],
    ['sheepdog', "now the chart's own tag"],
    ['etl', "now the chart's own tag"],
  ])('says of %s: %s', async (name, now) => {
    show('Gen3ImageTags', { [name]: '1.0.0' }, { waves: [['heart.example']] });
    expect(await screen.findByText(now)).toBeInTheDocument();
    expect(await offered()).toEqual(['etl', 'fence', 'guppy', 'sheepdog']);
  });

  it.each([
    ['several commons', { waves: [['heart.example', 'lung.example']] }],
    // Of a launch: there is no such commons yet.
    ['a hostname', { hostname: 'heart.example' }],
  ])('says nothing, and offers all services, for %s', async (_, others) => {
    show('Gen3ImageTags', { fence: '1.0.0' }, others);
    expect(await offered()).toContain('hatchery');
    expect(screen.queryByText(/^now /)).not.toBeInTheDocument();
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

  it('refuses the next step while a line has no service, and lets it pass when the line is removed', async () => {
    const { created } = show('Gen3ImageTags');
    await press('Add a service');
    await press('Review');
    expect(
      await screen.findByText(/Choose a service/, { selector: 'p' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
    await press('Remove Service');
    await press('Review');
    await press('Create');
    expect(created).toEqual([{ values: {} }]);
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
