import { EditOptions } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useEditOptions } from '../../hooks/useEditOptions';
import { useOfferedRegistry } from '../../hooks/useOfferedRegistry';
import { asRecord } from '../../lib/asRecord';
import { commonsOfForm } from '../../lib/commonsOfForm';

/** What lines can be about. */
export interface OfferedLines {
  services: readonly { name: string; title: string }[];
  /** The commons whose services are known; undefined where there is none, or several. */
  commons?: Pick<EditOptions, 'hostname' | 'services'>;
}

/**
 * The services of the only commons that a form asks for, or all that there are while these are not known. An image's tag is also asked
 * for by a launch, whose `hostname` is of no commons yet: an upgrade has `waves`.
 */
export function useOfferedLines(
  kind: 'tag' | 'replicas',
  formData: unknown,
): OfferedLines {
  const registry = useOfferedRegistry();
  const { waves } = asRecord(formData);
  const [only, ...others] = commonsOfForm(
    kind === 'tag' ? { waves } : formData,
  );
  const { data } = useEditOptions(others.length === 0 ? only : undefined);
  if (!data) return { services: registry.all() };
  const { hostname, services } = data;
  return {
    services: services.filter(({ scalable }) => kind === 'tag' || scalable),
    commons: { hostname, services },
  };
}
