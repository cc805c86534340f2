import { RootConfigService } from '@backstage/backend-plugin-api';
import { z } from 'zod';
import { configError } from '../config/configError';
import { wholeNumber } from '../config/wholeNumber';
import { parseCidr } from './parseCidr';

const KEY = 'gen3.http';

const cidr = z.string().transform((value, context) => {
  const parsed = parseCidr(value);
  if (!parsed) {
    context.addIssue({
      code: 'custom',
      message: 'no address range; write it like 10.0.0.0/8 or fd00::/8',
    });
    return z.NEVER;
  }
  return parsed;
});

const connectRule = z.strictObject({
  host: z
    .string()
    .regex(
      /^(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/,
      'must be a lower-case hostname, or *. and a domain',
    ),
  address: z.string().min(1),
  port: wholeNumber(1, 65535).default(443),
});

/** Four questions, which is what is asked of a commons at once, to each of the 100 that are asked at once by default. */
const DEFAULT_MAX_CONCURRENT = 400;

const schema = z.strictObject({
  allowPrivateAddresses: z.array(cidr).default([]),
  caFile: z.string().min(1).optional(),
  connectTo: z.array(connectRule).default([]),
  timeoutMs: wholeNumber(100, 120_000).default(10_000),
  maxBytes: wholeNumber(1024, 10_485_760).default(65_536),
  maxPerHost: wholeNumber(1, 64).default(4),
  maxConcurrent: wholeNumber(1, 8192).default(DEFAULT_MAX_CONCURRENT),
});

/** Where to connect for some hostnames instead of what they resolve to. */
export type ConnectRule = z.infer<typeof connectRule>;

/** Config `gen3.http`, validated and with its defaults. */
export type Gen3HttpConfig = z.infer<typeof schema>;

/** Reads `gen3.http`. @throws InputError with the full path of each bad key, the value found and what is accepted. */
export function readGen3HttpConfig(config: RootConfigService): Gen3HttpConfig {
  const found = config.getOptional(KEY) ?? {};
  const result = schema.safeParse(found);
  if (!result.success) {
    throw configError(KEY, result.error, {
      found,
      known: Object.keys(schema.shape),
    });
  }
  return result.data;
}
