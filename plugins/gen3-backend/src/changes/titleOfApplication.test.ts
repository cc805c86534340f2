import { titleOfApplication } from './titleOfApplication';

const application = (annotations: string) =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  annotations:\n    gen3.org/owner: csoc\n${annotations}`;

describe('titleOfApplication', () => {
  it.each([
    ['plain', "    gen3.org/title: The Heart's Commons\n"],
    ['quoted', `    gen3.org/title: "The Heart's Commons"\n`],
    ['folded', "    gen3.org/title: >-\n      The Heart's\n      Commons\n"],
    [
      'in a template',
      "    gen3.org/title: The Heart's Commons\nspec:\n  {{- if .Values.on }}\n  x: {{ .y }}\n  {{- end }}\n",
    ],
  ])('reads a title that is %s', (_, annotations) => {
    expect(titleOfApplication(application(annotations))).toBe(
      "The Heart's Commons",
    );
  });

  it('finds the Application behind another document', () => {
    const text = `kind: Namespace\n---\n${application(
      '    gen3.org/title: Heart\n',
    )}`;
    expect(titleOfApplication(text)).toBe('Heart');
  });

  it.each([
    ['no such annotation', application('')],
    ['an empty one', application('    gen3.org/title: ""\n')],
    ['one that is no text', application('    gen3.org/title: [a]\n')],
    ['only a comment about it', '# gen3.org/title\n'],
  ])('knows of none where there is %s', (_, text) => {
    expect(titleOfApplication(text)).toBeUndefined();
  });
});
