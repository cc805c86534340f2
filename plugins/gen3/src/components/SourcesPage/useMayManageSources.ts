import { gen3SourceManagePermission } from '@gen3-csoc/backstage-plugin-gen3-common';
import { usePermission } from '@backstage/plugin-permission-react';

/**
 * Whether the person may have a source read, and confirm drops. When that cannot be found out, the server decides as somebody
 * tries, and what it says is shown.
 */
export function useMayManageSources(): 'yes' | 'no' | 'asking' {
  const { allowed, loading, error } = usePermission({
    permission: gen3SourceManagePermission,
  });
  if (loading) return 'asking';
  return allowed || error ? 'yes' : 'no';
}
