import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { commonsInGit } from './__testUtils__/commonsInGit';
import { leftoversOf } from './leftoversOf';

const registry = createServiceRegistry();

const linesOf = (values: string, what: RegExp) =>
  leftoversOf(commonsInGit(values), registry).filter(line => what.test(line));

describe('leftoversOf', () => {
  // The data themselves are in the buckets that fence has credentials for, which are keys.
  it('names the buckets with data beside those of services, and says that there may be others', () => {
    const values = `
fence:
  FENCE_CONFIG:
    S3_BUCKETS: { heart-data: { role-arn: x }, heart-more: { cred: y } }
    ALLOWED_DATA_UPLOAD_BUCKETS: [heart-upload, heart-data]
  FENCE_CONFIG_PUBLIC: { DATA_UPLOAD_BUCKET: heart-upload }
manifestservice: { manifestserviceG3auto: { bucketName: heart-manifests } }
indexd: { bucketSettings: { region: us-east-1 }, bucketPrefix: '' }
`;
    expect(linesOf(values, /^Buckets/)).toEqual([
      'Buckets: `heart-data`, `heart-manifests`, `heart-more`, `heart-upload`, and others that its values do not name',
    ]);
    expect(linesOf('', /^Buckets/)).toEqual([
      'Buckets with its data, and whatever is stored of its users',
    ]);
  });

  it('names the namespace of workspaces as the values have it', () => {
    const values = 'hatchery: { jupyterNamespace: my-workspaces }';
    expect(linesOf(values, /workspaces/)).toEqual([
      expect.stringContaining('`my-workspaces`'),
    ]);
    expect(linesOf('', /workspaces/)).toEqual([
      expect.stringContaining('`jupyter-pods-heart-helm`'),
    ]);
  });
});
