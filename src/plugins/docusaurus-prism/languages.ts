import {createRequire} from 'node:module';
import {Prism} from 'prism-react-renderer';

/** Grammars that come from prismjs, because prism-react-renderer's Prism has only the common web languages. In order: some extend others. */
const PRISMJS_LANGUAGES = [
  'bash',
  'docker',
  'ini',
  'nginx',
  'promql',
  'diff',
  'http',
  'hcl',
] as const;

/** Every language that a fence may name, apart from `mermaid`. */
export const CODE_LANGUAGES = [
  ...PRISMJS_LANGUAGES,
  'go',
  'json',
  'markup',
  'python',
  'sql',
  'text',
  'yaml',
] as const;

let isComplete = false;

/**
 * prism-react-renderer's Prism with every grammar of `CODE_LANGUAGES`.
 * The grammars of prismjs add themselves to a global `Prism`, which is put back afterwards.
 */
export function loadPrism(): typeof Prism {
  if (!isComplete) {
    const scope = globalThis as {Prism?: unknown};
    const before = scope.Prism;
    const load = createRequire(__filename);
    scope.Prism = Prism;
    try {
      PRISMJS_LANGUAGES.forEach((language) => load(`prismjs/components/prism-${language}`));
    } finally {
      scope.Prism = before;
    }
    isComplete = true;
  }
  return Prism;
}
