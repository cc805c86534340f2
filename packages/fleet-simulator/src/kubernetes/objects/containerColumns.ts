import { Column } from '../types';
import { PodSpec } from './podTypes';

/** What `-o wide` shows of the pods that an object makes. */
export function containerColumns<T>(
  podSpecOf: (object: T) => PodSpec,
): Column<T>[] {
  const print = (name: string, textOf: (spec: PodSpec) => string[]) => ({
    name,
    priority: 1,
    cell: (object: T) => textOf(podSpecOf(object)).join(','),
  });
  return [
    print('Containers', ({ containers }) => containers.map(each => each.name)),
    print('Images', ({ containers }) => containers.map(each => each.image)),
  ];
}
