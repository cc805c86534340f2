/** Told about what browsers may want to ask for again. */
export interface ChangeListener {
  /** A commons changed, came or went. */
  add(entityRef: string): void;
  /** A round was written, whether it changed anything or not. */
  addRound(): void;
}
