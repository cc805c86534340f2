import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  ANNOTATION_VIEW_URL,
} from '@backstage/catalog-model';
import { Provenance } from '../sources/types';

/**
 * Where an entity comes from, in Backstage's own annotations. The commit is not among them: one commit must not rewrite
 * the fleet.
 */
export function locationAnnotations(
  provenance: Provenance,
): Record<string, string> {
  const { location, viewUrl } = provenance;
  return {
    [ANNOTATION_LOCATION]: location,
    [ANNOTATION_ORIGIN_LOCATION]: location,
    ...sourceLocation(provenance),
    ...(viewUrl ? { [ANNOTATION_VIEW_URL]: viewUrl } : {}),
  };
}

/**
 * Folder of the declaring file. Of type `url` where the host has pages, because Backstage makes links of those; a
 * repository without pages keeps its `git` location, which Backstage shows but does not link.
 */
function sourceLocation(provenance: Provenance): Record<string, string> {
  const { location, viewUrl } = provenance;
  if (viewUrl) {
    return {
      [ANNOTATION_SOURCE_LOCATION]: `url:${viewUrl.replace(/\/*$/, '/')}`,
    };
  }
  const parts = /^(url|git):([^?]*\/)[^/?]*(\?.*)?$/.exec(location);
  return parts
    ? {
        [ANNOTATION_SOURCE_LOCATION]: `${parts[1]}:${parts[2]}${
          parts[3] ?? ''
        }`,
      }
    : {};
}
