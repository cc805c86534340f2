import { Entity } from '@backstage/catalog-model';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import { EntityContextMenuItemBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { GEN3_ANNOTATIONS } from '@gen3-csoc/backstage-plugin-gen3-common';
import Archive from '@material-ui/icons/Archive';
import Build from '@material-ui/icons/Build';
import SystemUpdateAlt from '@material-ui/icons/SystemUpdateAlt';
import Tune from '@material-ui/icons/Tune';
import { PropsWithChildren } from 'react';
import { gen3ApiRef } from './api/Gen3Api';
import { queryClientOf } from './hooks/queryClientOf';
import { useLaunchOptions } from './hooks/suggestions/useLaunchOptions';
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
    const closed = useClosedSource(entity);
    const title = t(`editsMenu.${edit}`);
    if (closed !== undefined) {
      return {
        title: (
          <Wrapped>
            {t('editsMenu.refused', { edit: title, source: closed })}
          </Wrapped>
        ),
        onClick: () => {},
        disabled: true,
      };
    }
    return scaffolder === undefined
      ? { title, onClick: () => {}, disabled: true }
      : {
          title,
          href: editLink(scaffolder, edit, entity),
        };
  };
}

/** A menu breaks no lines, and would be as wide as a whole sentence. */
function Wrapped({ children }: PropsWithChildren) {
  return (
    <span style={{ display: 'block', maxWidth: '20rem', whiteSpace: 'normal' }}>
      {children}
    </span>
  );
}

/** The source of a commons when it takes no changes; undefined when it does, and while nobody knows. */
function useClosedSource({ metadata }: Entity): string | undefined {
  const api = useApi(gen3ApiRef);
  // A menu stands in no page of the plugin.
  const { data } = useLaunchOptions(queryClientOf(api));
  const source = metadata.annotations?.[GEN3_ANNOTATIONS.source];
  return data?.sources?.includes(source ?? '') === false ? source : undefined;
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
