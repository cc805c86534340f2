/**
 * A fleet of Gen3 commons that behaves like the real thing, for demos and tests.
 *
 * @packageDocumentation
 */
export {
  type Commons,
  type CommonsApplication,
  type Flavour,
  type MeshMember,
} from './commons/types';
export { type Fault, type PlacedFault } from './faults/types';
export { generateFleet } from './fleet/generateFleet';
export { writeGeneratedGitops } from './fleet/writeGeneratedGitops';
export { type KubernetesVersion } from './kubernetes/KubernetesVersion';
export { type LoggedRequest } from './server/RequestLog';
export {
  startSimulator,
  type ClusterOptions,
  type Simulator,
  type SimulatorOptions,
} from './server/startSimulator';
