/** For the `default` of a `switch` over outcomes: leaving one out does not compile. */
export function unreachable(value: never): never {
  throw new Error(`a case nobody thought of: ${JSON.stringify(value)}`)
}
