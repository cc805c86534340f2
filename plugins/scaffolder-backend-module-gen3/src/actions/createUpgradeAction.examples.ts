import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Runnable examples of `gen3:upgrade:propose`. */
export const upgradeExamples: TemplateExample[] = [
  {
    description: 'Upgrade a commons to a release',
    example: `steps:
  - id: propose
    name: Propose change
    action: gen3:upgrade:propose
    input:
      waves: [[heart.example.org]]
      release: '2026.11'
`,
  },
  {
    description: 'Upgrade all but one service, and over releases',
    example: `steps:
  - id: propose
    name: Propose change
    action: gen3:upgrade:propose
    input:
      waves: [[heart.example.org]]
      release: '2026.11'
      imageTags:
        fence: fix-authz
      accept:
        - id: skips-releases
          reason: The notes of all of them are read
`,
  },
  {
    description: 'Upgrade one commons first, and others once it answers',
    example: `steps:
  - id: propose
    name: Propose changes
    action: gen3:upgrade:propose
    input:
      waves:
        - [staging.heart.example.org]
        - [heart.example.org, lung.example.org]
      release: '2026.11'
      accept:
        - id: pinned-tag
          hostname: lung.example.org
          reason: Its team agreed
`,
  },
];
