import { NamespaceView } from '../views';

/** The charts' default. */
const DEFAULT_TAG = 'master';

/** Images that are not called like their chart. */
const IMAGES: Record<string, string> = {
  revproxy: 'nginx',
  portal: 'data-portal',
  metadata: 'metadata-service',
  wts: 'workspace-token-service',
  audit: 'audit-service',
  etl: 'tube',
};

/** Image of a service with a tag; undefined: the chart's default. */
export function imageWith(service: string, tag: string | undefined): string {
  return `quay.io/cdis/${IMAGES[service] ?? service}:${tag ?? DEFAULT_TAG}`;
}

/** Image of a service with the tag that was rolled out last. */
export function imageOf({ commons }: NamespaceView, service: string): string {
  return imageWith(service, commons.services.get(service));
}

/** Tag of an image; undefined: the chart's default. */
export function tagOf(image: string): string | undefined {
  const [, tag] = image.split(':');
  return tag === DEFAULT_TAG ? undefined : tag;
}
