import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Runnable examples of `gen3:preflight`. */
export const preflightExamples: TemplateExample[] = [
  {
    description:
      'Judge the answers of a wizard whose parameters are the answers',
    example: `steps:
  - id: preflight
    name: Preflight
    action: gen3:preflight
    input:
      answers: \${{ parameters }}
`,
  },
  {
    description: 'Judge a development commons of four answers',
    example: `steps:
  - id: preflight
    name: Preflight
    action: gen3:preflight
    input:
      answers:
        hostname: brain-dev.example.org
        owner: group:default/csoc
        source: demo-gitops
        cluster: organnonprod
`,
  },
];
