import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { memberReadingSchema } from '../types';
import { listOf, NOT_SERVED } from './__testUtils__/createFakeClusters';
import {
  applicationOf,
  deploymentOf,
  kroOf,
  manifestOf,
  namespaceOf,
} from './__testUtils__/kubernetesObjects';
import { buildMembers } from './buildMembers';
import { ClusterLists } from './readClusterLists';

const HOSTILE = [
  '__proto__',
  'constructor',
  'a\u0000b',
  '\ud800',
  '../../etc',
  'https://[',
  'https://user:word@host.example/?token=x#y',
  '<script>alert(1)</script>',
  'x'.repeat(100_000),
  `${'a.'.repeat(2_000)}example`,
  '🦠',
  ' ',
];

/** A cluster in which one text is everywhere. */
const clusterOf = (text: string, namespace: string): ClusterLists => ({
  namespaces: listOf(namespaceOf(namespace), namespaceOf(text)),
  configmaps: listOf(
    manifestOf(namespace, {
      hostname: text,
      environment: text,
      dictionary_url: text,
      frontend_root: text,
    }),
    manifestOf(text, { hostname: 'lung.example.org' }),
  ),
  applications: listOf(
    applicationOf(text, {
      namespace,
      cluster: text,
      path: text,
      hostname: text,
      labels: { [text]: text },
      made: text,
    }),
    applicationOf(text, { namespace, hostname: text }),
    applicationOf(text, { namespace: text, made: 'manifest-global' }),
  ),
  awsgen3apphelm1s: listOf(kroOf(text, text), kroOf(text, 'east')),
  deployments: listOf(
    deploymentOf(namespace, 'fence-deployment', text, { [text]: text }),
    deploymentOf(namespace, text, `quay.io/cdis/indexd:${text}`),
    deploymentOf(text, 'fence-deployment', text),
  ),
  statefulsets: NOT_SERVED,
});

it.each(
  HOSTILE.map(text => [JSON.stringify(text.slice(0, 20)), text] as const),
)('%s costs nothing but the commons that it is in', (_, text) => {
  const members = buildMembers({
    clusters: new Map([['east', clusterOf(text, 'heart')]]),
    charts: ['gen3', text],
    registry: createServiceRegistry(),
  });
  const keys = members.map(({ member }) => member);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toContain('east#heart');
  members.forEach(member => memberReadingSchema.parse(member));
  // Nobody is to see what may grant access, and PostgreSQL stores no NUL.
  expect(JSON.stringify(members)).not.toMatch(/token=x|user:word/);
  const read = members.filter(({ kind }) => kind === 'commons');
  expect(JSON.stringify(read)).not.toContain('\\u0000');
});
