import {
  HelmRenderer,
  type StoredChart,
  withDeadline,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import {
  diffManifests,
  findGenerated,
  type GeneratedValues,
  type ManifestDiff,
} from './diffManifests';
import { type ParsedManifests, parseManifests } from './parseManifests';
import { type IsWanted, RenderingCache } from './RenderingCache';

/** Bytes that one rendering may have; the whole chart of gen3 has half a megabyte. */
const MAX_OUTPUT_BYTES = 32 * 1024 * 1024;

/** Renderings that are kept. */
const MAX_ENTRIES = 50;
const MAX_BYTES = 64 * 1024 * 1024;

/** Renderings at once in the whole portal; each takes a processor for two seconds. */
const AT_ONCE = 3;

/** What to render. */
export interface Rendering {
  chart: StoredChart;
  /** Text of the values file. */
  values: string;
  releaseName: string;
  namespace: string;
}

/** What a rendering made. */
export interface RenderedManifests extends ParsedManifests {
  bytes: number;
}

const NOTHING: RenderedManifests = { manifests: [], unreadable: [], bytes: 0 };

/** What differs between what would be and what is. */
export interface Comparison {
  after: RenderedManifests;
  before: RenderedManifests | undefined;
  diffs: ManifestDiff[];
}

/** Renders charts, the same input once. */
export class ManifestRenderer {
  readonly #helm: Pick<HelmRenderer, 'renderFolder'>;
  readonly #kubeVersion: string | undefined;
  readonly #renderings = RenderingCache.create<RenderedManifests>({
    maxEntries: MAX_ENTRIES,
    maxBytes: MAX_BYTES,
    // The text, the object and its leaves.
    sizeOf: ({ bytes }) => 4 * bytes,
  });
  readonly #generated = RenderingCache.create<GeneratedValues>({
    maxEntries: MAX_ENTRIES,
    maxBytes: MAX_BYTES,
    sizeOf: generated => 1_000 * generated.size,
  });
  readonly #comparisons = RenderingCache.create<Comparison>({
    maxEntries: MAX_ENTRIES,
    maxBytes: MAX_BYTES,
    sizeOf: ({ after, before }) => 4 * (after.bytes + (before?.bytes ?? 0)),
  });
  readonly #limit = pLimit(AT_ONCE);

  private constructor(options: ManifestRendererOptions) {
    this.#helm =
      options.helm ?? HelmRenderer.create({ maxOutputBytes: MAX_OUTPUT_BYTES });
    this.#kubeVersion = options.kubeVersion;
  }

  static create(options: ManifestRendererOptions = {}): ManifestRenderer {
    return new ManifestRenderer(options);
  }

  /**
   * Renders what would be and what is, and says what differs; the same input once. Of what is removed nothing would be.
   *
   * @throws HelmError when the chart does not render; the signal's reason when aborted.
   */
  compare(
    question: {
      after: Rendering | undefined;
      before: Rendering | undefined;
    },
    { signal }: { signal: AbortSignal },
  ): Promise<Comparison> {
    const { after, before } = question;
    const key = [after, before].map(each => each && keyOf(each)).join();
    return withDeadline({ signals: [signal] }, () =>
      this.#comparisons.get(
        key,
        isWanted => this.#compare({ after, before, isWanted }),
        () => !signal.aborted,
      ),
    );
  }

  /**
   * Renders once what is asked for more than once.
   *
   * @throws as {@link compare}.
   */
  render(
    rendering: Rendering,
    { signal }: { signal: AbortSignal },
  ): Promise<RenderedManifests> {
    return withDeadline({ signals: [signal] }, () =>
      this.#render(rendering, () => !signal.aborted),
    );
  }

  async #compare(question: {
    after: Rendering | undefined;
    before: Rendering | undefined;
    isWanted: IsWanted;
  }): Promise<Comparison> {
    const { after, before, isWanted } = question;
    const [now, then, generated] = await Promise.all([
      after ? this.#render(after, isWanted) : NOTHING,
      before && this.#render(before, isWanted),
      after && before && this.#findGenerated(before, isWanted),
    ]);
    const diffs = diffManifests({
      before: then?.manifests ?? [],
      after: now.manifests,
      generated,
    });
    return { after: now, before: then, diffs };
  }

  #render(
    rendering: Rendering,
    isWanted: IsWanted,
  ): Promise<RenderedManifests> {
    return this.#renderings.get(
      keyOf(rendering),
      isStillWanted => this.#run(rendering, isStillWanted),
      isWanted,
    );
  }

  /** What the chart makes up anew each time it is rendered so, which takes a second rendering to find out. */
  #findGenerated(
    rendering: Rendering,
    isWanted: IsWanted,
  ): Promise<GeneratedValues> {
    const make = async (isStillWanted: IsWanted) => {
      const [first, second] = await Promise.all([
        this.#render(rendering, isStillWanted),
        this.#run(rendering, isStillWanted),
      ]);
      return findGenerated(first.manifests, second.manifests);
    };
    return this.#generated.get(keyOf(rendering), make, isWanted);
  }

  /**
   * Not with the signal of whoever asks: others may wait for the same, and it ends within its own bounds. It is not begun when all have left
   * while it was in the queue: a form asks at each change of an answer, and leaves what it has asked before.
   */
  async #run(
    rendering: Rendering,
    isWanted: IsWanted,
  ): Promise<RenderedManifests> {
    const { chart, values, releaseName, namespace } = rendering;
    const text = await this.#limit(async () => {
      if (!isWanted()) throw new Error('Nobody waits for this rendering');
      return this.#helm.renderFolder({
        folder: chart.folder,
        values: [values],
        releaseName,
        namespace,
        kubeVersion: this.#kubeVersion,
        signal: new AbortController().signal,
      });
    });
    return { ...parseManifests(text), bytes: text.length };
  }
}

function keyOf({ chart, values, releaseName, namespace }: Rendering): string {
  const parts = [chart.key, values, releaseName, namespace];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** What a {@link ManifestRenderer} may be told. */
export interface ManifestRendererOptions {
  /** @defaultValue the helm program */
  helm?: Pick<HelmRenderer, 'renderFolder'>;
  /** Version of Kubernetes that charts are told. @defaultValue what helm takes */
  kubeVersion?: string;
}
