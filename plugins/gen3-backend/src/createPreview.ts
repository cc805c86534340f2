import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  commonsEntityName,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  ChartStore,
  HelmRenderer,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Knex } from 'knex';
import type { ChangeTargets } from './changes/ChangeTargets';
import type { ChangesConfig } from './config/readChangesConfig';
import type { FindEditableCommons } from './edits/EditableCommons';
import { findCommonsRow } from './health/CommonsRow';
import type { PreflightService } from './preflight/PreflightService';
import type { ManifestRenderer } from './preview/ManifestRenderer';
import { PreviewService } from './preview/PreviewService';

/** Puts previews together. */
export function createPreview(deps: {
  knex: Knex;
  registry: ServiceRegistry;
  findCommons: FindEditableCommons;
  helm: HelmRenderer;
  targets: ChangeTargets;
  preflight: PreflightService;
  charts: ChartStore;
  renderer: ManifestRenderer;
  settings: Pick<ChangesConfig, 'chart'>;
  logger: LoggerService;
}): PreviewService {
  const { knex, settings } = deps;
  return PreviewService.create({
    ...deps,
    defaultChart: settings.chart,
    maySee: async (hostname, access) => {
      if (access === undefined) return true;
      const ref = `system:default/${commonsEntityName(hostname)}`;
      return (await findCommonsRow(knex, ref, access)) !== undefined;
    },
  });
}
