/** `spec.type` of the System that a commons is. @public */
export const GEN3_COMMONS_TYPE = 'gen3-commons';

/** `spec.type` of the Component that a service of a commons is. @public */
export const GEN3_SERVICE_TYPE = 'gen3-service';

/** `spec.type` of the Resource that a cluster is. @public */
export const KUBERNETES_CLUSTER_TYPE = 'kubernetes-cluster';
