import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { EntityContextMenuItemBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { screen } from '@testing-library/react';
import { Gen3Api, gen3ApiRef } from './api/Gen3Api';
import {
  maintenanceItem,
  retireItem,
  scaleItem,
  upgradeItem,
} from './contextMenuItems';
import { createFakeGen3Api } from './__testUtils__/createFakeGen3Api';
import { ended } from './__testUtils__/ended';
import { commonsEntity } from './__testUtils__/entities';
import { proposeLinkRouteRef } from './routes';

const { data, filterFunction } = EntityContextMenuItemBlueprint.dataRefs;

const editable = {
  ...commonsEntity,
  metadata: {
    ...commonsEntity.metadata,
    annotations: {
      ...commonsEntity.metadata.annotations,
      'gen3.org/relationship': 'managed',
      'gen3.org/gitops-path': 'organprod/heart.example.org/templates/app.yaml',
    },
  },
  spec: { type: 'gen3-commons', lifecycle: 'production' },
};

function annotated(annotations: Record<string, string>) {
  const { metadata } = editable;
  return {
    ...editable,
    metadata: {
      ...metadata,
      annotations: { ...metadata.annotations, ...annotations },
    },
  };
}

describe.each([
  {
    name: 'upgrade',
    isShown: createExtensionTester(upgradeItem).get(filterFunction),
  },
  {
    name: 'maintenance',
    isShown: createExtensionTester(maintenanceItem).get(filterFunction),
  },
  {
    name: 'scale',
    isShown: createExtensionTester(scaleItem).get(filterFunction),
  },
  {
    name: 'retire',
    isShown: createExtensionTester(retireItem).get(filterFunction),
  },
])('the item $name of the menu of a commons', ({ isShown }) => {
  it('is there for commons that changes can be proposed about', () => {
    expect(isShown?.(editable)).toBe(true);
  });

  it.each([
    ['of others', annotated({ 'gen3.org/relationship': 'associated' })],
    ['that no repository declares', commonsEntity],
    [
      'that is being launched',
      { ...editable, spec: { ...editable.spec, lifecycle: 'launching' } },
    ],
    [
      'that is retired',
      { ...editable, spec: { ...editable.spec, lifecycle: 'retired' } },
    ],
  ])('is not there for a commons %s', (__, entity) => {
    expect(isShown?.(entity)).toBe(false);
  });
});

describe('the menu of a commons', () => {
  const { useProps } = createExtensionTester(scaleItem).get(data);

  function Item() {
    const { title, disabled, ...rest } = useProps();
    const href = 'href' in rest ? rest.href : undefined;
    return disabled ? (
      <button disabled>{title}</button>
    ) : (
      <a href={href}>{title}</a>
    );
  }

  /** An item of a commons whose source is `demo`, in a portal that knows these sources. */
  const show = (getLaunchOptions: Gen3Api['getLaunchOptions']) => {
    const api = { ...createFakeGen3Api(), getLaunchOptions };
    renderInTestApp(
      <EntityProvider entity={annotated({ 'gen3.org/source': 'demo' })}>
        <Item />
      </EntityProvider>,
      {
        apis: [[gen3ApiRef, api]],
        mountedRoutes: { '/create': proposeLinkRouteRef },
      },
    );
    return api;
  };

  const knows = (sources: string[] | undefined) => async () => ({
    releases: [],
    clusterNames: [],
    services: [],
    sources,
  });

  it('says of a commons whose source takes no changes that it does not', async () => {
    show(knows(['other']));
    expect(
      await screen.findByRole('button', {
        name: 'Scale: source demo takes no changes. It has to be of type gitops, and the host of its repository in "integrations".',
      }),
    ).toBeDisabled();
  });

  it.each([
    ['the source takes changes', knows(['other', 'demo'])],
    ['the backend does not say', knows(undefined)],
    [
      'nobody knows',
      async () => {
        throw new Error('no database');
      },
    ],
  ])('leads to the form where %s', async (_, getLaunchOptions) => {
    await ended(show(getLaunchOptions));
    expect(screen.getByRole('link', { name: 'Scale' })).toHaveAttribute(
      'href',
      expect.stringContaining('/create/templates/default/scale-commons'),
    );
  });
});
