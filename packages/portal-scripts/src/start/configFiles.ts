import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigSources } from '@backstage/config-loader';
import { REPOSITORY } from '../repository';
import { StartSettings } from './settings';

/**
 * Config files of a portal in the order they are read; later ones win.
 *
 * @throws Error when the extra file does not exist.
 */
export function listConfigFiles(settings: StartSettings): string[] {
  const { demo, token, extraConfig } = settings;
  if (extraConfig && !existsSync(extraConfig)) {
    throw new Error(`CONFIG names "${extraConfig}", which does not exist`);
  }
  return [
    resolve(REPOSITORY, 'app-config.yaml'),
    ...(demo ? [resolve(REPOSITORY, 'app-config.demo.yaml')] : []),
    ...(token ? [resolve(REPOSITORY, 'app-config.token.yaml')] : []),
    ...(extraConfig ? [extraConfig] : []),
  ];
}

/** Environment that the config files refer to. */
export function configEnvironment(
  settings: StartSettings,
): Record<string, string> {
  const base = settings.port && `http://localhost:${settings.port}`;
  return {
    GEN3_CSOC_DATA: settings.dataFolder,
    GEN3_CSOC_EXAMPLES: resolve(REPOSITORY, 'examples'),
    GEN3_CSOC_SIMULATOR_PORT: String(settings.simulatorPort),
    // Backstage reads APP_CONFIG_* after all files.
    ...(base && {
      APP_CONFIG_app_baseUrl: JSON.stringify(base),
      APP_CONFIG_backend_baseUrl: JSON.stringify(base),
      APP_CONFIG_backend_listen_port: String(settings.port),
    }),
  };
}

/** Address of a portal, as its whole configuration has it. */
export interface PortalAddress {
  baseUrl: string;
  port: number;
  host: string;
}

/** Reads the whole configuration once, as the backend will, for the address that it makes. */
export async function readPortalAddress(
  files: string[],
  environment: Record<string, string | undefined>,
): Promise<PortalAddress> {
  const config = await ConfigSources.toConfig(
    ConfigSources.default({
      rootDir: REPOSITORY,
      argv: files.flatMap(file => ['--config', file]),
      env: environment,
      substitutionFunc: async name => environment[name],
    }),
  );
  try {
    const listen = config.getOptional('backend.listen');
    const port =
      typeof listen === 'string'
        ? Number(listen.split(':').at(-1))
        : config.getOptionalNumber('backend.listen.port') ?? 7007;
    const host =
      typeof listen === 'string'
        ? listen.split(':')[0]
        : config.getOptionalString('backend.listen.host');
    return {
      baseUrl: config.getString('app.baseUrl'),
      port,
      host: host || '0.0.0.0',
    };
  } finally {
    config.close();
  }
}
