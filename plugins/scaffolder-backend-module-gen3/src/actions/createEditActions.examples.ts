import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

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
