/**
 * Runs a benchmark as a command: it fails if a promise is not kept, and shows a fault without its stack.
 * @param run measures, and says of each promise whether it is kept
 */
export async function runBenchmarkCommand(
  run: () => Promise<readonly {readonly isKept: boolean}[]>,
): Promise<void> {
  try {
    const verdicts = await run();
    if (verdicts.some(({isKept}) => !isKept)) {
      process.exitCode = 1;
    }
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
