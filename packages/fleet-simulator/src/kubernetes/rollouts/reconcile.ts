import { later } from '../timestamps';
import { isOf, isPresent, isReady, newestRevision, nextSlot } from './podLife';
import { PodLife, Rollout, StartupMs, Template, TERMINATION_MS } from './types';

/** How many pods more than wanted there may be (`maxSurge: 1`); none less may be available (`maxUnavailable: 0`). */
const SURGE = 1;

/** What {@link reconcile} needs. */
export interface ReconcileOptions {
  at: Date;
  startupMs: StartupMs;
  /** Pods of the newest template beyond these never get ready. */
  readyAtMost: number;
}

/** The pods while they are planned; its own clock goes on with the plan. */
class RolloutPlan {
  readonly #options: ReconcileOptions;
  readonly #template: Template;
  readonly #desired: number;
  readonly #pods: PodLife[];
  #at: Date;

  private constructor(rollout: Rollout, options: ReconcileOptions) {
    const { at } = options;
    this.#options = options;
    this.#template = newestRevision(rollout).template;
    this.#desired = rollout.desired;
    this.#at = at;
    this.#pods = rollout.pods
      .filter(({ createdAt }) => createdAt <= at)
      .map(pod => (pod.endsAt && pod.endsAt > at ? staying(pod) : pod));
  }

  static create(rollout: Rollout, options: ReconcileOptions): RolloutPlan {
    return new RolloutPlan(rollout, options);
  }

  run(): Pick<Rollout, 'pods' | 'completedAt'> {
    const surge = this.#desired > 0 ? SURGE : 0;
    this.#end(this.#newest(), this.#newest().length - this.#desired);
    this.#end(this.#others(), this.#present().length - this.#desired - surge);
    for (;;) {
      const coming = this.#newest().find(pod => !isReady(pod, this.#at));
      const missing = this.#mostNewest() - this.#newest().length;
      if (coming && missing <= 0) {
        if (!coming.readyAt) {
          return { pods: this.#pods };
        }
        this.#at = coming.readyAt;
      } else if (missing > 0) {
        Array.from({ length: missing }, () => this.#create());
      } else if (this.#others().length === 0) {
        return { pods: this.#pods, completedAt: this.#at };
      } else {
        this.#end(this.#others(), this.#present().length - this.#desired);
      }
    }
  }

  /** So many of the newest template may be there, next to the others. */
  #mostNewest(): number {
    const others = this.#others().length;
    return others === 0
      ? this.#desired
      : Math.min(this.#desired, this.#desired + SURGE - others);
  }

  #present(): PodLife[] {
    return this.#pods.filter(pod => isPresent(pod, this.#at));
  }

  #newest(): PodLife[] {
    return this.#present().filter(pod => isOf(pod, this.#template));
  }

  #others(): PodLife[] {
    return this.#present().filter(pod => !isOf(pod, this.#template));
  }

  /** Those that are not ready go first, then the youngest. */
  #end(candidates: PodLife[], count: number): void {
    const unready = candidates.filter(pod => !isReady(pod, this.#at));
    const ready = candidates.filter(pod => isReady(pod, this.#at));
    [...unready.reverse(), ...ready.reverse()]
      .slice(0, Math.max(0, count))
      .forEach(pod => {
        const ending = { endsAt: this.#at, graceMs: TERMINATION_MS };
        this.#pods[this.#pods.indexOf(pod)] = { ...pod, ...ending };
      });
  }

  #create(): void {
    const { readyAtMost, startupMs } = this.#options;
    const template = this.#template;
    const slot = nextSlot(this.#pods, template);
    const readyAt = later(this.#at, startupMs(template, slot));
    const getsReady = this.#newest().length < readyAtMost;
    this.#pods.push({
      template,
      slot,
      createdAt: this.#at,
      ...(getsReady ? { readyAt } : {}),
    });
  }
}

/**
 * Plans what the controller does from `at` on: pods of the newest template come one after the other, and for each that is ready one
 * of the others goes. A pod that never gets ready ends the plan. What was planned before for later is forgotten.
 */
export function reconcile(
  rollout: Rollout,
  options: ReconcileOptions,
): Rollout {
  const { pods, completedAt } = RolloutPlan.create(rollout, options).run();
  const { completedAt: before, ...rest } = rollout;
  const completed = before && before <= options.at ? before : completedAt;
  return {
    ...rest,
    pods,
    ...(completed ? { completedAt: completed } : {}),
  };
}

function staying({ endsAt: _ends, graceMs: _grace, ...pod }: PodLife): PodLife {
  return pod;
}
