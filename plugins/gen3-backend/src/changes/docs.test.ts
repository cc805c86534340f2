import { mockServices } from '@backstage/backend-test-utils';
import {
  CHANGE_STATES,
  proposeChangeSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { readChangesConfig } from '../config/readChangesConfig';
import { USUAL_MINUTES } from './follow/usualMinutes';
import { STEP_TITLES } from './stepTitles';

const guide = readFileSync(
  resolve(__dirname, '../../../../docs/launch.md'),
  'utf8',
);

function blockOf(fence: RegExp): string {
  const [, block = ''] = guide.match(fence) ?? [];
  return block;
}

/** First cells of the rows of all tables. */
const rows = [...guide.matchAll(/^\| (.*?) +\|/gm)].map(([, cell]) => cell);

describe('docs/launch.md', () => {
  it('shows config that works', () => {
    const shown = z
      .looseObject({})
      .parse(parse(blockOf(/```yaml\n([^]*?)```/)));
    const source = { type: 'gitops', url: 'file:///srv/gitops.git' };
    const config = mockServices.rootConfig({
      data: {
        ...JSON.parse(JSON.stringify(shown)),
        catalog: { providers: { gen3: { production: source } } },
      },
    });

    expect(readChangesConfig(config).targets).toMatchObject([
      {
        layout: 'plain',
        repoUrl: 'https://git.example.org/csoc/gitops.git',
      },
    ]);
  });

  it('shows a proposal that REST takes', () => {
    const body = JSON.parse(blockOf(/-d '(\{[^]*?\})'/));

    expect(proposeChangeSchema.safeParse(body).error).toBeUndefined();
  });

  it('names the usual time of every step that has one', () => {
    const shown = Object.entries(STEP_TITLES).map(([id, title]) => {
      const row = guide.match(
        new RegExp(`^\\| ${title} .*\\| *(.*?) *\\|$`, 'm'),
      );
      return [id, row?.[1]];
    });
    const hour = 60;
    const textOf = (minutes: number) =>
      minutes < hour ? `${minutes} m` : `${minutes / hour} h`;
    const usual = Object.entries(USUAL_MINUTES).map(
      ([id, minutes]) => [id, textOf(minutes)] as const,
    );
    expect(Object.fromEntries(shown)).toEqual({
      proposed: '',
      ...Object.fromEntries(usual),
    });
  });

  it('explains every state and every step', () => {
    expect(rows).toEqual(
      expect.arrayContaining([
        ...CHANGE_STATES.map(state => `\`${state}\``),
        ...Object.values(STEP_TITLES),
      ]),
    );
  });
});
