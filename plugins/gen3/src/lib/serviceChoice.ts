import {
  answersOfForm,
  bundlesOf,
  chooseServices,
  Gen3Bundle,
  LAUNCH_BUNDLES,
  launchAnswersSchema,
  ServiceAnswers,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** What the field for services answers with; what is absent is as usual for the mode. */
export interface ServiceChoice {
  bundles?: string[];
  services?: string[];
  withoutServices?: string[];
}

/** How a service stands in the answers so far. */
export interface ServiceStand {
  on: boolean;
  /** Titles of services that are on and cannot work without it, when it is on: it cannot go before them. */
  neededBy: string[];
  /** Nobody chose it: it is on only because others need it. */
  byItself: boolean;
}

const serviceAnswersSchema = launchAnswersSchema.pick({
  mode: true,
  bundles: true,
  services: true,
  withoutServices: true,
  frontendRoot: true,
  searchEndpoint: true,
});

/** What a form says about services; without what has another shape, of which preflight complains. */
export function readServiceAnswers(
  formData: Record<string, unknown>,
): ServiceAnswers {
  const answers = answersOfForm(formData);
  const good = Object.entries(serviceAnswersSchema.shape).flatMap(
    ([name, schema]) => {
      const parsed = schema.safeParse(answers[name]);
      return parsed.success ? [[name, parsed.data] as const] : [];
    },
  );
  return serviceAnswersSchema.parse(Object.fromEntries(good));
}

/** How each service of the registry stands, by name. */
export function standOfServices(
  answers: ServiceAnswers,
  registry: ServiceRegistry,
): Map<string, ServiceStand> {
  const chosen = new Map(
    chooseServices(answers, registry).map(each => [each.name, each]),
  );
  const on = registry.all().filter(({ name }) => chosen.has(name));
  return new Map(
    registry.all().map(({ name }) => [
      name,
      {
        on: chosen.has(name),
        byItself: (chosen.get(name)?.neededBy.length ?? 0) > 0,
        neededBy: chosen.has(name)
          ? on
              .filter(({ dependsOn }) => dependsOn.includes(name))
              .map(({ title }) => title)
              .sort()
          : [],
      },
    ]),
  );
}

/** The choice with a bundle switched on or off. What it went without of that bundle is forgotten: it begins anew. */
export function withBundle(
  answers: ServiceAnswers,
  bundle: Gen3Bundle,
  registry: ServiceRegistry,
): ServiceChoice {
  const bundles = bundlesOf(answers);
  const isOfBundle = (name: string) => registry.get(name)?.bundle === bundle;
  return asChoice({
    bundles: LAUNCH_BUNDLES.filter(id =>
      id === bundle ? !bundles.includes(id) : bundles.includes(id),
    ),
    services: answers.services.filter(name => !isOfBundle(name)),
    withoutServices: answers.withoutServices.filter(name => !isOfBundle(name)),
  });
}

/** The choice with a single service switched on or off, with as few words as that takes. */
export function withService(
  answers: ServiceAnswers,
  name: string,
  registry: ServiceRegistry,
): ServiceChoice {
  const { services, withoutServices } = answers;
  const isOn = (given: ServiceAnswers) =>
    chooseServices(given, registry).some(each => each.name === name);
  const wanted = !isOn(answers);
  const plain = {
    ...answers,
    services: services.filter(each => each !== name),
    withoutServices: withoutServices.filter(each => each !== name),
  };
  const missing = isOn(plain) === wanted ? [] : [name];
  return asChoice({
    bundles: answers.bundles,
    services: wanted ? [...plain.services, ...missing] : plain.services,
    withoutServices: wanted
      ? plain.withoutServices
      : [...plain.withoutServices, ...missing],
  });
}

/** Without what says nothing: no bundle is an answer, no single service is none. */
function asChoice({
  bundles,
  services,
  withoutServices,
}: Pick<
  ServiceAnswers,
  'bundles' | 'services' | 'withoutServices'
>): ServiceChoice {
  return {
    ...(bundles && { bundles }),
    ...(services.length > 0 && { services }),
    ...(withoutServices.length > 0 && { withoutServices }),
  };
}
