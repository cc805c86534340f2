import { ManifestRenderer } from './ManifestRenderer';

/** A renderer whose helm waits to be let go, and how often it was started. */
function create() {
  const work = { begun: 0, letGo: () => {} };
  const gate = new Promise<void>(resolve => {
    work.letGo = resolve;
  });
  const renderer = ManifestRenderer.create({
    helm: {
      renderFolder: async () => {
        work.begun += 1;
        await gate;
        return '';
      },
    },
  });
  const chart = { folder: '/charts/gen3', key: 'gen3', version: '1' };
  const renderingOf = (values: string) => ({
    chart: { ...chart, missing: [] },
    values,
    releaseName: 'heart',
    namespace: 'heart',
  });
  return { work, renderer, renderingOf };
}

describe('ManifestRenderer', () => {
  it('does not begin what everybody has left, and renders it when somebody asks again', async () => {
    const { work, renderer, renderingOf } = create();
    const left = new AbortController();
    const stay = new AbortController();
    const ask = (values: string, { signal }: AbortController) =>
      renderer.compare(
        { after: renderingOf(values), before: undefined },
        { signal },
      );
    const leaving = Array.from({ length: 30 }, (_, at) =>
      ask(`a: ${at}`, left),
    );
    const staying = ask('a: 29', stay);
    left.abort(new Error('left'));
    const results = await Promise.allSettled(leaving);
    expect(results.every(({ status }) => status === 'rejected')).toBe(true);
    work.letGo();
    expect((await staying).diffs).toEqual([]);
    expect(work.begun).toBe(1);

    await ask('a: 28', stay);
    await ask('a: 29', stay);
    expect(work.begun).toBe(2);
  });
});
