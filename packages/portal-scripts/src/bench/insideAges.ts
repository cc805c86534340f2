import { z } from 'zod';
import { BenchPortal } from './BenchPortal';

const healthSchema = z.looseObject({
  asOf: z.iso.datetime(),
  layers: z.array(
    z.looseObject({ id: z.string(), at: z.iso.datetime().optional() }),
  ),
});

/**
 * Asks for the cards of these commons, one after the other.
 *
 * @returns milliseconds since the cluster of each last told something; of those that have told anything yet.
 */
export async function sampleAges(
  portal: BenchPortal,
  commons: Array<{ hostname: string }>,
): Promise<number[]> {
  const ages: number[] = [];
  for (const { hostname } of commons) {
    const age = await ageOf(portal, hostname);
    if (age !== undefined) {
      ages.push(age);
    }
  }
  return ages;
}

/** The same for commons that are known to have told something. @throws Error when one does not any more. */
export async function sampleAllAges(
  portal: BenchPortal,
  commons: Array<{ hostname: string }>,
): Promise<number[]> {
  const ages = await sampleAges(portal, commons);
  if (ages.length < commons.length) {
    throw new Error(
      `${commons.length - ages.length} of ${
        commons.length
      } cards have lost what they knew of their cluster`,
    );
  }
  return ages;
}

async function ageOf(
  portal: BenchPortal,
  hostname: string,
): Promise<number | undefined> {
  const path = `/api/gen3/commons/default/${hostname}/health`;
  const { status, body } = await portal.look(path);
  if (status === 404) {
    return undefined;
  }
  const { asOf, layers } = healthSchema.parse(body);
  const at = layers.find(({ id }) => id === 'inside')?.at;
  return at === undefined ? undefined : Date.parse(asOf) - Date.parse(at);
}
