import { preflightRequestSchema } from '@gen3-csoc/backstage-plugin-gen3-common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { PREFLIGHT_CHECKS } from './preflightChecks';

const guide = readFileSync(
  resolve(__dirname, '../../../../docs/preflight.md'),
  'utf8',
);

describe('docs/preflight.md', () => {
  it('has a heading for every check and no other, in the order in which they are asked', () => {
    const [, ofChecks = ''] = guide.split('\n## Checks\n');
    const headings = [...ofChecks.matchAll(/^### (.*)$/gm)];

    expect(headings.map(([, id]) => id)).toEqual(
      PREFLIGHT_CHECKS.map(({ id }) => id),
    );
  });

  it('says how severe what each check finds is', () => {
    const [, ...sections] = guide.split(/^### /m);

    expect(
      sections.filter(
        section => !/\*\*(error|warning|info)\*\*/i.test(section),
      ),
    ).toEqual([]);
  });

  it('shows a question that REST takes', () => {
    const [, body = ''] = guide.match(/-d '(\{[^]*?\})'/) ?? [];

    expect(
      preflightRequestSchema.safeParse(JSON.parse(body)).error,
    ).toBeUndefined();
  });
});
