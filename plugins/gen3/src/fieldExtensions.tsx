import {
  createFormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';

const answerFields = () => import('./fields/answerFields');

export const hostnameField = FormFieldBlueprint.make({
  name: 'hostname',
  params: {
    field: () => answerFields().then(m => createFormField(m.gen3Hostname)),
  },
});

export const cloneOfField = FormFieldBlueprint.make({
  name: 'clone-of',
  params: {
    field: () => answerFields().then(m => createFormField(m.gen3CloneOf)),
  },
});

export const clusterField = FormFieldBlueprint.make({
  name: 'cluster',
  params: {
    field: () => answerFields().then(m => createFormField(m.gen3Cluster)),
  },
});

export const releaseField = FormFieldBlueprint.make({
  name: 'release',
  params: {
    field: () => answerFields().then(m => createFormField(m.gen3Release)),
  },
});

export const meshField = FormFieldBlueprint.make({
  name: 'mesh',
  params: {
    field: () => answerFields().then(m => createFormField(m.gen3Mesh)),
  },
});

export const dictionaryField = FormFieldBlueprint.make({
  name: 'dictionary',
  params: {
    field: () => answerFields().then(m => createFormField(m.gen3Dictionary)),
  },
});

export const sourceField = FormFieldBlueprint.make({
  name: 'source',
  params: {
    field: () =>
      import('./fields/Gen3Source/field').then(m =>
        createFormField(m.gen3Source),
      ),
  },
});

export const servicesField = FormFieldBlueprint.make({
  name: 'services',
  params: {
    field: () =>
      import('./fields/Gen3Services/field').then(m =>
        createFormField(m.gen3Services),
      ),
  },
});

export const secretNameField = FormFieldBlueprint.make({
  name: 'secret-name',
  params: {
    field: () =>
      import('./fields/Gen3SecretName/field').then(m =>
        createFormField(m.gen3SecretName),
      ),
  },
});

export const answerField = FormFieldBlueprint.make({
  name: 'answer',
  params: {
    field: () =>
      import('./fields/Gen3Answer/field').then(m =>
        createFormField(m.gen3Answer),
      ),
  },
});

export const launchSummaryField = FormFieldBlueprint.make({
  name: 'launch-summary',
  params: {
    field: () =>
      import('./fields/Gen3LaunchSummary/field').then(m =>
        createFormField(m.gen3LaunchSummary),
      ),
  },
});

export const reviewField = FormFieldBlueprint.make({
  name: 'review',
  params: {
    field: () =>
      import('./fields/Gen3Review/field').then(m =>
        createFormField(m.gen3Review),
      ),
  },
});

export const commonsField = FormFieldBlueprint.make({
  name: 'commons',
  params: {
    field: () =>
      import('./fields/Gen3Commons/field').then(m =>
        createFormField(m.gen3Commons),
      ),
  },
});

export const wavesField = FormFieldBlueprint.make({
  name: 'waves',
  params: {
    field: () =>
      import('./fields/Gen3Waves/field').then(m =>
        createFormField(m.gen3Waves),
      ),
  },
});

export const maintenanceModeField = FormFieldBlueprint.make({
  name: 'maintenance-mode',
  params: {
    field: () =>
      import('./fields/Gen3MaintenanceMode/field').then(m =>
        createFormField(m.gen3MaintenanceMode),
      ),
  },
});

export const retireStepField = FormFieldBlueprint.make({
  name: 'retire-step',
  params: {
    field: () =>
      import('./fields/Gen3RetireStep/field').then(m =>
        createFormField(m.gen3RetireStep),
      ),
  },
});

export const confirmHostnameField = FormFieldBlueprint.make({
  name: 'confirm-hostname',
  params: {
    field: () =>
      import('./fields/Gen3ConfirmHostname/field').then(m =>
        createFormField(m.gen3ConfirmHostname),
      ),
  },
});

export const upgradeReleaseField = FormFieldBlueprint.make({
  name: 'upgrade-release',
  params: {
    field: () =>
      import('./fields/Gen3UpgradeRelease/field').then(m =>
        createFormField(m.gen3UpgradeRelease),
      ),
  },
});

export const imageTagsField = FormFieldBlueprint.make({
  name: 'image-tags',
  params: {
    field: () =>
      import('./fields/byService/fields').then(m =>
        createFormField(m.gen3ImageTags),
      ),
  },
});

export const replicasField = FormFieldBlueprint.make({
  name: 'replicas',
  params: {
    field: () =>
      import('./fields/byService/fields').then(m =>
        createFormField(m.gen3Replicas),
      ),
  },
});

export const editReviewField = FormFieldBlueprint.make({
  name: 'edit-review',
  params: {
    field: () =>
      import('./fields/Gen3EditReview/field').then(m =>
        createFormField(m.gen3EditReview),
      ),
  },
});
