import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { HelmRenderer } from '@gen3-csoc/backstage-plugin-gen3-node';
import { Commons } from '../commons/types';
import { readFaultsFile } from '../faults/readFaultsFile';
import { generateFleet } from '../fleet/generateFleet';
import { FleetFollower } from '../gitops/FleetFollower';
import { GitopsTree, openGitopsTree } from '../gitops/GitopsTree';
import {
  Simulator,
  SimulatorOptions,
  startSimulator,
} from '../server/startSimulator';

/** How often trees are asked whether they changed. */
const FOLLOW_INTERVAL_MS = 1000;

/** Options of `start`. */
export interface StartOptions {
  /** Folders or bare repositories with Argo CD Applications or cloud-automation manifests. */
  trees: string[];
  /** Made-up commons on top of those of the trees. */
  generate: number;
  seed: string;
  port: number;
  controlPort: number;
  /** @defaultValue any free one */
  kubernetesPort?: number;
  /** What single clusters differ in. */
  clusters?: SimulatorOptions['clusters'];
  address: string;
  dataFolder?: string;
  faultsFile?: string;
  /** Abort it before the simulator is closed: it ends the following of trees. */
  signal: AbortSignal;
  print: (line: string) => void;
}

/**
 * Starts a simulator that follows trees of declarations. The returned simulator has read them once.
 *
 * @throws when a tree, the faults file or a port cannot be used.
 */
export async function startFromOptions(
  options: StartOptions,
): Promise<Simulator> {
  const trees = options.trees.map(openGitopsTree);
  const close = async () => {
    await Promise.all(trees.map(tree => tree.close()));
  };
  try {
    return await startFollowing(options, trees, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function startFollowing(
  options: StartOptions,
  trees: GitopsTree[],
  closeTrees: () => Promise<void>,
): Promise<Simulator> {
  const { print, signal, seed } = options;
  const generated = generateFleet({ commons: options.generate, seed });
  const faults = options.faultsFile
    ? await readFaultsFile(options.faultsFile)
    : [];
  const helm = HelmRenderer.create();
  let declared: Commons[] = [];
  let show = (commons: Commons[]) => {
    declared = commons;
  };
  const follower = FleetFollower.create({
    trees,
    registry: createServiceRegistry(),
    renderChart: chart => helm.renderChart(chart),
    onFleet: commons => show(commons),
    onProblem: print,
  });
  await follower.refresh(signal);
  const simulator = await startSimulator({
    commons: [...declared, ...generated],
    faults,
    seed,
    port: options.port,
    controlPort: options.controlPort,
    kubernetesPort: options.kubernetesPort,
    clusters: options.clusters,
    address: options.address,
    dataFolder: options.dataFolder,
    reload: () => follower.refresh(signal),
  });
  show = commons => {
    simulator.setFleet([...commons, ...generated]);
    print(`The fleet has ${simulator.fleet.size} commons now.`);
  };
  const following = follower.follow({
    intervalMs: FOLLOW_INTERVAL_MS,
    signal,
  });
  return {
    ...simulator,
    close: async () => {
      await simulator.close();
      await following;
      await closeTrees();
    },
  };
}
