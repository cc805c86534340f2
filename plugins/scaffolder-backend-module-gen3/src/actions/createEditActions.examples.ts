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
      hostname: heart.example.org
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
      hostname: heart.example.org
      release: '2026.11'
      imageTags:
        fence: fix-authz
      accept:
        - id: skips-releases
          reason: The notes of all of them are read
`,
  },
  {
    description: 'Upgrade a commons once the change of another has succeeded',
    example: `steps:
  - id: propose
    name: Propose change
    action: gen3:upgrade:propose
    input:
      hostname: heart.example.org
      release: '2026.11'
      after: [0b9e9d5e-6c0a-4c7e-9a53-0d5f3a1f6c11]
`,
  },
];

/** Runnable examples of `gen3:maintenance:propose`. */
export const maintenanceExamples: TemplateExample[] = [
  {
    description: 'Show users the maintenance page',
    example: `steps:
  - id: propose
    name: Propose change
    action: gen3:maintenance:propose
    input:
      hostname: heart.example.org
      mode: 'on'
`,
  },
];

/** Runnable examples of `gen3:scale:propose`. */
export const scaleExamples: TemplateExample[] = [
  {
    description: 'Give sheepdog more pods for a large submission',
    example: `steps:
  - id: propose
    name: Propose change
    action: gen3:scale:propose
    input:
      hostname: heart.example.org
      replicas:
        sheepdog: 4
`,
  },
];

/** Runnable examples of `gen3:retire:propose`. */
export const retireExamples: TemplateExample[] = [
  {
    description: 'Tell the users of a commons that it goes',
    example: `steps:
  - id: propose
    name: Propose change
    action: gen3:retire:propose
    input:
      hostname: heart.example.org
      step: stand-down
      confirm: heart.example.org
`,
  },
  {
    description: 'Remove a commons that was stood down',
    example: `steps:
  - id: propose
    name: Propose change
    action: gen3:retire:propose
    input:
      hostname: heart.example.org
      step: remove
      confirm: heart.example.org
`,
  },
];
