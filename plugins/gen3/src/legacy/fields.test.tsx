import {
  ScaffolderFieldExtensions,
  useCustomFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, useOutlet } from 'react-router-dom';
import { renderLegacyApp } from '../__testUtils__/renderLegacyApp';
import * as legacy from '../legacy';

/** As the scaffolder's page does it. */
function Wizard() {
  const extensions = useCustomFieldExtensions(useOutlet());
  return (
    <>
      <p>{extensions.map(({ name }) => name).join(' ')}</p>
      <Stepper
        manifest={{
          title: 'Wizard',
          steps: [
            {
              title: 'Data',
              schema: {
                properties: {
                  secret: { type: 'string', 'ui:field': 'Gen3SecretName' },
                },
              },
            },
          ],
        }}
        extensions={extensions}
        onCreate={async () => {}}
      />
    </>
  );
}

describe('Fields in the legacy frontend system', () => {
  it('are there by the names that templates use, and work in its form', async () => {
    renderLegacyApp({
      path: '/create',
      routes: [
        // A page brings the client of the plugin into the app: a field alone does not.
        <Route key="fleet" path="/fleet" element={<legacy.Gen3FleetPage />} />,
        <Route key="create" path="/create" element={<Wizard />}>
          <ScaffolderFieldExtensions>
            <legacy.Gen3HostnameFieldExtension />
            <legacy.Gen3CloneOfFieldExtension />
            <legacy.Gen3ClusterFieldExtension />
            <legacy.Gen3ReleaseFieldExtension />
            <legacy.Gen3MeshFieldExtension />
            <legacy.Gen3DictionaryFieldExtension />
            <legacy.Gen3SourceFieldExtension />
            <legacy.Gen3ServicesFieldExtension />
            <legacy.Gen3SecretNameFieldExtension />
            <legacy.Gen3AnswerFieldExtension />
            <legacy.Gen3LaunchSummaryFieldExtension />
            <legacy.Gen3ReviewFieldExtension />
            <legacy.Gen3CommonsFieldExtension />
            <legacy.Gen3WavesFieldExtension />
            <legacy.Gen3UpgradeReleaseFieldExtension />
            <legacy.Gen3ConfirmHostnameFieldExtension />
            <legacy.Gen3RetireStepFieldExtension />
            <legacy.Gen3MaintenanceModeFieldExtension />
            <legacy.Gen3ImageTagsFieldExtension />
            <legacy.Gen3ReplicasFieldExtension />
            <legacy.Gen3EditReviewFieldExtension />
          </ScaffolderFieldExtensions>
        </Route>,
      ],
    });
    expect(
      await screen.findByText(
        'Gen3Hostname Gen3CloneOf Gen3Cluster Gen3Release Gen3Mesh Gen3Dictionary Gen3Source Gen3Services Gen3SecretName Gen3Answer Gen3LaunchSummary Gen3Review Gen3Commons Gen3Waves Gen3UpgradeRelease Gen3ConfirmHostname Gen3RetireStep Gen3MaintenanceMode Gen3ImageTags Gen3Replicas Gen3EditReview',
      ),
    ).toBeInTheDocument();
    const input = screen.getByRole('textbox', { name: 'Name of the secret' });
    await userEvent.type(input, 'heart-db');
    expect(input).toHaveValue('heart-db');
  });
});
