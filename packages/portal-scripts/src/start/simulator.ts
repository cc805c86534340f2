import { resolve } from 'node:path';
import { REPOSITORY } from '../repository';
import { WantedPort } from './ports';
import { StartSettings } from './settings';

const simulatorFolder = (dataFolder: string) =>
  resolve(dataFolder, 'simulator');

/** Command line of the demo's fleet simulator. */
export function simulatorArguments(settings: StartSettings): string[] {
  const { dataFolder, simulatorPort } = settings;
  return [
    'start',
    '--gitops',
    resolve(dataFolder, 'gitops.git'),
    '--manifest',
    resolve(dataFolder, 'manifest.git'),
    '--faults',
    resolve(REPOSITORY, 'examples/faults.yaml'),
    '--port',
    String(simulatorPort),
    '--control-port',
    String(simulatorPort + 1),
    '--kubernetes-port',
    String(kubernetesPortOf(settings)),
    '--data',
    simulatorFolder(dataFolder),
  ];
}

/** The simulator's root certificate, which app-config.demo.yaml names; whole as soon as it is there. */
export function authorityFile({ dataFolder }: StartSettings): string {
  return resolve(simulatorFolder(dataFolder), 'ca.pem');
}

/** Port of the Kubernetes API of the simulator's clusters. */
export function kubernetesPortOf({
  simulatorPort,
}: Pick<StartSettings, 'simulatorPort'>): number {
  return simulatorPort + 2;
}

/** Ports of the fleet simulator: its commons, its control interface on the next one, its clusters on the one after. */
export function simulatorPorts(simulatorPort: number): WantedPort[] {
  const change = `SIMULATOR_PORT=${simulatorPort + 3}`;
  const host = '127.0.0.1';
  return [
    { port: simulatorPort, host, purpose: 'fleet simulator', change },
    { port: simulatorPort + 1, host, purpose: 'simulator control', change },
    {
      port: kubernetesPortOf({ simulatorPort }),
      host,
      purpose: 'simulated clusters',
      change,
    },
  ];
}
