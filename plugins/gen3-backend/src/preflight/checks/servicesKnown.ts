import type { LaunchField } from '@gen3-csoc/backstage-plugin-gen3-common';
import { nearestName } from '../nearestName';
import { quote } from '../quote';
import type { PreflightCheck } from '../types';

/** A name that the portal does not know would be left out in silence: the commons would come up without what was asked for. */
export const servicesKnown: PreflightCheck = {
  id: 'services-known',
  title: 'The portal knows the services',
  run({ subject: { plan }, registry }) {
    if (!plan) return 'not-applicable';
    const { services, withoutServices, imageTags } = plan.answers;
    const names = registry.all().map(({ name }) => name);
    const asked: [LaunchField, string[]][] = [
      ['services', services],
      ['withoutServices', withoutServices],
      ['imageTags', Object.keys(imageTags)],
    ];
    return asked.flatMap(([field, given]) =>
      given
        .filter(name => !registry.get(name))
        .map(name => {
          const nearest = nearestName(name, names);
          return {
            severity: 'error',
            field,
            what: `The portal knows no service ${quote(name)}`,
            why: 'It would be left out, and the commons would not be what was asked for.',
            fix:
              nearest === undefined
                ? `Choose one of the list, or add ${quote(
                    name,
                  )} to gen3.services of the portal's config`
                : `Did you mean ${quote(nearest)}?`,
          } as const;
        }),
    );
  },
};
