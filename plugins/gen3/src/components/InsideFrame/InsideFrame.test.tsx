import { EntityProvider } from '@backstage/plugin-catalog-react';
import { WorkloadsResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { screen } from '@testing-library/react';
import { commonsEntity } from '../../__testUtils__/entities';
import { workloadsResponse } from '../../__testUtils__/insideFixtures';
import { renderLegacyApp } from '../../__testUtils__/renderLegacyApp';
import { InsideFrame } from './InsideFrame';

function show(
  data: WorkloadsResponse,
  annotations: Record<string, string> = {},
) {
  const { metadata } = commonsEntity;
  const entity = {
    ...commonsEntity,
    metadata: {
      ...metadata,
      annotations: { ...metadata.annotations, ...annotations },
    },
  };
  renderLegacyApp({
    path: '/catalog/default/system/heart.example',
    entityPage: (
      <EntityProvider entity={entity}>
        <InsideFrame
          title="Workloads"
          loading="Loading workloads"
          what="What runs in the cluster"
          query={{ data, error: null, isPending: false, refetch: () => {} }}
        >
          {() => <p>one workload</p>}
        </InsideFrame>
      </EntityProvider>
    ),
  });
}

const kubernetesTab = () => screen.queryByRole('link', { name: /Kubernetes/ });

describe('InsideFrame', () => {
  // It led to a tab that was not there: an entity written by hand had a cluster and a namespace and no selector.
  it('leads to the Kubernetes tab only where the entity has one', async () => {
    show(workloadsResponse(), {
      'backstage.io/kubernetes-cluster': 'east-1',
      'backstage.io/kubernetes-namespace': 'heart',
    });
    expect(await screen.findByText('one workload')).toBeInTheDocument();
    expect(kubernetesTab()).not.toBeInTheDocument();
  });

  it.each([
    ['backstage.io/kubernetes-label-selector', '!gen3.org/of-another-commons'],
    ['backstage.io/kubernetes-id', 'heart'],
  ])(
    'leads to the Kubernetes tab of an entity with %s',
    async (name, value) => {
      show(workloadsResponse(), { [name]: value });
      expect(await screen.findByText('one workload')).toBeInTheDocument();
      expect(kubernetesTab()).toBeInTheDocument();
    },
  );

  it('names all annotations that connect a cluster and give the tab', async () => {
    show(workloadsResponse({ place: undefined }));
    const lines = await screen.findByText(/kubernetes-cluster: east-1/);
    expect(lines).toHaveTextContent('backstage.io/kubernetes-namespace');
    expect(lines).toHaveTextContent('backstage.io/kubernetes-label-selector');
  });
});
