import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of a commons, for conditional decisions. @public */
export const RESOURCE_TYPE_GEN3_COMMONS = 'gen3-commons';

/** See commons in the fleet, and their health. @public */
export const gen3CommonsReadPermission = createPermission({
  name: 'gen3.commons.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_GEN3_COMMONS,
});

/** See the state of sources. @public */
export const gen3SourceReadPermission = createPermission({
  name: 'gen3.source.read',
  attributes: { action: 'read' },
});

/** Refresh a source, and confirm that it may drop commons. @public */
export const gen3SourceManagePermission = createPermission({
  name: 'gen3.source.manage',
  attributes: { action: 'update' },
});

/** Propose changes: launch, upgrade, maintenance, scale, retire; and ask preflight and preview. @public */
export const gen3ChangeProposePermission = createPermission({
  name: 'gen3.change.propose',
  attributes: { action: 'create' },
});

/** Approve, merge and close changes of others. @public */
export const gen3ChangeApprovePermission = createPermission({
  name: 'gen3.change.approve',
  attributes: { action: 'update' },
});

/** Every permission of the `gen3` plugin. @public */
export const gen3Permissions = [
  gen3CommonsReadPermission,
  gen3SourceReadPermission,
  gen3SourceManagePermission,
  gen3ChangeProposePermission,
  gen3ChangeApprovePermission,
];
