import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Runnable examples of `gen3:change:open`. */
export const openExamples: TemplateExample[] = [
  {
    description: 'Open the pull request of a change whose wave has come',
    example: `steps:
  - id: open
    name: Open pull request
    action: gen3:change:open
    input:
      changeId: 0e1cbd5c-2f0c-4a0e-9c0b-5d2f6b0a7c11
`,
  },
];
