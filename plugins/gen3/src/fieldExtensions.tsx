import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

export const hostnameField = FormFieldBlueprint.make({
  name: 'hostname',
  params: {
    field: () => import('./fields/Gen3Hostname/field').then(m => m.field),
  },
});

export const dictionaryField = FormFieldBlueprint.make({
  name: 'dictionary',
  params: {
    field: () => import('./fields/Gen3Dictionary/field').then(m => m.field),
  },
});

export const secretNameField = FormFieldBlueprint.make({
  name: 'secret-name',
  params: {
    field: () => import('./fields/Gen3SecretName/field').then(m => m.field),
  },
});

export const reviewField = FormFieldBlueprint.make({
  name: 'review',
  params: {
    field: () => import('./fields/Gen3Review/field').then(m => m.field),
  },
});

export const sourceField = FormFieldBlueprint.make({
  name: 'source',
  params: {
    field: () => import('./fields/Gen3Source/field').then(m => m.field),
  },
});

export const clusterField = FormFieldBlueprint.make({
  name: 'cluster',
  params: {
    field: () => import('./fields/Gen3Cluster/field').then(m => m.field),
  },
});

export const releaseField = FormFieldBlueprint.make({
  name: 'release',
  params: {
    field: () => import('./fields/Gen3Release/field').then(m => m.field),
  },
});

export const meshField = FormFieldBlueprint.make({
  name: 'mesh',
  params: {
    field: () => import('./fields/Gen3Mesh/field').then(m => m.field),
  },
});
