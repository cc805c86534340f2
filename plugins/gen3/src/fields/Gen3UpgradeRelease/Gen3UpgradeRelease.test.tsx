import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createFakeGen3Api } from '../../__testUtils__/createFakeGen3Api';
import { renderWizard } from '../../__testUtils__/renderWizard';
import { gen3UpgradeRelease } from './field';

/** As the template of upgrades has it. */
const RELEASE = {
  type: 'string',
  pattern: '^\\d{4}\\.(0[1-9]|1[0-2])$',
  errorMessage: { pattern: 'Gen3 release is no monthly release.' },
  'ui:field': 'Gen3UpgradeRelease',
};

const show = (release?: string) =>
  renderWizard({
    api: {
      ...createFakeGen3Api(),
      getLaunchOptions: async () => ({
        releases: [
          { release: '2026.11', commons: 0 },
          { release: '2026.10', commons: 3 },
        ],
        clusterNames: [],
        services: [],
      }),
    },
    fields: [gen3UpgradeRelease],
    pages: [{ release: RELEASE }],
    answers: release === undefined ? undefined : { release },
  });

const input = () => screen.findByRole('textbox', { name: 'Gen3 release' });

describe('Field for the release of an upgrade', () => {
  it('offers the releases, and leads to the notes of the chosen one', async () => {
    const { created } = show();
    await userEvent.click(await input());
    await userEvent.keyboard('{ArrowDown}');
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent?.trim())).toEqual([
      '2026.11 of no commons yet',
      '2026.10 of 3 commons',
    ]);
    await userEvent.click(
      await screen.findByRole('option', { name: /^2026.11/ }),
    );
    const link = await screen.findByRole('link', {
      name: 'Release notes of 2026.11',
    });
    expect(link).toHaveAttribute(
      'href',
      expect.stringMatching(/releases\/2026\/11\/gen3-release-notes.md$/),
    );
    expect(link).toHaveAttribute('target', '_blank');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(created).toEqual([{ release: '2026.11' }]);
  });

  it('refuses what is no release, and has no notes of it', async () => {
    show('2026.13');
    await input();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      await screen.findByText('Gen3 release is no monthly release.'),
    ).toBeInTheDocument();
    expect(await input()).toHaveAttribute('aria-invalid', 'true');
  });

  it('may stay empty: single services can have tags of their own', async () => {
    show();
    await input();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      await screen.findByRole('button', { name: 'Create' }),
    ).toBeInTheDocument();
  });
});
