import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import {
  gen3CloneOf,
  gen3Cluster,
  gen3Dictionary,
  gen3Hostname,
  gen3Mesh,
  gen3Release,
} from '../fields/answerFields';
import { gen3ImageTags, gen3Replicas } from '../fields/byService/fields';
import { gen3Commons } from '../fields/Gen3Commons/field';
import { gen3ConfirmHostname } from '../fields/Gen3ConfirmHostname/field';
import { gen3LaunchSummary } from '../fields/Gen3LaunchSummary/field';
import { gen3MaintenanceMode } from '../fields/Gen3MaintenanceMode/field';
import { gen3EditReview } from '../fields/Gen3EditReview/field';
import { gen3RetireStep } from '../fields/Gen3RetireStep/field';
import { gen3Review } from '../fields/Gen3Review/field';
import { gen3Answer } from '../fields/Gen3Answer/field';
import { gen3SecretName } from '../fields/Gen3SecretName/field';
import { gen3Services } from '../fields/Gen3Services/field';
import { gen3Source } from '../fields/Gen3Source/field';
import { gen3UpgradeRelease } from '../fields/Gen3UpgradeRelease/field';
import { gen3Waves } from '../fields/Gen3Waves/field';
import { asFieldExtension } from '../fields/shared/asFieldExtension';
import { Gen3Field } from '../fields/shared/Gen3Field';
import { gen3Plugin } from './plugin';

function provide<T>(field: Gen3Field<T>) {
  return gen3Plugin.provide(
    createScaffolderFieldExtension<T>(asFieldExtension(field)),
  );
}

/** `ui:field: Gen3Hostname`, inside of `ScaffolderFieldExtensions`, as all that follow. @public */
export const Gen3HostnameFieldExtension = provide(gen3Hostname);

/** `ui:field: Gen3CloneOf`. @public */
export const Gen3CloneOfFieldExtension = provide(gen3CloneOf);

/** `ui:field: Gen3Cluster`. @public */
export const Gen3ClusterFieldExtension = provide(gen3Cluster);

/** `ui:field: Gen3Release`. @public */
export const Gen3ReleaseFieldExtension = provide(gen3Release);

/** `ui:field: Gen3Mesh`. @public */
export const Gen3MeshFieldExtension = provide(gen3Mesh);

/** `ui:field: Gen3Dictionary`. @public */
export const Gen3DictionaryFieldExtension = provide(gen3Dictionary);

/** `ui:field: Gen3Source`. @public */
export const Gen3SourceFieldExtension = provide(gen3Source);

/** `ui:field: Gen3Services`. @public */
export const Gen3ServicesFieldExtension = provide(gen3Services);

/** `ui:field: Gen3SecretName`. @public */
export const Gen3SecretNameFieldExtension = provide(gen3SecretName);

/** `ui:field: Gen3Answer`. @public */
export const Gen3AnswerFieldExtension = provide(gen3Answer);

/** `ui:field: Gen3LaunchSummary`. @public */
export const Gen3LaunchSummaryFieldExtension = provide(gen3LaunchSummary);

/** `ui:field: Gen3Review`. @public */
export const Gen3ReviewFieldExtension = provide(gen3Review);

/** `ui:field: Gen3Commons`. @public */
export const Gen3CommonsFieldExtension = provide(gen3Commons);

/** `ui:field: Gen3Waves`. @public */
export const Gen3WavesFieldExtension = provide(gen3Waves);

/** `ui:field: Gen3UpgradeRelease`. @public */
export const Gen3UpgradeReleaseFieldExtension = provide(gen3UpgradeRelease);

/** `ui:field: Gen3RetireStep`. @public */
export const Gen3RetireStepFieldExtension = provide(gen3RetireStep);

/** `ui:field: Gen3ConfirmHostname`. @public */
export const Gen3ConfirmHostnameFieldExtension = provide(gen3ConfirmHostname);

/** `ui:field: Gen3MaintenanceMode`. @public */
export const Gen3MaintenanceModeFieldExtension = provide(gen3MaintenanceMode);

/** `ui:field: Gen3ImageTags`. @public */
export const Gen3ImageTagsFieldExtension = provide(gen3ImageTags);

/** `ui:field: Gen3Replicas`. @public */
export const Gen3ReplicasFieldExtension = provide(gen3Replicas);

/** `ui:field: Gen3EditReview`. @public */
export const Gen3EditReviewFieldExtension = provide(gen3EditReview);
