import { Entity } from '@backstage/catalog-model';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createFakeGen3Api } from '../__testUtils__/createFakeGen3Api';
import {
  preflightFinding,
  preflightResponse,
} from '../__testUtils__/preflightFixtures';
import { renderWizard } from '../__testUtils__/renderWizard';
import { Gen3Api } from '../api/Gen3Api';
import {
  gen3CloneOf,
  gen3Cluster,
  gen3Dictionary,
  gen3Hostname,
  gen3Mesh,
  gen3Release,
} from './answerFields';

const FIELDS = {
  hostname: gen3Hostname,
  cloneOf: gen3CloneOf,
  cluster: gen3Cluster,
  release: gen3Release,
  meshHub: gen3Mesh,
  dictionaryUrl: gen3Dictionary,
};

function showField(options: {
  answer: keyof typeof FIELDS;
  api?: Partial<Gen3Api>;
  entities?: Entity[];
  answers?: Parameters<typeof renderWizard>[0]['answers'];
}) {
  const { answer, api, entities, answers } = options;
  const field = FIELDS[answer];
  return renderWizard({
    api: { ...createFakeGen3Api(), ...api },
    fields: [field],
    pages: [{ [answer]: { type: 'string', 'ui:field': field.name } }],
    answers,
    entities,
  });
}

const commons = (
  name: string,
  annotations: Record<string, string>,
  lifecycle = 'production',
) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name, title: `The ${name}`, annotations },
  spec: { type: 'gen3-commons', lifecycle },
});

const cluster = (title: string, source: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: title, title, annotations: { 'gen3.org/source': source } },
  spec: { type: 'kubernetes-cluster' },
});

const optionsOf = async () =>
  (await screen.findAllByRole('option')).map(({ textContent }) =>
    textContent?.trim(),
  );

const created = async ({ created: all }: ReturnType<typeof renderWizard>) => {
  await userEvent.click(await screen.findByRole('button', { name: 'Review' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Create' }));
  return all[0];
};

describe('Field for the hostname', () => {
  it('shows beside it what preflight finds, and says so to who cannot see it', async () => {
    showField({
      answer: 'hostname',
      api: {
        preflight: async ({ ...request }) =>
          preflightResponse({
            findings: JSON.stringify(request).includes('lung.example')
              ? [preflightFinding()]
              : [],
          }),
      },
    });
    const input = await screen.findByRole('textbox', { name: 'Hostname' });
    await userEvent.type(input, 'lung.example');
    await waitFor(() => expect(input).toBeInvalid());
    expect(input).toHaveAccessibleDescription(/"lung.example" is taken/);

    await userEvent.clear(input);
    await userEvent.type(input, 'kidney.example');
    await waitFor(() => expect(input).toBeValid());
  });

  // The line "Checking" came and went above findings, and the click on Next hit what had moved under the pointer.
  it('keeps the room for saying that it checks, with findings and without an answer', async () => {
    const answers = [
      async () => preflightResponse({ findings: [preflightFinding()] }),
    ];
    showField({
      answer: 'hostname',
      answers: { hostname: 'lung.example' },
      api: {
        preflight: () => (answers.shift() ?? (() => new Promise(() => {})))(),
      },
    });
    const found = await screen.findByRole('status', { name: /Hostname/ });
    const room = { minHeight: '24px' };
    await within(found).findByText(/is taken/);
    expect(found.firstChild).toBeEmptyDOMElement();
    expect(found.firstChild).toHaveStyle(room);

    const input = screen.getByRole('textbox', { name: 'Hostname' });
    await userEvent.type(input, 's');
    expect(await within(found).findByText('Checking')).toHaveStyle(room);
    expect(found).toHaveTextContent('is taken');

    await userEvent.clear(input);
    expect(found.firstChild).toHaveStyle(room);
  });

  it('does not go on with an error', async () => {
    showField({
      answer: 'hostname',
      answers: { hostname: 'lung.example' },
      api: {
        preflight: async () =>
          preflightResponse({ findings: [preflightFinding()] }),
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Review' }),
    );
    expect(await screen.findByText(/^'Hostname'/)).toHaveTextContent(
      'is taken',
    );
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });

  it('asks again when the portal did not answer', async () => {
    const answers = [
      async () => {
        throw new TypeError('Failed to fetch');
      },
      async () => {
        throw new TypeError('Failed to fetch');
      },
    ];
    showField({
      answer: 'hostname',
      answers: { hostname: 'lung.example' },
      api: {
        preflight: () =>
          (answers.shift() ?? (async () => preflightResponse()))(),
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    await waitFor(() =>
      expect(screen.queryByText(/could not check/)).not.toBeInTheDocument(),
    );
  });
});

describe('Field for the release', () => {
  const releases = [
    { release: '2026.10', commons: 1 },
    { release: '2026.07', commons: 12 },
    { release: '2026.06', commons: 0 },
  ];
  const api = {
    getLaunchOptions: async () => ({
      releases,
      clusterNames: [],
      services: [],
    }),
  };

  it('offers those that the fleet runs, by keyboard, too', async () => {
    const wizard = showField({ answer: 'release', api });
    const input = await screen.findByRole('textbox', { name: 'Gen3 release' });
    act(() => input.focus());
    await userEvent.keyboard('{ArrowDown}');
    expect(await optionsOf()).toEqual([
      '2026.10 of 1 commons',
      '2026.07 of 12 commons',
      '2026.06 of no commons yet',
    ]);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(input).toHaveValue('2026.07');
    expect(await created(wizard)).toEqual({ release: '2026.07' });
  });

  it('takes what is typed, keeps it on the way back, and lets it be cleared', async () => {
    const wizard = showField({ answer: 'release', api });
    const name = { name: 'Gen3 release' };
    await userEvent.type(await screen.findByRole('textbox', name), '2026.12');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Back' }));
    const input = await screen.findByRole('textbox', name);
    expect(input).toHaveValue('2026.12');
    await userEvent.clear(input);
    expect(await created(wizard)).not.toHaveProperty('release', '2026.12');
  });

  it('says that there is nothing to choose from, and still takes what is typed', async () => {
    showField({
      answer: 'release',
      api: {
        getLaunchOptions: async () => {
          throw new Error('no database');
        },
      },
    });
    expect(
      await screen.findByText(/could not be read: type it/),
    ).toBeInTheDocument();
    const input = screen.getByRole('textbox', { name: 'Gen3 release' });
    await userEvent.type(input, '2026.10');
    expect(input).toHaveValue('2026.10');
  });
});

describe('Field for the cluster', () => {
  it('offers clusters by source, the chosen one first, as their source calls them', async () => {
    showField({
      answer: 'cluster',
      answers: { source: 'gitops' },
      entities: [
        cluster('west', 'a-list'),
        cluster('organprod', 'gitops'),
        cluster('hubprod', 'gitops'),
      ],
      api: {
        getLaunchOptions: async () => ({
          releases: [],
          clusterNames: [
            { source: 'gitops', name: 'prod', cluster: 'organprod' },
          ],
          services: [],
        }),
      },
    });
    await userEvent.click(
      await screen.findByRole('textbox', { name: 'Cluster' }),
    );
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(async () =>
      expect(await optionsOf()).toEqual(['hubprod', 'prod', 'west']),
    );
    const groups = within(screen.getByRole('listbox'));
    expect(groups.getByText('Source gitops')).toBeInTheDocument();
    expect(groups.getByText('Source a-list')).toBeInTheDocument();
  });
});

describe('Field for the commons that is cloned', () => {
  const entities = [
    commons('heart.example', {
      'gen3.org/hostname': 'heart.example',
      'gen3.org/relationship': 'managed',
      'gen3.org/gitops-path': 'heart/app.yaml',
    }),
    commons('listed.example', {
      'gen3.org/hostname': 'listed.example',
      'gen3.org/relationship': 'managed',
    }),
    commons('theirs.example', {
      'gen3.org/hostname': 'theirs.example',
      'gen3.org/relationship': 'associated',
      'gen3.org/gitops-path': 'theirs/app.yaml',
    }),
    ...['launching', 'retired'].map(lifecycle =>
      commons(
        `${lifecycle}.example`,
        {
          'gen3.org/hostname': `${lifecycle}.example`,
          'gen3.org/relationship': 'managed',
          'gen3.org/gitops-path': `${lifecycle}/app.yaml`,
        },
        lifecycle,
      ),
    ),
  ];

  it('offers commons that we operate and that git declares now', async () => {
    showField({ answer: 'cloneOf', answers: { mode: 'clone' }, entities });
    await userEvent.click(
      await screen.findByRole('textbox', { name: 'Commons to clone' }),
    );
    await userEvent.keyboard('{ArrowDown}');
    expect(await optionsOf()).toEqual(['heart.example The heart.example']);
  });

  it('is not there where nothing is cloned', async () => {
    showField({ answer: 'cloneOf', answers: { mode: 'new' }, entities });
    await screen.findByRole('button', { name: 'Review' });
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });
});

describe('Field for the mesh', () => {
  it('offers the hubs of the catalog, and no other commons', async () => {
    showField({
      answer: 'meshHub',
      entities: [
        commons('hub.example', {
          'gen3.org/hostname': 'hub.example',
          'gen3.org/mesh-role': 'hub',
        }),
        commons('node.example', {
          'gen3.org/hostname': 'node.example',
          'gen3.org/mesh-role': 'node',
        }),
      ],
    });
    await userEvent.click(await screen.findByRole('textbox', { name: 'Mesh' }));
    await userEvent.keyboard('{ArrowDown}');
    expect(await optionsOf()).toEqual(['hub.example The hub.example']);
  });
});

describe('Field for the dictionary', () => {
  it('offers those of the catalog, the one that most commons have first', async () => {
    const of = (name: string, url: string) =>
      commons(name, { 'gen3.org/dictionary-url': url });
    showField({
      answer: 'dictionaryUrl',
      entities: [
        of('a', 'https://d.example/1.json'),
        of('b', 'https://d.example/2.json'),
        of('c', 'https://d.example/2.json'),
      ],
    });
    await userEvent.click(
      await screen.findByRole('textbox', { name: 'Data dictionary' }),
    );
    await userEvent.keyboard('{ArrowDown}');
    expect(await optionsOf()).toEqual([
      'https://d.example/2.json of 2 commons',
      'https://d.example/1.json of 1 commons',
    ]);
  });
});
