import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { REPOSITORY } from '../repository';

const port = (name: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, `${name} must be a port number, e.g. ${name}=7008`)
    .transform(Number)
    .refine(value => value >= 1 && value <= 65_535, `${name} must be 1-65535`)
    .optional();

const environmentSchema = z.object({
  CONFIG: z.string().optional(),
  DEMO: z.enum(['on', 'off'], 'DEMO must be on or off').default('on'),
  PORT: port('PORT'),
  SIMULATOR_PORT: port('SIMULATOR_PORT'),
  GEN3_CSOC_DATA: z.string().optional(),
  GEN3_CSOC_TOKEN: z
    .string()
    .regex(
      /^\S{8,}$/,
      'GEN3_CSOC_TOKEN must be at least 8 characters without spaces',
    )
    .optional(),
});

/** What `make start` was asked to do. */
export interface StartSettings {
  /** Run the fleet simulator and register its fleet. */
  demo: boolean;
  /** Config file that is read last. */
  extraConfig?: string;
  /** Port of the portal; the config decides when absent. */
  port?: number;
  /** HTTPS port of the simulator; its control interface and its clusters are on the next two. */
  simulatorPort: number;
  /** Folder of everything that survives a restart. */
  dataFolder: string;
  /** The REST token is switched on. */
  token: boolean;
}

/**
 * Reads the settings of `make start` from its environment; empty variables count as unset.
 *
 * @throws Error whose message names the variable and the fix.
 */
export function readSettings(
  environment: Record<string, string | undefined>,
): StartSettings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== ''),
  );
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map(issue => issue.message).join('; '));
  }
  const { CONFIG, DEMO, PORT, SIMULATOR_PORT, GEN3_CSOC_DATA } = parsed.data;
  const fromRepository = (path: string) =>
    isAbsolute(path) ? path : resolve(REPOSITORY, path);
  return {
    demo: DEMO === 'on',
    extraConfig: CONFIG && fromRepository(CONFIG),
    port: PORT,
    simulatorPort: SIMULATOR_PORT ?? 8443,
    dataFolder: fromRepository(GEN3_CSOC_DATA ?? '.data'),
    token: parsed.data.GEN3_CSOC_TOKEN !== undefined,
  };
}
