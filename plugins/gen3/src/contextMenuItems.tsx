import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import { EntityContextMenuItemBlueprint } from '@backstage/plugin-catalog-react/alpha';
import Archive from '@material-ui/icons/Archive';
import Build from '@material-ui/icons/Build';
import SystemUpdateAlt from '@material-ui/icons/SystemUpdateAlt';
import Tune from '@material-ui/icons/Tune';
import { editLink } from './lib/editLink';
import { EDITABLE_COMMONS_FILTER } from './lib/entityPredicates';
import { proposeLinkRouteRef } from './routes';
import { gen3TranslationRef } from './translation';

type Edit = 'upgrade' | 'maintenance' | 'scale' | 'retire';

/** Leads from a commons to the template that proposes an edit of it; where there is no scaffolder, the item does nothing. */
function createUseProps(edit: Edit) {
  return function useProps() {
    const { entity } = useEntity();
    const scaffolder = useRouteRef(proposeLinkRouteRef)?.();
    const { t } = useTranslationRef(gen3TranslationRef);
    const title = t(`editsMenu.${edit}`);
    return scaffolder === undefined
      ? { title, onClick: () => {}, disabled: true }
      : {
          title,
          href: editLink(scaffolder, edit, entity),
        };
  };
}

export const upgradeItem = EntityContextMenuItemBlueprint.make({
  name: 'upgrade',
  params: {
    icon: <SystemUpdateAlt fontSize="small" />,
    filter: EDITABLE_COMMONS_FILTER,
    useProps: createUseProps('upgrade'),
  },
});

export const maintenanceItem = EntityContextMenuItemBlueprint.make({
  name: 'maintenance',
  params: {
    icon: <Build fontSize="small" />,
    filter: EDITABLE_COMMONS_FILTER,
    useProps: createUseProps('maintenance'),
  },
});

export const scaleItem = EntityContextMenuItemBlueprint.make({
  name: 'scale',
  params: {
    icon: <Tune fontSize="small" />,
    filter: EDITABLE_COMMONS_FILTER,
    useProps: createUseProps('scale'),
  },
});

export const retireItem = EntityContextMenuItemBlueprint.make({
  name: 'retire',
  params: {
    icon: <Archive fontSize="small" />,
    filter: EDITABLE_COMMONS_FILTER,
    useProps: createUseProps('retire'),
  },
});
