import { formatInstant } from '../../lib/formatAge';
import { Age } from '../Age';

/** A point in time to come: how far ahead, and when exactly, in local time and in UTC. */
export function Instant({ at }: { at: string | undefined }) {
  if (at === undefined) return <>-</>;
  return (
    <>
      <Age at={at} as="ahead" />
      <div>{formatInstant(at)}</div>
    </>
  );
}
