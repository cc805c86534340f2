import { Entity } from '@backstage/catalog-model';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createFakeGen3Api } from '../../__testUtils__/createFakeGen3Api';
import { editOptions, openChange } from '../../__testUtils__/editFixtures';
import { managedCommons } from '../../__testUtils__/entities';
import { refusal } from '../../__testUtils__/refusal';
import { renderWizard } from '../../__testUtils__/renderWizard';
import { Gen3Api } from '../../api/Gen3Api';
import { gen3Commons } from './field';

const show = (
  given: Partial<Gen3Api> = {},
  hostname?: string,
  entities: Entity[] = [],
) => {
  return renderWizard({
    api: { ...createFakeGen3Api(), ...given },
    fields: [gen3Commons],
    pages: [{ hostname: { type: 'string', 'ui:field': 'Gen3Commons' } }],
    answers: hostname === undefined ? undefined : { hostname },
    entities: [
      managedCommons('heart.example'),
      managedCommons('old.example', 'retired'),
      ...entities,
    ],
  });
};

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

describe('What the field says of the commons', () => {
  const says = async (text: string | RegExp) =>
    expect(await screen.findByText(text)).toBeInTheDocument();

  it.each([
    ['2026.10', 'Now: release 2026.10, maintenance mode off.'],
    ['mixed', 'Now: tags of no single release, maintenance mode off.'],
    [undefined, 'Now: no release named, maintenance mode off.'],
  ])('is how it is now: %s', async (release, text) => {
    const asked: unknown[] = [];
    show(
      {
        getCommonsEditOptions: async commons => {
          asked.push(commons);
          return editOptions({ release });
        },
      },
      'heart.example',
    );
    await says(text);
    expect(asked).toEqual([{ namespace: 'default', name: 'heart.example' }]);
    expect(screen.queryByText(/open change/)).not.toBeInTheDocument();
  });

  // It was asked about "default/lung.example", which there was not.
  it('is about the commons of this hostname, whatever its entity is called', async () => {
    const asked: unknown[] = [];
    const called = (name: string, lifecycle?: string) => {
      const { metadata, ...entity } = managedCommons('lung.example', lifecycle);
      return { ...entity, metadata: { ...metadata, namespace: 'csoc', name } };
    };
    show(
      {
        getCommonsEditOptions: async commons => {
          asked.push(commons);
          return editOptions();
        },
      },
      'lung.example',
      [called('lung-before', 'retired'), called('lung')],
    );
    await says(/^Now: release/);
    expect(asked).toEqual([{ namespace: 'csoc', name: 'lung' }]);
  });

  it('is nothing while the hostname is none', async () => {
    show({}, 'heart_');
    await input();
    expect(screen.queryByText(/Now:/)).not.toBeInTheDocument();
    expect(screen.queryByText('Looking into git')).not.toBeInTheDocument();
  });

  it('is about what somebody has typed, once that is whole', async () => {
    const asked: string[] = [];
    show({
      getCommonsEditOptions: async ({ name }) => {
        asked.push(name);
        return editOptions();
      },
    });
    await userEvent.type(await input(), 'heart.example');
    await says(/^Now: release/);
    expect(asked).toContain('heart.example');
    expect(asked).not.toContain('heart.e');
  });

  it.each([
    [
      'open',
      /It has an open change: .* wait until that has ended, or close it/,
    ],
    ['merged', /It has a change that is merged/],
  ] as const)('names a change that is %s', async (state, text) => {
    show(
      {
        getCommonsEditOptions: async () =>
          editOptions({ openChange: { ...openChange, state } }),
      },
      'heart.example',
    );
    const title = await screen.findByText(/Scale fence to 3/);
    const notice = title.closest('[role=status]');
    expect(notice).toHaveTextContent(text);
    expect(notice).toHaveTextContent('proposed by alma-reyes');
  });

  it('is why it cannot be changed', async () => {
    const refused = await refusal('"heart.example" is retired');
    show(
      {
        getCommonsEditOptions: async () => {
          throw refused;
        },
      },
      'heart.example',
    );
    expect(
      await screen.findByText(
        'It cannot be changed here. "heart.example" is retired.',
      ),
    ).toBeInTheDocument();
  });

  it('is that it is not known, which keeps nobody', async () => {
    show(
      {
        getCommonsEditOptions: async () => {
          throw new Error('no database');
        },
      },
      'heart.example',
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Review' }),
    );
    expect(
      await screen.findByRole('button', { name: 'Create' }),
    ).toBeInTheDocument();
  });
});
