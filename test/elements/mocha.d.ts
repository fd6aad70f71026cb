// The runner's globals, as far as these tests use them.
declare function describe(name: string, body: () => void): void;
declare function it(name: string, body: () => unknown): void;
declare namespace it {
  /** The reason stands in the name, in brackets at its end. */
  function skip(name: string, body: () => unknown): void;
}
declare function beforeEach(body: () => unknown): void;
declare function afterEach(body: () => unknown): void;
