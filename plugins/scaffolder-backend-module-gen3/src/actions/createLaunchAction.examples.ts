import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Runnable examples of `gen3:launch:propose`. */
export const proposeLaunchExamples: TemplateExample[] = [
  {
    description:
      'Propose what a wizard asked, with the warnings that its author accepted',
    example: `steps:
  - id: propose
    name: Propose change
    action: gen3:launch:propose
    input:
      answers: \${{ parameters }}
      accept: \${{ parameters.accept }}
`,
  },
  {
    description: 'Propose a development commons whose data may be lost',
    example: `steps:
  - id: propose
    name: Propose change
    action: gen3:launch:propose
    input:
      answers:
        hostname: brain-dev.example.org
        owner: group:default/csoc
        source: demo-gitops
        cluster: organnonprod
        release: '2026.10'
      accept:
        - id: database-in-namespace
          reason: It is a playground
`,
  },
];
