import { ClusterView } from '../views';

/** A node, before it becomes an object. */
export interface ClusterNode {
  name: string;
  address: string;
  index: number;
}

const NODES = 3;

/** The nodes of a cluster; three, as in EKS with one in each zone. */
export function nodesOf({ facts }: ClusterView): ClusterNode[] {
  return Array.from({ length: NODES }, (_, index) => {
    const address = `10.0.${index + 1}.${facts.number(
      `node ${index}`,
      10,
      250,
    )}`;
    return {
      name: `ip-${address.replaceAll('.', '-')}.ec2.internal`,
      address,
      index,
    };
  });
}
