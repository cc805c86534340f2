import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createFakeGen3Api } from '../../__testUtils__/createFakeGen3Api';
import { source, sourcesResponse } from '../../__testUtils__/fixtures';
import { renderWizard } from '../../__testUtils__/renderWizard';
import { Gen3Api } from '../../api/Gen3Api';
import { gen3Source } from './field';

const show = (getSources: Gen3Api['getSources']) =>
  renderWizard({
    api: { ...createFakeGen3Api(), getSources },
    fields: [gen3Source],
    pages: [{ source: { type: 'string', 'ui:field': 'Gen3Source' } }],
  });

const gitops = (id: string) =>
  source({ id, type: 'gitops', relationship: 'managed', target: `${id}.git` });

const list = async () =>
  screen.findByRole('button', { name: /GitOps repository/ });

describe('Field for the GitOps repository', () => {
  it('offers those that take changes, by keyboard, too', async () => {
    const { created } = show(async () =>
      sourcesResponse([
        gitops('a'),
        gitops('b'),
        source({ id: 'list', type: 'static', relationship: 'managed' }),
        source({ id: 'them', type: 'gitops', relationship: 'associated' }),
      ]),
    );
    await screen.findByText('GitOps repository', { selector: 'label' });
    const button = await list();
    act(() => button.focus());
    await userEvent.keyboard('{ArrowDown}');
    const options = within(await screen.findByRole('listbox'));
    expect(
      options.getAllByRole('option').map(({ textContent }) => textContent),
    ).toEqual(['a (a.git)', 'b (b.git)']);
    await userEvent.click(options.getByRole('option', { name: 'b (b.git)' }));
    expect(await list()).toHaveTextContent('b (b.git)');

    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Back' }));
    expect(await list()).toHaveTextContent('b (b.git)');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(created).toEqual([{ source: 'b' }]);
  });

  it('chooses the only one by itself', async () => {
    show(async () => sourcesResponse([gitops('only')]));
    expect(await screen.findByText('only (only.git)')).toBeInTheDocument();
  });

  it('says that the list could not be read, and asks again', async () => {
    const answers = [
      async () => {
        throw new Error('no database');
      },
      async () => {
        throw new Error('no database');
      },
    ];
    show(() =>
      (answers.shift() ?? (async () => sourcesResponse([gitops('only')])))(),
    );
    expect(
      await screen.findByText(/The list of repositories could not be read/),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('only (only.git)')).toBeInTheDocument();
  });
});
