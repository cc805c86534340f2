import {
  createServiceRegistry,
  Gen3Service,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import {
  generatedHostname,
  generatedRelease,
  generatedServices,
  GenerateOptions,
} from './generateFleet';

/** Commons of one cluster. */
const PER_CLUSTER = 25;

/**
 * Writes a GitOps tree in the layout of uc-cdis/gen3-gitops: `<cluster>/<hostname>/{Chart.yaml, templates/app.yaml,
 * values/values.yaml}`. The same options write the same bytes.
 *
 * @throws when `folder` holds something already.
 */
export async function writeGeneratedGitops(
  folder: string,
  options: GenerateOptions,
): Promise<void> {
  const { commons, services = 15, seed = 'demo' } = options;
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) {
    throw new Error(`"${folder}" is not empty; name a new folder`);
  }
  const names = generatedServices(services);
  for (let index = 0; index < commons; index += 1) {
    const cluster = `cluster${String(
      Math.floor(index / PER_CLUSTER) + 1,
    ).padStart(3, '0')}`;
    const hostname = generatedHostname(index + 1);
    const release = generatedRelease(seed, hostname);
    const files = generatedFiles({ cluster, hostname, release, names });
    // One commons after the other: thousands of open files at once help nobody.
    for (const [path, text] of Object.entries(files)) {
      const target = join(folder, cluster, hostname, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text);
    }
  }
}

function generatedFiles(options: {
  cluster: string;
  hostname: string;
  release: string;
  names: string[];
}): Record<string, string> {
  const { cluster, hostname } = options;
  return {
    'Chart.yaml': stringify({
      apiVersion: 'v2',
      name: hostname,
      description: `Argo CD Application of ${hostname}`,
      type: 'application',
      version: '0.1.0',
    }),
    'templates/app.yaml': stringify(application(cluster, hostname)),
    'values/values.yaml': stringify(values(options)),
  };
}

function application(cluster: string, hostname: string): object {
  const name = hostname.split('.')[0];
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: `gen3-${name}`, namespace: 'argocd' },
    spec: {
      project: 'default',
      sources: [
        {
          path: 'helm/gen3',
          repoURL: 'https://github.com/uc-cdis/gen3-helm',
          targetRevision: 'master',
          helm: {
            releaseName: `gen3-${name}`,
            valueFiles: [`$values/${cluster}/${hostname}/values/values.yaml`],
          },
        },
        {
          repoURL: 'https://git.example/generated/gitops.git',
          targetRevision: 'main',
          ref: 'values',
        },
      ],
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: `${name}-helm`,
      },
    },
  };
}

function values(options: {
  cluster: string;
  hostname: string;
  release: string;
  names: string[];
}): object {
  const { cluster, hostname, release, names } = options;
  const on = new Set(names);
  const isListed = ({ name, enabledByDefault }: Gen3Service) =>
    on.has(name) || enabledByDefault;
  const services = createServiceRegistry()
    .all()
    .filter(isListed)
    .map(({ name }) => [
      name,
      on.has(name)
        ? {
            enabled: true,
            image: { repository: `quay.io/cdis/${name}`, tag: release },
          }
        : { enabled: false },
    ]);
  return {
    global: {
      hostname,
      environment: cluster,
      dev: false,
      dictionaryUrl: 'https://dictionaries.example/generated/1.0.0/schema.json',
    },
    ...Object.fromEntries(services),
  };
}
