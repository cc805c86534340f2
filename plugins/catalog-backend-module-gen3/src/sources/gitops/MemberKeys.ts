/** Keys of the members of one file: its path, and the name when it has several. */
export class MemberKeys {
  readonly #path: string;
  readonly #several: boolean;
  readonly #taken = new Set<string>();

  private constructor(path: string, several: boolean) {
    this.#path = path;
    this.#several = several;
  }

  static create(options: {
    path: string;
    /** Members that the file declares. */
    count: number;
  }): MemberKeys {
    return new MemberKeys(options.path, options.count > 1);
  }

  /** The key of the first one with this name. */
  of(name: string): string {
    return this.#several ? `${this.#path}#${name}` : this.#path;
  }

  /** The key of the next one with this name. */
  take(name: string): string {
    let member = this.of(name);
    for (let count = 2; this.#taken.has(member); count += 1) {
      member = `${this.#path}#${name}-${count}`;
    }
    this.#taken.add(member);
    return member;
  }

  isTaken(member: string): boolean {
    return this.#taken.has(member);
  }
}
