import path from 'node:path';
import {build} from 'esbuild';

const HARNESS = path.join(__dirname, 'harness');

type Bundle = {
  /** Name of a module in `harness/`, without the ending. */
  readonly name: string;
  readonly folder: string;
  /** Folder in which packages are that only the benchmark uses. */
  readonly packagesFolder?: string;
  /** Files in place of modules that Docusaurus generates, by the names of these. */
  readonly generated: Readonly<Record<string, string>>;
  /** A worker is no module. */
  readonly isWorker?: boolean;
};

/** Bundles a module of the harness as it would be published. What it imports dynamically is a file of its own. */
export async function bundle({
  name,
  folder,
  packagesFolder,
  generated,
  isWorker = false,
}: Bundle): Promise<void> {
  await build({
    entryPoints: [path.join(HARNESS, `${name}.ts`)],
    outdir: folder,
    bundle: true,
    minify: true,
    format: isWorker ? 'iife' : 'esm',
    splitting: !isWorker,
    target: 'es2022',
    define: {'process.env.NODE_ENV': '"production"'},
    alias: {...generated},
    external: ['/pagefind/*'],
    nodePaths: packagesFolder ? [path.join(packagesFolder, 'node_modules')] : [],
    logLevel: 'error',
  });
}
