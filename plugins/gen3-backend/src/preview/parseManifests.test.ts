import { parseManifests } from './parseManifests';

const SECRET = `---
# Source: gen3/charts/fence/templates/secret.yaml
apiVersion: v1
kind: Secret
metadata:
  name: fence-dbcreds
data:
  password: ${Buffer.from('geheim').toString('base64')}
stringData:
  creds.json: '{"a": "geheim"}'
`;

describe('parseManifests', () => {
  it('reads objects with the template that each is from', () => {
    const { manifests, unreadable } = parseManifests(`---
# Source: gen3/templates/a.yaml
apiVersion: v1
kind: ConfigMap 
metadata: { name: a, namespace: heart }
---
# Source: gen3/templates/empty.yaml
---
# Source: gen3/charts/fence/templates/b.yaml
apiVersion: apps/v1
kind: Deployment
metadata: { name: b }
`);
    expect(unreadable).toEqual([]);
    expect(manifests).toMatchObject([
      {
        id: 'ConfigMap/heart/a',
        kind: 'ConfigMap',
        template: 'gen3/templates/a.yaml',
      },
      {
        id: 'Deployment//b',
        template: 'gen3/charts/fence/templates/b.yaml',
      },
    ]);
  });

  it('names templates whose documents are no objects', () => {
    const { manifests, unreadable } = parseManifests(
      '---\n# Source: gen3/templates/a.yaml\nkind: ConfigMap\n---\n# Source: gen3/templates/b.yaml\na: [\n',
    );
    expect(manifests).toEqual([]);
    expect(unreadable).toEqual([
      'gen3/templates/a.yaml',
      'gen3/templates/b.yaml',
    ]);
  });

  it('lets nothing of a Secret out', () => {
    const { manifests } = parseManifests(SECRET);
    const [manifest] = manifests;
    expect(manifest?.text).toContain('password: <hidden>');
    const all = JSON.stringify([manifest, [...(manifest?.leaves ?? [])]]);
    expect(all).not.toMatch(/geheim|Z2VoZWlt/);
  });

  it('hides secrets and checksums of other objects, and lines of files only', () => {
    const { manifests } = parseManifests(`---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: a
  annotations: { checksum/config: abc123 }
spec:
  env:
    - { name: DB_PASSWORD, value: geheim1 }
    - { name: DB_HOST, value: db.example.org }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: b }
data:
  a.yaml: |
    host: db.example.org
    password: geheim2
`);
    const text = manifests.map(manifest => manifest.text).join();
    expect(text).not.toMatch(/geheim|abc123/);
    expect(text.match(/db\.example\.org/g)).toHaveLength(2);
  });
});
