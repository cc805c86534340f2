import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ClosableConfig, ConfigSources } from '@backstage/config-loader';
import { REPOSITORY } from '../repository';
import { StartSettings } from './settings';
import { kubernetesPortOf } from './simulator';

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
    resolve(REPOSITORY, 'app-config.data.yaml'),
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
    GEN3_CSOC_TEMPLATES: resolve(REPOSITORY, 'templates'),
    GEN3_CSOC_SIMULATOR_PORT: String(settings.simulatorPort),
    GEN3_CSOC_KUBERNETES_PORT: String(kubernetesPortOf(settings)),
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
  /** What people type into their browser; it may be a proxy's, which this machine need not reach. */
  baseUrl: string;
  /** Where the portal answers on this machine. */
  localUrl: string;
  port: number;
  /** Address it listens on; empty for all. */
  host: string;
}

/** Reads the whole configuration once, as the backend will, for the address that it makes. */
export async function readPortalAddress(
  files: string[],
  environment: Record<string, string | undefined>,
): Promise<PortalAddress> {
  const config = await readConfig(files, environment);
  try {
    const { port, host } = readListenAddress(config);
    const scheme = config.getOptional('backend.https') ? 'https' : 'http';
    return {
      baseUrl: config.getString('app.baseUrl'),
      localUrl: `${scheme}://${localHost(host)}:${port}`,
      port,
      host,
    };
  } finally {
    config.close();
  }
}

/** The whole configuration, as the backend will read it. */
export function readConfig(
  files: string[],
  environment: Record<string, string | undefined>,
): Promise<ClosableConfig> {
  return ConfigSources.toConfig(
    ConfigSources.default({
      rootDir: REPOSITORY,
      argv: files.flatMap(file => ['--config', file]),
      env: environment,
      substitutionFunc: async name => environment[name],
    }),
  );
}

/** As Backstage reads it: `<port>`, `<host>:<port>` or an object of both. */
function readListenAddress(config: ClosableConfig): {
  port: number;
  host: string;
} {
  const listen = config.getOptional('backend.listen');
  if (typeof listen === 'number' || typeof listen === 'string') {
    const parts = String(listen).split(':');
    return {
      port: Number(parts.at(-1)),
      host: parts.length > 1 ? parts[0] : '',
    };
  }
  return {
    port: config.getOptionalNumber('backend.listen.port') ?? 7007,
    host: config.getOptionalString('backend.listen.host') ?? '',
  };
}

/** A name under which a program that listens on `host` answers on its own machine. */
function localHost(host: string): string {
  if (host === '' || host === '0.0.0.0' || host === '::') {
    return 'localhost';
  }
  return host.includes(':') ? `[${host}]` : host;
}
