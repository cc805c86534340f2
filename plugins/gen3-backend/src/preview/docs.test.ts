import { PREVIEW_RISKS } from '@gen3-csoc/backstage-plugin-gen3-common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

describe('docs/launch.md', () => {
  it('lists every risk of a preview, and no other', () => {
    const path = resolve(__dirname, '../../../../docs/launch.md');
    const [, after = ''] = readFileSync(path, 'utf8').split('\n## Risks\n');
    const [section = ''] = after.split('\n## ');
    const ids = [...section.matchAll(/^\| `([a-z-]+)`/gm)].map(([, id]) => id);

    expect(ids).toEqual(PREVIEW_RISKS);
  });
});
