import {toHtml} from 'hast-util-to-html';
import {themes} from 'prism-react-renderer';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import {unified} from 'unified';
import {describe, expect, it} from 'vitest';
import Color from 'colorjs.io';
import {CODE_LANGUAGES, loadPrism} from './languages.ts';
import rehypePrism from './rehypePrism.ts';
import {validateOptions} from './options.ts';
import {createStylesheet, MIN_CONTRAST, toReadableColor} from './stylesheet.ts';

function render(markdown: string): string {
  const processor = unified().use(remarkParse).use(remarkRehype).use(rehypePrism);
  return toHtml(processor.runSync(processor.parse(markdown)));
}

describe('rehypePrism', () => {
  it('marks the tokens of a language that prism-react-renderer brings', () => {
    expect(render('```yaml\nreplicas: 3\n```')).toBe(
      '<pre data-language="yaml"><code class="language-yaml"><span class="tk-key tk-atrule">replicas</span><span class="tk-punctuation">:</span> <span class="tk-number">3</span></code></pre>',
    );
  });

  it.each([
    ['nginx', 'worker_processes auto;'],
    ['promql', 'rate(up[5m])'],
    ['docker', 'FROM nginx:1.30'],
    ['ini', '[mysqld]\nserver_id = 1'],
    ['bash', 'echo "$HOME"'],
    ['sql', 'SELECT 1;'],
    ['json', '{"a": 1}'],
  ])('marks the tokens of %s', (language, code) => {
    expect(render(`\`\`\`${language}\n${code}\n\`\`\``)).toContain('<span class="tk-');
  });

  it('has a grammar for every language that a fence may name, apart from plain text', () => {
    const {languages} = loadPrism();
    const missing = CODE_LANGUAGES.filter((language) => !languages[language]);
    expect(missing).toEqual([]);
  });

  it('keeps the text of the code exactly', () => {
    const code = 'kubectl get pod -o json |\n  jq ".items[] | {name: .metadata.name}" > 结果.json';
    const html = render(`\`\`\`bash\n${code}\n\`\`\``);
    const text = html
      .replace(/<[^>]+>/g, '')
      .replaceAll('&#x3C;', '<')
      .replaceAll('&#x26;', '&');
    expect(text).toBe(code);
  });

  it('hands the title of a fence to the page', () => {
    expect(render('```yaml title="pod.yaml"\na: 1\n```')).toMatch(
      /^<pre data-language="yaml" data-title="pod.yaml">/,
    );
  });

  it('leaves no Prism behind in the global scope', () => {
    loadPrism();
    expect(globalThis).not.toHaveProperty('Prism', expect.anything());
  });
});

describe('createStylesheet', () => {
  it('gives every token of every theme the contrast that WCAG asks for', () => {
    const {synthwave84: _gradient, ...plainThemes} = themes;
    for (const theme of Object.values(plainThemes)) {
      const css = createStylesheet({light: theme, dark: theme});
      const background = new Color(theme.plain.backgroundColor!);
      const colors = [...css.matchAll(/[{;-]color:(#[0-9a-f]+)/g)].map(([, color]) => color!);
      expect(colors.length).toBeGreaterThan(0);
      for (const color of colors) {
        expect(new Color(color).contrastWCAG21(background)).toBeGreaterThanOrEqual(MIN_CONTRAST);
      }
    }
  });

  it('writes rules for both colour modes and for themes that treat a language apart', () => {
    const css = createStylesheet({light: themes.github, dark: themes.vsDark});
    expect(css).toContain(':root{--code-background:#f6f8fa;');
    expect(css).toMatch(/^\[data-theme='dark'\] \.tk-comment\{color:#[0-9a-f]{6}\}$/m);
    expect(css).toContain("[data-theme='dark'] [data-language='markup'] .tk-tag{");
  });

  it('refuses a theme whose background is a gradient, since contrast cannot be promised on it', () => {
    const {synthwave84} = themes;
    expect(() => createStylesheet({light: synthwave84, dark: synthwave84})).toThrow(TypeError);
  });

  it('does not touch a colour that can be read already', () => {
    expect(toReadableColor('#000080', '#ffffff')).toBe('#000080');
    expect(toReadableColor('#999988', '#f6f8fa')).not.toBe('#999988');
  });
});

describe('validateOptions', () => {
  const validate = ((
    schema: {validate: (value: unknown) => {error?: Error; value: unknown}},
    value,
  ) => {
    const result = schema.validate(value);
    if (result.error) {
      throw result.error;
    }
    return result.value;
  }) as Parameters<typeof validateOptions>[0]['validate'];

  it('refuses a theme that does not exist', () => {
    expect(() => validateOptions({validate, options: {light: 'solarized' as never}})).toThrow(
      /"light" must be one of \[dracula/,
    );
  });

  it('has a theme for each colour mode by default', () => {
    expect(validateOptions({validate, options: {}})).toEqual({light: 'github', dark: 'oneDark'});
  });
});
