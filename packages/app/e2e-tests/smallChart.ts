import {
  GEN3_SERVICES,
  type Gen3Service,
} from '@gen3-csoc/backstage-plugin-gen3-common';

type Values = { [key: string]: unknown };

/** What the wizard, the edits and the demo's commons set for all services. */
const GLOBAL = {
  hostname: 'localhost',
  environment: 'default',
  dev: true,
  dictionaryUrl: '',
  frontendRoot: 'portal',
  maintenanceMode: 'off',
  portalApp: 'gitops',
  tierAccessLevel: 'private',
  aws: { enabled: false, secretStoreServiceAccount: {} },
  postgres: { dbCreate: true, externalSecret: '' },
  externalSecrets: { deploy: false, createLocalK8sSecret: false },
};

/** Settings of single services that the wizard sets. */
const OF_SERVICES: Record<string, Values> = {
  fence: {
    FENCE_CONFIG: {},
    usersync: { usersync: false, userYamlS3Path: '' },
  },
  indexd: { defaultPrefix: '' },
  'aws-es-proxy': { esEndpoint: '' },
};

/** YAML, which JSON is. */
const yaml = (value: unknown) => JSON.stringify(value, null, 2);

function withPath(
  values: Values,
  [key, ...rest]: string[],
  value: unknown,
): Values {
  if (key === undefined) return values;
  const below = values[key];
  const map = typeof below === 'object' && below !== null ? { ...below } : {};
  return {
    ...values,
    [key]: rest.length === 0 ? value : withPath(map, rest, value),
  };
}

/** Defaults of a service by the path that its values have in those of the whole. */
function defaultsOf(service: Gen3Service): [path: string, value: unknown][] {
  const { name, secrets = [], database, otherTagPaths = [] } = service;
  return [
    ['enabled', service.enabledByDefault],
    ['replicaCount', 1],
    ['image.repository', `registry.example.org/${name}`],
    ['image.tag', 'main'],
    ...Object.entries(OF_SERVICES[name] ?? {}),
    ...(database ? [['externalSecrets.dbcreds', ''] as const] : []),
  ]
    .map(([path, value]): [string, unknown] => [`${name}.${path}`, value])
    .concat(
      [service.imageTagPath ?? `${name}.image.tag`, ...otherTagPaths].map(
        path => [path, 'main'],
      ),
      secrets.map(({ namedBy }) => [namedBy, '']),
      secrets.flatMap(({ madeBy, madeByDefault = false }) =>
        madeBy === undefined ? [] : [[madeBy, madeByDefault]],
      ),
    );
}

/** Defaults of all services, under their names. */
const VALUES = GEN3_SERVICES.flatMap(defaultsOf).reduce<Values>(
  (values, [path, value]) => withPath(values, path.split('.'), value),
  { global: GLOBAL },
);

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Chart.Name }}-deployment
spec:
  replicas: {{ .Values.replicaCount }}
  selector:
    matchLabels: { app: {{ .Chart.Name }} }
  template:
    metadata:
      labels: { app: {{ .Chart.Name }} }
    spec:
      containers:
        - name: {{ .Chart.Name }}
          image: "{{ .Values.image.repository }}:{{ .Values.image.tag }}"
          resources: { requests: { cpu: 100m, memory: 128Mi } }
`;

/** A chart that is called as that of Gen3, with a Deployment for each service and the keys that the portal sets: files by path. */
export function smallChart(): Record<string, string> {
  const charts = GEN3_SERVICES.map(service => [
    [
      `helm/${service.name}/Chart.yaml`,
      yaml({ apiVersion: 'v2', name: service.name, version: '0.0.0' }),
    ],
    [`helm/${service.name}/values.yaml`, yaml(VALUES[service.name])],
    [`helm/${service.name}/templates/deployment.yaml`, DEPLOYMENT],
  ]);
  return Object.fromEntries([
    ...charts.flat(),
    [
      'helm/gen3/Chart.yaml',
      yaml({
        apiVersion: 'v2',
        name: 'gen3',
        version: '0.0.0',
        dependencies: GEN3_SERVICES.map(({ name, enabledBy }) => ({
          name,
          version: '*',
          repository: `file://../${name}`,
          condition: enabledBy ?? `${name}.enabled`,
        })),
      }),
    ],
    ['helm/gen3/values.yaml', yaml({ global: VALUES.global })],
  ]);
}
