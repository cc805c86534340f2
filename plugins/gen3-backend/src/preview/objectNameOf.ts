import type { PreviewRisk } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Manifest } from './Manifest';

/** How an answer names an object. */
export function objectNameOf(manifest: Manifest): PreviewRisk['object'] {
  const { kind, name, namespace } = manifest;
  return { kind, name, ...(namespace === undefined ? {} : { namespace }) };
}
