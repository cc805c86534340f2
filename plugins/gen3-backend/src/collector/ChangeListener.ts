/** Told about what browsers may want to ask for again. */
export interface ChangeListener {
  /** A commons changed, came or went. Which one is nobody's business here: not everybody may know of it. */
  addChange(): void;
  /** A round was written, whether it changed anything or not. */
  addRound(): void;
}
