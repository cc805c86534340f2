import { ConfigLines } from '../ConfigLines';

const EXAMPLE = `catalog:
  providers:
    gen3:
      my-fleet:                # any id; shown on this page
        type: gitops           # or: manifest, static
        url: https://github.com/my-org/gen3-gitops
        branch: main
        owner: group:default/csoc
        schedule:
          frequency: { minutes: 5 }
          timeout: { minutes: 5 }`;

/** No source at all: what one is and how to configure it. */
export function SourcesEmpty() {
  return (
    <section aria-label="No source configured">
      <h2>No source configured</h2>
      <p>
        A source is a place that commons are discovered from: a GitOps
        repository with Argo CD Applications, a repository of cloud-automation
        manifests, or a list in config. This page says what each one found and
        what could not be read. Add one to <code>app-config.yaml</code>:
      </p>
      <ConfigLines text={EXAMPLE} />
    </section>
  );
}
