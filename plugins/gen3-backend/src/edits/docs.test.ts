import {
  editRequestSchema,
  proposeChangeSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EDIT_FINDINGS } from './findingOf';

const guide = readFileSync(
  resolve(__dirname, '../../../../docs/changes.md'),
  'utf8',
);

describe('docs/changes.md', () => {
  it('explains every finding about an edit, and no other', () => {
    const findings = guide.slice(
      guide.indexOf('\n## Findings'),
      guide.indexOf('\n## Upgrade'),
    );
    const explained = [...findings.matchAll(/^### (.*)$/gm)].map(
      ([, id]) => id,
    );
    expect(explained.sort()).toEqual([...EDIT_FINDINGS]);
  });

  it('shows a request that is taken', () => {
    const [, body = ''] = guide.match(/-d '(\{[^]*?\})'/) ?? [];
    expect(proposeChangeSchema.parse(JSON.parse(body))).toMatchObject({
      kind: 'upgrade',
    });
  });

  it('lists every kind of edit', () => {
    const kinds = editRequestSchema.options.map(
      ({ shape }) => shape.kind.value,
    );
    expect(kinds.filter(kind => !guide.includes(`| \`${kind}\``))).toEqual([]);
  });
});
