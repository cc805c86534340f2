import { launchRecord } from './__testUtils__/changeRecords';
import { listRetired } from './listRetired';

const removal = (hostname: string, id: string) =>
  launchRecord({
    id,
    hostname,
    kind: 'retire',
    request: { kind: 'retire', hostname, step: 'remove', confirm: hostname },
    files: [
      { path: `x/${hostname}/Chart.yaml`, before: 'name: x\n' },
      {
        path: `x/${hostname}/templates/app.yaml`,
        before: 'apiVersion: argoproj.io/v1alpha1\nkind: Application\n',
      },
    ],
  });

describe('listRetired', () => {
  it('keeps each commons that was removed, by its newest removal', () => {
    const retired = listRetired({
      removals: [
        removal('a.example.org', 'new'),
        removal('b.example.org', 'b'),
        removal('a.example.org', 'old'),
      ],
      launching: [],
    });
    expect(retired).toEqual([
      expect.objectContaining({
        id: 'new',
        hostname: 'a.example.org',
        lifecycle: 'retired',
        owner: 'group:default/heart-team',
        file: 'x/a.example.org/templates/app.yaml',
        services: [],
      }),
      expect.objectContaining({ id: 'b' }),
    ]);
  });

  it('keeps the title that its Application had', () => {
    const record = removal('a.example.org', 'a');
    const [titled] = listRetired({
      removals: [
        {
          ...record,
          files: [
            {
              path: 'a/app.yaml',
              before:
                'kind: Application\nmetadata:\n  annotations:\n    gen3.org/title: The A\n',
            },
          ],
        },
      ],
      launching: [],
    });
    const [untitled] = listRetired({ removals: [record], launching: [] });
    expect([titled?.title, untitled?.title]).toEqual(['The A', undefined]);
  });

  it('leaves out what is being launched again', () => {
    const removals = [removal('a.example.org', 'a')];
    expect(listRetired({ removals, launching: ['a.example.org'] })).toEqual([]);
  });
});
