import { gen3SourceManagePermission } from '@gen3-csoc/backstage-plugin-gen3-common';
import { usePermission } from '@backstage/plugin-permission-react';

/** The person may have a source read, and confirm drops. */
export function useMayManageSources(): boolean {
  return usePermission({ permission: gen3SourceManagePermission }).allowed;
}
