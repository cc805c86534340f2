import { createExtensionTester } from '@backstage/frontend-test-utils';
import { EntityContextMenuItemBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  maintenanceItem,
  retireItem,
  scaleItem,
  upgradeItem,
} from './contextMenuItems';
import { commonsEntity } from './__testUtils__/entities';

const { filterFunction } = EntityContextMenuItemBlueprint.dataRefs;

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
