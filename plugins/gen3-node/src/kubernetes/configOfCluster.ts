/** Says where keys of a cluster are in config, for texts: `"east-1" below kubernetes.clusterLocatorMethods`. */
export function configOfCluster(cluster: string): string {
  return `"${cluster}" below kubernetes.clusterLocatorMethods`;
}
